import { z } from 'zod'
import { citation } from '../corpus/citation.ts'
import { calculation } from '../entitlements/calculation.ts'
import { notice } from './notices.ts'

export const question = z.object({
  name: z.string(),
  label: z.string(),
  options: z.array(z.string()).optional(),
})
export type Question = z.infer<typeof question>

/** What every channel carries: see the reply contract. */
export const reply = z.object({
  conversationId: z.string(),
  replyId: z.string(),
  kind: z.enum(['answer', 'clarification', 'refusal', 'handoff']),
  text: z.string(),
  calculations: z.array(calculation),
  citations: z.array(citation),
  questions: z.array(question),
  notices: z.array(notice),
})
export type Reply = z.infer<typeof reply>
/** A reply before it has its ids. */
export type Answer = Omit<Reply, 'conversationId' | 'replyId'>
