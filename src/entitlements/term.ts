import { writeInterval } from './fact.ts'
import { type Interval, UNBOUNDED } from './interval.ts'

export interface Step {
  label: string
  expression: string
  value: string
}

/** One way an amount comes out. Several stand side by side where a choice was not said or a clause reads two ways. */
export interface Term {
  value: Interval
  unit: '元' | '%'
  /** Units of counts that nobody gave: the value is a rate per these. */
  per: string[]
  /** Which printed value or reading this is; empty when there is only one. */
  labels: string[]
  /** Options taken for choices that nobody made, one printed value each. */
  chosen: Record<string, string>
  steps: Step[]
  missing: string[]
  used: string[]
  /** The clause's own words where it grants without a sum. */
  unstated: string | null
  /** The printed share while the sum it applies to is unknown. */
  rate: Interval | null
  /** Why the facts given fall outside what the clause prints. */
  excluded: string | null
  remarks: string[]
}

export const EMPTY: Term = {
  value: UNBOUNDED,
  unit: '元',
  per: [],
  labels: [],
  chosen: {},
  steps: [],
  missing: [],
  used: [],
  unstated: null,
  rate: null,
  excluded: null,
  remarks: [],
}

/** A printed amount as it stands. */
export function literalTerm(value: Interval, printed: string): Term {
  const unit = /[%％]|百分之|成$/.test(printed) ? '%' : '元'
  return {
    ...EMPTY,
    value,
    unit,
    steps: [{ label: PRINTED, expression: printed, value: writeInterval(value) }],
  }
}

export const PRINTED = '文件规定'

/** An amount with its unit, as a step writes it. */
export const show = (term: Pick<Term, 'value' | 'unit' | 'per'>): string =>
  `${writeInterval(term.value)}${term.unit}${term.per.length > 0 ? `/${term.per.join('·')}` : ''}`

/** Several terms that became one: their facts, steps and gaps together, the value still to be set. */
export function merged(terms: Term[]): Term {
  return {
    ...EMPTY,
    per: [...new Set(terms.flatMap((term) => term.per))],
    labels: terms.flatMap((term) => term.labels),
    chosen: Object.assign({}, ...terms.map((term) => term.chosen)),
    steps: terms.flatMap((term) => term.steps),
    missing: terms.flatMap((term) => term.missing),
    used: terms.flatMap((term) => term.used),
    excluded: terms.find((term) => term.excluded !== null)?.excluded ?? null,
    remarks: terms.flatMap((term) => term.remarks),
  }
}

/** Each way of taking one term from every list. */
export const combinations = (lists: Term[][]): Term[][] =>
  lists.reduce<Term[][]>((rows, list) => rows.flatMap((row) => list.map((term) => [...row, term])), [[]])
