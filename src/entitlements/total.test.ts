import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { type Calculation, calculation } from './calculation.ts'
import { summary } from './example.ts'
import { inputsSchema } from './fact.ts'
import { book, provision } from './testing/given.ts'
import { type Item, type Stacking, total } from './total.ts'

/** What one rule gives on the facts, as an item of a total. */
function item(id: string, given: Record<string, unknown> = {}): Item {
  const { rule, documentId, definitions } = provision(id)
  const [first] = calculate(provision(id), inputsSchema(definitions).parse(given))
  return { calculation: first as Calculation, documentId, group: rule.group }
}

const citationId = `jinhua-craftsman-draft/${book.stacking['jinhua-craftsman-draft']?.clause}`
const one = { citationId, sameRecipient: true }
const several = { citationId, sameRecipient: false }
const added = { citationId: null, sameRecipient: true }

function sum(items: Item[], stacking: Stacking = added) {
  const result = total(items, stacking)
  if ('refused' in result) throw new Error(result.refused)
  expect(calculation.parse(result.calculation)).toEqual(result.calculation)
  return result
}

const craftsman = (title: string, people?: number) =>
  item('jinhua-craftsman-award', { craftsman: title, ...(people === undefined ? {} : { people }) })
const medal = (name: string) => item('jinhua-worldskills-award', { medal: name })

describe('a total', () => {
  test('is none of one award beside another that is not due', () => {
    const due = item('baotou-2021-selected-technician', { title: 'chief' })
    const notDue = item('baotou-2021-worldskills-person', { medal: 'excellence' })
    expect(total([due, notDue], added)).toEqual({ refused: 'nothing' })
    expect(total([notDue, due], added)).toEqual({ refused: 'nothing' })
    const excellent = item('baotou-2021-selected-technician', { title: 'excellent' })
    expect(summary(sum([due, excellent, notDue]).calculation)).toBe('exact 130000 元')
    expect(summary(sum([due]).calculation)).toBe('exact 100000 元')
  })

  test('adds what the question lists, exactly', () => {
    const { calculation: whole, displaced } = sum([
      item('baotou-2021-selected-technician', { title: 'chief', people: 3 }),
      item('baotou-2021-worldskills-person', { people: 2 }),
    ])
    expect(summary(whole)).toBe('exact 700000 元')
    expect(displaced).toEqual([])
    expect(whole).toMatchObject({
      entitlementId: 'total',
      name: '合计',
      variant: null,
      region: '包头市',
      recipient: 'person',
      missing: [],
      remarks: [],
    })
    expect(whole.steps).toEqual([
      {
        label: '合计',
        expression: '高技能人才一次性奖补300000元 + 世界技能大赛获奖个人奖励400000元',
        value: '700000',
        citationId: 'baotou-2021-craftsman-city/三（二）4',
      },
    ])
    expect(whole.citationIds).toEqual([
      'baotou-2021-craftsman-city/三（二）4',
      'baotou-2021-craftsman-city/三（三）8',
    ])
    expect(whole.inputs.map(({ name, value }) => `${name} ${value}`)).toContain('people 3')
    expect(whole.inputs.map(({ name, value }) => `${name} ${value}`)).toContain('people 2')
  })

  test('of one item is that item', () => {
    expect(summary(sum([medal('gold')], one).calculation)).toBe('exact 2000000 元')
  })

  test('counts titles of one series once, at the highest, and names what it displaced', () => {
    const { calculation: whole, displaced } = sum(
      [craftsman('craftsman'), craftsman('great'), craftsman('outstanding')],
      one,
    )
    expect(summary(whole)).toBe('exact 50000 元')
    expect(displaced.map((lost) => lost.max)).toEqual(['10000', '30000'])
    expect(whole.steps.slice(0, 2)).toEqual([
      {
        label: '从高、从优、不重复',
        expression: '金华工匠经费资助10000元属于同类，不再相加',
        value: '不重复计',
        citationId,
      },
      {
        label: '从高、从优、不重复',
        expression: '金华工匠经费资助30000元属于同类，不再相加',
        value: '不重复计',
        citationId,
      },
    ])
    expect(whole.citationIds).toContain(citationId)
    expect(whole.citationIds.at(-1)).toBe(citationId)
  })

  test('counts equal awards of one series once, the first of them', () => {
    const items = [craftsman('great'), craftsman('great'), craftsman('great')]
    const { calculation: whole, displaced } = sum(items, one)
    expect(summary(whole)).toBe('exact 50000 元')
    expect(displaced).toEqual([items[1]?.calculation, items[2]?.calculation])
  })

  test('of two awards of equal height keeps the one named first', () => {
    const equal = [item('jinhua-china-skills-award'), medal('silver')].map((each) => ({
      ...each,
      group: 'same',
    }))
    const { displaced, calculation: whole } = sum(equal, one)
    expect(displaced.map(({ name }) => name)).toEqual(['世界技能大赛获奖奖励资助'])
    expect(whole.steps.at(-1)?.expression).toBe('中华技能大奖获得者奖励资助1000000元')
  })

  test('adds awards of different series to one person', () => {
    const { calculation: whole, displaced } = sum(
      [craftsman('great'), medal('gold'), medal('silver'), item('jinhua-china-skills-award')],
      one,
    )
    expect(summary(whole)).toBe('exact 3050000 元')
    expect(displaced.map((lost) => lost.max)).toEqual(['1000000'])
    expect(whole.steps.map(({ label }) => label)).toEqual(['从高、从优、不重复', '合计'])
  })

  test('never displaces the award of one person by that of another', () => {
    const { calculation: whole, displaced } = sum(
      [craftsman('craftsman', 4), craftsman('great'), medal('gold'), medal('silver')],
      several,
    )
    expect(summary(whole)).toBe('exact 3090000 元')
    expect(displaced).toEqual([])
    expect(whole.citationIds).not.toContain(citationId)
  })

  test('adds awards of one series where no clause forbids it', () => {
    const items = ['special', 'chief'].map((title) => item('baotou-2021-selected-technician', { title }))
    expect(summary(sum(items, added).calculation)).toBe('exact 300000 元')
  })

  test('does not cite the clause on stacking where nothing was displaced', () => {
    expect(sum([craftsman('great'), medal('gold')], one).calculation.citationIds).not.toContain(citationId)
  })

  test('compares ceilings and floors of one series by the bound that they have', () => {
    const grouped = (each: Item): Item => ({ ...each, group: 'same' })
    const ceilings = [item('jinhua-innovation-studio'), item('jinhua-master-studio')].map(grouped)
    expect(summary(sum(ceilings, one).calculation)).toBe('at-most 150000 元')
    const floors = [100_000, 900_000].map((fund) =>
      grouped(item('jinhua-education-fund-use', { 'education-fund': fund })),
    )
    expect(summary(sum(floors, one).calculation)).toBe('at-least 630000 元')
  })
})

describe('the bounds of a total', () => {
  test('an exact sum and a ceiling make a ceiling, for the lower side is open', () => {
    const items = [
      item('jinhua-recognition-subsidy', { 'high-skilled': 50 }),
      item('jinhua-innovation-studio'),
    ]
    expect(summary(sum(items).calculation)).toBe('at-most 40000 元')
    expect(sum(items).calculation.min).toBe(null)
    expect(sum(items).calculation.remarks).toEqual([])
  })

  test('a range and an exact sum make a range', () => {
    const items = [
      item('baotou-2021-skill-upgrade', { people: 2 }),
      item('baotou-2021-selected-technician', { title: 'chief' }),
    ]
    expect(summary(sum(items).calculation)).toBe('range 102000 110000 元')
    expect(sum(items).calculation.steps.at(-1)).toMatchObject({
      expression: '职业技能提升补贴2000—10000元 + 高技能人才一次性奖补100000元',
      value: '102000—110000',
    })
  })

  test('a floor and an exact sum make a floor', () => {
    const items = [
      item('jinhua-education-fund-use', { 'education-fund': 100_000 }),
      item('jinhua-recognition-subsidy', { 'high-skilled': 1 }),
    ]
    expect(summary(sum(items).calculation)).toBe('at-least 70600 元')
  })

  test('a floor and a ceiling leave no bound at all, and say so', () => {
    const items = [
      item('jinhua-education-fund-use', { 'education-fund': 100_000 }),
      item('jinhua-innovation-studio'),
    ]
    expect(summary(sum(items).calculation)).toBe('needs-facts')
  })

  test('rates of one unit are added in that unit', () => {
    const items = [item('jinhua-trial-host'), item('jinhua-contest-host')].map((each) => ({
      ...each,
      calculation: { ...each.calculation, recipient: 'institution' as const },
    }))
    const { calculation: whole } = sum(items)
    expect(summary(whole)).toBe('at-most 250000 元/个')
    expect(whole.missing).toEqual(['projects', 'cost'])
  })

  test('what has no sum is left out and named', () => {
    const items = [
      item('jinhua-leader-housing'),
      medal('gold'),
      item('jinhua-government-allowance', { 'newly-listed': false }),
    ]
    const { calculation: whole } = sum(items)
    expect(summary(whole)).toBe('exact 2000000 元')
    expect(whole.remarks).toEqual([
      '引进高技能领军人才购房补贴没有可相加的数额，未计入',
      '新入围政府特殊津贴奖励资助没有可相加的数额，未计入',
    ])
  })
})

describe('a total that is never drawn', () => {
  test.each([
    ['documents', [item('jinhua-china-skills-award'), item('wuhou-zhuge-craftsman')]],
    ['recipients', [item('baotou-2021-worldskills-person'), item('baotou-2021-worldskills-employer')]],
    ['units', [item('jinhua-recognition-subsidy'), item('jinhua-master-studio')]],
    ['units', [item('jinhua-master-studio'), item('jinhua-recognition-subsidy')]],
    ['nothing', [item('jinhua-leader-housing')]],
    ['nothing', []],
  ])('across or over %s', (refused, items) => {
    expect(total(items, added)).toEqual({ refused })
    expect(total(items, one)).toEqual({ refused })
  })

  test('is still drawn where only what has no sum lies elsewhere', () => {
    expect(summary(sum([item('jinhua-china-skills-award'), item('wuhou-direct-naming')]).calculation)).toBe(
      'exact 1000000 元',
    )
  })
})
