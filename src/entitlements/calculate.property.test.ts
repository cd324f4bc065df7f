import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { type Calculation, calculation } from './calculation.ts'
import { runExample, summary } from './example.ts'
import { type FactDefinition, type Facts, unitOf, writeValue } from './fact.ts'
import type { Interval } from './interval.ts'
import { amountFacts, book, isPresumed, situations } from './testing/given.ts'
import { expectedOf, fixedPoint } from './testing/oracle.ts'

const amountOf = (text: string | null): bigint | null => (text === null ? null : fixedPoint(text))

/** Inside, where an open side holds everything on that side. */
function isInside(inner: Calculation, outer: Calculation): boolean {
  const [lo, hi, low, high] = [inner.min, inner.max, outer.min, outer.max].map(amountOf) as [
    bigint | null,
    bigint | null,
    bigint | null,
    bigint | null,
  ]
  return (low === null || (lo !== null && lo >= low)) && (high === null || (hi !== null && hi <= high))
}

const without = (facts: Facts, name: string): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name))

/** What one year of a run adds under its cap may be nothing, and falls as the base rises. */
const wholeRuns = situations.map(({ provision, facts }) => ({
  provision,
  facts: without(facts, 'asked-year'),
}))

const isGranted = ({ outcome }: Calculation): boolean => outcome !== 'not-eligible'

describe('a calculation over random facts', () => {
  test('comes out as every worked example says', () => {
    const wrong = book.provisions.flatMap((each) =>
      each.rule.examples.flatMap((example) => runExample(each, example) ?? []),
    )
    expect(wrong).toEqual([])
  })

  test('agrees with a second reading of the rules in whole numbers', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        expect(calculate(provision, facts).map(summary)).toEqual(expectedOf(provision, facts))
      }),
      { numRuns: 800 },
    )
  })

  test('agrees with the second reading where nothing at all is known', () => {
    for (const provision of book.provisions)
      expect(calculate(provision, {}).map(summary)).toEqual(expectedOf(provision, {}))
  })

  test('has the shape of the contract: decimal strings, never negative, bounds as its outcome says', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        for (const result of calculate(provision, facts)) {
          expect(calculation.parse(result)).toEqual(result)
          const { outcome, min, max } = result
          const bounds = `${min === null ? 'open' : 'set'} ${max === null ? 'open' : 'set'}`
          const expected = {
            exact: 'set set',
            range: 'set set',
            'at-most': 'open set',
            'at-least': 'set open',
          }
          expect(bounds).toBe(outcome in expected ? expected[outcome as keyof typeof expected] : 'open open')
          if (outcome === 'exact') expect(min).toBe(max)
          if (outcome === 'range') expect((amountOf(min) as bigint) < (amountOf(max) as bigint)).toBe(true)
          expect(
            result.citationIds.length > 0 &&
              result.steps.every(({ citationId }) => result.citationIds.includes(citationId)),
          ).toBe(true)
        }
      }),
    )
  })

  test('is the same in whatever order the facts came', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse())
        expect(calculate(provision, reversed)).toEqual(calculate(provision, facts))
      }),
    )
  })

  test('ignores a fact of another rule', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        const foreign: Facts = { ...facts, 'of-another-rule': { value: false, source: 'said' } }
        expect(calculate(provision, foreign)).toEqual(calculate(provision, facts))
      }),
    )
  })

  // A count that is presumed ("one for oneself", 连续三年) or an uplift that is only told is not unknown, so saying
  // it may replace the figure; so may a stated sum replace the one that a printed standard implies (`firstKnown`). A count that becomes known changes the unit; intervals of two units do not compare.
  test('never widens by a fact that becomes known, in the same unit', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        // A base or a reading that was not decided before may come in with the fact that decides it.
        if (/firstKnown|readings/.test(JSON.stringify(provision.rule.amount))) return
        const after = calculate(provision, facts).filter(isGranted)
        for (const name of Object.keys(facts).filter((each) => !isPresumed(each, provision))) {
          const before = calculate(provision, without(facts, name)).filter(isGranted)
          for (const result of after) {
            const comparable = before.filter(({ unit }) => unit === result.unit)
            const silent = comparable.length === 0 || result.outcome === 'not-stated'
            expect(silent || comparable.some((earlier) => isInside(result, earlier))).toBe(true)
          }
        }
      }),
    )
  })

  test('takes what is unknown neither as no nor as zero', () => {
    fc.assert(
      fc.property(wholeRuns, ({ provision, facts }) => {
        const hasShare = ([name]: [string, unknown]) => {
          const definition = provision.definitions[name]
          return definition?.type === 'percent' && definition.part !== undefined
        }
        const entries = Object.entries(facts)
        if (calculate(provision, facts).some(isGranted) && !entries.some(hasShare)) {
          for (const [name] of entries)
            expect(calculate(provision, without(facts, name)).some(isGranted)).toBe(true)
        }
        const positive = Object.fromEntries(
          entries.filter(([, { value }]) => typeof value !== 'object' || value.min?.gt('0')),
        )
        for (const { min, max } of calculate(provision, positive)) expect([min, max]).not.toContain('0')
      }),
    )
  })

  test('never falls when a count or a sum rises', () => {
    fc.assert(
      fc.property(wholeRuns, fc.integer({ min: 1, max: 30 }), ({ provision, facts }, more) => {
        const before = calculate(provision, facts)
        for (const [name, fact] of Object.entries(facts)) {
          if (typeof fact.value !== 'object') continue
          const { min, max } = fact.value
          const raised: Interval = {
            min: min?.plus(String(more)) ?? null,
            max: max?.plus(String(more)) ?? null,
          }
          const after = calculate(provision, { ...facts, [name]: { ...fact, value: raised } })
          if (!before.every(isGranted) || !after.every(isGranted)) continue
          expect(after.length).toBe(before.length)
          for (const [i, { min, max }] of after.entries()) {
            const earlier = before[i] as Calculation
            if (min !== null && earlier.min !== null)
              expect(fixedPoint(min) >= fixedPoint(earlier.min)).toBe(true)
            if (max !== null && earlier.max !== null)
              expect(fixedPoint(max) >= fixedPoint(earlier.max)).toBe(true)
          }
        }
      }),
    )
  })

  test('echoes what was said, as it was said', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        const results = calculate(provision, facts)
        const inputs = results.flatMap((result) => result.inputs)
        for (const { name, value, unit, source, label } of inputs.filter(
          (input) => input.source === 'said',
        )) {
          const definition = provision.definitions[name] as FactDefinition
          expect(source === 'said' && facts[name] !== undefined).toBe(true)
          expect([label, value, unit]).toEqual([
            definition.label,
            writeValue((facts[name] as Facts[string]).value, definition),
            unitOf(definition),
          ])
        }
        if (!results.every(isGranted)) return
        for (const name of amountFacts(provision.rule.amount))
          if (facts[name] !== undefined) expect(inputs.map((input) => input.name)).toContain(name)
      }),
    )
  })

  test('names as missing only facts of its own that nobody gave', () => {
    fc.assert(
      fc.property(situations, ({ provision, facts }) => {
        for (const { missing } of calculate(provision, facts)) {
          expect(new Set(missing).size).toBe(missing.length)
          for (const name of missing)
            expect(facts[name] === undefined && amountFacts(provision.rule.amount).includes(name)).toBe(true)
        }
      }),
    )
  })
})
