import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import { type FactValues, isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { withShareOfEarlier } from './shares.ts'
import { optionsIn } from './truths.ts'

const LESS = /[少减走退跑扣去划删刨]/u
/** 少5个, 后来又多认定了10个, 明年再加5个: not 最多10个. */
const CHANGE =
  /(?<![最至])(少|多|漏|减|[加添走退跑](?=了)|去掉|划掉|删掉|扣掉|刨掉|[再又](?:加|添|招|来|进|增|补|引|认定)[来进到]?(?=了?[\d一二两三四五六七八九十百]))(?:(\p{Script=Han}{0,2}[算数报记写填录]|\p{Script=Han}{0,3}(?=了))了?|了)?([\d一二两三四五六七八九十百]+)(?:个|人|名|位)/u
/** 里头有5个是去年的，不算. */
const TAKEN_OFF =
  /(?:里头|里面|其中|当中|(?<!没)有)有?([\d一二两三四五六七八九十百]+)(?:个|人|名|位)[^。；;！!？?]{0,14}(?:(?<!算)不算|不能算|除外|扣掉|扣除|去掉|刨掉|(?:已经|早就|都)?[领拿报][过走]了?(?=$|[，,。；;]))/u
/** 有一个项目被砍了, 有两个离职了: so many fewer. */
const GONE =
  /(?:里头|里面|其中|当中|(?<!没)有)有?([\d一二两三四五六七八九十百]+)(?:个|人|名|位)(?:项目|人|学徒|徒弟|学生|选手)?[^，,。；;\d]{0,4}?(?:(?:被|给)?(?:砍|取消|撤|刷|淘汰)(?:掉|下来)?了|黄了|没办成|没[去来](?:成|了)?|退[学出]了?|[离辞]职了?|[调转跑]走了?|走了)[。！!]?$/u
const COUNTED = /[算记报写数填录]/u
const SUMMED = /一共|合计|总共|加起来|总数|总计/u

/**
 * What a message says of a fact by how it differs from what was said before: 少5个, 走了10个, 省里又加了200万. Null where
 * it says nothing of the kind, or what it comes to.
 */
export function changedBy(
  text: string,
  definitions: FactDefinitions,
  earlier: FactValues,
): FactValues | null {
  return headsChangedBy(text, definitions, earlier) ?? sumChangedBy(text, definitions, earlier)
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
  const off = TAKEN_OFF.exec(text) ?? GONE.exec(text)
  const match = off ?? CHANGE.exec(text)
  const amount = match === null ? null : readNumeral((off === null ? match[3] : match[1]) as string)
  const counting = (unit: string) =>
    onlyOne(earlier, (fact) => {
      const definition = definitions[fact]
      return definition?.type === 'count' && definition.unit === unit
    })
  const name = counting('人') ?? counting('个')
  if (match === null || amount === null || name === null) return null
  if (off !== null) return shifted(name, earlier, amount.times('-1'))
  // 第二批又认定15个: another group.
  if (ANOTHER_GROUP.test(text.slice(0, match.index))) return null
  // 再加2个，一共: a further case, added up.
  if (/^[再又]/u.test(match[1] as string) && SUMMED.test(text)) return null
  // 又多了2个特级技师: others than those counted before.
  const isOfOthers = Object.entries(definitions).some(([fact, definition]) =>
    optionsIn(text, definition).some(({ item }) => item !== earlier[fact]),
  )
  // 少算了2个，是10个: what it comes to is said.
  const isSettled = numbersIn(text).some(
    ({ kind, unit, start }) =>
      kind === 'count' && isHeads(unit) && (start < match.index || start > match.index + match[0].length),
  )
  if (isOfOthers || isSettled) return null
  // 少算了2个, 漏了2个 count two more, 少来了2个 two fewer.
  const isLess =
    !/漏/u.test(match[1] as string) && LESS.test(match[1] as string) !== COUNTED.test(match[2] ?? '')
  return shifted(name, earlier, isLess ? amount.times('-1') : amount)
}

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

const ANOTHER_GROUP =
  /(?:第[二三四五六\d]|另一?|下一?|后一?)[批组班期年拨轮]|[春夏秋冬][季天]|下半年|[上下]学期|转年|次年/u

const SUM_MORE = /(?:又|再|追)(?:给|多|追)?(?:加|添|增|拨|补)(?:拨|加|给|发)?了?$/u
const SUM_LESS = /(?:少|扣|减)(?:拨|给|发|掉)?了$/u

/** 省里后来又加了200万: the one sum said before, and this. */
function sumChangedBy(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const sums = numbersIn(text).filter(({ kind }) => kind === 'money')
  const [sum, ...others] = sums
  const name = onlyOne(earlier, (fact) => definitions[fact]?.type === 'money')
  if (sum === undefined || others.length > 0 || name === null || sum.value.min === null) return null
  const before = text.slice(0, sum.start)
  if (SUM_MORE.test(before)) return shifted(name, earlier, sum.value.min)
  return SUM_LESS.test(before) ? shifted(name, earlier, sum.value.min.times('-1')) : null
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
