import type { FactDefinitions } from '../entitlements/fact.ts'
import { multiplied } from './multiplied.ts'
import { withoutPlanned } from './planned.ts'
import { withRemainder } from './remainder.ts'

/** A message with what its numbers come to in their place: groups times each, a whole less its part, not what was planned. */
export const reckoned = (text: string, definitions: FactDefinitions): string =>
  withRemainder(multiplied(withoutPlanned(text), definitions), definitions)
