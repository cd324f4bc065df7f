import { z } from 'zod'
import { amount } from './amount.ts'
import { condition } from './condition.ts'
import { type FactDefinitions, factDefinition } from './fact.ts'
import { literal } from './literal.ts'

export const RECIPIENTS = ['person', 'enterprise', 'institution'] as const

/** One worked example: `gives` is "exact 216000 元", "range 1000 5000 元", "not-stated", or a list of them. */
const example = z.strictObject({
  given: z.record(
    z.string(),
    z.union([z.number(), z.string(), z.boolean(), z.strictObject({ min: z.number(), max: z.number() })]),
  ),
  gives: z.union([z.string(), z.array(z.string())]),
})

/** One provision of a document: who gets or owes what, under which conditions, by which words. */
export const entitlement = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(2),
  /** Words that point at it only where nothing else is named. */
  hints: z.array(z.string().min(1)).default([]),
  aliases: z.array(z.string()).default([]),
  /** `duty`: the text demands or limits; nothing is paid out by an authority. */
  kind: z.enum(['payment', 'treatment', 'duty']),
  recipient: z.enum(RECIPIENTS),
  /** The deciding sentence first; each quote is verbatim and stands in its clause. */
  clauses: z.array(z.strictObject({ clause: z.string(), quote: z.string().min(4) })).min(1),
  conditions: z.array(condition).default([]),
  amount,
  /** The standard that applied before, printed in the same sentence; never paid out under this text. */
  formerly: literal.optional(),
  /** What a reply must add: what the text leaves open, who decides, what else it grants. */
  remarks: z.array(z.string()).default([]),
  /** Interpretations that two readers could disagree about, each with its basis. */
  readings: z.array(z.strictObject({ text: z.string(), basis: z.string() })).default([]),
  /** Earlier rules of the same region that this one takes the place of. */
  replaces: z.array(z.string()).default([]),
  /** The rule that pays for what this one grants without a sum: who is given a title directly has its award. */
  paidBy: z.string().optional(),
  /** Awards of one group to the same recipient displace each other (see `stacking`). */
  group: z.string().optional(),
  examples: z.array(example).min(1),
})
export type Entitlement = z.infer<typeof entitlement>

/** A rule in its place: all that a calculation needs beside the facts. */
export interface Provision {
  rule: Entitlement
  documentId: string
  region: string
  /** The facts that this rule asks for, and no others. */
  definitions: FactDefinitions
}

export const ASIDE_REASONS = [
  'target',
  'capacity',
  'timetable',
  'former-standard',
  'naming',
  'definition',
  'organisation',
  'purpose',
  'exhortation',
] as const

/** The whole of `entitlements.yaml`. */
export const rulebook = z.strictObject({
  facts: z.record(z.string(), factDefinition).default({}),
  entitlements: z.array(entitlement),
  /** 从高不重复: the groups of one document, with the clause that says so. */
  stacking: z.strictObject({ clause: z.string(), quote: z.string(), reading: z.string() }).optional(),
  /** Printed figures and granting words that promise nothing, each with one of a closed set of reasons. */
  asides: z
    .array(z.strictObject({ clause: z.string(), quote: z.string(), reason: z.enum(ASIDE_REASONS) }))
    .default([]),
})
export type Rulebook = z.infer<typeof rulebook>
