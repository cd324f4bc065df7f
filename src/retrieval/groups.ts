import type { Corpus } from '../corpus/corpus.ts'

/** Names the groups of words for one thing that a text has a word of. */
export type GroupFinder = (text: string) => string[]

const finders = new WeakMap<Corpus['words'], GroupFinder>()

export function groupFinder(words: Corpus['words']): GroupFinder {
  const known = finders.get(words) ?? read([...words.same, ...words.near])
  finders.set(words, known)
  return known
}

/** Words by their first character: of a thousand only a few can stand at a place. */
function read(groups: string[][]): GroupFinder {
  const all = groups.flatMap((group, i) => group.map((word) => ({ word, name: `#${i}` })))
  const byFirst = Map.groupBy(all, ({ word }) => word[0] ?? '')
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at < text.length; at += 1)
      for (const { word, name } of byFirst.get(text[at] as string) ?? [])
        if (text.startsWith(word, at)) found.add(name)
    return [...found].sort()
  }
}
