import { type Book, findProvision } from '../entitlements/book.ts'
import type { Case } from './results.ts'
import { truths } from './truths.ts'

/** 其中一个不紧缺的单算: that one alone. */
const ALONE = /单(?:独|拎出来|拿出来|挑出来|另)?(?:[算看说论讲]|列)/u

/** Of the cases that a message divides, those that it wants alone; all of them where it wants none so. */
export function singledOut(book: Book, text: string, cases: Case[]): Case[] {
  if (cases.length < 2 || !ALONE.test(text)) return cases
  const own = cases.filter(({ provision, facts }) => {
    const told = Object.entries(truths(text, findProvision(book, provision)?.definitions ?? {}, null))
    return told.length > 0 && told.every(([name, value]) => facts[name] === value)
  })
  return own.length > 0 ? own : cases
}
