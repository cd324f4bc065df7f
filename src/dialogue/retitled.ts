import { type Book, findProvision } from '../entitlements/book.ts'
import type { ConversationState } from './conversation.ts'
import { optionsNamed } from './truths.ts'

/** 其实是, 应该是: what stands before is not so, what stands behind is. */
const INSTEAD = /^[^，,。；;]{0,6}(?:(?:其实|应该|实际上?|才)是|改[成为]|升[成为了到]+)[^，,。；;]{0,3}$/u

/**
 * 特级的那个其实是首席, after several were answered: the one case that had the first value has the second, the others are as
 * they were. Null where nothing of the kind is said.
 */
export function retitled(
  book: Book,
  text: string,
  { cases }: ConversationState['last'],
): ConversationState['last']['cases'] | null {
  if (cases.length < 2) return null
  for (const [name, definition] of Object.entries(
    findProvision(book, cases[0]?.provision ?? '')?.definitions ?? {},
  )) {
    const named = optionsNamed(text, definition)
    const [from, to] = [named[0], named.at(-1)]
    if (from === undefined || to === undefined || from.item === to.item) continue
    if (!INSTEAD.test(text.slice(from.end, to.start))) continue
    const meant = cases.filter(({ facts }) => facts[name] === from.item)
    if (meant.length !== 1 || cases.some(({ facts }) => facts[name] === to.item)) continue
    return cases.map((one) => (one === meant[0] ? { ...one, facts: { ...one.facts, [name]: to.item } } : one))
  }
  return null
}
