import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import type { Understanding } from './understand.ts'
import { type Wanted, wantedIn } from './wanted.ts'

/** What a message that only tells, or leaves out what it asks, takes from the last one that asked. */
export function completed(asked: Wanted, understood: Understanding, state: ConversationState): Wanted {
  const { tells, previous, followsUp, elliptic, text, resumed } = understood
  const isTold =
    tells &&
    asked.about !== 'authority' &&
    asked.about !== 'validity' &&
    previous !== '' &&
    numbersIn(text).length === 0
  const isLeftOut = elliptic && !asked.asksAmount && !asked.ofMoney
  return isTold || isLeftOut || (followsUp && asked.unknown)
    ? { ...wantedIn(resumed ?? state.asked), unknown: asked.unknown, ...(asked.total ? { total: true } : {}) }
    : asked
}
