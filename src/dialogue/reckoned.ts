import type { FactDefinitions } from '../entitlements/fact.ts'
import { withoutOtherYears } from './asked-year.ts'
import { withoutFormer } from './became.ts'
import { multiplied } from './multiplied.ts'
import { withoutHeadsOfNone } from './no-heads.ts'
import { withoutOtherSums } from './other-sums.ts'
import { withoutOthers } from './others-counted.ts'
import { withoutPlanned } from './planned.ts'
import { withRemainder } from './remainder.ts'
import { withoutTargets } from './targets.ts'

/**
 * A message with what its numbers come to in their place: groups times each, a whole less its part, not what was planned,
 * and without those that are told beside the point: of another year, another thing, another giver.
 */
export const reckoned = (text: string, definitions: FactDefinitions): string =>
  withRemainder(multiplied(toThePoint(text, definitions), definitions), definitions)

const toThePoint = (text: string, definitions: FactDefinitions): string => {
  const ofYear = withoutOtherYears(withoutTargets(text, definitions), definitions)
  const ofSum = withoutOtherSums(withoutHeadsOfNone(ofYear, definitions), definitions)
  return withoutPlanned(withoutOthers(withoutFormer(ofSum, definitions), definitions))
}
