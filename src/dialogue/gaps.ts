import type { Seen } from './proofread.ts'

/** What stands for a blank, or is typed for one. */
const GAP = /(?<=\p{Script=Han})(?:[，~～…·]|\.{2,})+(?=\p{Script=Han})/gu

/**
 * Joins a word that was typed apart (优秀技 师), where one side of the gap is a single character: 首席 技师 may be two.
 */
export function createJoiner(vocabulary: string[], seen: Seen): (text: string) => string {
  const words = new Set(vocabulary)
  const longest = Math.max(0, ...vocabulary.map(({ length }) => length))
  const isOne = (before: string, after: string): boolean => {
    // 评了奖，金华: of two characters neither may belong to a word on its own side.
    const isApart = seen(before.slice(-2)) === 0 && seen(after.slice(0, 2)) === 0
    for (let length = isApart ? 1 : 2; length < longest; length += 1)
      if (
        (length <= after.length && words.has(before.slice(-1) + after.slice(0, length))) ||
        (length <= before.length && words.has(before.slice(-length) + after.slice(0, 1)))
      )
        return true
    return false
  }
  return (text) =>
    text.replace(GAP, (gap, at: number) =>
      isOne(text.slice(Math.max(0, at - longest), at), text.slice(at + gap.length, at + gap.length + longest))
        ? ''
        : gap,
    )
}
