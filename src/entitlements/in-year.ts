import Big from 'big.js'
import type { Amount } from './amount.ts'
import { type Case, writeInterval } from './fact.ts'
import { exactly, isExact } from './interval.ts'
import type { Term } from './term.ts'

type Run = Extract<Amount, { cap: string }>['inYear']

/** What the third year adds to the first two, all of them under one cap; null where no year is named. */
export function inYear(run: Run, given: Case, sum: (given: Case) => Term[]): Term[] | null {
  if (run === undefined) return null
  const definition = given.definitions[run.choice]
  const said = given.facts[run.choice]?.value
  if (definition?.type !== 'choice' || typeof said !== 'string') return null
  const nth = Object.keys(definition.options).indexOf(said) + 1
  const until = (years: number) => {
    const count = { value: exactly(new Big(String(years))), source: 'derived' as const }
    return sum({ ...given, facts: { ...given.facts, [run.count]: count } })
  }
  const [before, once] = [until(nth - 1), until(1)]
  return until(nth).map((term, i) => {
    const [had, year] = [before[i]?.value, once[i]?.value]
    if (had?.min == null || year === undefined || term.value.min === null) return term
    const used = [...term.used, run.choice]
    // Of a base that is itself a range no more is sure than that no year exceeds its own share.
    if (!isExact(term.value) || !isExact(had)) return { ...term, value: { min: null, max: year.max }, used }
    const value = exactly(term.value.min.minus(had.min))
    const expression = `${writeInterval(term.value)}元 − ${writeInterval(had)}元`
    const label = definition.options[said]?.label ?? said
    return {
      ...term,
      value,
      used,
      steps: [...term.steps, { label, expression, value: writeInterval(value) }],
    }
  })
}
