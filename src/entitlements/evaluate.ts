import { readQuantity } from '../corpus/quantity.ts'
import { type Amount, allFacts } from './amount.ts'
import { inUnit } from './condition.ts'
import { type Case, type FactDefinition, unitOf, writeInterval } from './fact.ts'
import { inYear } from './in-year.ts'
import { excess, uplifted } from './increase.ts'
import { capped, exactly, highest, type Interval, lowestCeiling, plus, times } from './interval.ts'
import { readRange } from './literal.ts'
import { combinations, EMPTY, literalTerm, merged, PRINTED, show, type Term } from './term.ts'

/** Evaluates an amount for what is known. Pure; exact; never widens because something is unknown. */
export function evaluate(node: Amount, given: Case): Term[] {
  if ('fixed' in node) return [literalTerm(exactly(readQuantity(node.fixed).value), node.fixed)]
  if ('range' in node) {
    const [low, high] = readRange(node.range)
    return [literalTerm({ min: low.value, max: high.value }, node.range)]
  }
  if ('upTo' in node) return [literalTerm({ min: null, max: readQuantity(node.upTo).value }, node.upTo)]
  if ('unstated' in node) return [{ ...EMPTY, unstated: node.unstated }]
  if ('by' in node) return byChoice(node, given)
  if ('times' in node) return evaluate(node.of, given).map((term) => multiplied(node, term, given))
  if ('share' in node) return share(node, given)
  if ('cap' in node) return inYear(node.inYear, given, (years) => capAll(node, years)) ?? capAll(node, given)
  if ('sum' in node) return combinations(node.sum.map((part) => evaluate(part, given))).map(added)
  if ('excess' in node) return [excess(node, given)]
  if ('uplift' in node) return evaluate(node.of, given).map((term) => uplifted(node, term, given))
  if ('lowest' in node)
    return combinations(node.lowest.map((part) => evaluate(part, given))).flatMap((terms) =>
      lowest(terms, given),
    )
  if ('whole' in node) return [whole(node.whole, given)]
  if ('firstKnown' in node) return firstKnown(node.firstKnown, given)
  if ('notBelow' in node) return [notBelow(node.notBelow, given)]
  return readings(node.readings, given)
}

type Reading = Extract<Amount, { readings: unknown }>['readings'][number]

/**
 * The first reading, and every other one that it leaves open and what was said decides; where what was said rules the
 * first one out, all of them. The others are named, none is silently dropped.
 */
function readings(all: Reading[], given: Case): Term[] {
  const isDecided = ({ amount }: Reading) => allFacts(amount).some((name) => given.facts[name] !== undefined)
  const isRuledOut = ({ amount }: Reading) =>
    evaluate(amount, given).every(({ excluded }) => excluded !== null)
  const taken = all.filter((reading, i) => {
    const [first] = all as [Reading]
    return i === 0 || isRuledOut(first) || (!isDecided(first) && isDecided(reading))
  })
  const remarks = all
    .filter((reading) => !taken.includes(reading))
    .map(({ name, amount }) => {
      const values = evaluate(amount, given).map((term) => `${term.labels.join('')}${show(term)}`)
      return `也可以读作${name}：${values.join('、')}`
    })
  return taken.flatMap((reading) =>
    evaluate(reading.amount, given).map((term) => ({
      ...term,
      labels: [reading.name, ...term.labels],
      remarks: [...term.remarks, ...remarks],
      steps: [
        { label: '读法', expression: `${reading.name}：${reading.basis}`, value: reading.name },
        ...term.steps,
      ],
    })),
  )
}

function byChoice(node: Extract<Amount, { by: string }>, given: Case): Term[] {
  const definition = given.definitions[node.by]
  const label = (option: string) =>
    definition?.type === 'choice' ? (definition.options[option]?.label ?? option) : option
  const said = given.facts[node.by]?.value
  if (typeof said === 'string') {
    const chosen = node.cases[said]
    if (chosen === undefined) {
      const printed = Object.keys(node.cases).map(label).join('、')
      return [{ ...EMPTY, used: [node.by], excluded: `条款只规定了${printed}，没有规定${label(said)}` }]
    }
    return evaluate(chosen, given).map((term) => ({ ...term, used: [node.by, ...term.used] }))
  }
  return Object.entries(node.cases).flatMap(([option, chosen]) =>
    evaluate(chosen, given).map((term) => ({
      ...term,
      labels: [label(option), ...term.labels],
      chosen: { [node.by]: option, ...term.chosen },
      missing: [node.by, ...term.missing],
    })),
  )
}

function multiplied(node: Extract<Amount, { times: string[] }>, term: Term, given: Case): Term {
  const factors: string[] = []
  const result: Term = {
    ...term,
    per: [...term.per],
    // The rate says the printed amount again, with its unit.
    steps: term.steps.filter((step) => step.label !== PRINTED),
    missing: [...term.missing],
    used: [...term.used],
  }
  const units = node.times.map((name) => unitOf(given.definitions[name] as FactDefinition))
  // While the base is not known the formula stands in words.
  const open = term.value.min === null && term.value.max === null
  const rate = open ? `（${term.steps.at(-1)?.expression}）` : `${show(term)}/${units.join('·')}`
  for (const [i, name] of node.times.entries()) {
    const unit = units[i] as string
    const known = given.facts[name]?.value as Interval | undefined
    if (known === undefined) {
      result.per.push(unit)
      result.missing.push(name)
      continue
    }
    const limit = node.within?.[name]
    const counted = limit === undefined ? known : capped(known, inUnit(limit, given.definitions[name]))
    if (limit !== undefined && writeInterval(counted) !== writeInterval(known)) {
      result.steps.push({
        label: '期限',
        expression: `${limit}内：${writeInterval(known)}${unit}按${writeInterval(counted)}${unit}计`,
        value: writeInterval(counted),
      })
    }
    result.used.push(name)
    result.value = times(result.value, counted)
    factors.push(`${writeInterval(counted)}${unit}`)
  }
  for (const [name, limit] of Object.entries(node.within ?? {})) {
    if (result.missing.includes(name)) result.remarks = [...result.remarks, `最长${limit}`]
  }
  result.steps.push({ label: perLabel(units), expression: rate, value: writeInterval(term.value) })
  if (factors.length > 0) {
    result.steps.push({
      label: '合计',
      expression: `${factors.join(' × ')} × ${rate}`,
      value: writeInterval(result.value),
    })
  }
  return result
}

const perLabel = (units: string[]) => units.map((unit) => `每${unit}`).join('')

function share(node: Extract<Amount, { share: string }>, given: Case): Term[] {
  const printed = readQuantity(node.share)
  const factor = printed.kind === 'percent' ? printed.value.times('0.01') : printed.value
  const bound = (value: Interval): Interval => {
    if (node.bound === 'at-most') return { min: null, max: value.max }
    return node.bound === 'at-least' ? { min: value.min, max: null } : value
  }
  const rate = printed.kind === 'percent' ? bound(exactly(printed.value)) : null
  const baseName = typeof node.of === 'string' ? (given.definitions[node.of]?.label ?? node.of) : '上一步'
  const bases = typeof node.of === 'string' ? [whole(node.of, given)] : evaluate(node.of, given)
  return bases.map((base) => {
    if (base.value.min === null && base.value.max === null) {
      return {
        ...base,
        rate,
        steps: [
          ...base.steps,
          { label: '比例', expression: `${baseName} × ${node.share}`, value: node.share },
        ],
      }
    }
    const value = bound(times(base.value, exactly(factor)))
    const expression = `${writeInterval(base.value)}元 × ${node.share}`
    return {
      ...base,
      value,
      rate: null,
      steps: [...base.steps, { label: '按比例', expression, value: writeInterval(value) }],
    }
  })
}

function whole(name: string, given: Case): Term {
  const known = given.facts[name]?.value as Interval | undefined
  if (known === undefined) return { ...EMPTY, missing: [name] }
  const definition = given.definitions[name] as FactDefinition
  const expression = `${writeInterval(known)}${unitOf(definition)}`
  return {
    ...EMPTY,
    value: known,
    used: [name],
    steps: [{ label: definition.label, expression, value: writeInterval(known) }],
  }
}

function firstKnown(nodes: Amount[], given: Case): Term[] {
  const ways = nodes.map((node) => evaluate(node, given))
  const isKnown = ({ value }: Term) => value.min !== null || value.max !== null
  const at = ways.findIndex((terms) => terms.every(isKnown))
  const chosen = ways[Math.max(at, 0)] as Term[]
  // A way that would count before this one, or instead of it, is still asked for.
  const open = at < 0 ? ways.slice(1) : ways.slice(0, at)
  const passed = open.flatMap((terms) => terms.flatMap(({ missing }) => missing))
  return chosen.map((term) => ({ ...term, missing: [...term.missing, ...passed] }))
}

function notBelow(names: string[], given: Case): Term {
  const terms = names.map((name) => whole(name, given))
  const floors = terms.flatMap((term) => term.value.min ?? [])
  const value = { min: highest(floors), max: null }
  const steps = [
    {
      label: '取最高的下限',
      expression: names.map((name) => given.definitions[name]?.label ?? name).join('、'),
      value: writeInterval(value),
    },
  ]
  return {
    ...merged(terms),
    value,
    unit: '%',
    steps:
      floors.length > 1
        ? [...terms.flatMap((term) => term.steps), ...steps]
        : terms.flatMap((term) => term.steps),
  }
}

type Cap = Extract<Amount, { cap: string }>

const capAll = (node: Cap, given: Case): Term[] =>
  evaluate(node.of, given).map((term) => withCap(node.cap, term))

function withCap(cap: string, term: Term): Term {
  const value = capped(term.value, readQuantity(cap).value)
  const expression = term.value.max === null ? `不超过${cap}` : `${show(term)}，不超过${cap}`
  return {
    ...term,
    value,
    rate: null,
    steps: [...term.steps, { label: '上限', expression, value: writeInterval(value) }],
  }
}

function added(terms: Term[]): Term {
  const total = merged(terms)
  total.value = terms.map((term) => term.value).reduce(plus)
  total.steps.push({
    label: '相加',
    expression: terms.map(show).join(' + '),
    value: writeInterval(total.value),
  })
  return total
}

/** With no base known each ceiling stands by itself as a rate; with any known the lowest known one bounds. */
function lowest(terms: Term[], given: Case): Term[] {
  const known = terms.filter((term) => term.value.max !== null)
  if (known.length === 0)
    return terms
      .filter((term) => term.rate !== null)
      .map((term) => ({ ...term, labels: [...term.labels, ...labelOf(term, given)] }))
  const result = merged(terms)
  result.value = lowestCeiling(known.map((term) => term.value))
  result.steps.push({
    label: '取最低的上限',
    expression: known.map(show).join('，'),
    value: writeInterval(result.value),
  })
  return [result]
}

/** 上年度盈余额: whose share a ceiling is. */
const labelOf = (term: Term, { definitions }: Case): string[] =>
  term.missing.slice(0, 1).map((name) => definitions[name]?.label ?? name)
