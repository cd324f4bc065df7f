import { asksOtherThanSum } from './asked-for.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import { isSuccession } from './succession.ts'
import type { Understanding } from './understand.ts'
import { type Wanted, wantedIn } from './wanted.ts'

/** What is no figure. */
const ASKS_ELSE = /谁|哪|什么|啥|怎|为何|多久|几[年次]|条件|要求|有效|算数|作废|能不能|可不可以/u

/** 又补进去1个，一共4个了: how many there are, and no sum. */
const COMES_TO =
  /(?:一共|总共|合计|共)[^，,。；;\d一二两三四五六七八九十百]{0,3}[\d一二两三四五六七八九十百]/u

/** What a message that only tells, or leaves out what it asks, takes from the last one that asked. */
export function completed(asked: Wanted, understood: Understanding, state: ConversationState): Wanted {
  const { isTextual, tells, settles, previous, followsUp, elliptic, text, resumed } = understood
  if (settles)
    return { ...asked, about: 'amount', corrects: true, total: asked.total && !COMES_TO.test(text) }
  if (understood.pointed !== null && !ASKS_ELSE.test(text) && asked.about !== 'authority')
    return { ...asked, about: 'amount' }
  const isTold =
    tells &&
    asked.about !== 'authority' &&
    asked.about !== 'validity' &&
    previous !== '' &&
    numbersIn(text).length === 0
  const isLeftOut = elliptic && !asked.asksAmount && !asked.ofMoney
  // 那省里要是拨六百万呢, after something by the way: the sum that was computed is asked with it.
  if (
    isLeftOut &&
    state.last.cases.length > 0 &&
    /要是|如果|假如|假设/u.test(text) &&
    numbersIn(text).some(({ rate }) => rate !== true)
  )
    return { ...asked, about: 'amount' }
  // 正好二十个够不够数, 护照过期，只剩5个: another number for what was computed.
  const isNumber =
    (asked.about === 'text' || asked.about === 'validity') &&
    followsUp &&
    !isTextual &&
    state.last.cases.length > 0 &&
    !ASKS_ELSE.test(text) &&
    !asksOtherThanSum(text) &&
    numbersIn(text).some(({ rate }) => rate !== true)
  if (isNumber) return { ...asked, about: 'amount' }
  // 前年杰出工匠，今年又评上大工匠: whether both are due is at stake, asked or not.
  if (isSuccession(text, understood.topics))
    return { ...asked, total: true, stacks: true, sameRecipient: true }
  return isTold || isLeftOut || (followsUp && asked.unknown)
    ? { ...wantedIn(resumed ?? state.asked), unknown: asked.unknown, ...(asked.total ? { total: true } : {}) }
    : asked
}
