import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { exactly } from '../entitlements/interval.ts'
import type { FactValues } from './assign.ts'

/** When something was, as far as it is told. */
interface Moment {
  year: Big
  /** Null where only the year is told. */
  month: Big | null
  start: number
  /** 进厂都六年了: it tells of coming by itself. */
  isStay: boolean
}

const WHEN =
  /((?:19|20)\d\d)年(?:(1[0-2]|[1-9])月)?|(今年|去年|大前年|前年|(?<![\d一二三四五六七八九十])上个?月|这个月|本月|刚刚|(?:昨|前)天)(?:(1[0-2]|[1-9])月)?|([\d一二两三四五六七八九十]{1,3})年(?:以|之)?前/gu
const AGO: Record<string, string> = { 去年: '1', 前年: '2', 大前年: '3' }
/** A number of characters of the same sentence in which a moment tells of what comes behind it. */
const TOLD = '[^。；;！!？?]{0,20}?'
const BROUGHT = new RegExp(
  `^${TOLD}(?:引进|引来|招|挖|请来|请了|请的|请到|聘|调来|跳槽|过来|进厂|入职|来的|来我们|来到)`,
  'u',
)
const SELECTED = new RegExp(`^${TOLD}(?:评上|入选|认定|评为|评到|获评|当选|选上)`, 'u')

/** 进厂都六年了: somebody came so many years ago. */
const STAYED =
  /(?:进厂|来厂|入职|引进|过来|来这|来了|来我们|来到)[^，,。；;\d一二两三四五六七八九十]{0,5}([\d一二两三四五六七八九十]{1,3})年多?了/gu

/** 2021年引进，2026年才评上; 五年前请来，今年入选: the years between, as the day asked about tells them. */
export function yearsBetween(text: string, definitions: FactDefinitions, day: string): FactValues {
  const name = Object.keys(definitions).find((one) => {
    const definition = definitions[one]
    return definition?.type === 'count' && definition.ordinal
  })
  if (name === undefined) return {}
  const moments = momentsIn(text, day)
  const behind = ({ start }: Moment, i: number) => text.slice(start, moments[i + 1]?.start)
  const at = moments.findIndex((moment, i) => moment.isStay || BROUGHT.test(behind(moment, i)))
  const from = moments[at]
  const to = moments.find((moment, i) => i > at && SELECTED.test(behind(moment, i)))
  if (from === undefined || to === undefined) return {}
  const years = yearsFrom(from, to)
  return years === null ? {} : { [name]: exactly(years) }
}

/** Whole years as months tell them, a year that has begun counted; the difference of the years where no month is told. */
function yearsFrom(from: Moment, to: Moment): Big | null {
  const years = to.year.minus(from.year)
  if (from.month === null || to.month === null) return years.lt('0') ? null : years
  const months = years.times('12').plus(to.month).minus(from.month)
  return months.lt('0') ? null : months.div('12').round(0, 3)
}

function momentsIn(text: string, day: string): Moment[] {
  const now = readNumeral(day.slice(0, 4))
  if (now === null) return []
  const stays = [...text.matchAll(STAYED)].flatMap(({ 1: count = '', index: start }): Moment[] => {
    const before = readNumeral(count)
    return before === null ? [] : [{ year: now.minus(before), month: null, start, isStay: true }]
  })
  const told = [...text.matchAll(WHEN)].flatMap((match): Moment[] => {
    const [, printed, monthOf, word, monthThen, ago] = match
    const before = readNumeral(ago ?? AGO[word ?? ''] ?? '0')
    const year = printed === undefined ? before && now.minus(before) : readNumeral(printed)
    const month = monthOf ?? monthThen
    const named = month === undefined ? null : readNumeral(month)
    return year === null
      ? []
      : [{ year, month: named ?? thisMonth(word, day), start: match.index, isStay: false }]
  })
  return [...stays, ...told].sort((a, b) => a.start - b.start)
}

/** 上个月, 刚刚: the month of the day asked about, or one before, which decides nothing in whole years. */
const thisMonth = (word: string | undefined, day: string): Big | null =>
  word !== undefined && /月|天|刚/u.test(word) ? readNumeral(String(Number(day.slice(5, 7)))) : null
