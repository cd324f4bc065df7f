import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import { FAILING, headsIn, isMore, LEAVING } from './gained.ts'

const PART = '(?:一半|[二三四五六七八九十]分之[一二三四五六七八九]|[一二两三四五六七八九]成|\\d{1,2}%)'
const RATE = '(?:(?:合格|通过|及格|拿证|过关|取证)率(?:是|为|才|只有|有)?)'
/** A share of them that some fact is told of: 一半去了民企, 合格率75%; 走了五分之一, 三成没过, 紧缺的占两成. */
const SHARE = new RegExp(
  `(?:(?<=[，,、；;。\\s]|其中|[里中][面头]?|只?有|(?<takes>占)了?|(?<leaves>${LEAVING}|退)了?)${RATE}?(?<share>${PART})|(?<failing>${PART})(?=的?人?(?:都|最后|后来|中途|半路|[没不][到满足][^，,。；;]{0,4}就)?(?:${LEAVING}|${FAILING})))(?:的?人|的)?`,
  'u',
)
const RATE_OF_PASSING = /率/u

/** 走了五分之一, after 50个人: as many as that is, where it comes to whole ones. */
export function withShare(text: string, definitions: FactDefinitions): string {
  // 20%以上晋升: the share itself is what a rule asks for.
  if (Object.values(definitions).some(({ type }) => type === 'percent')) return text
  const match = SHARE.exec(text)
  const { share, failing, takes, leaves } = match?.groups ?? {}
  const [of, parts] = shareOf(share ?? failing ?? '')
  if (match === null || of === null || parts === null) return text
  const whole = headsIn(text).findLast(({ end }) => end <= match.index)
  if (whole?.value.min == null || !isMore(whole, whole.value.min.minus('1'))) return text
  const product = whole.value.min.times(of)
  const isPassed = RATE_OF_PASSING.test(match[0])
  const behind = text.slice(match.index + match[0].length)
  const isTold = isPassed || takes !== undefined || leaves !== undefined
  if (!isTold && /^[，,。；;！!？?]|^$/u.test(behind)) return text
  if (!product.mod(parts).eq('0')) return text
  const count = `${product.div(parts).toFixed()}个`
  if (isPassed)
    return `${text.slice(0, whole.start)}${text.slice(whole.end, match.index)},${count}拿证${behind}`
  const before = text.slice(0, match.index)
  return (takes === undefined ? before : before.replace(/占了?$/u, '有')) + count + behind
}

/** 走了五分之一, of those counted before: as many as that is. */
export function withShareOfEarlier(text: string, [whole, ...others]: Interval[]): string {
  const match = SHARE.exec(text)
  const { share, failing } = match?.groups ?? {}
  const [of, parts] = shareOf(share ?? failing ?? '')
  if (match === null || of === null || parts === null || whole?.min == null) return text
  const product = whole.min.times(of)
  if (others.length > 0 || headsIn(text).length > 0 || !product.mod(parts).eq('0')) return text
  const behind = text.slice(match.index + match[0].length)
  return `${text.slice(0, match.index)}${product.div(parts).toFixed()}个${behind}`
}

function shareOf(said: string): [Big | null, Big | null] {
  if (said === '一半') return [new Big('1'), new Big('2')]
  if (said.endsWith('成')) return [readNumeral(said.slice(0, -1)), new Big('10')]
  if (said.endsWith('%')) return [readNumeral(said.slice(0, -1)), new Big('100')]
  const [parts = '', of = ''] = said.split('分之')
  return [readNumeral(of), readNumeral(parts)]
}
