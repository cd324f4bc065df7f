import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { type Condition, condition, judge } from './condition.ts'
import { type FactDefinitions, type Facts, factDefinition } from './fact.ts'

const DEFINITIONS: FactDefinitions = {
  share: factDefinition.parse({ label: '比例', type: 'percent', part: 'part', whole: 'whole' }),
  plain: factDefinition.parse({ label: '比例', type: 'percent' }),
  half: factDefinition.parse({ label: '比例', type: 'percent', part: 'part' }),
  other: factDefinition.parse({ label: '比例', type: 'percent', whole: 'whole' }),
  part: factDefinition.parse({ label: '一部分', type: 'count', unit: '人' }),
  whole: factDefinition.parse({ label: '全部', type: 'count', unit: '人' }),
}

const between = (min: string | null, max: string | null): Facts[string] => ({
  value: { min: min === null ? null : new Big(min), max: max === null ? null : new Big(max) },
  source: 'said',
})

describe('a demand on a range', () => {
  const verdict = (demand: object, facts: Facts) =>
    judge({ text: '达到要求', ...demand } as Condition, facts, DEFINITIONS)
  const atLeast = { fact: 'part', atLeast: '20人' }

  test.each([
    ['20', '30', 'met'],
    ['19', '20', 'unknown'],
    ['10', '19', 'failed'],
    ['20', null, 'unknown'],
    [null, '20', 'unknown'],
    [null, '19', 'unknown'],
    [null, null, 'unknown'],
  ])('from %s to %s is %s only when every value says the same', (min, max, truth) => {
    expect(verdict(atLeast, { part: between(min, max) }).truth).toBe(truth)
  })

  test.each([
    ['20', '20', '100', '100', 'met'],
    ['19', '19', '100', '100', 'failed'],
    ['20', '30', '90', '100', 'met'],
    ['19', '30', '90', '100', 'unknown'],
    ['10', '17', '90', '100', 'failed'],
    ['10', '18', '90', '100', 'unknown'],
    [null, '18', '90', '100', 'unknown'],
    ['20', '30', '90', null, 'unknown'],
  ])('of a share of two counts, %s—%s of %s—%s, is %s', (min, max, low, high, truth) => {
    const facts = { part: between(min, max), whole: between(low, high) }
    expect(verdict({ fact: 'share', atLeast: '20%' }, facts).truth).toBe(truth)
  })

  test('of a share is unknown without both counts, or where the share follows from none', () => {
    const facts = { part: between('1', '1'), whole: between('100', '100') }
    const share = (fact: string, known: Facts) => verdict({ fact, atLeast: '20%' }, known).truth
    expect(share('share', facts)).toBe('failed')
    expect(
      ['plain', 'half', 'other', 'part', 'undefined'].map((fact) =>
        share(fact, fact === 'part' ? {} : facts),
      ),
    ).toEqual(Array(5).fill('unknown'))
    expect([{ part: facts.part }, { whole: facts.whole }, {}].map((known) => share('share', known))).toEqual(
      Array(3).fill('unknown'),
    )
  })

  test('takes a fact without a word on it as one to be met', () => {
    expect(condition.parse({ text: '开展培训', fact: 'training' })).toEqual({
      text: '开展培训',
      fact: 'training',
      is: true,
    })
  })

  test('that no definition describes still says why it failed', () => {
    expect(verdict({ fact: 'undefined', atLeast: '20人' }, { undefined: between('10', '19') }).reason).toBe(
      '须达到要求；现为10—19，差1',
    )
  })
})
