import { type Mention, mentions } from './mention.ts'

/** What may stand between the pieces of a phrase: a few characters of the same breath that deny nothing. */
const BETWEEN = '[^，,。；;、!！?？没不未]{0,4}?'

/**
 * Every occurrence of the words and phrases of a vocabulary. A phrase is written in pieces that stand apart in one
 * breath, in their order, each in one of its forms: "没/不 办/开 培训班" is said by 没给我们办过培训班. What a + joins
 * stands side by side: "没+得/拿+过/到+奖" is not said by 没拿一等奖.
 */
export function phrasesIn<T>(text: string, vocabulary: { item: T; words: string[] }[]): Mention<T>[] {
  const plain = vocabulary.map(({ item, words }) => ({ item, words: sorted(words).plain }))
  const apart = vocabulary.flatMap(({ item, words }) =>
    sorted(words).apart.flatMap((phrase) =>
      [...text.matchAll(patternOf(phrase))].map(
        ({ 0: word, index: start }): Mention<T> => ({ item, word, start, end: start + word.length }),
      ),
    ),
  )
  return [...mentions(text, plain), ...apart].sort((a, b) => a.start - b.start)
}

const known = new WeakMap<string[], { plain: string[]; apart: string[] }>()

function sorted(words: string[]): { plain: string[]; apart: string[] } {
  const read = known.get(words) ?? {
    plain: words.filter((word) => !isPhrase(word)),
    apart: words.filter(isPhrase),
  }
  known.set(words, read)
  return read
}

const isPhrase = (word: string): boolean => /[ /+]/u.test(word)

const patterns = new Map<string, RegExp>()

function patternOf(phrase: string): RegExp {
  const read = patterns.get(phrase)
  if (read !== undefined) return read
  const pieces = phrase.split(' ').map((piece) => piece.split('+').map(oneOf).join(''))
  const pattern = new RegExp(pieces.join(BETWEEN), 'gu')
  patterns.set(phrase, pattern)
  return pattern
}

const oneOf = (forms: string): string => `(?:${forms.split('/').map(literally).join('|')})`

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
