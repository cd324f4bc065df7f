import { calculate } from './calculate.ts'
import type { Calculation } from './calculation.ts'
import { inputsSchema } from './fact.ts'
import type { Entitlement, Provision } from './rule.ts'

type Example = Entitlement['examples'][number]

/** Runs a worked example of a rule; null where it comes out as written, otherwise what came out instead. */
export function runExample(provision: Provision, example: Example): string | null {
  const facts = inputsSchema(provision.definitions).parse(example.given)
  const expected = [example.gives].flat().join('; ')
  const actual = calculate(provision, facts).map(summary).join('; ')
  return actual === expected
    ? null
    : `given ${JSON.stringify(example.given)}: expected ${expected}, got ${actual}`
}

/** "range 1000 5000 元", "not-stated": the figures of a calculation and nothing else. */
export function summary({ outcome, min, max, unit }: Calculation): string {
  if (outcome === 'not-stated' || outcome === 'not-eligible' || outcome === 'needs-facts') return outcome
  const figures = outcome === 'range' ? `${min} ${max}` : (max ?? min)
  return `${outcome} ${figures} ${unit}`
}
