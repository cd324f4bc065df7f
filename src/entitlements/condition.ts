import type Big from 'big.js'
import { z } from 'zod'
import { readQuantity } from '../corpus/quantity.ts'
import { type FactDefinition, type FactDefinitions, type Facts, unitOf, writeInterval } from './fact.ts'
import type { Interval } from './interval.ts'
import { literal } from './literal.ts'

const common = {
  text: z.string().min(2),
  /** The demand is made only of some printed values (特级技师 needs a higher honour than 首席技师). */
  when: z.strictObject({ fact: z.string(), in: z.array(z.string()).min(1) }).optional(),
}

/** What the clause demands. `text` is the demand in the clause's own words. */
export const condition = z.union([
  /** The authority judges it (绝技绝活, 业绩突出): never asked as yes or no. */
  z.strictObject({ ...common, judgement: z.literal(true) }),
  z.strictObject({ ...common, fact: z.string(), in: z.array(z.string()).min(1) }),
  z.strictObject({ ...common, fact: z.string(), atLeast: literal }),
  z.strictObject({ ...common, fact: z.string(), moreThan: literal }),
  z.strictObject({ ...common, fact: z.string(), atMost: literal }),
  z.strictObject({ ...common, fact: z.string(), is: z.boolean().default(true) }),
])
export type Condition = z.infer<typeof condition>

/** Kleene's third value: not known is neither met nor failed. */
export type Truth = 'met' | 'failed' | 'unknown'

export interface Verdict {
  truth: Truth
  /** Why it failed and by how much, ready to be read. */
  reason?: string
}

/** Whether a demand is made at all of the case as far as it is known. */
export function applies({ when }: Condition, facts: Facts): boolean {
  return when === undefined || when.in.includes(facts[when.fact]?.value as string)
}

export function judge(demand: Condition, facts: Facts, definitions: FactDefinitions): Verdict {
  if ('judgement' in demand) return { truth: 'unknown' }
  const fact = facts[demand.fact]
  if ('is' in demand) {
    if (fact === undefined) return { truth: 'unknown' }
    return fact.value === demand.is ? { truth: 'met' } : { truth: 'failed', reason: `须${demand.text}` }
  }
  if ('in' in demand) {
    if (fact === undefined) return { truth: 'unknown' }
    const met = demand.in.includes(fact.value as string)
    return met ? { truth: 'met' } : { truth: 'failed', reason: `须${demand.text}` }
  }
  const { printed, reaches } = threshold(demand)
  const limit = inUnit(printed, definitions[demand.fact])
  const known = (fact?.value as Interval | undefined) ?? null
  const truth =
    known === null ? byParts(demand.fact, limit, facts, definitions) : against(known, limit, reaches)
  if (truth !== 'failed') return { truth }
  return {
    truth,
    reason: `须${demand.text}${known === null ? '' : shortfall(known, limit, definitions[demand.fact])}`,
  }
}

type Threshold = Extract<Condition, { atLeast: string } | { moreThan: string } | { atMost: string }>

function threshold(demand: Threshold): { printed: string; reaches: (x: Big, limit: Big) => boolean } {
  if ('atLeast' in demand) return { printed: demand.atLeast, reaches: (x, limit) => x.gte(limit) }
  if ('moreThan' in demand) return { printed: demand.moreThan, reaches: (x, limit) => x.gt(limit) }
  return { printed: demand.atMost, reaches: (x, limit) => x.lte(limit) }
}

/** Met or failed only when every value of a range says the same. */
function against({ min, max }: Interval, limit: Big, reaches: (x: Big, limit: Big) => boolean): Truth {
  const ends = [min, max].map((end) => (end === null ? null : reaches(end, limit)))
  if (ends[0] === true && ends[1] === true) return 'met'
  return ends[0] === false && ends[1] === false ? 'failed' : 'unknown'
}

/** 20%人次以上 from two counts: part ≥ 20% × whole, without a division. */
function byParts(name: string, limit: Big, facts: Facts, definitions: FactDefinitions): Truth {
  const definition = definitions[name]
  if (definition?.type !== 'percent' || definition.part === undefined || definition.whole === undefined)
    return 'unknown'
  const part = facts[definition.part]?.value as Interval | undefined
  const whole = facts[definition.whole]?.value as Interval | undefined
  if (part === undefined || whole === undefined) return 'unknown'
  const hundredfold = (x: Big | null) => x?.times('100') ?? null
  const scaled = (x: Big | null) => x?.times(limit) ?? null
  if (gte(hundredfold(part.min), scaled(whole.max))) return 'met'
  return gte(hundredfold(part.max), scaled(whole.min)) ? 'unknown' : 'failed'
}

const gte = (a: Big | null, b: Big | null): boolean => a !== null && b !== null && a.gte(b)

/** A printed threshold or limit in the unit of the fact it is held against: 两年 of months is 24, 半年 is 6. */
export function inUnit(printed: string, definition: FactDefinition | undefined): Big {
  const { value, unit } = readQuantity(printed)
  return unit === '年' && definition?.type === 'count' && definition.unit === '月' ? value.times('12') : value
}

function shortfall(known: Interval, limit: Big, definition: FactDefinition | undefined): string {
  const unit = definition === undefined ? '' : unitOf(definition)
  const below = known.max?.lt(limit) ? limit.minus(known.max) : null
  const above = known.min?.gt(limit) ? known.min.minus(limit) : null
  const lacking = below === null ? '' : `，差${below.toFixed()}${unit}`
  const exceeding = above === null ? '' : `，超出${above.toFixed()}${unit}`
  return `；现为${writeInterval(known)}${unit}${lacking}${exceeding}`
}
