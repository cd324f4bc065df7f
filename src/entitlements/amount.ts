import { z } from 'zod'
import { literal, rangeLiteral } from './literal.ts'

/**
 * The closed vocabulary of amounts. A rule is data made of these nodes: nothing to parse, nothing to inject,
 * and each node has one Chinese sentence, so the steps of an answer come from the rule itself.
 */
export type Amount =
  | { fixed: string }
  | { range: string }
  | { upTo: string }
  /** Granted in `unstated`'s own words, with no sum in the text. */
  | { unstated: string }
  /** A printed value for each option of a choice. */
  | { by: string; cases: Record<string, Amount> }
  /** `of` for each unit of every count named; `within` limits a count ("两年内"). */
  | { times: string[]; of: Amount; within?: Record<string, string> | undefined }
  /** A share or ratio of a sum that the person knows (`of`), or of another amount. */
  | { share: string; of: string | Amount; bound?: 'at-most' | 'at-least' | undefined }
  /** `inYear`: a sum that runs over years (`count`); of the one that a choice names, what those before it leave. */
  | { cap: string; of: Amount; inYear?: { choice: string; count: string } | undefined }
  | { sum: Amount[] }
  /** `each` for every unit of `count` above `over`. */
  | { excess: string; count: string; over: string }
  /** `of` raised by a share when the fact holds; told, not applied, while nobody mentioned it. */
  | { uplift: string; when: string; of: Amount }
  /** Several ceilings on one sum. */
  | { lowest: Amount[] }
  /** The whole of a sum that the person knows. */
  | { whole: string }
  /** The first of several ways to the same sum that the facts allow. */
  | { firstKnown: Amount[] }
  /** No lower than each of several shares that the person knows (the raise of managers, of specialists). */
  | { notBelow: string[] }
  /** Each way the clause can be read; all are answered, none silently picked. */
  | { readings: { name: string; basis: string; amount: Amount }[] }

export const amount: z.ZodType<Amount> = z.lazy(() =>
  z.union([
    z.strictObject({ fixed: literal }),
    z.strictObject({ range: rangeLiteral }),
    z.strictObject({ upTo: literal }),
    z.strictObject({ unstated: z.string().min(2) }),
    z.strictObject({ by: z.string(), cases: z.record(z.string(), amount) }),
    z.strictObject({
      times: z.array(z.string()).min(1),
      of: amount,
      within: z.record(z.string(), literal).optional(),
    }),
    z.strictObject({
      share: literal,
      of: z.union([z.string(), amount]),
      bound: z.enum(['at-most', 'at-least']).optional(),
    }),
    z.strictObject({
      cap: literal,
      of: amount,
      inYear: z.strictObject({ choice: z.string(), count: z.string() }).optional(),
    }),
    z.strictObject({ sum: z.array(amount).min(2) }),
    z.strictObject({ excess: literal, count: z.string(), over: literal }),
    z.strictObject({ uplift: literal, when: z.string(), of: amount }),
    z.strictObject({ lowest: z.array(amount).min(2) }),
    z.strictObject({ whole: z.string() }),
    z.strictObject({ firstKnown: z.array(amount).min(2) }),
    z.strictObject({ notBelow: z.array(z.string()).min(1) }),
    z.strictObject({
      readings: z.array(z.strictObject({ name: z.string(), basis: z.string(), amount })).min(2),
    }),
  ]),
)

/** The nodes directly under one node. */
export function children(node: Amount): Amount[] {
  if ('cases' in node) return Object.values(node.cases)
  if ('sum' in node) return node.sum
  if ('lowest' in node) return node.lowest
  if ('firstKnown' in node) return node.firstKnown
  if ('readings' in node) return node.readings.map((reading) => reading.amount)
  if ('of' in node && typeof node.of === 'object') return [node.of]
  return []
}

/** The facts that one node itself asks for. */
export function factsOf(node: Amount): string[] {
  if ('by' in node) return [node.by]
  if ('cap' in node) return node.inYear === undefined ? [] : [node.inYear.choice]
  if ('times' in node) return node.times
  if ('share' in node) return typeof node.of === 'string' ? [node.of] : []
  if ('excess' in node) return [node.count]
  if ('uplift' in node) return [node.when]
  if ('notBelow' in node) return node.notBelow
  return 'whole' in node ? [node.whole] : []
}

/** The facts that a node and all below it ask for. */
export function allFacts(node: Amount): string[] {
  return [...factsOf(node), ...children(node).flatMap(allFacts)]
}

/** Every printed number of a node and of all below it. */
export function literals(node: Amount): string[] {
  return [...ownLiterals(node), ...children(node).flatMap(literals)]
}

function ownLiterals(node: Amount): string[] {
  if ('fixed' in node) return [node.fixed]
  if ('range' in node) return [node.range]
  if ('upTo' in node) return [node.upTo]
  if ('share' in node) return [node.share]
  if ('cap' in node) return [node.cap]
  if ('excess' in node) return [node.excess, node.over]
  if ('uplift' in node) return [node.uplift]
  return 'within' in node ? Object.values(node.within ?? {}) : []
}
