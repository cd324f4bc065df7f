import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'

const YEAR_BEFORE = /去年|上一?年|上年度/u
const THIS_YEAR = /今年|现在|如今|眼下|目前|往后|以后|我们?这(?:边|儿)?|我[们拉厂]?给/u

/** 去年薪酬30万，今年开到35万: where the year before is what counts, what is paid now is left out. */
export function withoutThisYear(text: string, definitions: FactDefinitions): string {
  const [sum, ...others] = Object.values(definitions).filter(({ type }) => type === 'money')
  if (sum === undefined || others.length > 0 || !YEAR_BEFORE.test(sum.label)) return text
  const pieces = text.split(/(?<=[，,。；;！!？?])/u)
  const sums = (piece: string) => numbersIn(piece).filter(({ kind }) => kind === 'money')
  if (!pieces.some((piece) => YEAR_BEFORE.test(piece) && sums(piece).length > 0)) return text
  return pieces
    .map((piece) =>
      THIS_YEAR.test(piece) && !YEAR_BEFORE.test(piece)
        ? sums(piece).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), piece)
        : piece,
    )
    .join('')
}
