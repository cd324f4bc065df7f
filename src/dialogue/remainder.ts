import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'

const NUMERAL = '[\\d一二两三四五六七八九十百]+'
const HEADS = '(?:个|名|人|位)'
const LEAVING =
  '(?:走|跑|溜|退出|退学|转学|休学|中途退|离职|离开|辞职|辞退|劝退|开除|淘汰|刷|砍|裁|撤|流失|调走|调离|转走|不干|没坚持|放弃|弃权|被撤销|被取消)'
/** 走了7个, 砍掉了9个. */
const LEFT_BEFORE = `${LEAVING}(?:掉|下来|下去|去)?了?(?:的?[有是])?(?<before>${NUMERAL})${HEADS}(?:人|学徒|学生)?`
/** 7个中途走了. */
const LEFT_BEHIND = `(?<behind>${NUMERAL})${HEADS}(?:人|学徒|学生)?(?:后来|中途|半路|提前|已经|都|先后|陆续|自己|又|给)*${LEAVING}(?:掉|了)*`
const LEFT = new RegExp(`(?:其中|里面|里头|当中)?有?(?:${LEFT_BEFORE}|${LEFT_BEHIND})`, 'gu')
/** What is left is spoken of. */
const REST = /剩|其余|余下|留下/u
/** Not had at all, where an award is given up or taken back. */
const VOID = /放弃|弃权|被撤销|被取消/u
const JOINED = new RegExp(
  `(?:[又再]|后来)[^，,。；;\\d一二两三四五六七八九十百]{0,3}[来招补添增进](?:来|进)?了?(?<before>${NUMERAL})${HEADS}(?:人|学徒|学生)?`,
  'gu',
)

const EXCEPT = new RegExp(
  `除(?:了|去|开|掉)?(?:其中|里面|那|这|有)*(?<except>${NUMERAL})${HEADS}(?<telling>[^，,。；;、]{0,14}?)(?:以外|之外|外)?[，,]?(?:其他|其它|其余|剩下|剩|余下|别)?(?:的|人|学徒|学生|师傅)*(?:全部?|都|均)(?:是|属于|在|列入)?(?<are>[^，,。；;！!？?]*)`,
  'u',
)
const IS = /[全部都均](?:是|属于|在|列入)$/u

/** A share of them that some fact is told of: 一半去了民企, 合格率75%. */
const SHARE =
  /(?<=[，,、；;。\s]|其中|里面|里头|当中|只?有)(?:(?:合格|通过|及格|拿证|过关|取证)率(?:是|为|才|只有|有)?)?(?<share>一半|三分之[一二]|四分之[一三]|五分之[一二三四]|[一二两三四五六七八九]成|\d{1,2}%)(?:的?人|的)?/u
const RATE_OF_PASSING = /率/u
const SHARES: Record<string, [string, string]> = {
  一半: ['1', '2'],
  三分之一: ['1', '3'],
  三分之二: ['2', '3'],
  四分之一: ['1', '4'],
  四分之三: ['3', '4'],
}
const COUNTED_WITH = /学徒|学生/u

/** Those who leave an award behind have it all the same; those who leave a training are trained no longer. */
const endsWithLeaving = (definitions: FactDefinitions): boolean =>
  Object.values(definitions).some(({ type, label }) => type === 'count' && COUNTED_WITH.test(label))

/**
 * 招了40个，走了7个，剩下的: what is left of those that were counted stands in their place, so that everything else is told
 * of it. The same of 除了5个都, 一半去了民企, 合格率75%.
 */
export const withRemainder = (text: string, definitions: FactDefinitions): string =>
  withRestSpelled(withoutLeavers(withoutExcepted(withShare(text, definitions)), definitions))

const TIMED = /^[^。；;！!？?\d]{0,24}[\d一二两三四五六七八九十]+(?:年|个月)/u
const THE_REST = /(?:其余|剩下|余下|其他|其它)(?:的|人)*/u

/** 30名，其中10名只带了一年，其余的带了两年: those that differ in how long, each with their number. */
function withRestSpelled(text: string): string {
  const match = THE_REST.exec(text)
  const [whole, part, ...others] = headsIn(text)
  if (match === null || whole === undefined || part?.value.min == null || others.length > 0) return text
  const behind = match.index + match[0].length
  if (part.end > match.index || !isMore(whole, part.value.min)) return text
  if (!TIMED.test(text.slice(part.end, match.index)) || !TIMED.test(text.slice(behind))) return text
  const rest = (whole.value.min as Big).minus(part.value.min).toFixed()
  return `${text.slice(0, whole.start)}${text.slice(whole.end, match.index)}${rest}${part.unit}${text.slice(behind)}`
}

function withoutLeavers(text: string, definitions: FactDefinitions): string {
  const leavers = countedBy(text, LEFT)
  const [first] = leavers
  if (first === undefined) return text
  const joined = countedBy(text.slice(first.end), JOINED).map((one) => ({
    start: one.start + first.end,
    end: one.end + first.end,
    count: one.count.times('-1'),
  }))
  if (!REST.test(text.slice(first.end)) && !VOID.test(text) && !endsWithLeaving(definitions)) return text
  const differing = [...leavers, ...joined]
  const gone = differing.reduce((sum, { count }) => sum.plus(count), new Big('0'))
  const others = headsIn(text).filter(
    ({ start, end }) => !differing.some((one) => start < one.end && end > one.start),
  )
  const whole = others.findLast(({ end }) => end <= first.start)
  if (whole === undefined || !isMore(whole, gone)) return text
  const rest = (whole.value.min as Big).minus(gone)
  // 招了30个，走了5个，剩25个: what is left is told already.
  if (others.some(({ start }) => start > whole.start)) return text
  return [...differing, { ...whole, by: `${rest.toFixed()}${whole.unit}` }]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, one) => left.slice(0, one.start) + ('by' in one ? one.by : '') + left.slice(one.end), text)
}

const countedBy = (text: string, pattern: RegExp): { start: number; end: number; count: Big }[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const count = readNumeral(match.groups?.before ?? match.groups?.behind ?? '')
    return count === null ? [] : [{ start: match.index, end: match.index + match[0].length, count }]
  })

function withoutExcepted(text: string): string {
  const match = EXCEPT.exec(text)
  const few = match === null ? null : readNumeral(match.groups?.except ?? '')
  if (match === null || few === null) return text
  const [start, end] = [match.index, match.index + match[0].length]
  const [whole, ...others] = headsIn(text).filter((one) => one.end <= start || one.start >= end)
  if (whole === undefined || others.length > 0 || !isMore(whole, few)) return text
  const { are = '', telling = '' } = match.groups ?? {}
  const rest = (whole.value.min as Big).minus(few).toFixed()
  const verb = IS.exec(match[0].slice(0, match[0].length - are.length))?.[0].slice(1) ?? ''
  // 除了4个都是紧缺工种: what is told of the rest is denied of those.
  const contrary = verb === '' || telling !== '' ? '' : `,${few.toFixed()}个不${verb}${are}`
  const told = `${rest}个${verb}${are}${contrary}`
  return whole.start < start
    ? text.slice(0, whole.start) + text.slice(whole.end, start) + told + text.slice(end)
    : text.slice(0, start) + told + text.slice(end, whole.start) + text.slice(whole.end)
}

function withShare(text: string, definitions: FactDefinitions): string {
  // 20%以上晋升: the share itself is what a rule asks for.
  if (Object.values(definitions).some(({ type }) => type === 'percent')) return text
  const match = SHARE.exec(text)
  const [of, parts] = shareOf(match?.groups?.share ?? '')
  if (match === null || of === null || parts === null) return text
  const whole = headsIn(text).findLast(({ end }) => end <= match.index)
  if (whole?.value.min == null || !isMore(whole, whole.value.min.minus('1'))) return text
  const product = whole.value.min.times(of)
  const isPassed = RATE_OF_PASSING.test(match[0])
  if (!isPassed && /^[，,。；;！!？?]|^$/u.test(text.slice(match.index + match[0].length))) return text
  if (!product.mod(parts).eq('0')) return text
  const share = `${product.div(parts).toFixed()}个`
  const behind = text.slice(match.index + match[0].length)
  return isPassed
    ? `${text.slice(0, whole.start)}${text.slice(whole.end, match.index)},${share}拿证${behind}`
    : text.slice(0, match.index) + share + behind
}

function shareOf(said: string): [Big | null, Big | null] {
  const [of, parts] = SHARES[said] ?? []
  if (of !== undefined && parts !== undefined) return [new Big(of), new Big(parts)]
  if (said.endsWith('成')) return [readNumeral(said.slice(0, -1)), new Big('10')]
  if (said.endsWith('%')) return [readNumeral(said.slice(0, -1)), new Big('100')]
  const fifths = /^五分之([一二三四])$/u.exec(said)
  return fifths === null ? [null, null] : [readNumeral(fifths[1] as string), new Big('5')]
}

const headsIn = (text: string): Said[] =>
  numbersIn(text).filter(
    ({ kind, unit, rate, value }) =>
      kind === 'count' &&
      isHeads(unit) &&
      rate !== true &&
      value.min !== null &&
      value.max?.eq(value.min) === true,
  )

const isMore = ({ value }: Said, than: Big): boolean => value.min?.gt(than) === true
