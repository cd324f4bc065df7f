import { z } from 'zod'
import type { PolicyDocument } from './corpus.ts'
import { knownDay, STATUSES, type Status, statusesOn } from './document.ts'

/** A clause that a reply rests on, quoted word for word, with what holds of its document on the day asked about. */
export const citation = z.object({
  id: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string(),
  region: z.string(),
  statuses: z.array(z.enum(STATUSES)),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  path: z.string(),
  quote: z.string(),
  url: z.string(),
})
export type Citation = z.infer<typeof citation>

/**
 * Cites one clause. Several quotes of it become the one stretch that holds them all, so that a citation is always
 * verbatim. Throws when the clause does not exist or does not hold a quote: a reply may not invent one.
 */
export function cite(
  document: PolicyDocument,
  clauseId: string,
  quotes: string[],
  on: string,
  also: Status[] = [],
): Citation {
  const { meta } = document
  const clause = document.clauses.find(({ id }) => id === clauseId)
  if (clause === undefined) throw new Error(`no such clause: ${clauseId}`)
  const starts = quotes.map((quote) => clause.text.indexOf(quote))
  if (starts.includes(-1)) throw new Error(`not in ${clauseId}: ${quotes[starts.indexOf(-1)]}`)
  const from = Math.min(...starts)
  const to = Math.max(...starts.map((start, i) => start + (quotes[i] as string).length))
  return {
    id: clauseId,
    documentId: meta.id,
    documentTitle: meta.title,
    documentNumber: meta.number,
    issuer: meta.issuer,
    region: meta.region.name,
    statuses: combine(statusesOn(meta, on), also),
    effectiveFrom: knownDay(meta.first),
    effectiveTo: knownDay(meta.last),
    path: clause.path,
    quote: quotes.length === 0 ? clause.text : clause.text.slice(from, to),
    url: `/documents/${meta.id}#${clauseId.slice(meta.id.length + 1)}`,
  }
}

/** A rule that was replaced is no longer in force, whatever holds of the rest of its document. */
function combine(statuses: Status[], also: Status[]): Status[] {
  return also.length === 0 ? statuses : [...statuses.filter((status) => status !== 'in-force'), ...also]
}
