import type { Answer } from './reply.ts'
import { say } from './texts.ts'

/** What was said otherwise before is computed as it is said now, and asked about. */
export const tellContradictions = (
  answer: Answer,
  found: { label: string; before: string; now: string }[],
): Answer =>
  found.length === 0
    ? answer
    : { ...answer, text: [answer.text, ...found.map((one) => say('contradiction', { ...one }))].join('\n') }
