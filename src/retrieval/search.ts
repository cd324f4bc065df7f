import type { Corpus } from '../corpus/corpus.ts'
import { type ClauseIndex, type Entry, entries, type Hit, rank, type SearchOptions } from './clause-index.ts'
import { createExactMatcher, type ExactMatcher } from './exact.ts'

/**
 * Clauses that a query names to the letter (document number, label, quoted phrase) stand before those that
 * full text finds; the more ways it names one, the higher. Which documents may answer on a day and in a place
 * is the caller's.
 */
export async function search(
  corpus: Corpus,
  index: ClauseIndex,
  query: string,
  options: SearchOptions,
): Promise<Hit[]> {
  const { exact, indexed } = prepare(corpus)
  const named = exact(query, options.documentIds)
  if (named.size === 0) return index.search(query, options)

  const found = await index.search(query, { ...options, limit: indexed.length })
  const scores = new Map(found.map(({ clauseId, score }) => [clauseId, score]))
  const above = (found[0]?.score ?? 0) + 1
  const scored = indexed.flatMap(({ clauseId }, position) => {
    const times = named.get(clauseId) ?? 0
    const score = scores.get(clauseId) ?? 0
    return times > 0 || score > 0 ? [{ position, score: score + times * above }] : []
  })
  return rank(indexed, scored, options.limit)
}

interface Prepared {
  exact: ExactMatcher
  indexed: Entry[]
}

const preparedCorpora = new WeakMap<Corpus, Prepared>()

function prepare(corpus: Corpus): Prepared {
  const known = preparedCorpora.get(corpus)
  if (known !== undefined) return known
  const prepared = { exact: createExactMatcher(corpus), indexed: entries(corpus) }
  preparedCorpora.set(corpus, prepared)
  return prepared
}
