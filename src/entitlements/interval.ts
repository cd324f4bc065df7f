import Big from 'big.js'

Big.strict = true

/** Bounds of an amount, both included. `null` is "no bound on this side", never zero. */
export interface Interval {
  min: Big | null
  max: Big | null
}

export const UNBOUNDED: Interval = { min: null, max: null }

export const exactly = (value: Big): Interval => ({ min: value, max: value })

export const isExact = ({ min, max }: Interval): boolean => min !== null && max !== null && min.eq(max)

/** Both sides of a product are never negative: counts, sums, rates. */
export const times = (a: Interval, b: Interval): Interval => ({
  min: both(a.min, b.min, (x, y) => x.times(y)),
  max: both(a.max, b.max, (x, y) => x.times(y)),
})

export const plus = (a: Interval, b: Interval): Interval => ({
  min: both(a.min, b.min, (x, y) => x.plus(y)),
  max: both(a.max, b.max, (x, y) => x.plus(y)),
})

/** What stands above a threshold; nothing below it. */
export const beyond = (a: Interval, threshold: Big): Interval => {
  const over = (x: Big) => (x.gt(threshold) ? x.minus(threshold) : ZERO)
  return { min: a.min === null ? ZERO : over(a.min), max: a.max === null ? null : over(a.max) }
}

/** A ceiling on a formula: it bounds from above and leaves the lower side as it is. */
export const capped = (a: Interval, limit: Big): Interval => ({
  min: a.min === null ? null : least(a.min, limit),
  max: a.max === null ? limit : least(a.max, limit),
})

/** Several ceilings on one sum: the lowest counts. The result is itself only a ceiling. */
export const lowestCeiling = (intervals: Interval[]): Interval => ({
  min: null,
  max: intervals.reduce<Big | null>((lowest, { max }) => {
    if (max === null) return lowest
    return lowest === null ? max : least(lowest, max)
  }, null),
})

export const highest = (bounds: Big[]): Big | null =>
  bounds.reduce<Big | null>((top, x) => (top === null || x.gt(top) ? x : top), null)

const ZERO = new Big('0')

const least = (a: Big, b: Big): Big => (a.lt(b) ? a : b)

const both = (a: Big | null, b: Big | null, combine: (a: Big, b: Big) => Big): Big | null =>
  a === null || b === null ? null : combine(a, b)
