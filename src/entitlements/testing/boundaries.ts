import Big from 'big.js'
import { type Amount, children } from '../amount.ts'
import { calculate } from '../calculate.ts'
import type { Condition } from '../condition.ts'
import { summary } from '../example.ts'
import type { Facts } from '../fact.ts'
import type { Provision } from '../rule.ts'
import { literalOf, plainText } from './oracle.ts'

/** One case on a boundary, made from the rule: which facts, what has to come out, and why. */
export interface BoundaryCase {
  name: string
  provision: Provision
  facts: Facts
  expected: 'eligible' | 'not-eligible' | { min: string | null; max: string | null }
}

const fact = (value: Big | boolean | string): Facts[string] => ({
  value: value instanceof Big ? { min: value, max: value } : value,
  source: 'said',
})

const printed = (text: string): Big => new Big(plainText(literalOf(text)))

/** What came out wrong at a case; null where nothing did. */
export function wrongAt({ name, provision, facts, expected }: BoundaryCase): string | null {
  const results = calculate(provision, facts)
  const got = results.map(summary).join('; ')
  if (typeof expected === 'string') {
    const eligible = results.every(({ outcome }) => outcome !== 'not-eligible')
    return eligible === (expected === 'eligible') ? null : `${provision.rule.id}: ${name}: ${got}`
  }
  const same = results.every(({ min, max }) => min === expected.min && max === expected.max)
  return same ? null : `${provision.rule.id}: ${name}: ${got}, expected ${expected.min} to ${expected.max}`
}

type Threshold = Extract<Condition, { atLeast: string } | { moreThan: string } | { atMost: string }>

const isThreshold = (demand: Condition): demand is Threshold =>
  'atLeast' in demand || 'moreThan' in demand || 'atMost' in demand

/** Each threshold just below, at it and just above. */
export function thresholdCases(provision: Provision): BoundaryCase[] {
  return provision.rule.conditions.filter(isThreshold).flatMap((demand) => {
    const definition = provision.definitions[demand.fact]
    const inMonths =
      definition?.type === 'count' &&
      definition.unit === '月' &&
      'atLeast' in demand &&
      demand.atLeast.endsWith('年')
    const text = 'atLeast' in demand ? demand.atLeast : 'moreThan' in demand ? demand.moreThan : demand.atMost
    const limit = printed(text).times(inMonths ? '12' : '1')
    const step = definition?.type === 'percent' ? '0.01' : '1'
    const verdicts =
      'atLeast' in demand
        ? [false, true, true]
        : 'moreThan' in demand
          ? [false, false, true]
          : [true, true, false]
    const around = [limit.minus(step), limit, limit.plus(step)].map(
      (value, i): BoundaryCase => ({
        name: `${demand.fact} ${value.toFixed()} against ${text}`,
        provision,
        facts: { [demand.fact]: fact(value) },
        expected: verdicts[i] ? 'eligible' : 'not-eligible',
      }),
    )
    if (definition?.type !== 'percent' || definition.part === undefined || definition.whole === undefined)
      return around
    const { part, whole } = definition
    const inParts = [limit.times('10').minus('1'), limit.times('10'), limit.times('10').plus('1')].map(
      (value, i): BoundaryCase => ({
        name: `${value.toFixed()} of 1000 against ${text}`,
        provision,
        facts: { [part]: fact(value), [whole]: fact(new Big('1000')) },
        expected: verdicts[i] ? 'eligible' : 'not-eligible',
      }),
    )
    return [...around, ...inParts]
  })
}

/** Every amount node with those above it; the outermost first. */
function paths(node: Amount, above: Amount[] = []): { node: Amount; above: Amount[] }[] {
  return [{ node, above }, ...children(node).flatMap((child) => paths(child, [...above, node]))]
}

/** Every count that multiplies a node is one, every choice the one that holds it, so that only the node is seen. */
function neutral(provision: Provision, { node, above }: { node: Amount; above: Amount[] }): Facts {
  const facts: Facts = {}
  for (const [i, each] of [...above, node].entries()) {
    if ('times' in each) for (const name of each.times) facts[name] = fact(new Big('1'))
    const below = [...above, node][i + 1]
    if ('cases' in each && below !== undefined) {
      const option = Object.keys(each.cases).find((key) => each.cases[key] === below)
      if (option !== undefined) facts[each.by] = fact(option)
    }
  }
  for (const demand of provision.rule.conditions) if ('is' in demand) facts[demand.fact] = fact(demand.is)
  return facts
}

const exact = (value: Big) => ({ min: value.toFixed(), max: value.toFixed() })

/** Caps, ceilings, time limits and excesses just below, at and above what is printed. */
export function limitCases(provision: Provision): BoundaryCase[] {
  return paths(provision.rule.amount).flatMap((path) => {
    const base = neutral(provision, path)
    const { node } = path
    const make = (name: string, facts: Facts, expected: BoundaryCase['expected']): BoundaryCase => ({
      name,
      provision,
      facts: { ...base, ...facts },
      expected,
    })
    if ('upTo' in node && !path.above.some((each) => 'uplift' in each || 'lowest' in each)) {
      return [make(`最高${node.upTo}`, {}, { min: null, max: printed(node.upTo).toFixed() })]
    }
    if ('uplift' in node && 'upTo' in node.of) {
      const plain = printed(node.of.upTo)
      const raised = plain.times(printed(node.uplift).times('0.01').plus('1'))
      return [undefined, false, true].map((said) =>
        make(`上浮 ${said}`, said === undefined ? {} : { [node.when]: fact(said) }, {
          min: null,
          max: (said ? raised : plain).toFixed(),
        }),
      )
    }
    if ('excess' in node) return excessCases(provision, node, make)
    if ('times' in node && node.within !== undefined) return withinCases(provision, node, make)
    if ('cap' in node) return capCases(node, make)
    if ('lowest' in node) return lowestCases(node, make)
    return []
  })
}

type Make = (name: string, facts: Facts, expected: BoundaryCase['expected']) => BoundaryCase

function excessCases(
  provision: Provision,
  node: Extract<Amount, { excess: string }>,
  make: Make,
): BoundaryCase[] {
  const over = printed(node.over)
  const start = calculate(provision, make('', { [node.count]: fact(over) }, 'eligible').facts)[0]?.min
  if (start === null || start === undefined)
    throw new Error(`${provision.rule.id}: no amount at ${node.over}`)
  const demanded = provision.rule.conditions.some(
    (demand) => 'atLeast' in demand && demand.fact === node.count && demand.atLeast === node.over,
  )
  return [
    make(
      `one below ${node.over}`,
      { [node.count]: fact(over.minus('1')) },
      demanded ? 'not-eligible' : exact(new Big(start)),
    ),
    ...['0', '1', '2'].map((more) =>
      make(
        `${more} above ${node.over}`,
        { [node.count]: fact(over.plus(more)) },
        exact(new Big(start).plus(printed(node.excess).times(more))),
      ),
    ),
  ]
}

function withinCases(
  provision: Provision,
  node: Extract<Amount, { times: string[] }>,
  make: Make,
): BoundaryCase[] {
  return Object.entries(node.within ?? {}).flatMap(([name, text]) => {
    const definition = provision.definitions[name]
    const limit = printed(text).times(
      definition?.type === 'count' && definition.unit === '月' && text.endsWith('年') ? '12' : '1',
    )
    // A tiny sum for every base, so that no cap hides the limit.
    const bases = Object.fromEntries(
      Object.entries(provision.definitions).flatMap(([each, { type }]) =>
        type === 'money' ? [[each, fact(new Big('10'))]] : [],
      ),
    )
    return calculate(provision, make('', bases, 'eligible').facts)
      .slice(0, 1)
      .flatMap(() =>
        optionsOf(node.of).flatMap((option) => {
          const at = (count: Big) => ({ ...bases, ...option, [name]: fact(count) })
          const [one] = calculate(provision, make('', at(new Big('1')), 'eligible').facts)
          const each = (count: Big) => ({
            min: one?.min == null ? null : count.times(one.min).toFixed(),
            max: one?.max == null ? null : count.times(one.max).toFixed(),
          })
          return [limit.minus('1'), limit, limit.plus('1')].map((count) =>
            make(`${count.toFixed()} against ${text}内`, at(count), each(count.gt(limit) ? limit : count)),
          )
        }),
      )
  })
}

const optionsOf = (node: Amount): Facts[] =>
  'cases' in node ? Object.keys(node.cases).map((option) => ({ [node.by]: fact(option) })) : [{}]

/** The sum from which the cap binds is found from the printed share alone. */
function capCases(node: Extract<Amount, { cap: string }>, make: Make): BoundaryCase[] {
  const share = paths(node.of)
    .map((path) => path.node)
    .find((each) => 'share' in each)
  if (share === undefined || !('share' in share) || typeof share.of !== 'string') return []
  const name = share.of
  const limit = printed(node.cap)
  const factor = printed(share.share).times('0.01')
  const counts = paths(node.of).flatMap((path) => ('times' in path.node ? path.node.times : []))
  const years = Object.fromEntries(counts.map((count) => [count, fact(new Big('1'))]))
  const base = limit.times('100').div(printed(share.share))
  return [base.minus('0.01'), base, base.plus('0.01'), base.times('10')].map((sum) => {
    const plain = sum.times(factor)
    return make(
      `${sum.toFixed()} under 不超过${node.cap}`,
      { ...years, [name]: fact(sum) },
      exact(plain.gt(limit) ? limit : plain),
    )
  })
}

function lowestCases(node: Extract<Amount, { lowest: Amount[] }>, make: Make): BoundaryCase[] {
  const ceiling = node.lowest.find((each) => 'upTo' in each)
  const open = node.lowest.find((each) => 'whole' in each)
  if (ceiling === undefined || open === undefined || !('upTo' in ceiling) || !('whole' in open)) return []
  const limit = printed(ceiling.upTo)
  return [new Big('0'), limit.minus('0.01'), limit, limit.plus('0.01')].map((sum) =>
    make(
      `${sum.toFixed()} against 最高${ceiling.upTo}`,
      { [open.whole]: fact(sum) },
      { min: null, max: (sum.gt(limit) ? limit : sum).toFixed() },
    ),
  )
}
