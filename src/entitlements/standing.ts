import { type Corpus, findDocument } from '../corpus/corpus.ts'
import { earliest } from '../corpus/document.ts'
import type { Book } from './book.ts'
import type { Provision } from './rule.ts'

export type Standing = 'current' | 'open' | 'superseded' | 'not-yet'

/**
 * Where a rule stands on a day among the rules that replace it or that it replaces. `open`: a later text regulates
 * the same, and it prints no day that would decide which of the two applies.
 */
export function standingOf(
  corpus: Corpus,
  book: Book,
  { rule, documentId }: Provision,
  on: string,
): Standing {
  const own = findDocument(corpus, documentId)
  if (own !== undefined && on < earliest(own.meta.first)) return 'not-yet'
  // A draft replaces nothing.
  const later = book.provisions.filter(
    (candidate) =>
      candidate.rule.replaces.includes(rule.id) &&
      findDocument(corpus, candidate.documentId)?.meta.draft === null,
  )
  const bounds = later.map((candidate) => transition(corpus, candidate.documentId))
  if (bounds.some(({ to }) => on > to)) return 'superseded'
  if (bounds.some(({ from, to }) => on >= from && on <= to)) return 'open'
  const self = transition(corpus, documentId)
  return rule.replaces.length > 0 && on >= self.from && on <= self.to ? 'open' : 'current'
}

/** The days on which it is open whether a document already applies; empty where it prints its first day. */
function transition(corpus: Corpus, documentId: string): { from: string; to: string } {
  const first = findDocument(corpus, documentId)?.meta.first ?? 'unknown'
  if (first === 'unknown') return { from: '', to: '' }
  if ('day' in first) return { from: first.day, to: dayBefore(first.day) }
  return { from: first.notBefore, to: first.notAfter ?? first.notBefore }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
