import { z } from 'zod'

const day = z.iso.date()

/** A day that the text prints, bounds it only, or is silent about; `words` are the text's own. */
const dated = z.union([
  z.literal('unknown'),
  z.strictObject({ day, words: z.string().min(2) }),
  z.strictObject({ notBefore: day, notAfter: day.optional(), words: z.string().min(2) }),
])
export type Dated = z.infer<typeof dated>

/** `document.yaml`: what a document says about itself. Validity is computed from it, never stored. */
export const documentMeta = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(4),
  aliases: z.array(z.string()).default([]),
  issuer: z.string().min(2),
  number: z.string().nullable(),
  region: z.strictObject({
    name: z.string().min(2),
    level: z.enum(['nation', 'region', 'city', 'district']),
    parent: z.string().nullable(),
    aliases: z.array(z.string()).default([]),
  }),
  /** The words that make it a draft, null where it is none. */
  draft: z.string().nullable(),
  issued: dated,
  first: dated,
  last: dated,
  /** Numbers of the documents that it rests on, as printed. */
  restsOn: z.array(z.string()).default([]),
})
export type DocumentMeta = z.infer<typeof documentMeta>

export const STATUSES = ['in-force', 'draft', 'expired', 'not-yet', 'superseded'] as const
export type Status = (typeof STATUSES)[number]

/** All that holds of a document on a day (`YYYY-MM-DD`); its first and last days are both included. */
export function statusesOn(meta: Pick<DocumentMeta, 'draft' | 'first' | 'last'>, on: string): Status[] {
  const statuses: Status[] = []
  if (meta.draft !== null) statuses.push('draft')
  const last = knownDay(meta.last)
  if (last !== null && on > last) statuses.push('expired')
  if (on < earliest(meta.first)) statuses.push('not-yet')
  return statuses.length > 0 ? statuses : ['in-force']
}

/** Whether the day lies where the text leaves open if the document already applied. */
export function isDateUnknown({ first }: Pick<DocumentMeta, 'first'>, on: string): boolean {
  return (
    typeof first === 'object' &&
    'notBefore' in first &&
    first.notAfter !== undefined &&
    on >= first.notBefore &&
    on <= first.notAfter
  )
}

/** The first day on which a document may apply; the empty string sorts before every day. */
export function earliest(first: Dated): string {
  if (first === 'unknown') return ''
  return 'day' in first ? first.day : first.notBefore
}

export const knownDay = (dated: Dated): string | null =>
  typeof dated === 'object' && 'day' in dated ? dated.day : null

/** Every phrase that the metadata claims to have read in the text. */
export function wordsOf(meta: DocumentMeta): string[] {
  const printed = [meta.issued, meta.first, meta.last].flatMap((dated) =>
    typeof dated === 'object' ? [dated.words] : [],
  )
  return [...printed, ...meta.restsOn, ...(meta.draft === null ? [] : [meta.draft])]
}
