import type { Vocabulary } from './kinds-told.ts'

const COUNT =
  /[\d一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]+[个名位人块枚间项支座所家](?!人|月|年|[以之]上)/gu
/** Fewer tell of one group alone. */
const LEAST = 4

interface Token {
  start: number
  end: number
  isCount: boolean
}

/** 2个高级技师3个技师, 特级技师1人首席技师2人: groups told without a sign between them, each in a breath of its own. */
export function groupedApart(text: string, vocabulary: Vocabulary): string {
  const tokens: Token[] = [
    ...[...text.matchAll(COUNT)].map(({ 0: words, index: start }) => ({
      start,
      end: start + words.length,
      isCount: true,
    })),
    ...vocabulary(text).map(({ word, start }) => ({ start, end: start + word.length, isCount: false })),
  ].sort((a, b) => a.start - b.start)
  const cuts: number[] = []
  for (let first = 0; first < tokens.length; ) {
    let last = first
    while (
      tokens[last + 1]?.start === tokens[last]?.end &&
      tokens[last + 1]?.isCount !== tokens[last]?.isCount
    )
      last += 1
    // 世赛一个银奖两个铜奖: of an odd number the first stands alone.
    const run = tokens.slice(first + ((last - first + 1) % 2), last + 1)
    const end = run.at(-1)?.end ?? 0
    // 2个高级技师1个技师都在目录里: 都 holds of each.
    if (run.length >= LEAST)
      cuts.push(
        ...run.flatMap(({ start }, i) => (i > 0 && i % 2 === 0 ? [start] : [])),
        ...(/^[都均]/u.test(text.slice(end)) ? [end] : []),
      )
    first = last + 1
  }
  return cuts.reduceRight((left, at) => `${left.slice(0, at)}，${left.slice(at)}`, text)
}
