/** Where a word of the vocabulary stands in a message. */
export interface Mention<T> {
  item: T
  word: string
  start: number
  end: number
}

/** Every occurrence of every word, without those that lie inside a longer one: 技师 inside 高级技师 is not 技师. */
export function mentions<T>(text: string, vocabulary: { item: T; words: string[] }[]): Mention<T>[] {
  const all: Mention<T>[] = []
  for (const { item, words } of vocabulary) {
    for (const word of words) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        all.push({ item, word, start, end: start + word.length })
      }
    }
  }
  return all
    .filter(
      (one) =>
        !all.some(
          (other) => other.word.length > one.word.length && other.start <= one.start && other.end >= one.end,
        ),
    )
    .sort((a, b) => a.start - b.start)
}
