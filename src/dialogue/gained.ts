import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'

export const NUMERAL = '[\\d一二两俩三仨四五六七八九十百]+'
export const LEAVING =
  '(?:走|跑|溜|退(?![休伍役税款补钱还回])|转学|休学|中途退|离职|离开|辞职|辞退|劝退|开除|淘汰|刷|砍|裁|撤|流失|调走|调离|转走|不干|缺考|缺席|缺课|没坚持|放弃|弃权|被撤销|被取消)'
/** What was tried for was not got. */
export const FAILING =
  '(?:[没未](?:能|有|被)?(?:[考选评批认定通拿取领获得办]*(?:过|上|成|下来|到|着|中|批|准)(?:等级|资格)?证?书?)|落选|落榜|不合格|不及格|不达标)'
/** What was tried for was got. */
export const GAINING =
  '(?:(?:(?<![没未])(?:考|选|评|批|报|认定|通))(?:过|上|中|成|下来|下)|获批|入选|(?<![没未])(?:拿|取|领|考)(?:到|下|得|上|下来)?了?(?:等级|资格|中级|高级|初级)?证书?|有证|合格|及格|过关)'

/** 评上的只有4个, 最后拿到证书的38人; 3个考过了. */
const GAINED = new RegExp(
  `${GAINING}了?的?(?:人|学生|工匠|师傅)*(?:最后|最终|只|才|就|也就|实际|一共|总共|总计|里)*[有是剩]?(?<before>${NUMERAL})(?:个|名|人|位)|(?<![第\\d一二两三四五六七八九十百])(?<behind>${NUMERAL})(?:个|名|人|位)(?:人|学生|师傅)?(?:最后|最终|都|后来)?${GAINING}`,
  'gu',
)
/** 有证的能领多少, 选上的两位一共多少: asked of those who got it. */
export const OF_GAINED = new RegExp(
  `(?:${GAINING}|(?<=[，,。；;])过)了?的(?:[这那])?(?:人|几|${NUMERAL})?(?:个|名|人|位)*[^，,。；;]*(?:多少|几[万千百个])`,
  'u',
)
const FAILS = new RegExp(`^[^，,。；;、]{0,12}${FAILING}了?$`, 'u')
const EACH = /各|分别/u

/** Where a text tells how many got it. */
export const gainedIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(GAINED)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }))

/**
 * 15个人评，评上的只有4个; 报名60，拿到证的38人: those who got it stand alone, without those who tried. 老二没考过，有证的多少: asked
 * of those who got it, the others are not told of.
 */
export function withGained(text: string, definitions: FactDefinitions): string {
  if (EACH.test(text) || countsLearners(definitions)) return text
  const told = withoutOthersFailing(OF_GAINED.test(text) ? withoutFailing(text) : text)
  const gained = [...told.matchAll(GAINED)].flatMap((match) => {
    const count = readNumeral(match.groups?.before ?? match.groups?.behind ?? '')
    return count === null ? [] : [{ start: match.index, end: match.index + match[0].length, count }]
  })
  const tried = gained.flatMap(({ start, end, count }, i) => {
    const from = gained[i - 1]?.end ?? 0
    const whole = triedIn(told).findLast((one) => one.start >= from && one.end <= start && isMore(one, count))
    if (whole === undefined) return []
    const others = (whole.value.min as Big).minus(count)
    return [whole, ...failingIn(told, others).filter((one) => one.end <= start || one.start >= end)]
  })
  return tried
    .toSorted((a, b) => a.start - b.start)
    .reduceRight((left, one) => left.slice(0, one.start) + left.slice(one.end), told)
}

const FAILED = new RegExp(
  `(?:还有|剩下|其余|另外|其中)?的?(?<count>${NUMERAL})(?:个|名|人|位)(?:人|学生|师傅)?(?:都|全|最后)?(?:${FAILING}|${LEAVING})了?|(?:${FAILING})了?的?[有是]?(?<behind>${NUMERAL})(?:个|名|人|位)`,
  'gu',
)

/** 36个人，考过29个，剩下7个没过: the others, as many as they must be. */
const failingIn = (text: string, others: Big): { start: number; end: number }[] =>
  [...text.matchAll(FAILED)].flatMap(({ index, 0: words, groups }) =>
    readNumeral(groups?.count ?? groups?.behind ?? '')?.eq(others)
      ? [{ start: index, end: index + words.length }]
      : [],
  )

const OTHERS_FAIL = new RegExp(
  `(?:剩下|其余|另外|还有|余下)的?(?:(?<count>${NUMERAL})(?:个|名|人|位))?(?:人)?(?:[都也]|全部?)?${FAILING}了?`,
  'u',
)

/** 5个参选，1个评上首席，2个评上优秀，剩下2个没评上: of those who got it alone. */
function withoutOthersFailing(text: string): string {
  const match = OTHERS_FAIL.exec(text)
  if (match === null) return text
  const told = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  const [whole, ...parts] = headsIn(told)
  const count = readNumeral(match.groups?.count ?? '')
  if (whole?.value.min == null || parts.length < 2) return text
  const got = parts.reduce((sum, { value }) => sum.plus(value.min ?? '0'), count ?? new Big('0'))
  const isAll = count === null ? whole.value.min.gt(got) : whole.value.min.eq(got)
  return isAll ? told.slice(0, whole.start) + told.slice(whole.end) : text
}

/** 兄弟两个，我没考过，有证的: the others of them. */
function withoutFailing(text: string): string {
  const pieces = text.split(/(?<=[，,。；;、])/u)
  const failing = pieces.filter(
    (piece) => FAILS.test(piece.replace(/[，,。；;、]$/u, '')) && headsIn(piece).length === 0,
  )
  const told = pieces.filter((piece) => !failing.includes(piece)).join('')
  const [whole, ...others] = headsIn(told)
  const left = whole?.value.min?.minus(String(failing.length))
  if (whole === undefined || others.length > 0 || left === undefined || left.lt('1') || failing.length === 0)
    return told
  return `${told.slice(0, whole.start)}${left.toFixed()}${whole.unit}${told.slice(whole.end)}`
}

/** 报名60 counts without a measure word. */
const triedIn = (text: string): Said[] =>
  numbersIn(text).filter(
    (one) =>
      isCountOfHeads(one) ||
      (one.kind === 'bare' && /(?:报名|报考|参考|参训)了?$/u.test(text.slice(0, one.start))),
  )

const isCountOfHeads = ({ kind, unit, rate, value }: Said): boolean =>
  kind === 'count' &&
  isHeads(unit) &&
  rate !== true &&
  value.min !== null &&
  value.max?.eq(value.min) === true

/** People, or what is counted like them, in exact numbers. */
export const headsIn = (text: string): Said[] => numbersIn(text).filter(isCountOfHeads)

export const isMore = ({ value }: Said, than: Big): boolean => value.min?.gt(than) === true

const LEARNERS = /学徒|学生/u

/** Those who are trained are paid for, whatever comes of it. */
export const countsLearners = (definitions: FactDefinitions): boolean =>
  Object.values(definitions).some(({ type, label }) => type === 'count' && LEARNERS.test(label))
