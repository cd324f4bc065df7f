import type { Clause } from '../corpus/clause.ts'
import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'

export interface Hit {
  clauseId: string
  documentId: string
  score: number
}

export interface SearchOptions {
  limit: number
  /** Only these documents; absent: all. The scores are those of the whole corpus either way. */
  documentIds?: string[]
}

/** The port: full text over clauses, best first, ties in the order of the corpus. */
export interface ClauseIndex {
  search(query: string, options: SearchOptions): Promise<Hit[]>
}

/** What is indexed of one clause. */
export interface Entry {
  clauseId: string
  documentId: string
  text: string
}

/**
 * A clause is found by what stands above it too: "三、（一）3" alone says neither whose city nor which measure it
 * is. The name of the place is added because a title may lack it (the Baotou opinion of 2025).
 */
export function entries({ documents }: Corpus): Entry[] {
  return documents.flatMap((document) => {
    const byId = new Map(document.clauses.map((clause) => [clause.id, clause]))
    return document.clauses.map((clause) => ({
      clauseId: clause.id,
      documentId: document.meta.id,
      text: [...context(document), ...headingsAbove(clause, byId), clause.text].join('\n'),
    }))
  })
}

function context({ meta }: PolicyDocument): string[] {
  return [meta.region.name, meta.title]
}

function headingsAbove(clause: Clause, byId: Map<string, Clause>): string[] {
  const headings: string[] = []
  let above = clause.parent === null ? undefined : byId.get(clause.parent)
  while (above !== undefined) {
    if (above.heading !== null) headings.unshift(above.heading)
    above = above.parent === null ? undefined : byId.get(above.parent)
  }
  return headings
}

/**
 * Engines add in different precision (LanceDB in 32 bits) and order: what differs by less than this part is a
 * tie.
 */
const TIE = 2e-6

/** A score of the entry at `position` in the order of the corpus. */
export interface Scored {
  position: number
  score: number
}

/**
 * The order that every adapter gives: score descending, ties as the documents and clauses stand in the
 * corpus.
 */
export function rank(indexed: Entry[], scored: Scored[], limit: number): Hit[] {
  const descending = scored.toSorted((a, b) => b.score - a.score || a.position - b.position)
  const tied: Scored[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const one of descending) {
    const group = tied.at(-1)
    if (group !== undefined && last - one.score <= TIE * last) group.push(one)
    else tied.push([one])
    last = one.score
  }
  return tied
    .flatMap((group) =>
      group
        .toSorted((a, b) => a.position - b.position)
        .map(({ position }) => ({ position, score: group[0]?.score ?? 0 })),
    )
    .slice(0, Math.max(0, limit))
    .map(({ position, score }) => {
      const { clauseId, documentId } = indexed[position] as Entry
      return { clauseId, documentId, score }
    })
}
