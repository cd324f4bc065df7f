import type { Calculation } from '../entitlements/calculation.ts'
import { asksWhether } from './no-sum.ts'
import type { Topic } from './topic.ts'
import type { Wanted } from './wanted.ts'

/** 这合规矩吗: where no sum was asked for, what cannot be computed is answered from the text. */
export function isRatherQuoted(
  topics: Topic[],
  calculations: Calculation[],
  { asksAmount, ofMoney }: Wanted,
  text: string,
): boolean {
  // 职工教育经费六成花在一线是真的吗: the money that a duty speaks of is no sum that is asked for.
  const isDuty = topics.every(({ provision }) => provision.rule.kind === 'duty') && asksWhether(text)
  return (
    !asksAmount &&
    (isDuty || !ofMoney) &&
    topics.every(({ provision }) => provision.rule.kind !== 'payment') &&
    calculations.every(
      ({ outcome, unit }) =>
        outcome === 'needs-facts' || outcome === 'not-stated' || (isDuty && unit === '%'),
    )
  )
}
