import { readNumeral } from '../corpus/numeral.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import { AMENDS, KEEPS } from './amends.ts'
import type { ConversationState } from './conversation.ts'
import { differenceIn } from './difference.ts'
import { numbersIn } from './numbers.ts'
import { KIN } from './people.ts'
import { withoutSetAside } from './set-aside.ts'
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
    (LESS.test(text) || !ANOTHER.test(text)) &&
    isOfKind(before, now)
  )
}

/** 少了3个人呢, 其中10个是别的学校的不算: fewer of the same. */
const LESS = /(?:少|走|退|刷|去|扣|减|砍)(?:了|掉|去|学)|剔[除掉]|不(?:能)?算|没[来去]/u
const ANOTHER = /另|还有|再|又|别的|其他|别人|[他她][们家]?(?=.{0,6}(?:是|有|评|拿))/u

const OF_ONE = /每(?:个人|[人名位个项家所场间])|人均|单[个项]/u
/** 政府给企业补: who pays, and to whom, may stand before how much. */
const TO_WHOM =
  '(?:政府|国家|财政|[市省区]里?|给|企业|单位|公司|厂里?|学校|学院|一共|总共|能|可以|可|大概|最多|最高|顶多|到底|应该|该|是|都)*(?:补贴|补助|资助|奖励|津贴|补|给|发|奖|拿|领|得|报|支持)*'
const OF_WHAT =
  '(?:首席|特级|优秀|高级|大师|创新|实训|培训|集训)?(?:学徒|学生|工人|职工|基地|工作室|徒弟|学员|人才?|首席|特级|优秀|技师|(?:大|杰出)?工匠|项目|工种|名额|中心|选手)'
const HOW_MUCH = '(?:多少|几[个多]?[钱万千百块]|几多|好多)'
/** 3个首席技师，一人给多少; 两家基地，每家多少: asked in so many words, whatever is counted in the same breath. */
const ASKS_OF_ONE = new RegExp(
  `(?:每(?:入选|认定|带|送|新增|培养|引进|选上|评上|多|招|训)?(?:个?人头?|一?[名位个家所项间座])|人均|(?<![我你他她俺就才只第单\\d十百])[一1](?:个?人头?|[家所个名位间座项]))(?:(?:${OF_WHAT})?(?:[一1每]个?[年月])?${TO_WHOM})${HOW_MUCH}`,
  'u',
)

/** That one is asked about: what is counted says nothing of the sum. */
const asksOfOne = ({ followsUp, text }: Pick<Understanding, 'followsUp' | 'text'>): boolean =>
  OF_ONE_A_YEAR.test(text) ||
  (followsUp && OF_ONE.test(text) && numbersIn(text).every(({ rate }) => rate === true)) ||
  (ASKS_OF_ONE.test(text) && !SUM_OF_ALL.test(withoutSetAside(text)))
/** 一个学徒一年呢: the rate, whatever was counted before. */
const OF_ONE_A_YEAR = new RegExp(
  `(?<![\\d一二两三四五六七八九十百我你他她])[一1每](?:个|名|位)?(?:人|学徒|徒弟|工人|职工)[，,的]?[一1每]年(?:呢|${TO_WHOM}${HOW_MUCH}[钱块]?)[?？。]*$`,
  'u',
)
const SUM_OF_ALL =
  /(?<!每(?:个?人头?|[名位个家所项]))(?:一共|合计|总共|拢共|统共|总数|总额|总计|总的|共计?[是有]?(?:多少|几)|[加合拢]起来|[加合拢凑][到在]?一[起块搭])/u

/** What 每人 and 每家 leave out: people are no firms. */
const unitAsked = (text: string): string =>
  /(?:每(?:个?人|名|位)|人均|[一1]个?人)/u.test(text) ? '人' : /[每一1][家所]/u.test(text) ? '个家' : '人个家'

/** 那每个项目是多少, after three of them: what one is given, however many were counted before. */
export function ofOne(
  book: Book,
  understood: Pick<Understanding, 'followsUp' | 'text'>,
  cases: Case[],
): Case[] {
  if (!asksOfOne(understood)) return cases
  const one = unitAsked(understood.text)
  const ofYear = OF_ONE_A_YEAR.test(understood.text)
  return cases.map(({ provision, facts }) => {
    const { definitions = {}, rule } = findProvision(book, provision) ?? {}
    // 送了36个: what has to reach a number is no number of recipients.
    const demanded = rule?.conditions.flatMap((met) => ('fact' in met ? [met.fact] : [])) ?? []
    const counts = (name: string) => {
      const definition = definitions[name]
      if (definition?.type !== 'count' || demanded.includes(name)) return false
      return one.includes(definition.unit) || (ofYear && definition.unit === '年')
    }
    return { provision, facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !counts(name))) }
  })
}
