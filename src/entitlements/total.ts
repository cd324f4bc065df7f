import Big from 'big.js'
import type { Calculation, Outcome } from './calculation.ts'
import { writeInterval } from './fact.ts'
import { type Interval, isExact, plus } from './interval.ts'

export interface Item {
  calculation: Calculation
  documentId: string
  /** Awards of one group to the same recipient displace each other; undefined stands alone. */
  group: string | undefined
}

export interface Stacking {
  /** The clause that says 从高、从优、不重复; null where the document has none, and then all are added. */
  citationId: string | null
  /** Whether the items go to one and the same recipient: awards to different ones never displace each other. */
  sameRecipient: boolean
}

export type TotalResult =
  | { calculation: Calculation; displaced: Calculation[] }
  /** Never added: across documents, kinds of recipient or units. */
  | { refused: 'documents' | 'recipients' | 'units' | 'nothing' }

/** The sum of what a question lists. Awards of one kind to one recipient count once, at the highest. Pure. */
export function total(items: Item[], { citationId, sameRecipient }: Stacking): TotalResult {
  const counted = items.filter(({ calculation }) => calculation.min !== null || calculation.max !== null)
  const [first] = counted
  // One award beside others that are not due is no sum.
  const isOnlyOne =
    items.length > 1 && items.every((one) => one === first || one.calculation.outcome === 'not-eligible')
  if (first === undefined || isOnlyOne) return { refused: 'nothing' }
  if (new Set(counted.map(({ documentId }) => documentId)).size > 1) return { refused: 'documents' }
  if (new Set(counted.map(({ calculation }) => calculation.recipient)).size > 1)
    return { refused: 'recipients' }
  if (counted.some(({ calculation }) => calculation.unit !== first.calculation.unit))
    return { refused: 'units' }
  const kept = sameRecipient && citationId !== null ? highest(counted) : counted
  const displaced = counted.filter((item) => !kept.includes(item)).map(({ calculation }) => calculation)
  return { calculation: sumOf(kept, displaced, items, citationId), displaced }
}

function highest(items: Item[]): Item[] {
  return items.filter((item, i) =>
    items.every((other, j) => {
      if (i === j || item.group === undefined || other.group !== item.group) return true
      const order = ceiling(item).cmp(ceiling(other))
      return order > 0 || (order === 0 && i < j)
    }),
  )
}

const ceiling = ({ calculation }: Item): Big => new Big(calculation.max ?? calculation.min ?? '0')

const intervalOf = ({ min, max }: Calculation): Interval => ({
  min: min === null ? null : new Big(min),
  max: max === null ? null : new Big(max),
})

function sumOf(kept: Item[], displaced: Calculation[], all: Item[], citationId: string | null): Calculation {
  const parts = kept.map(({ calculation }) => calculation)
  const [first] = parts as [Calculation]
  const value = parts.map(intervalOf).reduce(plus)
  const expression = parts
    .map((part) => `${part.name}${writeInterval(intervalOf(part))}${part.unit}`)
    .join(' + ')
  const left = all.filter(({ calculation }) => calculation.min === null && calculation.max === null)
  const cited = [...parts, ...displaced].flatMap((part) => part.citationIds)
  return {
    ...first,
    entitlementId: 'total',
    name: '合计',
    outcome: outcomeOf(value),
    min: value.min?.toFixed() ?? null,
    max: value.max?.toFixed() ?? null,
    steps: [
      ...displaced.map((lost) => ({
        label: '从高、从优、不重复',
        expression: `${lost.name}${writeInterval(intervalOf(lost))}${lost.unit}属于同类，不再相加`,
        value: '不重复计',
        citationId: citationId ?? (lost.citationIds[0] as string),
      })),
      { label: '合计', expression, value: writeInterval(value), citationId: first.citationIds[0] as string },
    ],
    inputs: parts.flatMap((part) => part.inputs),
    missing: [...new Set(parts.flatMap((part) => part.missing))],
    citationIds: [
      ...new Set([...cited, ...(displaced.length > 0 && citationId !== null ? [citationId] : [])]),
    ],
    remarks: left.map(({ calculation }) => `${calculation.name}没有可相加的数额，未计入`),
    variant: null,
  }
}

function outcomeOf(value: Interval): Outcome {
  if (value.min === null) return value.max === null ? 'needs-facts' : 'at-most'
  if (value.max === null) return 'at-least'
  return isExact(value) ? 'exact' : 'range'
}
