import type { Condition } from '../../src/entitlements/condition.ts'
import type { Entitlement } from '../../src/entitlements/rule.ts'
import { figures, type RuleMutantKind, type Slip, type Surroundings, without } from './amount-slips.ts'

/** Every slip within the conditions of a rule. */
export function conditionSlips(rule: Entitlement, around: Surroundings): Slip<Condition[]>[] {
  return rule.conditions.flatMap((demand, i) => {
    const put = (kind: RuleMutantKind, change: string, mutated: Condition): Slip<Condition[]> => ({
      kind,
      change: `${demand.text.slice(0, 16)}: ${change}`,
      mutated: rule.conditions.with(i, mutated),
    })
    const removed: Slip<Condition[]> = {
      kind: 'condition',
      change: `${demand.text.slice(0, 16)}: removed`,
      mutated: without(rule.conditions, i),
    }
    return [removed, ...whenSlips(demand, around, put), ...demandSlips(demand, around, put)]
  })
}

type Put = (kind: RuleMutantKind, change: string, mutated: Condition) => Slip<Condition[]>

function whenSlips(demand: Condition, { facts }: Surroundings, put: Put): Slip<Condition[]>[] {
  const { when } = demand
  if (when === undefined) return []
  const definition = facts[when.fact]
  const options =
    definition?.type === 'choice'
      ? Object.keys(definition.options).filter((option) => !when.in.includes(option))
      : []
  return [
    put('condition', 'when removed', { ...demand, when: undefined }),
    ...options.map((option) =>
      put('condition', `when ${when.in} → ${option}`, { ...demand, when: { ...when, in: [option] } }),
    ),
  ]
}

function demandSlips(demand: Condition, around: Surroundings, put: Put): Slip<Condition[]>[] {
  const { text, when } = demand
  const base = { text, when }
  const numbers = (key: string, printed: string) =>
    figures(printed, around).map((other) =>
      put('threshold', `${printed} → ${other}`, { ...demand, [key]: other } as Condition),
    )
  if ('judgement' in demand) return []
  const { fact } = demand
  if ('in' in demand) {
    const definition = around.facts[fact]
    const more =
      definition?.type === 'choice'
        ? Object.keys(definition.options).filter((option) => !demand.in.includes(option))
        : []
    const shorter =
      demand.in.length < 2
        ? []
        : demand.in.map((option, i) =>
            put('condition', `without ${option}`, { ...demand, in: without(demand.in, i) }),
          )
    return [
      ...shorter,
      ...more.map((option) => put('condition', `with ${option}`, { ...demand, in: [...demand.in, option] })),
    ]
  }
  if ('is' in demand) return [put('condition', 'negated', { ...demand, is: !demand.is })]
  if ('atLeast' in demand)
    return [
      ...numbers('atLeast', demand.atLeast),
      put('threshold', '以上 → 超', { ...base, fact, moreThan: demand.atLeast }),
      put('threshold', '以上 → 以内', { ...base, fact, atMost: demand.atLeast }),
    ]
  if ('moreThan' in demand)
    return [
      ...numbers('moreThan', demand.moreThan),
      put('threshold', '超 → 以上', { ...base, fact, atLeast: demand.moreThan }),
    ]
  return [
    ...numbers('atMost', demand.atMost),
    put('threshold', '以内 → 以上', { ...base, fact, atLeast: demand.atMost }),
  ]
}
