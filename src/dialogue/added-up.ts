import { readNumeral } from '../corpus/numeral.ts'
import type { Book } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import { isHeads } from './assign.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import { type Case, headsFactOf, headsOf, isAlike, isAlikeAt, isAmong, kept, placeIn } from './results.ts'
import type { Said } from './said.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/** 加起来呢, after several answers: all of them; 再算上这个, after others: they and it. Null where nothing is added. */
export function addedUp(
  book: Book,
  { followsUp, text }: Understanding,
  { total, corrects }: Wanted,
  { state: { results, last }, own }: { state: ConversationState; own: Case[] },
): Case[] | null {
  if (!total || results.length === 0) return null
  const back = pointedBackAt(book, text, results) ?? groupsMeant(book, text, results, own)
  if (back !== null) return back
  const alike = results.filter((one) => own.length === 1 && own.some((now) => isAlike(one, now)))
  // 两个人的配套加起来呢, of two who were answered each on their own.
  const isOfAll =
    alike.length > 1 &&
    numbersIn(text).every(({ value }) => value.min?.eq(String(alike.length))) &&
    !FURTHER.test(text)
  if (!followsUp && isOfAll) return alike
  const more = followsUp ? withMoreOfThem(book, text, own, last.cases) : null
  if (more !== null) return more
  const isFurther = own.length === 1 && !results.some(({ provision }) => provision === own[0]?.provision)
  if (!followsUp || (isFurther && FURTHER.test(text)))
    return own.length === 1 && FURTHER.test(text) ? [...kept(book, own, { corrects }, results)] : null
  // 合计, after 优秀的只上了4个: as they stand by now, not as they were told at first.
  const isAsBefore = own.length === last.cases.length && own.every((one, i) => isAlikeAt(one, last.cases[i]))
  if (own.length > 1) return isAsBefore && numbersIn(text).length === 0 ? last.cases : null
  // 三个人加起来呢: as many as were asked about before.
  const heads = results.reduce((sum, one) => sum + headsOf(book, one), 0)
  const numbers = numbersIn(text).filter(
    (one) =>
      !(isTime(one) && results.every(({ facts }) => isKnown(one, facts))) &&
      (isTime(one) || ![1, results.length, heads].some((known) => one.value.min?.eq(String(known)))),
  )
  return results.length > 1 && numbers.length === 0 ? results : null
}

const MORE_OF_THEM =
  /[又再][补增添招评选认加进带][^，,。；;\d一二两三四五六七八九十]{0,4}[\d一二两三四五六七八九十]+[个名位人]/u

/** 又补评了1个，现在总共多少: as many of the same as there are by now. Null where it is told what they come to. */
function withMoreOfThem(book: Book, text: string, own: Case[], cases: Case[]): Case[] | null {
  const [[now, ...others], [before, ...further]] = [own, cases]
  const counts = numbersIn(text).filter(({ kind }) => kind === 'count')
  if (now === undefined || before === undefined || others.length + further.length > 0) return null
  const heads = headsFactOf(book, before)
  const [by, told] = [counts[0]?.value.min, heads === null ? undefined : before.facts[heads]]
  if (!MORE_OF_THEM.test(text) || counts.length !== 1 || !isAlike(now, before) || heads === null) return null
  if (by == null || !by.eq(String(headsOf(book, now))) || typeof told !== 'object') return null
  if (told.min === null || !told.max?.eq(told.min)) return null
  return [{ ...before, facts: { ...before.facts, [heads]: exactly(told.min.plus(by)) } }]
}

const FURTHER =
  /再[加算有]|又[补增添加招评选认][^，,。；;]{0,4}[\d一二两三四五六七八九十]|另外还?有|加上|算上|连(?:同|上|[那这])|^(?:那|要是|如果)?[和跟与同][^，,。；;]{2,16}(?:加|[合算并凑]在?(?:到|成)?[一起块])/u

/** 厂里这两项加起来呢, of three: those answered last; 前面说的3位加上这8位: those of so many. */
function pointedBackAt(book: Book, text: string, results: Case[]): Case[] | null {
  const told = readNumeral(LATEST.exec(text)?.[1] ?? '')
  if (told?.lte(String(results.length))) return results.slice(-Number(told.toFixed()))
  const counts = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
  if (counts.length < 2 || !BACK.test(text)) return null
  const meant = counts.map(({ value }) => results.filter((one) => value.min?.eq(String(headsOf(book, one)))))
  return meant.every(({ length }) => length === 1) && new Set(meant.flat()).size === meant.length
    ? meant.flat()
    : null
}

const SEVERAL_GROUPS = /(?:[两二三四五六2-6][批拨组班期届轮家]|[两二三四五六2-6]个班)(?!次|级|长|学徒)/u

/**
 * 第二批是一个首席技师，两批总共: what was told before and what is told now; 第二年跟第三年的加起来: those; 两个班加一起, 高级技师那
 * 拨跟技师那拨: as they were answered. Null where no groups are spoken of.
 */
export function groupsMeant(book: Book, text: string, results: Case[], own: Case[]): Case[] | null {
  const counts = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
  const several = severalAt(text, results)
  if (several !== null) return several
  const nth = [...text.matchAll(NTH_OF)].flatMap(([found]) => placeIn(found) ?? [])
  const meant = [...new Set(nth)].flatMap((at) => results.at(at) ?? [])
  if (counts.length === 0 && meant.length > 1 && meant.length === new Set(nth).size) return meant
  const named = own.map((now) => results.filter((one) => isAlike(one, now)))
  const isNamed = named.every(({ length }) => length === 1) && new Set(named.flat()).size === own.length
  if (numbersIn(text).length === 0 && own.length > 1 && own.length === results.length && isNamed)
    return named.flat()
  const said = readNumeral(SEVERAL_GROUPS.exec(text)?.[0].slice(0, 1) ?? '')
  if (said === null) return null
  if (
    counts.every(({ value }) => value.min?.eq(said)) &&
    said.eq(String(results.length)) &&
    results.length > 1
  )
    return results
  const [now, ...others] = own
  const isNew = now !== undefined && others.length === 0 && !results.some((one) => isAmong([now], one))
  return isNew && said.eq(String(results.length + 1)) && FOLLOWING.test(text)
    ? [...kept(book, own, { corrects: false }, results)]
    : null
}

/** 头两年的加起来, 后两批一共: so many of them, the first or the last. */
function severalAt(text: string, results: Case[]): Case[] | null {
  const [, first, last] = SEVERAL_AT.exec(text) ?? []
  const size = Number(readNumeral(first ?? last ?? '')?.toFixed() ?? 0)
  if (size < 2 || size > results.length) return null
  return first === undefined ? results.slice(-size) : results.slice(0, size)
}

const SEVERAL_AT =
  /(?:(?<![之以])[前头]([两二三四五])|(?<![之以])后([两二三四五]))个?(?:年|批|拨|期|届|家|组|班)(?!以?[前后])/u
const NTH_OF = /第[一二三四五六七八九][个家批拨位名处年期组班届]|[头前]一[个家批拨位年]/gu
const FOLLOWING = /第[二三四五六]|[后另下]一?[批拨组班期年届轮家]/u

const BACK = /前面|刚才|刚刚|上面|先前|[这那](?=[\d两二三四五六七八九十])/u

const isTime = ({ unit }: Said): boolean => /[年月天]/u.test(unit)

/** 两个人半年合计, after half a year of each: the time is said again. */
const isKnown = ({ value, unit }: Said, facts: Case['facts']): boolean =>
  Object.values(facts).some(
    (fact) =>
      typeof fact === 'object' &&
      fact.min !== null &&
      (value.min?.eq(fact.min) || (unit === '年' && value.min?.times('12').eq(fact.min))) === true,
  )

const LATEST = /(?:[这后]|刚才|刚刚)[那这]?([两二三四五])(?:项|笔|样|份|块|种|件|个(?!人|月|年))/u
