import Big from 'big.js'
import { readQuantity } from '../corpus/quantity.ts'
import { literals } from './amount.ts'
import { evaluate } from './evaluate.ts'
import type { FactDefinition, Facts, FactValue } from './fact.ts'
import { exactly } from './interval.ts'
import type { Provision } from './rule.ts'
import type { Term } from './term.ts'

/**
 * The missing facts that can still change the result, in the order of asking. Every one is tried at the ends of
 * its domain and around each printed number: a fact whose every value gives the same result is not asked for.
 */
export function relevant({ rule, definitions }: Provision, facts: Facts, term: Term): string[] {
  const candidates = [...new Set(term.missing)].filter((name) => facts[name] === undefined)
  if (candidates.length === 0) return []
  const settled: Facts = { ...facts }
  for (const [name, option] of Object.entries(term.chosen))
    settled[name] = { value: option, source: 'assumed' }
  const printed = literals(rule.amount)
    .filter((text) => !/[—-]/.test(text))
    .map((text) => readQuantity(text).value)
  return candidates.filter((name) => {
    if (name in term.chosen) return true
    const own = fingerprint([term])
    return trials(definitions[name], printed).some((value) => {
      const tried: Facts = { ...settled, [name]: { value, source: 'said' } }
      return fingerprint(evaluate(rule.amount, { facts: tried, definitions })) !== own
    })
  })
}

const fingerprint = (terms: Term[]): string =>
  terms
    .map((term) => [term.value.min?.toFixed(), term.value.max?.toFixed(), term.per.join()].join('|'))
    .join(';')

function trials(definition: FactDefinition | undefined, printed: Big[]): FactValue[] {
  if (definition === undefined) return []
  if (definition.type === 'choice') return Object.keys(definition.options)
  if (definition.type === 'yes-no') return [true, false]
  const most =
    definition.type === 'count' ? String(definition.most) : definition.type === 'percent' ? '100' : '1e12'
  const ends = [new Big('1'), new Big(most)]
  return [...ends, ...printed.flatMap((value) => [value, value.plus('1')])].map(exactly)
}
