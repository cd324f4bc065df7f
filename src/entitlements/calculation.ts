import { z } from 'zod'
import { RECIPIENTS } from './rule.ts'

export const OUTCOMES = [
  'exact',
  'range',
  'at-most',
  'at-least',
  'not-stated',
  'not-eligible',
  'needs-facts',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const UNITS = [
  '元',
  '元/人',
  '元/人·年',
  '元/人·月',
  '元/月',
  '元/年',
  '元/个',
  '元/次',
  '%',
  '倍',
] as const

const amountText = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullable()

export const step = z.object({
  label: z.string(),
  expression: z.string(),
  value: z.string(),
  /** The clause that this step rests on. */
  citationId: z.string(),
})

export const input = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  source: z.enum(['said', 'assumed', 'derived']),
})

/** One computed entitlement: amounts are plain decimal strings in 元 (or % where no sum is known). */
export const calculation = z.object({
  entitlementId: z.string(),
  name: z.string(),
  region: z.string(),
  recipient: z.enum(RECIPIENTS),
  outcome: z.enum(OUTCOMES),
  min: amountText,
  max: amountText,
  unit: z.string(),
  steps: z.array(step),
  inputs: z.array(input),
  missing: z.array(z.string()),
  citationIds: z.array(z.string()),
  /** What a reply must add to the figure: uplifts not applied, time limits, what the text leaves open. */
  remarks: z.array(z.string()),
  /** Which printed value or reading this is, where several stand side by side. */
  variant: z.string().nullable(),
})
export type Calculation = z.infer<typeof calculation>
