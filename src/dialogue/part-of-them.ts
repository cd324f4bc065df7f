import { readNumeral } from '../corpus/numeral.ts'
import type { Book } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import type { ConversationState } from './conversation.ts'
import { isDenied } from './negation.ts'
import { type Case, headsFactOf, headsOf } from './results.ts'
import type { Understanding } from './understand.ts'

/** 其中8个, 有5个; 还有5个 are others. */
const PART =
  /(?:其中|里[面头边]|当中|(?<![还另又再也没])有)有?([\d一二两俩三仨四五六七八九十百]+)(?:个|人|名|位)?/u

/**
 * 其中8个是中级工, 里面8个没过, after 30: a part of those counted before is told of. The rest stays as it was; the part
 * stands beside it where it differs in what a rule knows, and falls away where it merely failed. Null where no part is told of.
 */
export function partOfThem(
  book: Book,
  { followsUp, tells, text }: Pick<Understanding, 'followsUp' | 'tells' | 'text'>,
  own: Case[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
): Case[] | null {
  const [[now, ...others], [before, ...more]] = [
    own.filter((one) => !isWholeOf(book, one, own, cases)),
    cases,
  ]
  const match = PART.exec(text)
  const few = readNumeral(match?.[1] ?? '')
  if (
    !(followsUp || OF_THOSE.test(match?.[0] ?? '')) ||
    match === null ||
    few === null ||
    now === undefined ||
    before === undefined
  )
    return null
  const heads = headsFactOf(book, before)
  const whole = headsOf(book, before)
  if (others.length + more.length > 0 || now.provision !== before.provision) return null
  if (heads === null || !few.eq(String(headsOf(book, now))) || !few.lt(String(whole))) return null
  const rest = {
    ...before,
    facts: { ...before.facts, [heads]: exactly(few.times('-1').plus(String(whole))) },
  }
  const differs = Object.entries(now.facts).some(
    ([name, value]) =>
      name !== heads &&
      before.facts[name] !== undefined &&
      JSON.stringify(before.facts[name]) !== JSON.stringify(value),
  )
  if (differs) return tells || own.length > 1 || ASKS_ALL.test(text) ? [rest, now] : null
  return isDenied(text, { start: match.index, end: match.index + match[0].length }) ? [rest] : null
}

/** Those who were counted before, whatever is named now. */
const OF_THOSE = /^(?:其中|里[面头边]|当中)/u
const ASKS_ALL = /分别|各|一共|合计|总共|加起来/u

/** 8个带两年, 其中3个只带了一年，其余的两年: of the two that are told now the one that is as it was. */
const isWholeOf = (book: Book, one: Case, own: Case[], [before, ...more]: Case[]): boolean =>
  own.length === 2 &&
  more.length === 0 &&
  before !== undefined &&
  headsOf(book, one) === headsOf(book, before) &&
  JSON.stringify(Object.entries(one.facts).toSorted()) ===
    JSON.stringify(Object.entries(before.facts).toSorted())
