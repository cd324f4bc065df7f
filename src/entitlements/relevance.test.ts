import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Amount } from './amount.ts'
import { calculate } from './calculate.ts'
import { summary } from './example.ts'
import { type FactDefinitions, type Facts, factDefinition, inputsSchema } from './fact.ts'
import { entitlement, type Provision } from './rule.ts'
import { amountFacts, factsFor, isPresumed, provision, situations } from './testing/given.ts'

const missing = (each: Provision, given: Record<string, unknown> = {}): string[][] =>
  calculate(each, inputsSchema(each.definitions).parse(given)).map((result) => result.missing)

const DEFINITIONS: FactDefinitions = Object.fromEntries(
  Object.entries({
    salary: { label: '薪酬', type: 'money' },
    cost: { label: '成本', type: 'money' },
    growth: { label: '增幅', type: 'percent' },
    years: { label: '年数', type: 'count', unit: '年', most: 3 },
    heads: { label: '人数', type: 'count', unit: '人' },
    scarce: { label: '紧缺', type: 'yes-no' },
    grade: { label: '等级', type: 'choice', options: { high: { label: '高' }, low: { label: '低' } } },
  }).map(([name, definition]) => [name, factDefinition.parse(definition)]),
)

/** A rule that no document contains. */
function invented(amount: Amount): Provision {
  const rule = entitlement.parse({
    id: 'invented',
    name: '虚构补贴',
    kind: 'payment',
    recipient: 'person',
    amount,
    clauses: [{ clause: '一', quote: '给予补贴' }],
    examples: [{ given: {}, gives: 'needs-facts' }],
  })
  const definitions = Object.fromEntries(
    amountFacts(amount).map((name) => [name, DEFINITIONS[name] as FactDefinitions[string]]),
  )
  return { rule, documentId: 'invented', region: '包头市', definitions }
}

const underCap: Amount = { cap: '50万元', of: { times: ['years'], of: { share: '50%', of: 'salary' } } }

describe('a fact is asked for', () => {
  test.each([
    ['baotou-2025-apprenticeship', {}, [['apprentices', 'years']]],
    ['baotou-2025-apprenticeship', { apprentices: 30 }, [['years']]],
    ['baotou-2025-apprenticeship', { apprentices: 30, years: 1 }, [[]]],
    ['baotou-2025-apprenticeship', { apprentices: 0 }, [['years']]],
    ['baotou-2021-selected-technician', {}, [['title'], ['title'], ['title']]],
    ['baotou-2021-skill-upgrade', {}, [[]]],
    ['wuhou-matching-award', {}, [['award-sum']]],
    ['jinhua-talent-introduction', {}, [['salary']]],
    ['jinhua-talent-introduction', { salary: 2_000_000 }, [[]]],
    ['jinhua-contest-host', {}, [['cost', 'projects']]],
    ['jinhua-contest-host', { projects: 1 }, [['cost']]],
    ['jinhua-supply-award', {}, [['supplied', 'years']]],
    [
      'jinhua-technician-allowance',
      {},
      [
        ['grade', 'months'],
        ['grade', 'months'],
      ],
    ],
    ['jinhua-training-subsidy', {}, [[]]],
    ['jinhua-training-centre', {}, [[]]],
    ['baotou-2025-school-net-income', {}, [['surplus'], ['performance-pay']]],
    ['baotou-2025-school-net-income', { surplus: 1_000_000 }, [['performance-pay', 'net-income']]],
    ['baotou-2025-school-net-income', { surplus: 0 }, [[]]],
    ['baotou-2025-wage-growth', { 'manager-growth': 5 }, [['specialist-growth']]],
    ['baotou-2025-wage-growth', { 'manager-growth': 100 }, [[]]],
    ['neimenggu-2015-senior-posts', { 'base-level': 'national', 'unit-level': 'city' }, [[]]],
    ['neimenggu-2015-senior-posts', { 'base-level': 'city' }, [[], ['unit-level'], ['unit-level']]],
  ])('by %s with %j: %j', (id, given, expected) => {
    expect(missing(provision(id), given)).toEqual(expected)
  })

  test('only until a cap is reached whatever it turns out to be', () => {
    const rule = invented(underCap)
    expect(missing(rule, { years: 2 })).toEqual([['salary']])
    expect(missing(rule, { salary: 900_000, years: 2 })).toEqual([[]])
  })

  test('as a choice only where the text prints a value for each option', () => {
    const by: Amount = { by: 'grade', cases: { high: { fixed: '2万元' }, low: { upTo: '1万元' } } }
    expect(missing(invented(by))).toEqual([['grade'], ['grade']])
    expect(missing(invented({ times: ['heads'], of: by }), { grade: 'low' })).toEqual([['heads']])
    expect(missing(invented({ times: ['heads'], of: by }), { heads: 2 })).toEqual([['grade'], ['grade']])
  })

  test('never for an uplift, which is told instead', () => {
    expect(missing(invented({ uplift: '30%', when: 'scarce', of: { fixed: '1万元' } }))).toEqual([[]])
  })

  test('not where a ceiling of nothing is known already', () => {
    expect(missing(invented({ lowest: [{ whole: 'salary' }, { whole: 'cost' }] }), { salary: 0 })).toEqual([
      [],
    ])
    expect(missing(invented({ lowest: [{ whole: 'salary' }, { whole: 'cost' }] }), { salary: 2 })).toEqual([
      ['cost'],
    ])
  })

  test('once, however often an amount needs it', () => {
    expect(missing(invented({ sum: [{ whole: 'salary' }, { share: '10%', of: 'salary' }] }))).toEqual([
      ['salary'],
    ])
  })

  test('in the order in which the amount needs it', () => {
    expect(missing(invented({ times: ['heads', 'years'], of: { whole: 'salary' } }))).toEqual([
      ['salary', 'heads', 'years'],
    ])
  })
})

// A presumed count is no unknown (see the contract), so it is not asked for even where it would change the figure.
describe('over random facts', () => {
  test('what is not asked for changes nothing, whatever it is', () => {
    fc.assert(
      fc.property(
        situations.chain(({ provision: each, facts }) =>
          factsFor(each).map((more) => ({ each, facts, more })),
        ),
        ({ each, facts, more }) => {
          const before = calculate(each, facts)
          const [only] = before
          if (before.length !== 1 || only === undefined || only.outcome === 'not-eligible') return
          for (const name of amountFacts(each.rule.amount)) {
            if (
              facts[name] !== undefined ||
              more[name] === undefined ||
              isPresumed(name, each) ||
              only.missing.includes(name)
            )
              continue
            const after = calculate(each, { ...facts, [name]: more[name] as Facts[string] })
            if (after.some(({ outcome }) => outcome === 'not-eligible')) continue
            expect(after.map(summary)).toEqual(before.map(summary))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
