import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { inputsSchema } from './fact.ts'
import { provision } from './testing/given.ts'

const calculated = (id: string, given: Record<string, unknown> = {}) =>
  calculate(provision(id), inputsSchema(provision(id).definitions).parse(given))

/** The steps of each calculation, one line each: what, how, how much. */
const steps = (id: string, given: Record<string, unknown> = {}): string[][] =>
  calculated(id, given).map((each) =>
    each.steps.map(({ label, expression, value }) => `${label}: ${expression} = ${value}`),
  )

const inputs = (id: string, given: Record<string, unknown> = {}): string[][] =>
  calculated(id, given).map((each) =>
    each.inputs.map(({ name, label, value, unit, source }) => `${source} ${name} ${label} ${value}${unit}`),
  )

describe('the steps of a calculation', () => {
  test.each([
    [
      'baotou-2025-apprenticeship',
      { apprentices: 12, years: 3 },
      [['每人每年: 6000—8000元/人·年 = 6000—8000', '合计: 12人 × 3年 × 6000—8000元/人·年 = 216000—288000']],
    ],
  ])('%s with %j', (id, given, expected) => {
    expect(steps(id, given)).toEqual(expected)
  })
})

describe('the inputs of a calculation', () => {
  test.each([
    [
      'baotou-2025-apprenticeship',
      { apprentices: 12 },
      [['said apprentices 学徒人数 12人', 'assumed apprenticeship 开展企业新型学徒制培训 是']],
    ],
  ])('%s with %j', (id, given, expected) => {
    expect(inputs(id, given)).toEqual(expected)
  })
})
