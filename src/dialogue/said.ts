import type { Quantity } from '../corpus/quantity.ts'
import type { Interval } from '../entitlements/interval.ts'

/** A number that a person said: exact, or between two neighbours ("二三十个"). */
export interface Said extends Omit<Quantity, 'value'> {
  value: Interval
  /** 一年多少: names the unit that a rate is asked for, and counts nothing of that unit. */
  rate?: boolean
  /** 第五年: which one, not how many. */
  ordinal?: boolean
  /** 小许和小方: counted by their names. */
  named?: boolean
}

/** Where a message pauses; each piece keeps its sign. */
export const PIECE = /(?<=[，,。；;！!？?])/u
