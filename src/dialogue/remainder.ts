import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import {
  countsLearners,
  FAILING,
  gainedIn,
  headsIn,
  isMore,
  LEAVING,
  NUMERAL,
  OF_GAINED,
  withGained,
} from './gained.ts'
import { withNamedPart } from './named-part.ts'
import { withShare } from './shares.ts'
import { truths } from './truths.ts'

const HEADS = '(?:个|名|人|位)'
/** Who leaves, or does not get what the others get. */
const FALLING = `(?:${LEAVING}|${FAILING})`
/** 走了7个, 砍掉了9个. */
const LEFT_BEFORE = `${FALLING}(?:掉|下来|下去|去)?了?(?:的?[有是])?(?<before>${NUMERAL})${HEADS}(?:人|学徒|学生)?`
/** 7个中途走了. */
const LEFT_BEHIND = `(?<behind>${NUMERAL})${HEADS}(?:人|学徒|学生)?(?:后来|中途|半路|半年|[没不][到满足][^，,。；;]{0,4}(?=就)|[一两三四五六]个?月|没几天|没多久|就|便|提前|已经|都|先后|陆续|自己|又|给|最后|都)*${FALLING}(?:掉|了)*`
const LEFT = new RegExp(`(?:其中|里面|里头|当中)?有?(?:${LEFT_BEFORE}|${LEFT_BEHIND})`, 'gu')
const FAILS = new RegExp(FAILING, 'u')
const EACH = /各|分别/u
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

/**
 * 招了40个，走了7个，剩下的: what is left of those that were counted stands in their place, so that everything else is told
 * of it. The same of 除了5个都, 一半去了民企, 合格率75%.
 */
export const withRemainder = (text: string, definitions: FactDefinitions): string =>
  withRestSpelled(
    withoutLeavers(
      withoutExcepted(withGained(withNamedPart(withShare(text, definitions), definitions), definitions)),
      definitions,
    ),
  )

/** 其余的不是: told of the part alone, and of the others that it does not hold. */
const CONTRARY = /^[，,]?(?:[都全均就也])*(?:不|没|未|无)/u
const ASKED = /^[^，,。；;]{0,6}(?:多少|几|呢|算|补|怎么)/u
const THE_REST = /(?:其余|剩下|余下|其他|其它)(?:的|人)*/u

/** 30名，其中10名只带了一年，其余的带了两年; 11个人，4个出国、剩下的参加国内: each with their number, and no whole beside them. */
function withRestSpelled(text: string): string {
  const match = THE_REST.exec(text)
  const [whole, part, ...others] = headsIn(text)
  if (match === null || whole === undefined || part?.value.min == null || others.length > 0) return text
  const behind = match.index + match[0].length
  if (part.end > match.index || !isMore(whole, part.value.min)) return text
  if (CONTRARY.test(text.slice(behind)) || ASKED.test(text.slice(behind))) return text
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
  const ends = countsLearners(definitions)
  // Those who leave an award behind have it all the same; 25个人，7个没考过: whoever does not get what is awarded is none of those it is paid for.
  const falls = ends
    ? !isFailing(leavers, text)
    : isFailing(leavers, text) &&
      !EACH.test(text) &&
      (OF_GAINED.test(text) || !isToldFalse(leavers, text, definitions))
  if (!REST.test(text.slice(first.end)) && !VOID.test(text) && !falls) return text
  const differing = [...leavers, ...joined]
  const gone = differing.reduce((sum, { count }) => sum.plus(count), new Big('0'))
  const others = headsIn(text).filter(
    ({ start, end }) => !differing.some((one) => start < one.end && end > one.start),
  )
  const whole = others.findLast(({ end }) => end <= first.start)
  if (whole === undefined || !isMore(whole, gone)) return text
  // 拿到证11个，没拿到4个: those are none of these.
  const isGained = gainedIn(text).some(({ start, end }) => whole.start >= start && whole.end <= end)
  if (isGained && isFailing(leavers, text))
    return leavers.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  const rest = (whole.value.min as Big).minus(gone)
  const again = others.filter(({ start }) => start > whole.start)
  const [told] = again
  // 招了30个，走了5个，剩25个: what is left is told already.
  if (!again.every(({ value }) => value.min?.eq(rest))) return text
  return [...differing, { ...whole, by: told === undefined ? `${rest.toFixed()}${whole.unit}` : '' }]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, one) => left.slice(0, one.start) + ('by' in one ? one.by : '') + left.slice(one.end), text)
}

/** 9个没拿到证: a fact of the rule itself is denied of them. */
const isToldFalse = (
  leavers: { start: number; end: number }[],
  text: string,
  definitions: FactDefinitions,
): boolean =>
  leavers.some(({ start, end }) =>
    Object.values(truths(text.slice(start, end), definitions, null)).includes(false),
  )

const isFailing = (leavers: { start: number; end: number }[], text: string): boolean =>
  leavers.every(({ start, end }) => FAILS.test(text.slice(start, end)))

const countedBy = (text: string, pattern: RegExp): { start: number; end: number; count: Big }[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const count = readNumeral(match.groups?.before ?? match.groups?.behind ?? '')
    return count === null || NONE.test(match[0])
      ? []
      : [{ start: match.index, end: match.index + match[0].length, count }]
  })

/** 一个都没拿到: not one of them. */
const NONE = /^[其中里面头当有]*一[个名人位]人?[都也]/u

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
