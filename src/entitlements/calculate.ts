import { readQuantity } from '../corpus/quantity.ts'
import type { Calculation, Outcome } from './calculation.ts'
import { applies, type Condition, inUnit, judge } from './condition.ts'
import { evaluate } from './evaluate.ts'
import { type FactDefinition, type FactDefinitions, type Facts, unitOf, writeValue } from './fact.ts'
import { exactly, type Interval, isExact } from './interval.ts'
import { relevant } from './relevance.ts'
import type { Provision } from './rule.ts'
import type { Term } from './term.ts'

/**
 * What one provision gives on the facts known. Several calculations where the text prints a value for each option
 * of a choice that nobody made, or where a clause reads two ways; exactly one otherwise. Pure and deterministic.
 */
export function calculate(provision: Provision, facts: Facts): Calculation[] {
  const own: Facts = {}
  for (const name of Object.keys(provision.definitions)) {
    const fact = facts[name]
    if (fact !== undefined) own[name] = fact
  }
  if (Object.keys(own).length > 0) return compute(provision, own)
  const known = withoutFacts.get(provision) ?? compute(provision, {})
  withoutFacts.set(provision, known)
  return known
}

/** Of most provisions a case says nothing: what they give then never changes. */
const withoutFacts = new WeakMap<Provision, Calculation[]>()

function compute(provision: Provision, facts: Facts): Calculation[] {
  const { rule, definitions } = provision
  const demands = rule.conditions.filter((condition) => applies(condition, facts))
  const verdicts = demands.map((condition) => ({ condition, ...judge(condition, facts, definitions) }))
  const failed = verdicts.filter((verdict) => verdict.truth === 'failed')
  if (failed.length > 0)
    return [
      refused(
        provision,
        facts,
        failed.map((verdict) => verdict.reason as string),
      ),
    ]
  const assumed = verdicts
    .filter((verdict) => verdict.truth === 'unknown')
    .map((verdict) => verdict.condition)
  const known = presume(narrow(facts, assumed, definitions), definitions)
  return evaluate(rule.amount, { facts: known, definitions }).map((term) =>
    term.excluded === null
      ? granted(provision, known, assumed, term)
      : refused(provision, facts, [term.excluded]),
  )
}

/** One for oneself, and what the clause itself fixes, where nobody said otherwise. */
export function presume(facts: Facts, definitions: FactDefinitions): Facts {
  const presumed: Facts = { ...facts }
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'count' || facts[name] !== undefined) continue
    if (definition.self) presumed[name] = { value: exactly(ONE), source: 'assumed' }
    else if (definition.printed !== undefined) {
      presumed[name] = { value: exactly(readQuantity(definition.printed).value), source: 'derived' }
    }
  }
  return presumed
}

const ONE = readQuantity('1人').value

/** A range that straddles a threshold counts from the threshold on: the claim presupposes that it is reached. */
function narrow(facts: Facts, assumed: Condition[], definitions: FactDefinitions): Facts {
  const narrowed: Facts = { ...facts }
  for (const condition of assumed) {
    if (!('atLeast' in condition)) continue
    const fact = narrowed[condition.fact]
    const bounds = fact?.value as Interval | undefined
    if (fact === undefined || bounds === undefined) continue
    narrowed[condition.fact] = {
      source: 'derived',
      value: { min: inUnit(condition.atLeast, definitions[condition.fact]), max: bounds.max },
    }
  }
  return narrowed
}

function granted(provision: Provision, facts: Facts, assumed: Condition[], term: Term): Calculation {
  const { rule, definitions } = provision
  const outcome = outcomeOf(term)
  const value = term.rate !== null && isUnbounded(term.value) ? term.rate : term.value
  const unit = term.rate !== null && isUnbounded(term.value) ? '%' : unitWith(term)
  return {
    ...heading(provision, term.labels),
    outcome,
    min: outcome === 'not-stated' ? null : (value.min?.toFixed() ?? null),
    max: outcome === 'not-stated' ? null : (value.max?.toFixed() ?? null),
    unit,
    steps: stepsOf(provision, term),
    inputs: [...usedInputs(term, facts, definitions), ...assumedInputs(assumed, definitions)],
    missing: relevant(provision, facts, term),
    remarks: [...rule.remarks, ...term.remarks],
  }
}

function refused(provision: Provision, facts: Facts, reasons: string[]): Calculation {
  const { rule, definitions } = provision
  const named = rule.conditions.flatMap((condition) => ('fact' in condition ? [condition.fact] : []))
  const said = [...new Set([...named, ...Object.keys(definitions)])].filter(
    (name) => facts[name] !== undefined,
  )
  return {
    ...heading(provision, []),
    outcome: 'not-eligible',
    min: null,
    max: null,
    unit: '元',
    steps: reasons.map((reason) => ({
      label: '不符合条件',
      expression: reason,
      value: '不符合',
      citationId: deciding(provision),
    })),
    inputs: said.map((name) => inputOf(name, facts, definitions)),
    missing: [],
    remarks: rule.remarks,
  }
}

function heading(provision: Provision, labels: string[]) {
  const { rule, documentId, region } = provision
  const variant = labels.length === 0 ? null : labels.join('，')
  return {
    entitlementId: rule.id,
    name: variant === null ? rule.name : `${rule.name}（${variant}）`,
    region,
    recipient: rule.recipient,
    citationIds: [...new Set(rule.clauses.map(({ clause }) => `${documentId}/${clause}`))],
    variant,
  }
}

const deciding = ({ rule, documentId }: Provision) => `${documentId}/${rule.clauses[0]?.clause}`

const isUnbounded = ({ min, max }: Interval) => min === null && max === null

export function outcomeOf(term: Term): Outcome {
  if (term.unstated !== null) return 'not-stated'
  const { min, max } = isUnbounded(term.value) && term.rate !== null ? term.rate : term.value
  if (min === null) return max === null ? 'needs-facts' : 'at-most'
  if (max === null) return 'at-least'
  return isExact({ min, max }) ? 'exact' : 'range'
}

const unitWith = (term: Term): string =>
  term.per.length === 0 ? term.unit : `${term.unit}/${term.per.join('·')}`

function stepsOf(provision: Provision, term: Term): Calculation['steps'] {
  const citationId = deciding(provision)
  if (term.unstated === null) return term.steps.map((step) => ({ ...step, citationId }))
  return [...term.steps, { label: '文件规定', expression: term.unstated, value: '未写明数额' }].map(
    (step) => ({ ...step, citationId }),
  )
}

function usedInputs(term: Term, facts: Facts, definitions: FactDefinitions): Calculation['inputs'] {
  const chosen = Object.entries(term.chosen).map(([name, option]) => {
    const definition = definitions[name] as FactDefinition
    return {
      name,
      label: definition.label,
      value: writeValue(option, definition),
      unit: '',
      source: 'assumed' as const,
    }
  })
  // What was said counts as much as what was multiplied.
  const said = Object.keys(definitions).filter((name) => facts[name]?.source === 'said')
  return [
    ...chosen,
    ...[...new Set([...term.used, ...said])].map((name) => inputOf(name, facts, definitions)),
  ]
}

function inputOf(name: string, facts: Facts, definitions: FactDefinitions): Calculation['inputs'][number] {
  const definition = definitions[name]
  const fact = facts[name]
  if (definition === undefined || fact === undefined) throw new Error(`no such fact: ${name}`)
  return {
    name,
    label: definition.label,
    value: writeValue(fact.value, definition),
    unit: unitOf(definition),
    source: fact.source,
  }
}

function assumedInputs(assumed: Condition[], definitions: FactDefinitions): Calculation['inputs'] {
  return assumed.map((condition, i) => {
    if ('judgement' in condition) {
      return {
        name: `judgement-${i + 1}`,
        label: condition.text,
        value: '由主管部门评定',
        unit: '',
        source: 'assumed' as const,
      }
    }
    const definition = definitions[condition.fact] as FactDefinition
    const value = presumedValue(condition, definition)
    return {
      name: condition.fact,
      label: condition.text,
      value,
      unit: unitOf(definition),
      source: 'assumed' as const,
    }
  })
}

function presumedValue(
  condition: Exclude<Condition, { judgement: true }>,
  definition: FactDefinition,
): string {
  if ('atLeast' in condition) return `不低于${inUnit(condition.atLeast, definition).toFixed()}`
  if ('atMost' in condition) return `不超过${inUnit(condition.atMost, definition).toFixed()}`
  if ('moreThan' in condition) return `超过${inUnit(condition.moreThan, definition).toFixed()}`
  return 'is' in condition && !condition.is ? '否' : '是'
}
