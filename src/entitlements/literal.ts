import { z } from 'zod'
import { type Quantity, quantities, readQuantity } from '../corpus/quantity.ts'

/** A number as the clause prints it ("50万元", "1：0.5", "两年"); read by code, never retyped as digits. */
export const literal = z.string().superRefine((text, context) => {
  try {
    readQuantity(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
  }
})

/** Two printed bounds: "1000—5000元". */
export const rangeLiteral = z
  .string()
  .refine((text) => quantities(text).length === 2, 'not two printed bounds')

export function readRange(text: string): [Quantity, Quantity] {
  const [low, high] = quantities(text)
  if (low === undefined || high === undefined) throw new Error(`not a range: ${text}`)
  return [low, high]
}
