import Big from 'big.js'
import type { Amount } from '../amount.ts'
import type { Condition } from '../condition.ts'
import { type Fact, type FactDefinitions, type Facts, unitOf } from '../fact.ts'
import type { Interval } from '../interval.ts'
import type { Provision } from '../rule.ts'

/**
 * A second reading of the rules that shares no arithmetic with the calculator: whole numbers of a billionth of a
 * 元, literals read by three lines of its own, no steps, no texts. Only for tests; where the two differ, one is wrong.
 */
export interface Expected {
  lo: bigint | null
  hi: bigint | null
  per: string[]
  percent: boolean
  /** The printed share where the sum it applies to is unknown. */
  rate: { lo: bigint | null; hi: bigint | null } | null
  unstated: boolean
  excluded: boolean
}

export const ONE = 10n ** 12n

export function fixedPoint(text: string): bigint {
  const [whole = '', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.padEnd(12, '0'))
}

export function plainText(value: bigint): string {
  const digits = String(value).padStart(13, '0')
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '')
}

const WORDS: Record<string, string> = { 半: '0.5', 一: '1', 两: '2', 二: '2', 三: '3' }

/** 1：0.5 is 0.5, 两年 is 2, 5万 is 50000. */
export function literalOf(printed: string): bigint {
  const right = printed.split(/[:：]/).at(-1) as string
  const digits = /[\d.]+/.exec(right)?.[0] ?? (WORDS[right[0] as string] as string)
  return fixedPoint(digits) * (right.includes('万') ? 10_000n : 1n)
}

const product = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? null : (a * b) / ONE
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b)

type Ends = [bigint | null, bigint | null]

function endsOf(fact: Fact | undefined): Ends {
  const { min, max } = (fact?.value ?? { min: null, max: null }) as Interval
  return [min === null ? null : fixedPoint(min.toFixed()), max === null ? null : fixedPoint(max.toFixed())]
}

const BLANK: Expected = {
  lo: null,
  hi: null,
  per: [],
  percent: false,
  rate: null,
  unstated: false,
  excluded: false,
}

interface Given {
  facts: Facts
  definitions: FactDefinitions
}

function read(node: Amount, given: Given): Expected[] {
  const { facts, definitions } = given
  if ('fixed' in node) {
    const value = literalOf(node.fixed)
    return [{ ...BLANK, lo: value, hi: value, percent: /[%％]/.test(node.fixed) }]
  }
  if ('range' in node) {
    const [low, high] = node.range.split('—') as [string, string]
    return [{ ...BLANK, lo: literalOf(low), hi: literalOf(high) }]
  }
  if ('upTo' in node) return [{ ...BLANK, hi: literalOf(node.upTo) }]
  if ('unstated' in node) return [{ ...BLANK, unstated: true }]
  if ('readings' in node) {
    const isTold = (amount: Amount) => 'by' in amount && facts[amount.by] !== undefined
    const [first, ...others] = node.readings.map(({ amount }) => amount) as [Amount, ...Amount[]]
    const isOut = isTold(first) && read(first, given).every(({ excluded }) => excluded)
    const taken = isTold(first) ? (isOut ? others : []) : others.filter(isTold)
    return [first, ...taken].flatMap((amount) => read(amount, given))
  }
  if ('by' in node) {
    const said = facts[node.by]?.value as string | undefined
    if (said === undefined) return Object.values(node.cases).flatMap((chosen) => read(chosen, given))
    const chosen = node.cases[said]
    return chosen === undefined ? [{ ...BLANK, excluded: true }] : read(chosen, given)
  }
  if ('whole' in node) {
    const [lo, hi] = endsOf(facts[node.whole])
    return [{ ...BLANK, lo, hi }]
  }
  if ('notBelow' in node) {
    const floors = node.notBelow.flatMap((name) => endsOf(facts[name])[0] ?? [])
    return [{ ...BLANK, lo: floors.length === 0 ? null : floors.reduce(most), percent: true }]
  }
  if ('excess' in node) {
    const over = literalOf(node.over)
    const above = ([lo, hi]: Ends): Ends => [
      lo === null || lo < over ? 0n : lo - over,
      hi === null ? null : hi < over ? 0n : hi - over,
    ]
    const [lo, hi] = above(endsOf(facts[node.count]))
    return [{ ...BLANK, lo: product(lo, literalOf(node.excess)), hi: product(hi, literalOf(node.excess)) }]
  }
  if ('times' in node) return read(node.of, given).map((term) => counted(node, term, facts, definitions))
  if ('share' in node) return shareOf(node, given)
  if ('cap' in node && node.inYear !== undefined && facts[node.inYear.choice] !== undefined) {
    const { choice, count } = node.inYear
    const year = ['first', 'second', 'third'].indexOf(String(facts[choice]?.value))
    const all = (years: number): Fact => ({
      source: 'said',
      value: { min: new Big(String(years)), max: new Big(String(years)) },
    })
    const until = (years: number) =>
      read({ cap: node.cap, of: node.of }, { ...given, facts: { ...facts, [count]: all(years) } })
    const [before, once] = [until(year), until(1)]
    return until(year + 1).map((term, i) => {
      const had = before[i]
      if (term.lo === null || term.hi === null || had?.lo == null) return term
      return term.lo === term.hi && had.lo === had.hi
        ? { ...term, lo: term.lo - had.lo, hi: term.lo - had.lo }
        : { ...term, lo: null, hi: once[i]?.hi ?? null }
    })
  }
  if ('cap' in node) {
    const limit = literalOf(node.cap)
    const capped = (end: bigint | null) => (end === null ? null : least(end, limit))
    return read(node.of, given).map((term) => ({
      ...term,
      rate: null,
      lo: capped(term.lo),
      hi: capped(term.hi) ?? limit,
    }))
  }
  if ('uplift' in node) {
    const factor = facts[node.when]?.value === true ? ONE + literalOf(node.uplift) / 100n : ONE
    return read(node.of, given).map((term) => ({
      ...term,
      lo: product(term.lo, factor),
      hi: product(term.hi, factor),
    }))
  }
  if ('sum' in node) {
    const parts = node.sum.map((part) => read(part, given)[0] as Expected)
    const add = (ends: (bigint | null)[]) => ends.reduce((a, b) => (a === null || b === null ? null : a + b))
    return [{ ...BLANK, lo: add(parts.map(({ lo }) => lo)), hi: add(parts.map(({ hi }) => hi)) }]
  }
  if ('firstKnown' in node) {
    const ways = node.firstKnown.map((part) => read(part, given))
    return (
      ways.find((terms) => terms.every(({ lo, hi }) => lo !== null || hi !== null)) ?? (ways[0] as Expected[])
    )
  }
  const ceilings = node.lowest.map((part) => read(part, given)[0] as Expected)
  const known = ceilings.flatMap(({ hi }) => hi ?? [])
  return known.length === 0
    ? ceilings.filter(({ rate }) => rate !== null)
    : [{ ...BLANK, hi: known.reduce(least) }]
}

function counted(
  node: Extract<Amount, { times: string[] }>,
  term: Expected,
  facts: Facts,
  definitions: FactDefinitions,
): Expected {
  const result = { ...term, per: [...term.per] }
  for (const name of node.times) {
    const definition = definitions[name] as FactDefinitions[string]
    if (facts[name] === undefined) {
      result.per.push(unitOf(definition))
      continue
    }
    const printed = node.within?.[name]
    const months = unitOf(definition) === '月' && printed?.endsWith('年') ? 12n : 1n
    const within = (end: bigint | null) =>
      printed === undefined || end === null ? end : least(end, literalOf(printed) * months)
    const [lo, hi] = endsOf(facts[name]).map(within) as Ends
    result.lo = product(result.lo, lo ?? null)
    result.hi = product(result.hi, hi)
  }
  return result
}

function shareOf(node: Extract<Amount, { share: string }>, given: Given): Expected[] {
  const percent = /[%％]/.test(node.share)
  const printed = literalOf(node.share)
  const bases = typeof node.of === 'string' ? read({ whole: node.of }, given) : read(node.of, given)
  const bound = (lo: bigint | null, hi: bigint | null) => ({
    lo: node.bound === 'at-most' ? null : lo,
    hi: node.bound === 'at-least' ? null : hi,
  })
  return bases.map((base) => {
    if (base.lo === null && base.hi === null)
      return { ...base, rate: percent ? bound(printed, printed) : null }
    const factor = percent ? printed / 100n : printed
    return { ...base, ...bound(product(base.lo, factor), product(base.hi, factor)) }
  })
}

/** Whether a demand certainly fails on the facts given. */
function fails(demand: Condition, { facts, definitions }: Given): boolean {
  if (demand.when !== undefined && !demand.when.in.includes(String(facts[demand.when.fact]?.value)))
    return false
  if ('judgement' in demand) return false
  const fact = facts[demand.fact]
  const definition = definitions[demand.fact]
  if ('is' in demand) return fact !== undefined && fact.value !== demand.is
  if ('in' in demand) return fact !== undefined && !demand.in.includes(String(fact.value))
  if (fact === undefined) {
    if (!('atLeast' in demand) || definition?.type !== 'percent') return false
    const [, part] = endsOf(facts[definition.part ?? ''])
    const [whole] = endsOf(facts[definition.whole ?? ''])
    return part !== null && whole !== null && part * 100n < (literalOf(demand.atLeast) * whole) / ONE
  }
  const [lo, hi] = endsOf(fact)
  if ('atLeast' in demand) return hi !== null && hi < inUnitOf(demand.atLeast, definition)
  if ('moreThan' in demand) return hi !== null && hi <= inUnitOf(demand.moreThan, definition)
  return lo !== null && lo > inUnitOf(demand.atMost, definition)
}

const inUnitOf = (printed: string, definition: FactDefinitions[string] | undefined): bigint =>
  literalOf(printed) *
  (definition?.type === 'count' && definition.unit === '月' && printed.endsWith('年') ? 12n : 1n)

/** "exact 216000 元", "not-eligible": what the oracle expects of a provision, one line per variant or reading. */
export function expectedOf({ rule, definitions }: Provision, facts: Facts): string[] {
  if (rule.conditions.some((demand) => fails(demand, { facts, definitions }))) return ['not-eligible']
  const known: Facts = { ...facts }
  for (const demand of rule.conditions) {
    // The claim presupposes that the threshold is reached.
    const fact = 'atLeast' in demand ? known[demand.fact] : undefined
    if (fact === undefined || !('atLeast' in demand)) continue
    const { min, max } = fact.value as Interval
    const limit = inUnitOf(demand.atLeast, definitions[demand.fact])
    if (min === null || fixedPoint(min.toFixed()) >= limit) continue
    known[demand.fact] = { ...fact, value: { min: new Big(plainText(limit)), max } }
  }
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'count' || known[name] !== undefined) continue
    const presumed = definition.self
      ? '1'
      : definition.printed === undefined
        ? null
        : plainText(literalOf(definition.printed))
    if (presumed !== null)
      known[name] = { value: { min: new Big(presumed), max: new Big(presumed) }, source: 'assumed' }
  }
  return read(rule.amount, { facts: known, definitions }).map(line)
}

function line(term: Expected): string {
  if (term.excluded) return 'not-eligible'
  if (term.unstated) return 'not-stated'
  const byRate = term.rate !== null && term.lo === null && term.hi === null
  const { lo, hi } = byRate ? (term.rate as Expected) : term
  const unit = byRate
    ? '%'
    : [term.percent ? '%' : '元', term.per.join('·')].filter((part) => part !== '').join('/')
  if (lo === null) return hi === null ? 'needs-facts' : `at-most ${plainText(hi)} ${unit}`
  if (hi === null) return `at-least ${plainText(lo)} ${unit}`
  return lo === hi ? `exact ${plainText(lo)} ${unit}` : `range ${plainText(lo)} ${plainText(hi)} ${unit}`
}
