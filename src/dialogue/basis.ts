import type { Provision } from '../entitlements/rule.ts'
import type { FactValues } from './assign.ts'
import type { Topic } from './topic.ts'

/** The topics whose result a provision is computed from: 70% of what is set aside at 8% of the wages. */
export const basisOf = ({ provision }: Topic, topics: Topic[]): Topic[] =>
  topics.filter((one) => one.provision !== provision && restsOn(provision, one.provision))

/** 提了90万，其中: where the message tells the result of a provision, only what rests on it is asked about. */
export const isTold = ({ provision }: Topic, { provision: other }: Topic, facts: FactValues): boolean =>
  restsOn(other, provision) &&
  Object.keys(other.definitions).some((name) => facts[name] !== undefined && !(name in provision.definitions))

const restsOn = ({ rule: one, documentId }: Provision, other: Provision): boolean =>
  documentId === other.documentId && holds(one.amount, JSON.stringify(other.rule.amount))

function holds(amount: unknown, part: string): boolean {
  if (typeof amount !== 'object' || amount === null) return false
  return Object.values(amount).some((inner) => JSON.stringify(inner) === part || holds(inner, part))
}
