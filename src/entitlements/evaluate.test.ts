import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { evaluate } from './evaluate.ts'
import { factDefinition } from './fact.ts'
import { provision } from './testing/given.ts'

describe('a share of another amount', () => {
  const of = (printed: object) =>
    evaluate({ share: '50%', of: printed as { upTo: string } }, { facts: {}, definitions: {} })

  test('of a ceiling is a ceiling, of a range a range', () => {
    expect(of({ upTo: '5万元' }).map(({ value }) => [value.min, value.max?.toFixed()])).toEqual([
      [null, '25000'],
    ])
    expect(
      of({ range: '1000—5000元' }).map(({ value }) => [value.min?.toFixed(), value.max?.toFixed()]),
    ).toEqual([['500', '2500']])
  })

  test('that nobody can compute yet has the unit of money', () => {
    expect(
      calculate(provision('wuhou-matching-award'), {}).map(({ outcome, unit }) => `${outcome} ${unit}`),
    ).toEqual(['needs-facts 元'])
  })
})

describe('a sum of which one part is not provided for', () => {
  const grade = (label: string) =>
    factDefinition.parse({
      label,
      type: 'choice',
      options: { high: { label: '高级' }, low: { label: `${label}低级` } },
    })
  const definitions = { first: grade('甲'), second: grade('乙') }
  const high = (by: string) => ({ by, cases: { high: { fixed: '1万元' } } })
  const sum = { sum: [high('first'), high('second')] }
  const graded = (first: string, second: string) =>
    evaluate(sum, {
      definitions,
      facts: { first: { value: first, source: 'said' }, second: { value: second, source: 'said' } },
    })

  test('is refused for the first such part', () => {
    expect(graded('high', 'high').map(({ excluded, value }) => [excluded, value.max?.toFixed()])).toEqual([
      [null, '20000'],
    ])
    expect(graded('high', 'low').map(({ excluded }) => excluded)).toEqual([
      '条款只规定了高级，没有规定乙低级',
    ])
    expect(graded('low', 'low').map(({ excluded }) => excluded)).toEqual(['条款只规定了高级，没有规定甲低级'])
  })
})
