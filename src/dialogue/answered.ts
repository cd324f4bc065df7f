import type { Provision } from '../entitlements/rule.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import type { Topic } from './topic.ts'

/** 等等，提的是150, and no word of it or of the question names a provision: a number of what was computed last. */
export function answeredBefore(
  topics: Topic[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
  going: { fresh: boolean; stays: boolean; now: string; available: Provision[] },
): Topic[] {
  const tells = going.now.length <= LONGEST && numbersIn(going.now).some(({ rate }) => rate !== true)
  if (topics.length > 0 || going.fresh || !going.stays || !tells) return topics
  const ids = new Set(cases.map(({ provision }) => provision))
  return going.available.filter(({ rule }) => ids.has(rule.id)).map((provision) => ({ provision, words: [] }))
}

/** A longer message is a matter of its own. */
const LONGEST = 24
