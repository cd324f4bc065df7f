import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type DocumentMeta, documentMeta } from '../../src/corpus/document.ts'
import { quantities } from '../../src/corpus/quantity.ts'
import { findProvision, readBook } from '../../src/entitlements/book.ts'
import { runExample } from '../../src/entitlements/example.ts'
import { type FactDefinitions, factDefinition } from '../../src/entitlements/fact.ts'
import type { Entitlement, Provision } from '../../src/entitlements/rule.ts'
import { limitCases, thresholdCases, wrongAt } from '../../src/entitlements/testing/boundaries.ts'
import { wrongCases, wrongDays, wrongStructure } from '../../src/entitlements/testing/by-hand.ts'
import { amountFacts } from '../../src/entitlements/testing/given.ts'
import { problemsOf } from '../check-corpus.ts'
import { type DocumentFolder, readFolders } from '../corpus-folder.ts'
import { amountSlips, type RuleMutantKind, type Slip } from './amount-slips.ts'
import { conditionSlips } from './condition-slips.ts'

export interface RuleVerdict {
  rule: string
  kind: RuleMutantKind
  change: string
  /** What noticed it first, the worked examples being asked first; null where nothing did. */
  killed: 'does not load' | 'examples' | 'boundaries and days' | 'corpus check' | null
}

const ROOT = 'corpus'

/** Every slip in every rule and document of the corpus, each against examples, boundaries and the corpus check. */
export function ruleVerdicts(progress: (done: string) => void): RuleVerdict[] {
  const shared = z.record(z.string(), factDefinition).parse(parse(readFileSync(`${ROOT}/facts.yaml`, 'utf8')))
  const work = mkdtempSync(join(tmpdir(), 'rule-mutants-'))
  try {
    return readFolders(ROOT).flatMap((folder) => {
      const id = folder.document.meta.id
      const root = join(work, id)
      cpSync(folder.folder, join(root, id), { recursive: true })
      cpSync(`${ROOT}/facts.yaml`, join(root, 'facts.yaml'))
      const check = corpusCheck(root, folder)
      const verdicts = [
        ...folder.rules.entitlements.flatMap((rule) => verdictsOf(folder, rule, shared, check)),
        ...dayVerdicts(folder, check),
      ]
      progress(`${id}: ${verdicts.length}`)
      return verdicts
    })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

type Change = { rule?: Entitlement; facts?: FactDefinitions; meta?: DocumentMeta }
type Check = (change: Change, id: string) => boolean

/** Whether the corpus check finds anything in one folder that it does not find in the folder as it is. */
function corpusCheck(root: string, folder: DocumentFolder): Check {
  const id = folder.document.meta.id
  const write = ({ rule, facts, meta }: Change, replaced: string) => {
    const entitlements = folder.rules.entitlements.map((each) =>
      each.id === replaced && rule !== undefined ? rule : each,
    )
    writeFileSync(
      join(root, id, 'entitlements.yaml'),
      JSON.stringify({ ...folder.rules, facts: facts ?? folder.rules.facts, entitlements }),
    )
    writeFileSync(join(root, id, 'document.yaml'), JSON.stringify(meta ?? folder.document.meta))
  }
  write({}, '')
  const before = new Set(problemsOf(root))
  return (change, replaced) => {
    write(change, replaced)
    try {
      return problemsOf(root).some((problem) => !before.has(problem))
    } catch {
      return true
    }
  }
}

function verdictsOf(
  folder: DocumentFolder,
  rule: Entitlement,
  shared: FactDefinitions,
  check: Check,
): RuleVerdict[] {
  const known = { ...shared, ...folder.rules.facts }
  const around = { facts: known, quoted: rule.clauses.flatMap(({ quote }) => quantities(quote)) }
  const slips: Slip<Change>[] = [
    ...amountSlips(rule.amount, around).map(({ mutated, ...slip }) => ({
      ...slip,
      mutated: { rule: { ...rule, amount: mutated } },
    })),
    ...conditionSlips(rule, around).map(({ mutated, ...slip }) => ({
      ...slip,
      mutated: { rule: { ...rule, conditions: mutated } },
    })),
    ...orderSlips(rule),
    ...presumedSlips(folder, rule, known),
  ]
  return slips.map(({ kind, change, mutated }) => ({
    rule: rule.id,
    kind,
    change,
    killed: killer(folder, rule.id, mutated, shared, check),
  }))
}

function killer(
  folder: DocumentFolder,
  id: string,
  change: Change,
  shared: FactDefinitions,
  check: Check,
): RuleVerdict['killed'] {
  let provision: Provision
  try {
    provision = provisionOf(folder, id, change, shared)
  } catch {
    return 'does not load'
  }
  if (provision.rule.examples.some((example) => throwsOr(() => runExample(provision, example) !== null)))
    return 'examples'
  const wrong = throwsOr(() => {
    const cases = [...thresholdCases(provision), ...limitCases(provision)]
    return (
      wrongStructure(provision).length + wrongCases(provision).length > 0 ||
      cases.some((each) => wrongAt(each) !== null)
    )
  })
  if (wrong) return 'boundaries and days'
  return check(change, id) ? 'corpus check' : null
}

function throwsOr(run: () => boolean): boolean {
  try {
    return run()
  } catch {
    return true
  }
}

function provisionOf(folder: DocumentFolder, id: string, change: Change, shared: FactDefinitions): Provision {
  const { document, rules } = folder
  const entitlements = rules.entitlements.filter((rule) => rule.id === id).map((rule) => change.rule ?? rule)
  const mutated = { ...document, rules: { ...rules, facts: change.facts ?? rules.facts, entitlements } }
  const found = findProvision(
    readBook({
      hash: '',
      regions: [],
      elsewhere: [],
      facts: shared,
      words: { same: [], near: [] },
      documents: [mutated],
      classifiers: { sentences: null, scope: null },
    }),
    id,
  )
  if (found === undefined) throw new Error(`no such rule: ${id}`)
  return found
}

/** What no figure shows: groups, replacements, former standards. */
function orderSlips(rule: Entitlement): Slip<Change>[] {
  const slip = (change: string, mutated: Entitlement): Slip<Change> => ({
    kind: 'order',
    change,
    mutated: { rule: mutated },
  })
  const { group, formerly, ...rest } = rule
  return [
    ...(group === undefined
      ? []
      : [slip('group removed', { ...rest, ...(formerly === undefined ? {} : { formerly }) })]),
    ...(formerly === undefined
      ? []
      : [slip('formerly removed', { ...rest, ...(group === undefined ? {} : { group }) })]),
    ...rule.replaces.map((earlier) =>
      slip(`replaces ${earlier} removed`, {
        ...rule,
        replaces: rule.replaces.filter((each) => each !== earlier),
      }),
    ),
  ]
}

/** Counts that are presumed where nobody said them. Facts that documents share are tried where they are declared. */
function presumedSlips(folder: DocumentFolder, rule: Entitlement, known: FactDefinitions): Slip<Change>[] {
  return [...new Set(amountFacts(rule.amount))].flatMap((name): Slip<Change>[] => {
    const definition = known[name]
    if (definition?.type !== 'count') return []
    const put = (change: string, changed: Partial<typeof definition>): Slip<Change> => ({
      kind: 'presumed',
      change: `${name}: ${change}`,
      mutated: { facts: { ...folder.rules.facts, [name]: { ...definition, ...changed } } },
    })
    const { printed } = definition
    return [
      put(`self ${definition.self} → ${!definition.self}`, { self: !definition.self }),
      ...(printed === undefined
        ? []
        : [
            put(`printed ${printed} → 四年`, { printed: '四年' }),
            put(`printed ${printed} removed`, { printed: undefined }),
          ]),
    ]
  })
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Each printed day one earlier and one later; a draft that is said to be none, and the reverse. */
function dayVerdicts(folder: DocumentFolder, check: Check): RuleVerdict[] {
  const { meta } = folder.document
  const slips = (['first', 'last'] as const).flatMap((side) => {
    const dated = meta[side]
    if (typeof dated !== 'object') return []
    const days = Object.entries(dated).filter(([key]) => key !== 'words') as [string, string][]
    return days.flatMap(([key, day]) =>
      [-1, 1].map((by) => ({
        change: `${side} ${key} ${by > 0 ? '+' : ''}${by}`,
        changed: { ...meta, [side]: { ...dated, [key]: shift(day, by) } },
      })),
    )
  })
  const draft = {
    change: `draft ${meta.draft} → ${meta.draft === null ? '草案' : null}`,
    changed: { ...meta, draft: meta.draft === null ? '草案' : null },
  }
  const unknown = (['first', 'last'] as const)
    .filter((side) => meta[side] !== 'unknown')
    .map((side) => ({ change: `${side} → unknown`, changed: { ...meta, [side]: 'unknown' } }))
  return [...slips, draft, ...unknown].map(({ change, changed }) => {
    const mutated = documentMeta.parse(changed)
    const killed =
      wrongDays(mutated).length > 0
        ? 'boundaries and days'
        : check({ meta: mutated }, '')
          ? 'corpus check'
          : null
    return { rule: meta.id, kind: 'day', change, killed }
  })
}
