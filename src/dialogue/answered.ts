import type { Provision } from '../entitlements/rule.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import type { Topic } from './topic.ts'

/**
 * What goes on with an answer is about what was answered, also where no word of it or of the question names that
 * (等等，提的是150).
 */
export function answeredBefore(
  topics: Topic[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
  going: {
    fresh: boolean
    stays: boolean
    tells: boolean
    now: string
    told: string
    available: Provision[]
  },
): Topic[] {
  const ids = new Set(cases.map(({ provision }) => provision))
  if (going.fresh || !going.stays) return topics
  // 拨了多少不知道: what only the words of the question before name was not answered then, and is not now.
  const kept = topics.filter(
    ({ provision, words }) => ids.has(provision.rule.id) || words.some((word) => going.told.includes(word)),
  )
  if (topics.length > 0)
    return (going.tells || HOLDS_ON.test(going.now)) &&
      kept.some(({ provision }) => ids.has(provision.rule.id))
      ? kept
      : topics
  const tells = going.now.length <= LONGEST && numbersIn(going.now).some(({ rate }) => rate !== true)
  return tells
    ? going.available.filter(({ rule }) => ids.has(rule.id)).map((provision) => ({ provision, words: [] }))
    : topics
}

/** 还是这7个人，一共多少: the same is asked of the same ones. */
const HOLDS_ON = /还是(?:这|那|原来|原先|同样)|(?:人|别的|其他|其它)(?:都|还)?(?:不变|没变|一样)/u

/** A longer message is a matter of its own. */
const LONGEST = 24
