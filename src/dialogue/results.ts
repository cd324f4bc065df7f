import { readNumeral } from '../corpus/numeral.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import { AMENDS, KEEPS } from './amends.ts'
import { ANOTHER_GROUP } from './changed.ts'
import type { ConversationState } from './conversation.ts'
import { differenceIn } from './difference.ts'
import { numbersIn } from './numbers.ts'
import { KIN } from './people.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/** One provision with the facts of one case. */
export type Case = ConversationState['results'][number]

export const headsFactOf = (book: Book, { provision, facts }: Case): string | null => {
  const definitions = findProvision(book, provision)?.definitions ?? {}
  const counting = (unit: RegExp) =>
    Object.keys(facts).find((name) => {
      const definition = definitions[name]
      return definition?.type === 'count' && unit.test(definition.unit) && typeof facts[name] === 'object'
    })
  return counting(/^人$/u) ?? counting(/^[个家项间支]$/u) ?? null
}

/** How many people a case is about; one where it counts none. */
export function headsOf(book: Book, one: Case): number {
  const name = headsFactOf(book, one)
  const value = name === null ? undefined : one.facts[name]
  return Number(typeof value === 'object' ? (value.min?.toFixed() ?? 1) : 1)
}

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
    (one) => !cases.some((other) => completes(other, one)) && !isParted(book, cases, one),
  )
  return [...before, ...cases].slice(-MOST_RESULTS)
}

/** 12个人, then 三年: what is known of the one stands in the other, which takes its place. */
const completes = (later: Case, earlier: Case): boolean =>
  later.provision === earlier.provision &&
  Object.entries(earlier.facts).every(
    ([name, value]) => JSON.stringify(later.facts[name]) === JSON.stringify(value),
  )

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
  if (
    now === undefined ||
    cases.length < 2 ||
    !(
      corrects ||
      AMENDS.test(text) ||
      (KEEPS.test(text) && numbersIn(text).some(({ kind }) => kind === 'count')) ||
      differenceIn(text) !== null
    )
  )
    return null
  if (others.length > 0) return followsUp && own.length === cases.length ? own : null
  const same = cases.filter((one) => one.provision === now.provision && isOfKind(one, now))
  const meant = same.length === 1 ? same[0] : same.at(placeIn(text) ?? same.length)
  if (meant === undefined) return null
  return cases.map((one) => (one === meant ? { ...one, facts: { ...one.facts, ...now.facts } } : one))
}

/** 那第一家呢, after several were answered: that one, as it stands by now. Null where none is pointed at. */
export function pointedAt(
  { followsUp, text }: Pick<Understanding, 'followsUp' | 'text'>,
  { last: { cases } }: Pick<ConversationState, 'last'>,
): Case[] | null {
  const place = followsUp && cases.length > 1 && numbersIn(text).length === 0 ? placeIn(text) : null
  const one = place === null ? undefined : cases.at(place)
  return one === undefined ? null : [one]
}

const NTH =
  /第([一二三四五六七八九])[个家批拨位名处年期组班届]|([头前])一[个家批拨位年]|([后末])一[个家批拨位]/u

/** 第二个班是20人: which of those told one after the other; null where none is pointed at. */
export function placeIn(text: string): number | null {
  const [found, nth, first] = NTH.exec(text) ?? []
  if (found === undefined) return null
  return nth === undefined ? (first === undefined ? -1 : 0) : '一二三四五六七八九'.indexOf(nth)
}

/** Of two cases nothing but numbers differs. */
const isOfKind = (a: Case, b: Case): boolean =>
  Object.entries(a.facts).every(
    ([name, value]) => typeof value === 'object' || b.facts[name] === undefined || b.facts[name] === value,
  )

export const isAlike = (a: Case, b: Case): boolean => a.provision === b.provision && isOfKind(a, b)

export const isAlikeAt = (one: Case, other: Case | undefined): boolean =>
  other !== undefined && isAlike(one, other)

export const isAmong = (cases: Case[], one: Case): boolean =>
  cases.some((other) => JSON.stringify(other) === JSON.stringify(one))

/** 六个人, then 两个是紧缺工种的 and the four others: the parts take the place of the whole. */
function isParted(book: Book, cases: Case[], whole: Case): boolean {
  const parts = cases.filter(({ provision }) => provision === whole.provision)
  return parts.length > 1 && parts.reduce((sum, one) => sum + headsOf(book, one), 0) === headsOf(book, whole)
}

/** 她不是优秀，够得上首席, after two of one title: one of them is told of, the other is as before. Null where none is. */
export function split(
  book: Book,
  { text }: Pick<Understanding, 'text'>,
  own: Case[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
): Case[] | null {
  const [[now, ...others], [before, ...more]] = [own, cases]
  if (now === undefined || before === undefined || others.length + more.length > 0) return null
  if (now.provision !== before.provision || !OF_THE_OTHER.test(text) || headsOf(book, before) !== 2)
    return null
  const heads = headsFactOf(book, before)
  const one = readNumeral('一')
  const isChanged = Object.entries(now.facts).some(
    ([name, value]) =>
      typeof value === 'string' && before.facts[name] !== undefined && before.facts[name] !== value,
  )
  if (heads === null || one === null || !isChanged) return null
  return [before, now].map(({ provision, facts }) => ({
    provision,
    facts: { ...facts, [heads]: exactly(one) },
  }))
}

/** She, and not they. */
const OF_THE_OTHER = new RegExp(
  `^(?:不过|但|可是?|其实|哦|啊|噢|不对)?[，,]?(?:我(?:家|的)?)?(?:[他她]|其中一个|有一个|另一个|${KIN})(?!们|俩|两)`,
  'u',
)

/** 只剩5个, after six: told without asking, another number takes the place of the one before. */
export function isTakenBack(
  { tells, followsUp, text }: Pick<Understanding, 'tells' | 'followsUp' | 'text'>,
  own: Case[],
  { last: { cases } }: Pick<ConversationState, 'last'>,
): boolean {
  const [[now, ...others], [before, ...more]] = [own, cases]
  return (
    (tells || LESS.test(text)) &&
    followsUp &&
    now !== undefined &&
    now.provision === before?.provision &&
    others.length + more.length === 0 &&
    (LESS.test(text) || !(ANOTHER.test(text) || ANOTHER_GROUP.test(text))) &&
    isOfKind(before, now)
  )
}

/** 少了3个人呢, 其中10个是别的学校的不算: fewer of the same. */
const LESS = /(?:少|走|退|刷|去|扣|减|砍)(?:了|掉|去|学)|剔[除掉]|不(?:能)?算|没[来去]/u
const ANOTHER = /另|还有|再|又|别的|其他|别人|[他她][们家]?(?=.{0,6}(?:是|有|评|拿))/u
