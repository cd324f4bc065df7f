import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Reads everyday words (文凭) as those that the texts use (学历). */
export type Everyday = (text: string) => string

const readers = new WeakMap<Book, Everyday>()

/** The reader for a corpus's groups of words; its texts' own words and those of its rules stay as they are. */
export function everydayFor(corpus: Corpus, book: Book): Everyday {
  const known = readers.get(book) ?? createEveryday(corpus, book)
  readers.set(book, known)
  return known
}

function createEveryday({ words, documents, regions }: Corpus, book: Book): Everyday {
  const texts = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join('\n')
  const own = [
    ...vocabularyOf(book),
    ...regions.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...documents.flatMap(({ meta }) => [meta.title, ...meta.aliases]),
  ]
  const read = new Map<string, string>()
  for (const [first, ...others] of words) {
    for (const word of others) if (first !== undefined && !texts.includes(word)) read.set(word, first)
  }
  for (const word of own) read.set(word, word)
  const longest = Math.max(0, ...[...read.keys()].map(({ length }) => length))
  return (text) => {
    let plain = ''
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at)
      while (length > 1 && !read.has(text.slice(at, at + length))) length -= 1
      const word = text.slice(at, at + length)
      plain += read.get(word) ?? word
      at += length
    }
    return plain
  }
}
