import { type Citation, cite } from '../corpus/citation.ts'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { standingOf } from '../entitlements/standing.ts'

/** The clauses that one provision rests on, each quoted once, with what holds of the rule on the day. */
export function citationsFor(corpus: Corpus, book: Book, provision: Provision, on: string): Citation[] {
  const document = findDocument(corpus, provision.documentId)
  if (document === undefined) throw new Error(`no such document: ${provision.documentId}`)
  const superseded = standingOf(corpus, book, provision, on) === 'superseded'
  const byClause = Map.groupBy(provision.rule.clauses, ({ clause }) => clause)
  return [...byClause].map(([clause, quotes]) =>
    cite(
      document,
      `${provision.documentId}/${clause}`,
      quotes.map(({ quote }) => quote),
      on,
      superseded ? ['superseded'] : [],
    ),
  )
}

/** The clause that forbids adding awards of one kind, where a document has one. */
export function stackingCitation(corpus: Corpus, book: Book, documentIds: string[], on: string): Citation[] {
  return [...new Set(documentIds)].flatMap((id) => {
    const rule = book.stacking[id]
    const document = findDocument(corpus, id)
    return rule === undefined || document === undefined
      ? []
      : [cite(document, `${id}/${rule.clause}`, [rule.quote], on)]
  })
}

/** One citation per clause: quotes of the same clause by several rules are kept apart only where they differ. */
export function merge(corpus: Corpus, citations: Citation[], on: string): Citation[] {
  return [...Map.groupBy(citations, ({ id }) => id)].map(([id, same]) => {
    const [first] = same as [Citation, ...Citation[]]
    if (same.every(({ quote }) => quote === first.quote)) return first
    const document = findDocument(corpus, first.documentId)
    if (document === undefined) throw new Error(`no such document: ${first.documentId}`)
    const superseded = same.every(({ statuses }) => statuses.includes('superseded'))
    return cite(
      document,
      id,
      same.map(({ quote }) => quote),
      on,
      superseded ? ['superseded'] : [],
    )
  })
}
