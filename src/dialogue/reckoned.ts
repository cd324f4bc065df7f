import type { FactDefinitions } from '../entitlements/fact.ts'
import { withoutOtherYears } from './asked-year.ts'
import { withoutFormer } from './became.ts'
import { multiplied } from './multiplied.ts'
import { withoutOthers } from './others-counted.ts'
import { withoutPlanned } from './planned.ts'
import { withRemainder } from './remainder.ts'

/** A message with what its numbers come to in their place: groups times each, a whole less its part, not what was planned. */
export const reckoned = (text: string, definitions: FactDefinitions): string =>
  withRemainder(
    multiplied(
      withoutPlanned(withoutOthers(withoutFormer(withoutOtherYears(text, definitions), definitions), definitions)),
      definitions,
    ),
    definitions,
  )
