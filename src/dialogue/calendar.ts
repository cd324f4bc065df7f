import { readNumeral } from '../corpus/numeral.ts'

/** 大前年 is three years back. */
export const RELATIVE_YEARS: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  上一年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
}

const DATE = new RegExp(
  `(?<!\\d)(?<year>(?:19|20)\\d\\d|[012]\\d(?=年)|${Object.keys(RELATIVE_YEARS).join('|')})[年\\-./]?(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正])[月\\-./](?:份|(?<day>3[01]|[12]\\d|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])[日号]?)?`,
  'gu',
)

/** A day or a month as written in a message. */
export interface Written {
  /** The day; of a month alone its middle; null where there is none (30 February). */
  day: string | null
  /** The day itself is written. */
  isDay: boolean
  end: number
}

/** Every date of a message with at least its year and month: 2023年8月28日, 去年五月份, 21年4月13号. */
export const datesIn = (text: string, asOf: string): Written[] =>
  [...text.matchAll(DATE)].flatMap((match) => {
    const { year = '', month = '', day } = match.groups ?? {}
    const end = match.index + match[0].length
    // 2025-12个人, 2022.5: only a month that is called one stands without its day.
    if (day === undefined && !/月/u.test(match[0])) return []
    const written = iso(yearOf(year, asOf), numberOf(month), numberOf(day ?? MIDDLE))
    return [{ day: written, isDay: day !== undefined, end }]
  })

const MIDDLE = '15'

function yearOf(year: string, asOf: string): string {
  const shift = RELATIVE_YEARS[year]
  if (shift !== undefined) return String(Number(asOf.slice(0, 4)) + shift)
  return year.length === 2 ? `20${year}` : year
}

const numberOf = (written: string): string =>
  readNumeral(written.replace(/[元正]/u, '一'))?.toFixed() ?? written

function iso(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
