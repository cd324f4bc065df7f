import { readNumeral } from '../corpus/numeral.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import type { ConversationState } from './conversation.ts'
import { type Case, headsFactOf, headsOf } from './results.ts'
import { optionsNamed } from './truths.ts'

/** 其实是, 应该是: what stands before is not so, what stands behind is. */
const INSTEAD = /^[^，,。；;]{0,6}(?:(?:其实|应该|实际上?|才)是|改[成为]|升[成为了到]+)[^，,。；;]{0,3}$/u

/** 首席有一个后来评上特级了: so many of those that had the first value. */
const SO_MANY =
  /^[^，,。；;]{0,4}(?:有|其中|里[面头])(?<n>[一二两三四五六七八九十\d]+)[个名位人]?[^，,。；;]{0,6}(?:评[上为成]|升|晋|改|成|其实是|应该是)[^，,。；;]{0,4}$/u

/** Of the first those that are left, and beside them so many of the other; null where it is not told how many. */
function movedOut(book: Book, between: string, one: Case, facts: Case['facts']): Case[] | null {
  const few = readNumeral(SO_MANY.exec(between)?.groups?.n ?? '')
  const heads = headsFactOf(book, one)
  if (few === null || heads === null || !few.lt(String(headsOf(book, one)))) return null
  const left = exactly(few.times('-1').plus(String(headsOf(book, one))))
  return [
    { ...one, facts: { ...one.facts, [heads]: left } },
    { ...one, facts: { ...one.facts, ...facts, [heads]: exactly(few) } },
  ]
}

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
    const between = text.slice(from.end, to.start)
    if (!INSTEAD.test(between) && !SO_MANY.test(between)) continue
    const meant = cases.filter(({ facts }) => facts[name] === from.item)
    if (meant.length !== 1 || cases.some(({ facts }) => facts[name] === to.item)) continue
    const parts = movedOut(book, between, meant[0] as Case, { [name]: to.item })
    if (parts !== null) return cases.flatMap((one) => (one === meant[0] ? parts : [one]))
    if (!INSTEAD.test(between)) continue
    return cases.map((one) => (one === meant[0] ? { ...one, facts: { ...one.facts, [name]: to.item } } : one))
  }
  return null
}
