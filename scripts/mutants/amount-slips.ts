import type { Quantity } from '../../src/corpus/quantity.ts'
import { quantities } from '../../src/corpus/quantity.ts'
import type { Amount } from '../../src/entitlements/amount.ts'
import type { FactDefinitions } from '../../src/entitlements/fact.ts'

export type RuleMutantKind =
  | 'amount'
  | 'threshold'
  | 'fact'
  | 'condition'
  | 'choice'
  | 'bound'
  | 'shape'
  | 'order'
  | 'presumed'
  | 'day'

/** One slip that a writer of rules could make. */
export interface Slip<T> {
  kind: RuleMutantKind
  change: string
  mutated: T
}

export interface Surroundings {
  facts: FactDefinitions
  /** All figures that the rule's own quotes print. */
  quoted: Quantity[]
}

const NEXT: Record<string, string> = { 半: '两', 一: '二', 两: '三', 二: '三', 三: '四' }

/** The same figure, a little larger, and every other figure of its kind that the quote prints. */
export function figures(text: string, { quoted }: Surroundings): string[] {
  const own = quantities(text)[0]
  const others = quoted.filter(
    (other) =>
      own !== undefined && other.kind === own.kind && other.unit === own.unit && !other.value.eq(own.value),
  )
  return [...new Set([larger(text), ...others.map((other) => other.text)])]
}

function larger(text: string): string {
  if (/\d/.test(text)) return text.replace(/(\d+)(?!.*\d)/, (digits) => String(Number(digits) + 1))
  return text.replace(/^./, (first) => NEXT[first] ?? first)
}

function ranges(text: string): string[] {
  const [low, high] = text.split(/(?=[—-])/) as [string, string]
  return [`${larger(low)}${high}`, `${low}${larger(high)}`]
}

/** Facts of the same type that could have been taken instead; the first one is enough. */
function alternatives(name: string, { facts }: Surroundings): string[] {
  const own = facts[name]
  const other = Object.keys(facts).find((key) => key !== name && facts[key]?.type === own?.type)
  return own === undefined || other === undefined ? [] : [other]
}

/** Every slip within an amount. */
export function amountSlips(node: Amount, around: Surroundings): Slip<Amount>[] {
  return [...ownSlips(node, around), ...below(node, around)]
}

function ownSlips(node: Amount, around: Surroundings): Slip<Amount>[] {
  const numbers = (key: string, text: string): Slip<Amount>[] =>
    figures(text, around).map((other) => ({
      kind: 'amount',
      change: `${key} ${text} → ${other}`,
      mutated: { ...node, [key]: other } as Amount,
    }))
  const other = (key: string, name: string): Slip<Amount>[] =>
    alternatives(name, around).map((fact) => ({
      kind: 'fact',
      change: `${key} ${name} → ${fact}`,
      mutated: { ...node, [key]: fact } as Amount,
    }))
  const shape = (change: string, mutated: Amount): Slip<Amount> => ({ kind: 'shape', change, mutated })

  if ('fixed' in node)
    return [...numbers('fixed', node.fixed), shape(`fixed ${node.fixed} → upTo`, { upTo: node.fixed })]
  if ('upTo' in node)
    return [...numbers('upTo', node.upTo), shape(`upTo ${node.upTo} → fixed`, { fixed: node.upTo })]
  if ('range' in node) {
    const upper = node.range.split('—').at(-1) as string
    return [
      ...ranges(node.range).map(
        (range): Slip<Amount> => ({
          kind: 'amount',
          change: `range ${node.range} → ${range}`,
          mutated: { range },
        }),
      ),
      shape('range → upTo', { upTo: upper }),
    ]
  }
  if ('by' in node) return choiceSlips(node, other)
  if ('times' in node) return timesSlips(node, around)
  if ('share' in node) return shareSlips(node, numbers, other)
  if ('cap' in node) return [...numbers('cap', node.cap), shape('cap removed', node.of)]
  if ('excess' in node)
    return [...numbers('excess', node.excess), ...numbers('over', node.over), ...other('count', node.count)]
  if ('uplift' in node)
    return [...numbers('uplift', node.uplift), ...other('when', node.when), shape('uplift removed', node.of)]
  if ('whole' in node) return other('whole', node.whole)
  if ('sum' in node)
    return node.sum.map((part, i) => shape(`sum without part ${i + 1}`, without(node.sum, i)[0] ?? part))
  if ('lowest' in node)
    return node.lowest.map((_, i) =>
      shape(
        `lowest without part ${i + 1}`,
        node.lowest.length > 2 ? { lowest: without(node.lowest, i) } : (without(node.lowest, i)[0] as Amount),
      ),
    )
  if ('readings' in node)
    return node.readings.map((_, i) =>
      shape(`without reading ${i + 1}`, (without(node.readings, i)[0] as { amount: Amount }).amount),
    )
  if ('notBelow' in node) return notBelowSlips(node, around)
  return []
}

export const without = <T>(list: T[], at: number): T[] => list.filter((_, i) => i !== at)

type Other = (key: string, name: string) => Slip<Amount>[]

function choiceSlips(node: Extract<Amount, { by: string }>, other: Other): Slip<Amount>[] {
  const entries = Object.entries(node.cases)
  const removed = entries.map(
    ([option]): Slip<Amount> => ({
      kind: 'choice',
      change: `case ${option} removed`,
      mutated: { ...node, cases: Object.fromEntries(entries.filter(([key]) => key !== option)) },
    }),
  )
  const swapped = entries.slice(1).map(([option, amount], i): Slip<Amount> => {
    const [before, earlier] = entries[i] as [string, Amount]
    return {
      kind: 'choice',
      change: `cases ${before} and ${option} swapped`,
      mutated: { ...node, cases: { ...node.cases, [option]: earlier, [before]: amount } },
    }
  })
  return [...removed, ...swapped, ...other('by', node.by)]
}

function timesSlips(node: Extract<Amount, { times: string[] }>, around: Surroundings): Slip<Amount>[] {
  const removed = node.times.map(
    (name, i): Slip<Amount> => ({
      kind: 'fact',
      change: `times without ${name}`,
      mutated: node.times.length === 1 ? node.of : { ...node, times: without(node.times, i) },
    }),
  )
  const replaced = node.times.flatMap((name, i) =>
    alternatives(name, around).map(
      (fact): Slip<Amount> => ({
        kind: 'fact',
        change: `times ${name} → ${fact}`,
        mutated: { ...node, times: node.times.with(i, fact) },
      }),
    ),
  )
  const limits = Object.entries(node.within ?? {}).flatMap(([name, text]): Slip<Amount>[] => [
    ...figures(text, around).map(
      (other): Slip<Amount> => ({
        kind: 'amount',
        change: `within ${text} → ${other}`,
        mutated: { ...node, within: { ...node.within, [name]: other } },
      }),
    ),
    { kind: 'bound', change: `within ${text} removed`, mutated: { ...node, within: undefined } },
  ])
  return [...removed, ...replaced, ...limits]
}

function shareSlips(
  node: Extract<Amount, { share: string }>,
  numbers: (key: string, text: string) => Slip<Amount>[],
  other: Other,
): Slip<Amount>[] {
  const bounds = [undefined, 'at-most' as const, 'at-least' as const].filter((bound) => bound !== node.bound)
  return [
    ...numbers('share', node.share),
    ...(typeof node.of === 'string' ? other('of', node.of) : []),
    ...bounds.map(
      (bound): Slip<Amount> => ({
        kind: 'bound',
        change: `bound ${node.bound} → ${bound}`,
        mutated: { ...node, bound },
      }),
    ),
  ]
}

function notBelowSlips(node: Extract<Amount, { notBelow: string[] }>, around: Surroundings): Slip<Amount>[] {
  const removed =
    node.notBelow.length < 2
      ? []
      : node.notBelow.map(
          (name, i): Slip<Amount> => ({
            kind: 'fact',
            change: `notBelow without ${name}`,
            mutated: { notBelow: without(node.notBelow, i) },
          }),
        )
  const replaced = node.notBelow.flatMap((name, i) =>
    alternatives(name, around)
      .filter((fact) => !node.notBelow.includes(fact))
      .map(
        (fact): Slip<Amount> => ({
          kind: 'fact',
          change: `notBelow ${name} → ${fact}`,
          mutated: { notBelow: node.notBelow.with(i, fact) },
        }),
      ),
  )
  return [...removed, ...replaced]
}

/** The slips of the nodes below, each put back into its place. */
function below(node: Amount, around: Surroundings): Slip<Amount>[] {
  const put = (child: Amount, back: (mutated: Amount) => Amount): Slip<Amount>[] =>
    amountSlips(child, around).map((slip) => ({ ...slip, mutated: back(slip.mutated) }))
  if ('cases' in node)
    return Object.entries(node.cases).flatMap(([option, child]) =>
      put(child, (mutated) => ({ ...node, cases: { ...node.cases, [option]: mutated } })),
    )
  if ('sum' in node)
    return node.sum.flatMap((child, i) => put(child, (mutated) => ({ sum: node.sum.with(i, mutated) })))
  if ('lowest' in node)
    return node.lowest.flatMap((child, i) =>
      put(child, (mutated) => ({ lowest: node.lowest.with(i, mutated) })),
    )
  if ('readings' in node)
    return node.readings.flatMap((reading, i) =>
      put(reading.amount, (amount) => ({ readings: node.readings.with(i, { ...reading, amount }) })),
    )
  return 'of' in node && typeof node.of === 'object' ? put(node.of, (of) => ({ ...node, of }) as Amount) : []
}
