import { digitRuns, type Group } from './digit-runs.ts'

/** What replaces a personal number: its kind stays readable, so that the question does too. */
const LABELS = { mobile: '［手机号］', identity: '［身份证号］', card: '［银行卡号］' }
type Kind = keyof typeof LABELS

const LONGEST = 19
/** 13812345678元 is a sum, 13812345678元旦 is a number and a feast. */
const MONEY =
  /^(?:[.．][\d０-９]{1,4})?[\s\u3000]*(?:万|亿|块钱|圆|美元|人民币|元(?!旦|宵))|^[.．][\d０-９]{1,4}[\s\u3000]*元/u
const CURRENCY = /[¥￥$＄]\s?$/u
const CALLED_IDENTITY = /(?:身份证|身份號|证件|证号|公民身份)/u

/**
 * Hides mobile numbers, identity numbers and bank cards, however they are spaced or written (full width, 一三八…).
 * Pure and linear; it runs before a message is understood, stored or logged.
 */
export function mask(text: string): { text: string; masked: boolean } {
  let masked = ''
  let done = 0
  for (const run of digitRuns(text)) {
    for (let i = 0; i < run.length; ) {
      const found = personalAt(run, i, text)
      if (found === null) {
        i += 1
        continue
      }
      masked += text.slice(done, found.start) + LABELS[found.kind]
      done = found.end
      i = found.next
    }
  }
  return { text: masked + text.slice(done), masked: done > 0 }
}

/** What was said beside the numbers: a number alone asks nothing. */
export const withoutMasks = (text: string): string =>
  text.replace(/[[［](?:手机号|身份证号|银行卡号)[\]］]/gu, '')

interface Found {
  kind: Kind
  start: number
  end: number
  /** The group to go on with. */
  next: number
}

/** The longest personal number that begins with this group: numbers end where a group ends. */
function personalAt(run: Group[], first: number, text: string): Found | null {
  let best: Found | null = null
  let digits = ''
  const lengths: number[] = []
  for (let i = first; i < run.length && digits.length <= LONGEST; i++) {
    const group = run[i] as Group
    digits += group.digits
    lengths.push(group.digits.length)
    if (digits.length > LONGEST) break
    const start = startOf(run[first] as Group, text)
    const kind = kindOf(digits, lengths, text.slice(Math.max(0, start - 12), start))
    if (kind === null || isMoney(text, start, group.end)) continue
    best = { kind, start, end: group.end, next: i + 1 }
  }
  return best ?? spoken(run[first] as Group, first, text)
}

/** 一三八…八一个人: Chinese numerals run on into the next word, so the first eleven count. */
function spoken(group: Group, at: number, text: string): Found | null {
  if (!group.isChinese || group.digits.length <= 11 || !MOBILE.test(group.digits.slice(0, 11))) return null
  const end = group.ends[10] as number
  return isMoney(text, group.start, group.end)
    ? null
    : { kind: 'mobile', start: group.start, end, next: at + 1 }
}

const startOf = ({ start }: Group, text: string): number =>
  /[+＋]$/.test(text.slice(Math.max(0, start - 1), start)) ? start - 1 : start

const isMoney = (text: string, start: number, end: number): boolean =>
  MONEY.test(text.slice(end, end + 12)) || CURRENCY.test(text.slice(Math.max(0, start - 2), start))

function kindOf(digits: string, lengths: number[], before: string): Kind | null {
  if (isIdentity(digits, lengths, before)) return 'identity'
  if (isCard(digits, lengths)) return 'card'
  return isMobile(digits, lengths) ? 'mobile' : null
}

const MOBILE = /^1[3-9]\d{9}$/
const PREFIX = /^(?:0086|086|86|0)(?=1[3-9]\d{9}$)/
/** How people space eleven digits; any other way is a list of amounts (15000-200000). */
const MOBILE_SHAPES = ['11', '3 4 4', '3 8', '7 4', '4 4 3', '4 3 4', '3 3 5']

function isMobile(digits: string, lengths: number[]): boolean {
  const prefix = PREFIX.exec(digits)?.[0].length ?? 0
  if (!MOBILE.test(digits.slice(prefix))) return false
  return isSpelled(lengths) || MOBILE_SHAPES.includes(without(prefix, lengths).join(' '))
}

/** The lengths of the groups once the first digits are taken off. */
function without(count: number, lengths: number[]): number[] {
  const [first = 0, ...rest] = lengths
  if (count === 0) return lengths
  return first > count ? [first - count, ...rest] : without(count - first, rest)
}

/** 1 3 8 1 2 …: every digit on its own. */
const isSpelled = (lengths: number[]): boolean => lengths.every((length) => length === 1)

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * GB 11643: province, date of birth, checksum. A slip of the pen is still somebody's number, but only where it is
 * called one: other long numbers may look alike. The old form has 15 digits and no checksum.
 */
function isIdentity(digits: string, lengths: number[], before: string): boolean {
  if (!PROVINCE.test(digits)) return false
  if (/^\d{17}[\dX]$/.test(digits) && /^(?:18|19|20)/.test(digits.slice(6)) && isDay(digits.slice(6, 14)))
    return checksum(digits) === digits[17] || CALLED_IDENTITY.test(before)
  const isOldForm = /^\d{15}$/.test(digits) && isDay(`19${digits.slice(6, 12)}`)
  return isOldForm && (isSpelled(lengths) || ['15', '6 6 3'].includes(lengths.join(' ')))
}

function checksum(digits: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return '10X98765432'[sum % 11]
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  const date = new Date(Date.UTC(year as number, (month as number) - 1, day))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}

/** Banks, card schemes and no others: a number that begins with 20 is a time, with 1 an airline's. */
const ISSUER = /^(?:2[2-7]|[3-69])/

function isCard(digits: string, lengths: number[]): boolean {
  if (!/^\d{16,19}$/.test(digits) || !ISSUER.test(digits) || !passesLuhn(digits)) return false
  if (isCreditCode(digits)) return false
  const fours = lengths.slice(0, -1).every((length) => length === 4) && (lengths.at(-1) as number) <= 7
  return lengths.length === 1 || fours || isSpelled(lengths) || (lengths.length === 2 && lengths[0] === 6)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** 统一社会信用代码 (GB 32100) in digits alone: a firm's, and no secret. */
function isCreditCode(digits: string): boolean {
  if (digits.length !== 18 || !/^[59]/.test(digits)) return false
  const sum = [...digits.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (3 ** i % 31), 0)
  return (31 - (sum % 31)) % 31 === Number(digits[17])
}
