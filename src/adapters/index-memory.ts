import type { Corpus } from '../corpus/corpus.ts'
import { type ClauseIndex, type Entry, entries, rank } from '../retrieval/clause-index.ts'
import { queryTerms, segment } from '../retrieval/segment.ts'

const K1 = 1.2
const B = 0.75

interface Posting {
  position: number
  frequency: number
}

/** BM25 in memory, for Workers and wherever LanceDB cannot run. */
export function createMemoryIndex(corpus: Corpus): ClauseIndex {
  return indexEntries(entries(corpus))
}

export function indexEntries(indexed: Entry[]): ClauseIndex {
  const postings = new Map<string, Posting[]>()
  const lengths = indexed.map(({ text }, position) => {
    const terms = segment(text)
    for (const [term, frequency] of count(terms)) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [{ position, frequency }])
      else list.push({ position, frequency })
    }
    return terms.length
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length

  return {
    async search(query, { limit, documentIds }) {
      const scores = new Map<number, number>()
      for (const term of queryTerms(query)) {
        const list = postings.get(term) ?? []
        const rarity = rarityOf(list.length, indexed.length)
        for (const { position, frequency } of list) {
          const norm = K1 * (1 - B + (B * (lengths[position] ?? 0)) / mean)
          const gain = (rarity * frequency * (K1 + 1)) / (frequency + norm)
          scores.set(position, (scores.get(position) ?? 0) + gain)
        }
      }
      const allowed = documentIds === undefined ? null : new Set(documentIds)
      const scored = [...scores]
        .map(([position, score]) => ({ position, score }))
        .filter(({ position }) => allowed?.has(indexed[position]?.documentId ?? '') ?? true)
      return rank(indexed, scored, limit)
    },
  }
}

/**
 * LanceDB's weight of a term that stands in `containing` of `all` entries, in its 32 bits: for a term that
 * stands nearly everywhere the logarithm of almost 1 loses four digits there, enough to change the order.
 */
function rarityOf(containing: number, all: number): number {
  const single = Math.fround
  return single(Math.log(single(single((all - containing + 0.5) / (containing + 0.5)) + 1)))
}

function count(terms: string[]): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  return frequencies
}
