import type Big from 'big.js'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import { countsAs, type FactValues, isHeads } from './assign.ts'
import { differenceIn } from './difference.ts'
import { numbersIn } from './numbers.ts'
import { scaledBy } from './scaled.ts'
import { withShareOfEarlier } from './shares.ts'
import { optionsIn } from './truths.ts'

/** 少5个, 后来又多认定了10个, 明年再加5个: not 最多10个. */
const CHANGE =
  /(?<![最至])(少|多|漏|减|[加添走退跑](?=了)|去掉|划掉|删掉|扣掉|刨掉|[再又](?:加|添|招|来|进|增|补|引|认定)[来进到]?(?=了?[\d一二两三四五六七八九十百]))(?:(\p{Script=Han}{0,2}[算数报记写填录]|\p{Script=Han}{0,3}(?=了))了?|了)?([\d一二两三四五六七八九十百]+)(?:个|人|名|位)/u
/** 另一家厂新招了30个学徒，带两年，补多少: a question of its own tells no difference. */
const asksInFull = (text: string): boolean =>
  text.length >= FULL && /多少|几[个多]?[钱万千百块]|怎么|咋|啥|什么/u.test(text)
const FULL = 15

const SUMMED = /一共|合计|总共|加起来|总数|总计/u

/**
 * What a message says of a fact by how it differs from what was said before: 少5个, 走了10个, 省里又加了200万, 盈余翻一倍. Null where
 * it says nothing of the kind, or what it comes to.
 */
export function changedBy(
  text: string,
  definitions: FactDefinitions,
  earlier: FactValues,
): FactValues | null {
  return (
    scaledBy(text, definitions, earlier) ??
    headsChangedBy(text, definitions, earlier) ??
    sumChangedBy(text, definitions, earlier)
  )
}

function headsChangedBy(said: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const text = withShareOfEarlier(
    said,
    Object.entries(earlier).flatMap(([name, value]) => {
      const definition = definitions[name]
      return definition?.type === 'count' && definition.unit === '人' && typeof value === 'object'
        ? [value]
        : []
    }),
  )
  const difference = differenceIn(text)
  // 第二批又认定15个: another group.
  if (difference === null || difference.kind === 'money' || asksInFull(text) || ANOTHER_GROUP.test(text))
    return null
  const counting = (isMeant: (unit: string) => boolean) =>
    onlyOne(earlier, (fact) => {
      const definition = definitions[fact]
      return definition?.type === 'count' && isMeant(definition.unit)
    })
  const { unit } = difference
  const isTime = /[年月]/u.test(unit)
  const name =
    counting((own) => own === (isHeads(unit) ? '人' : unit === '个月' ? '月' : unit)) ??
    counting((own) => countsAs(unit, own)) ??
    (unit === '' ? counting(() => true) : null)
  const definition = name === null ? undefined : definitions[name]
  if (name === null || definition?.type !== 'count') return null
  // 再加2个，一共: a further case, added up.
  if (/[再又]/u.test(text) && SUMMED.test(text)) return null
  // 又多了2个特级技师: others than those counted before.
  const isOfOthers = Object.entries(definitions).some(([fact, one]) =>
    optionsIn(text, one).some(({ item }) => item !== earlier[fact]),
  )
  if (isOfOthers) return null
  return shifted(
    name,
    earlier,
    isTime && unit === '年' && definition.unit === '月' ? difference.by.times('12') : difference.by,
  )
}

/** 里头有四个是实习的，得去掉: fewer of those that were counted, whatever else is named. */
export const isFewerBy = (text: string, definitions: FactDefinitions, earlier: FactValues): boolean =>
  differenceIn(text)?.by.lt('0') === true && changedBy(text, definitions, earlier) !== null

/** 走了两个，是20个: what it comes to is said behind, so that the difference tells nothing more. */
export function withoutDifference(text: string, earlier: FactValues): string {
  const match = CHANGE.exec(text)
  if (match === null || !Object.values(earlier).some((value) => typeof value === 'object')) return text
  const end = match.index + match[0].length
  const isSettled = numbersIn(text).some(
    ({ kind, unit, start, text: words }) =>
      start > end && (kind === 'count' ? isHeads(unit) || unit === '人次' : /^\d/u.test(words)),
  )
  return isSettled && !SUMMED.test(text) ? text.slice(0, match.index) + text.slice(end) : text
}

/** 第二批, 下半年: others than those counted before. */
export const ANOTHER_GROUP =
  /(?:第[二三四五六\d]|另一?|下一?|后一?)[批组班期年拨轮]|[春夏秋冬][季天]|下半年|[上下]学期|转年|次年|分(?:厂|公司|校|店|部)|子公司|(?:新|[二三])厂/u

/** 省里后来又加了200万, 薪酬少算了4万: the sum said before that is named, or the only one, and this. */
function sumChangedBy(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const difference = differenceIn(text)
  if (difference?.kind !== 'money') return null
  const isSum = (fact: string) => definitions[fact]?.type === 'money'
  const isNamed = (fact: string) =>
    isSum(fact) && definitions[fact]?.words.some((word) => text.includes(word)) === true
  const name = onlyOne(earlier, isNamed) ?? onlyOne(earlier, isSum)
  return name === null ? null : shifted(name, earlier, difference.by)
}

/** The one number said before of its kind. */
function onlyOne(earlier: FactValues, isMeant: (fact: string) => boolean): string | null {
  const [name, ...others] = Object.keys(earlier).filter(
    (fact) => typeof earlier[fact] === 'object' && isMeant(fact),
  )
  return name === undefined || others.length > 0 ? null : name
}

function shifted(name: string, earlier: FactValues, by: Big): FactValues | null {
  const { min, max } = earlier[name] as Interval
  const value = { min: min?.plus(by) ?? null, max: max?.plus(by) ?? null }
  return value.min?.lt('0') ? null : { [name]: value }
}
