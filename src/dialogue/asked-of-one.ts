import { AMENDS } from './amends.ts'
import type { ConversationState } from './conversation.ts'
import type { Vocabulary } from './kinds-told.ts'
import { named, withoutNames } from './labels.ts'
import { numbersIn } from './numbers.ts'
import { roleIn } from './roles.ts'
import { PIECE } from './said.ts'
import { headsIn, sumOf, without } from './tally.ts'
import { ASKS, type Cases, casesToldIn, toldOf } from './told-cases.ts'
import { wantedIn } from './wanted.ts'

/** A message as it is asked of one of the cases told before: their words and its own. */
export interface AskedOfOne {
  text: string
  /** The question alone. */
  asked: string
}

/** What a message asks of cases that were told one by one before it. */
export interface AskedOfCases {
  each: AskedOfOne[]
  /** The conversation as it was before they were told. */
  state: ConversationState
  /** What puts the one of them right, or otherwise: it follows the question about that one. */
  change?: string
  /** 老陈、小吴、阿萍三个都评上了: all of them were told of in one. */
  inOne?: boolean
}

/**
 * 小李呢, after 老张评上特级技师，小李优秀技师: the question with what was told of 小李 alone; 他俩加起来: with what was told of
 * each. Null where no cases were told, or it is not clear which of them are meant.
 */
export function askedOfCases(
  text: string,
  state: ConversationState,
  vocabulary: Vocabulary,
): AskedOfCases | null {
  const { told } = state
  if (told === null) return null
  const cases = casesToldIn(told.text, vocabulary)
  if (cases === null || casesToldIn(text, vocabulary) !== null) return null
  const changes = CHANGES.test(text)
  const names = changes ? named(text, cases.labels) : meantBy(text, cases)
  const isOfWords = cases.labels.some(({ kind }) => kind === 'words')
  // 杰出工匠应该是4个: of what was answered together, that one is put right.
  if (isOfWords && AMENDS.test(text) && numbersIn(text).some(({ kind }) => kind === 'count')) return null
  // 每个人呢, of those who are told apart by words alone: what one of them gets.
  if (isOfWords && wantedIn(`${text}多少`).perHead) return null
  // 杰出的少数了一个，应该4个: put right, not asked.
  if (isOfWords && AMENDS.test(text) && numbersIn(text).length > 0) return null
  if (changes && (names.length !== 1 || isOfWords || FURTHER.test(text))) return null
  if (names.length === 0) return null
  const each = names.flatMap((name) => askedOf(name, changes ? '' : text, cases, state) ?? [])
  if (each.length < names.length) return null
  const inOne =
    names.length === cases.names.length &&
    cases.segments.every(({ of }) => of.length === 0 || of.length === names.length)
  return {
    each,
    inOne,
    ...(changes ? { change: text } : {}),
    state: { ...state, ...told.before, last: { cases: [], summed: false }, results: [] },
  }
}

/** 头一家12个学徒带两年，第二家20个带一年，每家多少: the same of a message that tells and asks at once. */
export function askedOfEach(
  text: string,
  state: ConversationState,
  vocabulary: Vocabulary,
): AskedOfCases | null {
  const cases = EACH.test(text) ? casesToldIn(text, vocabulary) : null
  if (cases === null || cases.labels.some(({ kind }) => kind === 'words' || kind === 'people')) return null
  const question = text
    .split(PIECE)
    .filter((piece) => ASKS.test(piece))
    .join('')
  if (!EACH.test(question) || CHANGES.test(question)) return null
  const each = cases.names.flatMap((name) => askedOf(name, question, cases, state) ?? [])
  return each.length < cases.names.length ? null : { each, state: { ...state, results: [] } }
}

const EACH = /各|每|分别|[两俩三四五2-5](?:家|个|所)/u

/** 要是小李评的是首席呢, 再加一个: something else than what was told. */
const CHANGES = /要是|如果|假如|换成|改成|不对|其实|[记说弄搞报写]错|再[加有来算]|另外|别的|除了/u
const FURTHER = /再[加有来算]|另外|别的|除了/u
/** 他俩, 三个人, 两家: all of those told of. */
const ALL =
  /[师徒夫妻父子母女兄弟姐妹哥叔侄]{2}俩|[他她]们?俩|俩人|咱俩|我俩|[他她咱我]们(?:两|几|三)|(?<![\d一二两三四五六七八九十])[两俩三四五2-5](?:个)?(?:人|位|家|个|名|班|厂|校|所|公司|学校|车间|院)(?!都?[不没])|加起来|加一[起块]|合(?:起来|一起|在一起|到一[起块]|计)|拢一块|一共|总共|拢共|分别|各|每(?:个?人|[家个位所])/gu

function meantBy(text: string, cases: Cases): string[] {
  const own = named(text, cases.labels)
  const wanted = wantedIn(text)
  const isOfAll = text.search(ALL) >= 0 && (wanted.asksAmount || wanted.total || ASKS.test(text))
  if (own.length > 0 && !(isOfAll && own.join() === '我')) return own
  const counts = numbersIn(text).filter(({ kind, rate }) => kind === 'count' && rate !== true)
  const heads = sumOf(headsIn(cases.segments.map(({ text: own }) => own).join('')))
  const isAll = counts.every(({ value }) => value.min?.eq(String(cases.names.length)) || value.min?.eq(heads))
  return isAll &&
    isOfAll &&
    text.replace(ALL, '').length <= SHORT &&
    (THEY.test(text) || BARE.test(text.replace(ALL, '')))
    ? cases.names
    : []
}

/** 一共能评几个: nothing says that they are meant. */
const THEY =
  /俩|[他她咱我]们|[两三四五2-5]个?(?:人|位|家|班|厂|校|所|公司|学校|车间|院|个)|[师徒夫妻父子母女兄弟姐妹哥叔侄]{2}|加起来|加一[起块]|合(?:起来|一起|在一起|到一[起块]|计)|拢一块/u
/** As much may stand beside what says that all are meant. */
const SHORT = 16
/** 小李呢, 那老陈那边: nothing is asked but of whom. */
const FILLER =
  /^[那就还这边头位家个人的话呢啊呀吧是有拿得评选上了厂院校公司企业班组店,，?？。和跟与\d一二两三四五]*$/u
/** 多少, 给多少: no more is asked than for the sum. */
const BARE =
  /^[厂院校公司企业班组店那就还这边头位家个人的话呢啊呀吧是有能可以给奖补领拿得多少几钱万块,，?？。\d一二两三四五]*$/u
/** 我们企业一个选手…，个人奖多少: who tells of somebody asks for them. */
const FIRM = /^(?:我们?|咱们?)(?:这)?(?:家)?(?:企业|公司|单位|厂里?)/u
const OPEN = /[吗不没谁哪怎什么能]/u
const PUTS_ALL = /^[拿得评]?那(?:一?[个位家])?|都|每(?:个?人|家)|[，,。？?]$/gu

function askedOf(name: string, text: string, cases: Cases, state: ConversationState): AskedOfOne | null {
  const rest = text
    .split(PIECE)
    .filter(
      (piece) =>
        piece.search(ALL) >= 0 ||
        wantedIn(piece).ofMoney ||
        ASKS.test(piece) ||
        named(piece, cases.labels).length > 0,
    )
    .map((piece) => withoutNames(piece, cases.labels).replace(ALL, ''))
    .join('')
  const before = askedBefore(state.asked, cases)
  const own = wantedIn(rest)
  const isLeftOut = FILLER.test(rest) || (BARE.test(rest) && wantedIn(before).asksAmount)
  const counts = numbersIn(rest).filter(
    ({ unit, text: words }) => /[年月元]|人次|^$/u.test(unit) || !/^[一1]/u.test(words),
  )
  if (!isLeftOut && counts.some(({ start }) => !/那$/u.test(rest.slice(0, start)))) return null
  // 他俩的配套呢: what is asked of it stands in the question before.
  const isNamed = !own.asksAmount && rest.length <= SHORT && !OPEN.test(rest)
  const question = isLeftOut
    ? own.perHead
      ? `${before}，${rest}`
      : before
    : isNamed
      ? `${rest}，${before}`
      : rest
  const wanted = wantedIn(question)
  if (!wanted.asksAmount && !wanted.ofMoney) return null
  const label = cases.labels.find((one) => one.name === name)
  const asked = `${label?.kind === 'words' ? label.keys.join('') : name}${question.replace(/^[，,呢的]+/u, '')}`
  const told = toldOf(name, cases)
  const ofOne = own.perHead ? without(told, headsIn(told)) : told
  return { text: `${roleIn(question)?.[0] === 'person' ? ofOne.replace(FIRM, '') : ofOne}，${asked}`, asked }
}

/** What was asked before, without whom it was asked of. */
const askedBefore = (asked: string, { labels }: Cases): string =>
  asked
    .split(PIECE)
    .filter((piece) => ASKS.test(piece) || wantedIn(piece).asksAmount)
    .map((piece) => withoutNames(piece, labels).replace(ALL, '').replace(PUTS_ALL, ''))
    .join('，')
