import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { PIECE, type Said } from './said.ts'

const YEAR = /今年|去年|前年|(?<!\d)(?:19|20)\d\d年?/gu
const ASKS = /多少|几[万千百块]/u
/** What was told of another year counts as well. */
const OF_ALL = /一共|合计|总共|加起来|各|分别|都|两年|每年|差|多出|比/u

/** 去年认定48名，今年17名，今年能拿多少: where one year is asked about, the numbers of another are left out. */
export function withoutOtherYears(text: string): string {
  const pieces = text.split(PIECE)
  const at = pieces.findLastIndex((piece) => ASKS.test(piece))
  const asked = yearsIn(pieces[at] ?? '')
  if (asked.length !== 1 || OF_ALL.test(pieces[at] ?? '')) return text
  const told = pieces.map((piece, i) => ({ years: yearsIn(piece), numbers: i === at ? [] : countsIn(piece) }))
  const ofAsked = told.flatMap(({ years, numbers }) => (years.join() === asked.join() ? numbers : []))
  if (ofAsked.length === 0) return text
  return pieces
    .map((piece, i) => {
      const { years, numbers } = told[i] ?? { years: [], numbers: [] }
      return years.length !== 1 || years.join() === asked.join()
        ? piece
        : numbers
            .filter((one) => ofAsked.some((other) => isAlike(one, other)))
            .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), piece)
    })
    .join('')
}

const yearsIn = (piece: string): string[] => [
  ...new Set([...piece.matchAll(YEAR)].map(([year]) => year.replace(/年$/u, '').padEnd(2, '年'))),
]

const countsIn = (piece: string): Said[] =>
  numbersIn(piece).filter(
    ({ kind, unit, rate }) => rate !== true && kind === 'count' && (isHeads(unit) || unit === '人次'),
  )

const isAlike = (one: Said, other: Said): boolean =>
  one.unit === other.unit || (isHeads(one.unit) && isHeads(other.unit))
