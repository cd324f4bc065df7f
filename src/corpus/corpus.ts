import { z } from 'zod'
import { documentMeta } from './document.ts'
import { region } from './region.ts'
import { weights } from './weights.ts'

const span = z.object({ start: z.int(), end: z.int() })

export const clause = span.extend({
  id: z.string(),
  label: z.string().nullable(),
  path: z.string(),
  heading: z.string().nullable(),
  parent: z.string().nullable(),
  text: z.string(),
  sentences: z.array(span),
})

export const policyDocument = z.object({
  meta: documentMeta,
  clauses: z.array(clause),
  /** `entitlements.yaml` as written; the entitlements module reads it. */
  rules: z.unknown(),
})
export type PolicyDocument = z.infer<typeof policyDocument>

const group = z.array(z.string()).min(2)

/** `corpus.json`: all that the service knows, generated from the folders of `corpus/`. */
export const corpus = z.object({
  /** SHA-256 over everything below; an index or a receipt built from another corpus is told by it. */
  hash: z.string(),
  regions: z.array(region),
  /** Well-known places that no document of the corpus holds for: recognised so that they are not guessed at. */
  elsewhere: z.array(z.string()),
  /** Facts that several documents share, as written in `facts.yaml`. */
  facts: z.unknown(),
  /** Groups of words for one thing, the one that the texts use first, as written in `words.yaml`. */
  words: z.strictObject({ same: z.array(group), near: z.array(group) }),
  documents: z.array(policyDocument),
  /** Learned from example messages by `corpus:build`; null where there are none. */
  classifiers: z.strictObject({
    sentences: weights.nullable(),
    scope: weights.nullable(),
  }),
})
export type Corpus = z.infer<typeof corpus>

export function findDocument({ documents }: Corpus, id: string): PolicyDocument | undefined {
  return documents.find(({ meta }) => meta.id === id)
}
