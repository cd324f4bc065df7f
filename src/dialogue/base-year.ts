import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'
import { PIECE, type Said } from './said.ts'

/** What is counted of the year before the claim. */
export const OF_YEAR_BEFORE = /去年|上一?年|上年度/u
const YEAR =
  /(?<!\d)(?:19|20)\d\d(?=年|薪|工资|收入)|大前年|前年|去年|再(?:往前|早|前)(?:推)?一年|上一?年度?|今年|明年|后年|次年/gu
const THIS_YEAR = /现在|如今|眼下|目前|往后|以后|我们?这(?:边|儿)?|我[们拉厂]?给/u
/** 2025年申报, 今年报的: the year of the claim, wherever it is told. */
const CLAIM =
  /(?<year>(?:19|20)\d\d|今年|去年|前年|明年)(?:年)?(?:\d{1,2}月)?(?:才|刚|就|去|来|我们?|咱们?|厂里|公司)*(?:申报|申请|申领|提交|递(?:了|的)?材料|报(?!酬|销|价))/u
const RELATIVE: Record<string, number> = { 明年: 1, 今年: 0, 去年: -1, 前年: -2, 大前年: -3 }

interface SumOfYear {
  sum: Said
  /** Null where its breath names none. */
  year: string | null
}

/**
 * 去年薪酬30万，今年开到35万; 2025年申报，2024年薪酬24万，2025年30万: where the year before the claim is what counts, what
 * is paid in the others is left out.
 */
export function withoutThisYear(text: string, definitions: FactDefinitions): string {
  const [fact, ...others] = Object.values(definitions).filter(({ type }) => type === 'money')
  if (fact === undefined || others.length > 0 || !OF_YEAR_BEFORE.test(fact.label)) return text
  const sums = sumsOf(text)
  const claimed = CLAIM.exec(text)?.groups?.year
  const base = claimed === undefined ? null : before(claimed)
  const isBase = ({ year }: SumOfYear) =>
    year !== null && (year === base || /^上/u.test(year) || (base === null && year === '去年'))
  if (!sums.some(isBase)) return text
  return sums
    .filter((one) => one.year !== null && !isBase(one))
    .toSorted((a, b) => b.sum.start - a.sum.start)
    .reduce((left, { sum: { start, end } }) => left.slice(0, start) + left.slice(end), text)
}

/** The year before: 2024 of 2025, 去年 of 今年. */
function before(year: string): string | null {
  if (/^\d/.test(year)) return String(Number(year) - 1)
  const shift = RELATIVE[year]
  return Object.keys(RELATIVE).find((name) => shift !== undefined && RELATIVE[name] === shift - 1) ?? null
}

/** Every sum with the year that is said before it in its breath. */
function sumsOf(text: string): SumOfYear[] {
  const money = numbersIn(text).filter(({ kind }) => kind === 'money')
  let start = 0
  return text.split(PIECE).flatMap((piece) => {
    const from = start
    start += piece.length
    const years = [...piece.matchAll(YEAR)]
    return money
      .filter((one) => one.start >= from && one.end <= start)
      .map((sum) => {
        const own = years.findLast(({ index }) => from + index < sum.start)?.[0]
        return { sum, year: own ?? (THIS_YEAR.test(piece) ? '今年' : null) }
      })
  })
}
