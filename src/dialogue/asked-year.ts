import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { OF_YEAR_BEFORE } from './base-year.ts'
import { numbersIn } from './numbers.ts'
import { PIECE, type Said } from './said.ts'
import { sumOf } from './tally.ts'

const YEAR = /大前年|今年|去年|前年|明年|后年|(?<!\d)(?:19|20)\d\d(?!\d|[元块人名个位次])年?/gu
const ASKS = /多少|几[万千百块]/u
/** 就去年那笔, 我问今年的, 按2025年的算: which of the years that are told is meant. */
const PICKS =
  /(?:[就只光单问说要看算]的?是?|按照?|以)(?<year>今年|去年|前年|(?:19|20)\d\d年?)(?:度)?(?:的|那|这|算|来算|为准)/u
/** What was told of another year counts as well. */
const OF_ALL = /一共|合计|总共|加起来|各|分别|都|两年|每年|差|多出|比/u
/** 两年凑一块34个: the years together, which nobody asks about. */
const TOGETHER = /[两俩三几]年|凑|合|加|一共|总共|累计/u

interface Told {
  year: string | null
  number: Said
}

/**
 * 去年认定48名，今年17名，今年能拿多少; 前年70万，去年80万，就去年那笔: where one year is asked about, the numbers of another
 * are left out, and what both come to. A count of no year is one of the year asked about.
 */
export function withoutOtherYears(text: string, definitions: FactDefinitions): string {
  const asked = askedIn(text)
  if (asked === null) return text
  const isOfYearBefore = Object.values(definitions).some(
    ({ type, label }) => type === 'money' && OF_YEAR_BEFORE.test(label),
  )
  const told = toldIn(text).filter(({ number }) => !(isOfYearBefore && number.kind === 'money'))
  const own = told.filter(({ year }) => year === asked)
  const others = told.filter(({ year }) => year !== null && year !== asked)
  const near = [...own, ...told.filter(({ year, number }) => year === null && number.kind === 'count')]
  const beside = others.filter(({ number }) => near.some((one) => isAlike(number, one.number)))
  if (beside.length === 0) return text
  const sums = told.filter(
    ({ year, number }) =>
      year === null &&
      [...own, ...beside].length > 1 &&
      number.value.min?.eq(sumOf([...own, ...beside].map((one) => one.number))) === true,
  )
  const left = cut(
    text,
    [...beside, ...sums].map(({ number }) => number),
  )
  return sums.length === 0
    ? left
    : left
        .split(PIECE)
        .filter((piece) => !(TOGETHER.test(piece) && /[两俩三]年/u.test(piece) && !ASKS.test(piece)))
        .join('')
}

/** The one year that is asked about. */
function askedIn(text: string): string | null {
  const picked = PICKS.exec(text)?.groups?.year
  if (picked !== undefined) return nameOf(picked)
  const question = text.split(PIECE).findLast((piece) => ASKS.test(piece)) ?? ''
  const years = [...new Set([...question.matchAll(YEAR)].map(([year]) => nameOf(year)))]
  return years.length === 1 && !OF_ALL.test(question) ? (years[0] ?? null) : null
}

/** Each number that counts or is a sum, with the year said before it in its breath; not those of the question. */
function toldIn(text: string): Told[] {
  let start = 0
  return text.split(PIECE).flatMap((piece) => {
    const from = start
    start += piece.length
    if (ASKS.test(piece)) return []
    const years = [...piece.matchAll(YEAR)]
    return numbersIn(text)
      .filter((one) => one.start >= from && one.end <= start && isTelling(one))
      .map((number) => ({
        number,
        year: yearOf(years.findLast(({ index }) => from + index < number.start)?.[0]),
      }))
  })
}

const yearOf = (year: string | undefined): string | null => (year === undefined ? null : nameOf(year))

const nameOf = (year: string): string => (/^\d/.test(year) ? year.slice(0, 4) : year)

const isTelling = ({ kind, unit, rate }: Said): boolean =>
  rate !== true && (kind === 'money' || (kind === 'count' && (isHeads(unit) || unit === '人次')))

const cut = (text: string, numbers: Said[]): string =>
  numbers
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)

const isAlike = (one: Said, other: Said): boolean =>
  one.kind === other.kind && (one.unit === other.unit || (isHeads(one.unit) && isHeads(other.unit)))
