import { type Book, findProvision } from '../entitlements/book.ts'
import { writeInterval } from '../entitlements/fact.ts'
import type { ConversationState } from './conversation.ts'
import type { Case } from './results.ts'

/** A count that was said before and is said otherwise now. */
export interface Contradiction {
  label: string
  before: string
  now: string
}

/** 要是8个呢, 不对是8个, 又走了4个: changed on purpose. */
const ON_PURPOSE =
  /要是|如果|假如|倘若|换|改|呢|不对|不是|错|漏|其实|实际|应该|后来|又|再|另|还有|加|减|少了|多了|走了|来了|就按|那|砍/u

/** What a message says of one case otherwise than the conversation did, without saying that it changes anything. */
export function contradictions(
  book: Book,
  text: string,
  cases: Case[],
  { results }: Pick<ConversationState, 'results'>,
): Contradiction[] {
  const [now, ...others] = cases
  const before = results.filter(({ provision }) => provision === now?.provision)
  const [last, ...more] = before
  if (now === undefined || last === undefined || others.length + more.length > 0 || ON_PURPOSE.test(text))
    return []
  const definitions = findProvision(book, now.provision)?.definitions ?? {}
  return Object.entries(definitions).flatMap(([name, definition]) => {
    const [earlier, later] = [last.facts[name], now.facts[name]]
    if (definition.type !== 'count' || typeof earlier !== 'object' || typeof later !== 'object') return []
    const [a, b] = [writeInterval(earlier), writeInterval(later)]
    const unit = definition.unit
    return a === b ? [] : [{ label: definition.label, before: `${a}${unit}`, now: `${b}${unit}` }]
  })
}
