import { type Book, findProvision } from '../entitlements/book.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/** One provision with the facts of one case. */
export type Case = ConversationState['results'][number]

/** 加起来呢, after several answers: all of them; 再算上这个, after others: they and it. Null where nothing is added. */
export function addedUp(
  book: Book,
  { followsUp, text }: Understanding,
  { total, corrects }: Wanted,
  { state: { results }, own }: { state: ConversationState; own: Case[] },
): Case[] | null {
  if (!total || results.length === 0) return null
  if (!followsUp)
    return own.length === 1 && FURTHER.test(text) ? [...kept(book, own, { corrects }, results)] : null
  if (own.length > 1) return null
  // 三个人加起来呢: as many as were asked about before.
  const heads = results.reduce((sum, one) => sum + headsOf(book, one), 0)
  const numbers = numbersIn(text).filter(
    ({ value }) => ![1, results.length, heads].some((known) => value.min?.eq(String(known))),
  )
  return results.length > 1 && numbers.length === 0 ? results : null
}

/** How many people a case is about; one where it counts none. */
function headsOf(book: Book, { provision, facts }: Case): number {
  const definitions = findProvision(book, provision)?.definitions ?? {}
  const counts = Object.entries(facts).flatMap(([name, value]) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit === '人' && typeof value === 'object'
      ? [value]
      : []
  })
  return Number(counts[0]?.min?.toFixed() ?? 1)
}

const FURTHER = /再[加算有]|加上|算上|连同/u

/** As many as one conversation adds up. */
const MOST_RESULTS = 8

/** What was calculated in this document so far; a correction replaces the last. */
export function kept(
  book: Book,
  cases: Case[],
  { corrects }: Pick<Wanted, 'corrects'>,
  results: Case[],
): Case[] {
  const documentOf = ({ provision }: Case) => findProvision(book, provision)?.documentId
  const same = results.filter((one) => documentOf(one) === documentOf(cases[0] ?? one))
  const before = (corrects ? same.slice(0, -1) : same).filter(
    (one) => !cases.some((other) => completes(other, one)),
  )
  return [...before, ...cases].slice(-MOST_RESULTS)
}

/** 12个人, then 三年: what is known of the one stands in the other, which takes its place. */
const completes = (later: Case, earlier: Case): boolean =>
  later.provision === earlier.provision &&
  Object.entries(earlier.facts).every(
    ([name, value]) => JSON.stringify(later.facts[name]) === JSON.stringify(value),
  )

const AMENDS = /漏|多算|少算|应该是|改成|改为|才对|其实是|数错/u

/**
 * 杰出的漏了一个，应该是3个, after several awards: the last answer with the one case as it is put right, the others as
 * they were. Null where nothing of a part is put right.
 */
export function amended(
  { followsUp, text }: Pick<Understanding, 'followsUp' | 'text'>,
  { corrects }: Pick<Wanted, 'corrects'>,
  own: Case[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
): Case[] | null {
  const [now, ...others] = own
  if (now === undefined || cases.length < 2 || !(corrects || AMENDS.test(text))) return null
  if (others.length > 0) return followsUp && own.length === cases.length ? own : null
  const same = cases.filter((one) => one.provision === now.provision && isOfKind(one, now))
  if (same.length !== 1) return null
  return cases.map((one) => (same.includes(one) ? { ...one, facts: { ...one.facts, ...now.facts } } : one))
}

/** Of two cases nothing but numbers differs. */
const isOfKind = (a: Case, b: Case): boolean =>
  Object.entries(a.facts).every(
    ([name, value]) => typeof value === 'object' || b.facts[name] === undefined || b.facts[name] === value,
  )

export const isAmong = (cases: Case[], one: Case): boolean =>
  cases.some((other) => JSON.stringify(other) === JSON.stringify(one))
