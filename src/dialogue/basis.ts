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

/** 该提多少？里头培训的最少多少: what is computed from it is asked about as well. */
export function withPortions(topics: Topic[], available: Provision[], text: string): Topic[] {
  const alone = PORTION.test(text)
  if (!alone && !ASKS_PORTION.test(text)) return topics
  const further = available.filter(
    (one) =>
      topics.some(({ provision }) => restsOn(one, provision)) &&
      !topics.some(({ provision }) => provision === one),
  )
  const portions = further.map((provision) => ({ provision, words: [] }))
  return alone && portions.length > 0 ? portions : [...topics, ...portions]
}

/** 其中花在培训上的最少多少, after the whole was answered. */
const PORTION = /^(?:那么?|这)?(?:其中|里[头面边]|当中)[^，,。；;]*(?:多少|几[万千百块成])/u
const ASKS_PORTION = /(?:多少|几[万千百块成]).*(?:其中|里[头面边]|当中).*(?:多少|几[万千百块成])/u

const restsOn = ({ rule: one, documentId }: Provision, other: Provision): boolean =>
  documentId === other.documentId && holds(one.amount, JSON.stringify(other.rule.amount))

function holds(amount: unknown, part: string): boolean {
  if (typeof amount !== 'object' || amount === null) return false
  return Object.values(amount).some((inner) => JSON.stringify(inner) === part || holds(inner, part))
}
