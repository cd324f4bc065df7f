import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../src/answer/reply.ts'
import { type Missed, missesPage } from './page.ts'
import { type Case, misses, wrongFigures } from './score.ts'
import { runSteps, STEPS } from './steps.ts'
import { VARIANTS } from './variants.ts'

/**
 * `npm run eval [-- set or step …] [--verbose] [--html=FILE]`: each step by itself, then conversations through HTTP, against the real server with an empty
 * `DATA_DIR`. Every set was written from the texts alone, blind to the code. A set fails under its share of right
 * conversations or over its number of wrong figures. Those under `blind/` are set aside: run for their figures only,
 * their cases never printed.
 */
const SETS: Record<string, { least: number; figures: number }> = {
  'conversations/twenty': { least: 1, figures: 0 },
  'conversations/provisions': { least: 0.98, figures: 0 },
  'conversations/plain': { least: 0.98, figures: 0 },
  'conversations/workers': { least: 0.97, figures: 0 },
  'conversations/desk': { least: 0.96, figures: 0 },
  'conversations/voices': { least: 0.96, figures: 0 },
  'conversations/stories': { least: 0.97, figures: 0 },
  'conversations/streets': { least: 0.96, figures: 0 },
  'conversations/callers': { least: 0.96, figures: 0 },
  'conversations/corners': { least: 0.95, figures: 2 },
  'conversations/hotline': { least: 0.96, figures: 0 },
  'blind/callers': { least: 0.93, figures: 16 },
  'blind/streets': { least: 0.93, figures: 6 },
  'blind/corners': { least: 0.85, figures: 17 },
  'blind/hotline': { least: 0.94, figures: 9 },
}
const isBlind = (set: string): boolean => set.startsWith('blind/')

/** How often what is computed stays the same when the same is said in another way. */
const UNCHANGED = 0.99
/** Of what is told in one message and asked in the next. */
const IN_TWO = 0.93

interface Tally {
  right: number
  all: number
  figures: number
}
/** By kind of conversation, what came out of the tuned sets and of those set aside. */
const tallies = { tuned: new Map<string, Tally>(), blind: new Map<string, Tally>() }
const missed: Missed[] = []

const verbose = process.argv.includes('--verbose')
const page = process.argv.find((argument) => argument.startsWith('--html='))?.slice('--html='.length)
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const names = Object.keys(SETS).filter(
  (name) => asked.length === 0 || asked.includes(name.split('/')[1] ?? ''),
)
const steps = Object.keys(STEPS).filter((name) => asked.length === 0 || asked.includes(name))
if (!runSteps(steps, verbose)) process.exitCode = 1

const data = mkdtempSync(join(tmpdir(), 'jiangce-eval-'))
const server = spawn(process.execPath, ['src/node.ts'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'pipe'],
})
let complaint = ''
server.stderr.on('data', (chunk) => {
  complaint = String(chunk)
})
const url = await new Promise<string>((resolve, reject) => {
  server.stdout.on('data', (chunk) => {
    const found = /http:\/\/\S+/.exec(String(chunk))
    if (found !== null) resolve(found[0])
  })
  server.once('exit', () => reject(new Error(`the server did not start: ${complaint}`)))
})

try {
  for (const name of names) process.exitCode = (await runSet(name)) ? process.exitCode : 1
  for (const row of sideBySide()) console.log(row)
  if (page !== undefined) writeFileSync(page, missesPage(missed))
  if (asked.length === 0) process.exitCode = (await runVariants()) ? process.exitCode : 1
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

async function runVariants(): Promise<boolean> {
  const cases = ['provisions', 'plain', 'workers', 'voices', 'stories']
    .flatMap((name) => read(`conversations/${name}`))
    .filter(
      ({ turns: [first], turns }) => turns.length === 1 && (first?.expect.calculations?.length ?? 0) > 0,
    )
  const computed = async ({ asOf, region }: Case, message: string, conversationId?: string) => {
    const { calculations } = await send({ message, asOf, region, conversationId })
    return JSON.stringify(
      calculations.map(({ entitlementId, outcome, min, max, unit }) => [
        entitlementId,
        outcome,
        min,
        max,
        unit,
      ]),
    )
  }
  let [all, same] = [0, 0]
  const rows: string[] = []
  const tally = (name: string, tried: number, kept: number) => {
    rows.push(`  ${name.padEnd(14)} ${kept} of ${tried}`)
    all += tried
    same += kept
  }
  const plain = new Map<Case, string>()
  for (const one of cases) plain.set(one, await computed(one, one.turns[0]?.message ?? ''))
  for (const [name, vary] of VARIANTS) {
    let [tried, kept] = [0, 0]
    for (const one of cases) {
      const message = one.turns[0]?.message ?? ''
      const varied = vary(message)
      if (varied === message || varied.length > 2000) continue
      tried += 1
      if ((await computed(one, varied)) === plain.get(one)) kept += 1
    }
    tally(name, tried, kept)
  }
  // What names its own place comes out the same after a question on another matter of the same day.
  const placed = cases.filter(({ region }) => region === undefined)
  let [tried, kept] = [0, 0]
  for (const [i, one] of placed.entries()) {
    const other = placed[(i * 7 + 11) % placed.length] ?? one
    if (
      other.asOf !== one.asOf ||
      mattersOf(plain.get(other)).some((id) => mattersOf(plain.get(one)).includes(id))
    )
      continue
    const { conversationId } = await send({ message: other.turns[0]?.message, asOf: other.asOf })
    tried += 1
    if ((await computed(one, one.turns[0]?.message ?? '', conversationId)) === plain.get(one)) kept += 1
  }
  tally('after another', tried, kept)
  const parted = await inTwoMessages(cases, computed, plain)
  const share = same / all
  console.log(
    `variants   ${same} of ${all} computed the same (${(share * 100).toFixed(1)}%, at least ${UNCHANGED * 100}%)`,
  )
  for (const row of rows) console.log(row)
  console.log(`  told, then asked ${parted.kept} of ${parted.tried} (at least ${IN_TWO * 100}%)`)
  return share >= UNCHANGED && parted.kept >= IN_TWO * parted.tried
}

/** What stands before the last pause in front of the sum that is asked, sent as a message of its own. */
async function inTwoMessages(
  cases: Case[],
  computed: (one: Case, message: string, conversationId?: string) => Promise<string>,
  plain: Map<Case, string>,
): Promise<{ tried: number; kept: number }> {
  let [tried, kept] = [0, 0]
  for (const one of cases) {
    const message = one.turns[0]?.message ?? ''
    const at = message.search(/[，。；](?=[^，。；]*(?:多少|几)[^，。；]*$)/u)
    if (at < 4) continue
    const { asOf, region } = one
    const { conversationId } = await send({ message: message.slice(0, at), asOf, region })
    tried += 1
    if ((await computed(one, message.slice(at + 1), conversationId)) === plain.get(one)) kept += 1
  }
  return { tried, kept }
}

/** The entitlements of what was computed. */
function mattersOf(computed = '[]'): string[] {
  return (JSON.parse(computed) as string[][]).map(([id]) => id ?? '')
}

function read(name: string): Case[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Case)
}

async function send(body: object): Promise<Reply> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/chat`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${JSON.stringify(body)}`)
  return (await response.json()) as Reply
}

function count(kinds: Map<string, Tally>, kind: string, isRight: boolean, figures: number): void {
  const { right, all, figures: before } = kinds.get(kind) ?? { right: 0, all: 0, figures: 0 }
  kinds.set(kind, { right: right + (isRight ? 1 : 0), all: all + 1, figures: before + figures })
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}

async function runSet(name: string): Promise<boolean> {
  const { least, figures: most } = SETS[name] ?? { least: 1, figures: 0 }
  const whole = new Map<string, Tally>()
  for (const one of read(name)) {
    const { wrong, strays, turns } = await play(one)
    const isRight = wrong.length === 0
    count(whole, '', isRight, strays.length)
    count(isBlind(name) ? tallies.blind : tallies.tuned, one.category ?? 'other', isRight, strays.length)
    if (isBlind(name)) continue
    if (!isRight || strays.length > 0) missed.push({ id: one.id, why: one.why ?? '', turns })
    if (verbose && !isRight) console.log(`${one.id}\n  ${wrong.join('\n  ')}`)
    for (const stray of strays) console.log(`  ${one.id}: figure of its own: ${stray}`)
  }
  const { right, all, figures } = whole.get('') ?? { right: 0, all: 1, figures: 0 }
  const isEnough = right / all >= least && figures <= most
  console.log(
    `${name.padEnd(24)} ${right} of ${all} right (${percent(right / all)}, at least ${percent(least)}), ${figures} wrong figures (at most ${most})  ${isEnough ? 'ok' : 'NOT ENOUGH'}`,
  )
  return isEnough
}

/** One row per kind of conversation: the tuned sets beside those set aside. */
function sideBySide(): string[] {
  const cell = (tally: Tally | undefined) =>
    tally === undefined
      ? '—'
      : `${tally.right} of ${tally.all} (${percent(tally.right / tally.all)}), ${tally.figures} wrong figures`
  const kinds = [...new Set([...tallies.tuned.keys(), ...tallies.blind.keys()])].sort()
  return [
    `${'kind'.padEnd(14)} ${'tuned'.padEnd(40)} blind`,
    ...kinds.map(
      (kind) =>
        `${kind.padEnd(14)} ${cell(tallies.tuned.get(kind)).padEnd(40)} ${cell(tallies.blind.get(kind))}`,
    ),
  ]
}

async function play({ asOf, region, turns }: Case) {
  let conversationId: string | undefined
  const wrong: string[] = []
  const strays: string[] = []
  const played: Missed['turns'] = []
  for (const [i, { message, expect }] of turns.entries()) {
    const reply = await send({ message, asOf, region, conversationId })
    conversationId = reply.conversationId
    const amiss = misses(reply, expect)
    played.push({ message, misses: amiss, reply })
    wrong.push(...amiss.map((miss) => `turn ${i + 1} “${message}”: ${miss}`))
    strays.push(...wrongFigures(reply, expect).map((figure) => `turn ${i + 1} “${message}”: ${figure}`))
  }
  return { wrong, strays, turns: played }
}
