import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactValue } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'

const WAN = readNumeral('一万') as Big

/** 是36, after 28万: a sum said without its unit has the unit of the one said before, where that brings it nearer. */
export function likeEarlier(value: Interval, earlier: FactValue | undefined): Interval {
  const [now, before] = [value.min, exactOf(earlier)]
  if (now === null || before === null || now.lte('0') || before.lt(WAN)) return value
  const inWan = now.times(WAN)
  return apart(inWan, before).lt(apart(now, before))
    ? { min: inWan, max: value.max?.times(WAN) ?? null }
    : value
}

/** How many times the greater of two is the other. */
const apart = (a: Big, b: Big): Big => (a.gt(b) ? a.div(b) : b.div(a))

/** So many times nearer than any other, a number is meant to take its place. */
const CLEARLY = '3'

/** Of several numbers said before the one that a bare number is clearly nearest to; null where none is. */
export function nearestTo(
  value: Interval,
  said: [name: string, value: FactValue][],
  clearly = CLEARLY,
): string | null {
  const [first, second] = said
    .flatMap(([name, one]) => {
      const [now, before] = [likeEarlier(value, one).min, exactOf(one)]
      return now === null || before === null || now.lte('0') || before.lte('0')
        ? []
        : [{ name, by: apart(now, before) }]
    })
    .toSorted((a, b) => a.by.cmp(b.by))
  const isNear = first?.by.lt(CLEARLY) === true && !second?.by.lt(first.by.times(clearly))
  return isNear ? first.name : null
}

const NOT = /不是(?:说|写)?([\d.]+|[一二两三四五六七八九十百千]+)(?![\d.])/u

/** 不是20，是25: of several numbers said before the one that is taken back. */
export function takenBack(text: string, said: [name: string, value: FactValue][]): string | null {
  const number = readNumeral(NOT.exec(text)?.[1] ?? '')
  if (number === null) return null
  const [only, ...others] = saidBefore(number, said)
  return only === undefined || others.length > 0 ? null : only
}

/** The facts that a number was said of before, with its unit or without. */
export const saidBefore = (number: Big, said: [string, FactValue][]): string[] =>
  said
    .filter(([, one]) => exactOf(one)?.eq(number) || exactOf(one)?.eq(number.times(WAN)))
    .map(([name]) => name)

const exactOf = (value: FactValue | undefined): Big | null =>
  typeof value === 'object' && value.min !== null && value.max?.eq(value.min) ? value.min : null
