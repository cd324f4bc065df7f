import type { Book } from '../entitlements/book.ts'
import type { Label } from './labels.ts'
import { headsIn } from './tally.ts'

/** The words of awards, levels and titles, the longest first at every place. */
export type Vocabulary = (text: string) => { word: string; start: number }[]

/** The words by which the rules name awards and what somebody is. */
export function vocabularyOf({ provisions }: Book): Vocabulary {
  const words = new Set(
    provisions.flatMap(({ rule, definitions }) => [
      ...rule.aliases.flatMap((alias) => alias.split(' ')),
      ...Object.values(definitions).flatMap((fact) =>
        fact.type === 'choice' ? Object.values(fact.options).flatMap((option) => option.words) : [],
      ),
    ]),
  )
  const byFirst = Map.groupBy(
    [...words]
      .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && !WHO.test(word))
      .toSorted((a, b) => b.length - a.length),
    ([first = '']) => first,
  )
  return (text) => {
    const found: { word: string; start: number }[] = []
    for (let at = 0; at < text.length; ) {
      const word = byFirst.get(text[at] as string)?.find((one) => text.startsWith(one, at))
      if (word !== undefined) found.push({ word, start: at })
      at += word?.length ?? 1
    }
    return found
  }
}

/** 我们企业一个选手: who, not what for. */
const WHO = /^(?:企业|公司|单位|学校|院校|个人|选手|工人|职工)$/u
const PIECE = /(?<=[，,。；;、！!？?])/u

/** 一个拿金奖，两个拿优胜奖: of each that is counted, the words that no other has. */
export function pointedWords(text: string, vocabulary: Vocabulary): Label[] {
  let from = 0
  const pieces = text.split(PIECE).flatMap((piece) => {
    const start = from
    from += piece.length
    const heads = headsIn(piece)
    const words = vocabulary(piece)
    const [head, ...others] = heads
    if (head === undefined || others.length > 0 || words.length === 0) return []
    const first = Math.min(head.start, ...words.map((one) => one.start))
    return [{ start: start + first, words: words.map(({ word }) => word) }]
  })
  const labels = pieces.map(({ start, words }) => {
    const keys = words.filter(
      (word) => !pieces.some((other) => other.start !== start && other.words.includes(word)),
    )
    return { name: keys.join(' '), keys, start, end: start, kind: 'words' as const }
  })
  return labels.length > 1 && labels.every(({ keys }) => keys.length > 0) ? labels : []
}
