import { deepStrictEqual } from 'node:assert'
import { existsSync, readFileSync } from 'node:fs'
import Big from 'big.js'
import type { Corpus } from '../src/corpus/corpus.ts'
import { EMPTY_STATE } from '../src/dialogue/conversation.ts'
import { readLexicon } from '../src/dialogue/lexicon.ts'
import { normalise } from '../src/dialogue/normalise.ts'
import { understand } from '../src/dialogue/understand.ts'
import { type Book, findProvision, readBook } from '../src/entitlements/book.ts'
import { calculate } from '../src/entitlements/calculate.ts'
import { type Facts, inputsSchema, said } from '../src/entitlements/fact.ts'
import type { Provision } from '../src/entitlements/rule.ts'
import { buildCorpus } from './corpus-folder.ts'
import { type Bounds, jinhuaByHand, type Profile } from './testing/jinhua-by-hand.ts'

/** What the engine may cost beside the same arithmetic written out by hand: rules, conditions, steps and questions. */
const MOST = 10
const PLACE = '金华市'

type Given = Record<string, number | string | boolean>

/** A firm, its people and its school with nothing left to ask, and the same firm before anything was asked. */
const PROFILES: Record<string, Given> = {
  'all facts known': {
    people: 2,
    'newly-listed': true,
    'superior-sum': 200_000,
    listed: true,
    craftsman: 'outstanding',
    medal: 'silver',
    'selected-team': 3,
    talents: 1,
    'subsidy-years': 3,
    salary: 200_000,
    manufacturer: true,
    introduction: true,
    'leading-talent': true,
    'selection-years': 2,
    studios: 2,
    'seminar-months': 2,
    grade: 'technician',
    'full-time': true,
    wages: 5_000_000,
    'education-fund': 400_000,
    'high-skilled': 12,
    recognised: 20,
    shortage: true,
    'newly-recognised': true,
    months: 30,
    'allowance-scheme': true,
    bases: 1,
    visits: 1500,
    'first-listed': true,
    'province-sum': 6_000_000,
    extension: true,
    centres: 1,
    'above-scale': true,
    trainees: 600,
    promoted: 150,
    projects: 2,
    cost: 80_000,
    approved: true,
    'trial-hosted': true,
    designated: true,
    apprentices: 20,
    years: 3,
    apprenticeship: true,
    students: 40,
    supplied: 35,
    'private-firm': true,
  },
  'few facts known': { manufacturer: true, apprentices: 20, 'high-skilled': 12, trainees: 600 },
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

interface Figures {
  median: number
  p95: number
}

const WARM_UP_MS = 600

/** Milliseconds of one run, after warming up; `inner` runs are timed together where one is too short to time. */
function measure(run: () => unknown, { runs, inner = 1 }: { runs: number; inner?: number }): Figures {
  for (const until = performance.now() + WARM_UP_MS; performance.now() < until; ) run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    for (let i = 0; i < inner; i += 1) run()
    return (performance.now() - start) / inner
  }).toSorted((a, b) => a - b)
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

function factsFor(provision: Provision, given: Given): Facts {
  const own = Object.entries(given).filter(([name]) => name in provision.definitions)
  return inputsSchema(provision.definitions).parse(Object.fromEntries(own))
}

function profileOf(given: Given): Profile {
  const of = (type: string) => Object.entries(given).filter(([, value]) => typeof value === type)
  return {
    numbers: Object.fromEntries(of('number').map(([name, value]) => [name, new Big(String(value))])),
    truths: Object.fromEntries(of('boolean')) as Record<string, boolean>,
    choices: Object.fromEntries(of('string')) as Record<string, string>,
  }
}

type Case = [Provision, Facts]

/** Every provision that gives or bounds a sum or a share has the same bounds by hand, and by hand there is no other. */
function assertSame(cases: Case[], byHand: Record<string, Bounds[]>): number {
  const bounded = cases.filter(([{ rule }]) => !('unstated' in rule.amount))
  const engine = bounded.map(([provision, facts]): [string, Bounds[]] => {
    const results = calculate(provision, facts).filter(({ outcome }) => outcome !== 'not-eligible')
    return [provision.rule.id, results.map(({ min, max }): Bounds => [min, max])]
  })
  deepStrictEqual(Object.fromEntries(engine), byHand)
  return bounded.length
}

const show = (ms: number): string => (ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`)
const row = (name: string, { median, p95 }: Figures): string =>
  `${name.padEnd(64)} ${show(median).padStart(10)} ${show(p95).padStart(10)}`

function comparePlace(book: Book, name: string, given: Given): void {
  const cases = book.provisions
    .filter(({ region }) => region === PLACE)
    .map((provision): Case => [provision, factsFor(provision, given)])
  const profile = profileOf(given)
  const equal = assertSame(cases, jinhuaByHand(profile))
  const engine = measure(() => cases.map(([provision, facts]) => calculate(provision, facts)), { runs: 500 })
  const hand = measure(() => jinhuaByHand(profile), { runs: 500, inner: 20 })
  console.log(row(`all ${cases.length} provisions of ${PLACE}, ${name}: rules, with trace`, engine))
  console.log(row(`  the ${equal} that have an amount, plain big.js, same amounts`, hand))
  const ratio = engine.median / hand.median
  console.log(`  ratio ${ratio.toFixed(1)} (at most ${MOST}: ${ratio <= MOST ? 'pass' : 'FAIL'})`)
}

if (!existsSync('corpus/corpus.json')) throw new Error('run it where corpus/ is')
console.log(`${''.padEnd(64)} ${'median'.padStart(10)} ${'p95'.padStart(10)}`)
console.log(
  row(
    'corpus: read, parse and build all folders',
    measure(() => buildCorpus('corpus'), { runs: 15 }),
  ),
)
const corpus = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')) as Corpus
console.log(
  row(
    'corpus.json: read all rules',
    measure(() => readBook(corpus), { runs: 30 }),
  ),
)
const book = readBook(corpus)
const lexicon = readLexicon(corpus, book)
const read = (text: string) =>
  understand(corpus, lexicon, { text: normalise(text), region: '', asOf: '2026-11-20', state: EMPTY_STATE })
const MESSAGES: [string, string, number][] = [
  ['包头的首席技师奖多少', '包头的首席技师奖多少', 200],
  ['a story of 120 characters', '我们厂在昆区，去年跟技校联合招了一批孩子，'.repeat(6), 50],
  ['2,000 equal characters', '徒'.repeat(2000), 10],
]
for (const [name, message, runs] of MESSAGES)
  console.log(
    row(
      `understanding a message: ${name}`,
      measure(() => read(message), { runs }),
    ),
  )
const introduction = findProvision(book, 'jinhua-talent-introduction')
if (introduction === undefined) throw new Error('no such provision')
const salary = factsFor(introduction, { salary: 200_000 })
console.log(
  row(
    'one calculation with trace (引才补贴, salary known)',
    measure(() => calculate(introduction, salary), { runs: 500, inner: 20 }),
  ),
)
console.log(
  row(
    'one calculation with trace (引才补贴, nothing known)',
    measure(() => calculate(introduction, said({})), { runs: 500, inner: 20 }),
  ),
)
for (const [name, given] of Object.entries(PROFILES)) comparePlace(book, name, given)
const { heapUsed, rss } = process.memoryUsage()
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`
console.log(`memory: heap ${megabytes(heapUsed)}, process ${megabytes(rss)}; node ${process.version}`)
