import Big from 'big.js'
import type { Span } from './clause.ts'
import { halfWidth, readNumeral } from './numeral.ts'

/** A printed number with its unit. `value` is in the base unit: 元 for money, 30 for 30%, 0.5 for 1：0.5. */
export interface Quantity extends Span {
  kind: 'money' | 'percent' | 'ratio' | 'count' | 'date' | 'bare'
  value: Big
  unit: string
  text: string
}

const NUMERAL = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|[零〇一二两三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾百佰千仟]+)(?:点[零〇一二三四五六七八九]+)?(?:[十百佰千仟万萬亿]+(?:零?[\d一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+)*)?`
/** Longest first: 人次 before 人, 个月 before 个. */
const MEASURES = [
  '人次',
  '个月',
  '学时',
  '课时',
  '小时',
  '元',
  '块',
  '人',
  '名',
  '位',
  '个',
  '家',
  '年',
  '月',
  '日',
  '天',
  '周岁',
  '岁',
  '项',
  '场',
  '次',
  '所',
  '间',
  '届',
  '件',
  '倍',
  '批',
  '期',
  '级',
  '类',
  '支',
  '条',
  '座',
  '套',
  '门',
]
const MONEY = new Set(['元', '块'])
const CURRENCY = /[￥¥]\s*$/u
const PATTERN = new RegExp(
  [
    String.raw`(?<ratio>\d+(?:\.\d+)?:\d+(?:\.\d+)?)`,
    `百分之(?<hundredth>${NUMERAL})`,
    '(?<tenth>[一二两三四五六七八九])成(?<half>[一二三四五六七八九半])?(?![为立果效功就员长熟本都])',
    String.raw`(?<numeral>半|${NUMERAL})(?<unit>\s*(?:%|${MEASURES.join('|')}))?`,
  ].join('|'),
  'gu',
)
const CONNECTOR = /^\s*(?:—|–|-|~|至|到|、|和|\/)+\s*$/u

/** Every number in a text, in printed order. Units written once at the end of a list or range apply to each. */
export function quantities(text: string): Quantity[] {
  const plain = halfWidth(text)
  const found: Quantity[] = []
  for (const match of plain.matchAll(PATTERN)) {
    for (const quantity of apart(match, plain) ?? [toQuantity(match, plain)])
      if (quantity !== null) found.push({ ...quantity, text: text.slice(quantity.start, quantity.end) })
  }
  shareUnits(found, plain)
  return found
}

/** What was read once; only rules are read so, whose printed numbers are few and never change. */
const READ = new Map<string, Quantity>()

/** Reads one quantity that must be the whole text ("50万元", "1：0.5"); throws when anything is left over. */
export function readQuantity(text: string): Quantity {
  const known = READ.get(text)
  if (known !== undefined) return known
  const [only, ...rest] = quantities(text)
  if (only === undefined || rest.length > 0 || only.text.trim() !== text.trim()) {
    throw new Error(`not one printed quantity: ${JSON.stringify(text)}`)
  }
  READ.set(text, Object.freeze(only))
  return only
}

/**
 * 三十万一个人, 6千3个人: what would be short for 三十万一千 or 6300 stands before no measure of people or years, so that one
 * person gets 三十万.
 */
function apart(match: RegExpExecArray, plain: string): (Quantity | null)[] | null {
  const { numeral = '', unit = '' } = match.groups ?? {}
  const measure = unit.trim()
  if (!MEASURES.includes(measure) || MONEY.has(measure)) return null
  const [tail] = SHORTHAND.exec(numeral) ?? (FEW.has(measure) ? MIXED.exec(numeral) : null) ?? []
  if (tail === undefined) return null
  const head = numeral.slice(0, -tail.length)
  const at = match.index + head.length
  const [start, end] = [match.index, match.index + match[0].length]
  return [
    numeralQuantity(head, '', { start, end: at, text: head }, plain),
    numeralQuantity(tail, measure, { start: at, end, text: plain.slice(at, end) }, plain),
  ]
}
/** 1万2一个人, 两万五一年: the digit behind what is short already. */
const SHORTHAND = /(?<=[百千万亿](?:\d+|[一二两三四五六七八九])?)[一二两三四五六七八九]$/u
/** 6千3个人, 5万12个, but 1万2千. */
const MIXED = /(?<=[千万])\d{1,3}$/u
const FEW = new Set(['人', '名', '位', '个', '年', '个月'])

function toQuantity(match: RegExpExecArray, plain: string): Quantity | null {
  const start = match.index
  const end = start + match[0].length
  const groups = match.groups ?? {}
  const at = { start, end, text: match[0] }
  if (groups.ratio !== undefined) {
    const [left, right] = groups.ratio.split(':').map((side) => new Big(side)) as [Big, Big]
    return left.eq(new Big('1')) ? { ...at, kind: 'ratio', value: right, unit: '比' } : null
  }
  if (groups.hundredth !== undefined) {
    const value = readNumeral(groups.hundredth)
    return value === null ? null : { ...at, kind: 'percent', value, unit: '%' }
  }
  if (groups.tenth !== undefined) {
    const tens = readNumeral(groups.tenth) as Big
    const ones =
      groups.half === undefined
        ? new Big('0')
        : groups.half === '半'
          ? new Big('5')
          : readNumeral(groups.half)
    return ones === null
      ? null
      : { ...at, kind: 'percent', value: tens.times(new Big('10')).plus(ones), unit: '%' }
  }
  return numeralQuantity(groups.numeral as string, (groups.unit ?? '').trim(), at, plain)
}

type At = Span & { text: string }

function numeralQuantity(numeral: string, unit: string, at: At, plain: string): Quantity | null {
  const value = readNumeral(numeral)
  if (value === null) return null
  if (unit === '%') return { ...at, kind: 'percent', value, unit }
  if (MONEY.has(unit) || CURRENCY.test(plain.slice(0, at.start)))
    return { ...at, kind: 'money', value, unit: '元' }
  if (isDate(numeral, unit, plain.slice(0, at.start))) return { ...at, kind: 'date', value, unit }
  if (unit !== '') return { ...at, kind: 'count', value, unit }
  // 20万奖励: a bare 万 without a measure word is money in these texts and in speech.
  const bareMyriad = /[万萬亿]/.test(numeral)
  return { ...at, kind: bareMyriad ? 'money' : 'bare', value, unit: bareMyriad ? '元' : '' }
}

function isDate(numeral: string, unit: string, before: string): boolean {
  if (unit === '年') return /^(?:(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})$/.test(numeral)
  if (unit === '月') return /年\s*$/.test(before)
  return unit === '日' && /月\s*$/.test(before)
}

function shareUnits(found: Quantity[], plain: string): void {
  let inMyriads = false
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const here = found[i] as Quantity
    const next = found[i + 1] as Quantity
    const unitless = here.kind === 'bare' || (here.kind === 'money' && !/[元块]/.test(here.text))
    const joined = CONNECTOR.test(plain.slice(here.end, next.start))
    inMyriads = joined && (inMyriads || MYRIAD.test(next.text))
    if (!unitless || !joined || next.kind === 'bare' || next.kind === 'date') continue
    const inTenths = next.kind === 'percent' && next.text.endsWith('成')
    const value =
      inMyriads && sharesMyriad(here)
        ? here.value.times('10000')
        : inTenths
          ? here.value.times('10')
          : here.value
    found[i] = { ...here, value, kind: next.kind, unit: next.unit }
  }
}

const MYRIAD = /[万萬]/

/** 1—5万元 and 5、3、1万元 write 万 once for all; 800—1万元 does not: nobody writes 800万 so. */
const sharesMyriad = ({ text, value }: Quantity): boolean => !MYRIAD.test(text) && value.lt('800')
