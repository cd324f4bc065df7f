import { describe, expect, test } from 'vitest'
import { readQuantity } from '../corpus/quantity.ts'
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

test('one known fact of several decides for its reading', () => {
  const people = factDefinition.parse({ label: '人数', type: 'count', unit: '人' })
  const level = factDefinition.parse({ label: '级别', type: 'choice', options: { high: { label: '高级' } } })
  const second = { times: ['people'], of: { by: 'level', cases: { high: { fixed: '2元' } } } }
  const readings = [
    { name: '甲', basis: '甲', amount: { fixed: '1元' } },
    { name: '乙', basis: '乙', amount: second },
  ]
  const facts = { level: { value: 'high', source: 'said' as const } }
  expect(
    evaluate({ readings }, { facts, definitions: { people, level } }).map(({ labels }) => labels[0]),
  ).toEqual(['甲', '乙'])
})

test('a reading that still grants something in one case is not ruled out', () => {
  const choice = (label: string, ...names: string[]) =>
    factDefinition.parse({
      label,
      type: 'choice',
      options: Object.fromEntries(names.map((name) => [name, { label: name }])),
    })
  const definitions = { level: choice('级别', 'high', 'low'), kind: choice('类别', 'old', 'new') }
  const low = { by: 'kind', cases: { old: { fixed: '1元' } } }
  const readings = [
    { name: '甲', basis: '甲', amount: { by: 'level', cases: { high: { fixed: '3元' }, low } } },
    { name: '乙', basis: '乙', amount: { fixed: '2元' } },
  ]
  const facts = { kind: { value: 'new', source: 'said' as const } }
  expect(evaluate({ readings }, { facts, definitions }).map(({ labels }) => labels[0])).toEqual(['甲', '甲'])
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

describe('the first of several ways to a sum that the facts allow', () => {
  const money = (label: string) => factDefinition.parse({ label, type: 'money' })
  const grade = factDefinition.parse({
    label: '等级',
    type: 'choice',
    options: { high: { label: '高级' }, low: { label: '低级' } },
  })
  const definitions = { drawn: money('提取额'), wages: money('工资总额'), grade }
  const said = (sum: string) => ({
    value: { min: readQuantity(sum).value, max: readQuantity(sum).value },
    source: 'said' as const,
  })
  const ways = { firstKnown: [{ whole: 'drawn' }, { share: '8%', of: 'wages' }] }

  test('is the one that is known, and what would count before it is still asked for', () => {
    const [drawn] = evaluate(ways, { definitions, facts: { drawn: said('100元') } })
    expect([drawn?.value.min?.toFixed(), drawn?.missing]).toEqual(['100', []])
    const [wages] = evaluate(ways, { definitions, facts: { wages: said('100元') } })
    expect([wages?.value.min?.toFixed(), wages?.missing]).toEqual(['8', ['drawn']])
    expect(evaluate(ways, { definitions, facts: {} }).flatMap(({ missing }) => missing)).toEqual([
      'drawn',
      'wages',
    ])
  })

  test('may be a ceiling, and must be known in every case', () => {
    const ceiling = evaluate(
      { firstKnown: [{ upTo: '5万元' }, { fixed: '1万元' }] },
      { definitions, facts: {} },
    )
    expect(ceiling.map(({ value }) => value.max?.toFixed())).toEqual(['50000'])
    const partly = { by: 'grade', cases: { high: { fixed: '2万元' }, low: { whole: 'drawn' } } }
    const next = evaluate({ firstKnown: [partly, { fixed: '1万元' }] }, { definitions, facts: {} })
    expect(next.map(({ value }) => value.min?.toFixed())).toEqual(['10000'])
  })
})

describe('ceilings of which no base is known', () => {
  test('stand side by side, each named by its base', () => {
    expect(calculate(provision('baotou-2025-school-net-income'), {}).map(({ variant }) => variant)).toEqual([
      '上年度盈余额',
      '上年度绩效薪酬总量',
    ])
  })
})
