import type { Book } from '../entitlements/book.ts'
import { mentions } from './mention.ts'

/** 首席的呢, after a question about 特级技师: that question with the one value in the place of the other; null where none changes. */
export function restated({ provisions }: Book, previous: string, text: string): string | null {
  for (const { definitions } of provisions) {
    for (const definition of Object.values(definitions)) {
      if (definition.type !== 'choice') continue
      const vocabulary = Object.entries(definition.options).map(([item, { words }]) => ({ item, words }))
      const [[before, ...others], [now, ...more]] = [
        mentions(previous, vocabulary),
        mentions(text, vocabulary),
      ]
      if (before === undefined || now === undefined || others.length + more.length > 0) continue
      const name = vocabulary.find(({ item }) => item === now.item)?.words[0]
      if (name !== undefined && before.item !== now.item)
        return previous.slice(0, before.start) + name + previous.slice(before.end)
    }
  }
  return null
}
