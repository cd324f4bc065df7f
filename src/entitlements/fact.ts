import Big from 'big.js'
import { z } from 'zod'
import { exactly, type Interval } from './interval.ts'
import { literal } from './literal.ts'

/** Words by which people mean an option or a fact; data for the dialogue, not read here. */
const words = z.array(z.string().min(1)).default([])

const common = { label: z.string().min(1), ask: z.string().min(1).optional(), words }

export const COUNT_UNITS = ['人', '人次', '年', '月', '个', '次', '家'] as const

/** What the calculator may know about a case; declared beside the document, so a new city needs no code. */
export const factDefinition = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('count'),
    unit: z.enum(COUNT_UNITS),
    most: z.int().positive().default(1_000_000),
    /** One, unless said otherwise: the person asks for themselves, the firm for its one workshop. */
    self: z.boolean().default(false),
    /** 第五年 tells it as well as 五年 does. */
    ordinal: z.boolean().default(false),
    /** What the clause itself fixes when nothing is said ("连续三年"). */
    printed: literal.optional(),
  }),
  z.strictObject({ ...common, type: z.literal('money') }),
  z.strictObject({
    ...common,
    type: z.literal('percent'),
    /** The share follows from two counts where they are known instead. */
    part: z.string().optional(),
    whole: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    /** Titles (首席技师) name their award; medals, grades and levels only tell which one. */
    names: z.boolean().default(false),
    options: z.record(z.string(), z.strictObject({ label: z.string().min(1), words })),
  }),
  z.strictObject({
    ...common,
    type: z.literal('yes-no'),
    denied: z.array(z.string()).default([]),
    /** Holds for whoever comes from outside the place of the rule ("市外引进"). */
    fromOutside: z.boolean().default(false),
    /** Given by a selection or an approval: 评上, 建成, 没轮到 tell it without words of its own. */
    granted: z.boolean().default(false),
    /** Once told it holds, whatever else of the kind is told beside it: 省里评的，市里也评过. */
    outweighs: z.boolean().default(false),
    /** What a text speaks of throughout: only its failing is told, and said again it no longer fails. */
    presumed: z.boolean().default(false),
  }),
])
export type FactDefinition = z.infer<typeof factDefinition>
export type FactDefinitions = Record<string, FactDefinition>

export type FactValue = Interval | string | boolean
export interface Fact {
  value: FactValue
  source: 'said' | 'assumed' | 'derived'
}
/** Only what is known: a fact that nobody gave is absent, never zero and never no. */
export type Facts = Record<string, Fact>

/** What is known of one case, and what each fact is. */
export interface Case {
  facts: Facts
  definitions: FactDefinitions
}

const MOST_MONEY = 1e15
const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, '须是不小于0的十进制数')
  .transform((text) => new Big(text))

function quantity(whole: boolean, most: number) {
  const asNumber = z
    .number('须是数字')
    .nonnegative('不能小于0')
    .max(most, `不能大于${most}`)
    .refine((n) => !whole || Number.isSafeInteger(n), '须是整数')
    .transform((n) => new Big(String(n)))
  const asText = decimal
    .refine((n) => n.lte(new Big(String(most))), `不能大于${most}`)
    .refine((n) => !whole || n.round(0, 0).eq(n), '须是整数')
  const one = z.union([asNumber, asText])
  const between = z
    .strictObject({ min: one, max: one })
    .refine(({ min, max }) => min.lte(max), '下限不能大于上限')
  return z.union([one.transform(exactly), between]).transform((interval): Interval => interval)
}

function valueSchema(definition: FactDefinition): z.ZodType<FactValue> {
  switch (definition.type) {
    case 'count':
      return quantity(true, definition.most)
    case 'money':
      return quantity(false, MOST_MONEY)
    case 'percent':
      return quantity(false, 100)
    case 'choice':
      return z.enum(Object.keys(definition.options) as [string, ...string[]], {
        error: () => `须是其中之一：${Object.keys(definition.options).join('、')}`,
      })
    case 'yes-no':
      return z.boolean('须是true或false')
  }
}

/** The inputs of one entitlement as a request may give them; `null` means that the person does not know. */
export function inputsSchema(definitions: FactDefinitions): z.ZodType<Facts> {
  const shape = Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      z
        .union([z.null(), valueSchema(definition)])
        .optional()
        .meta({ description: definition.label }),
    ]),
  )
  return z
    .strictObject(shape)
    .transform((inputs) => said(inputs as Record<string, FactValue | null | undefined>))
}

/** Facts as said by a person; a name without a value stays unknown. */
export function said(values: Record<string, FactValue | null | undefined>): Facts {
  const facts: Facts = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) facts[name] = { value, source: 'said' }
  }
  return facts
}

/** How an input is written in a reply: "12", "20—30", "特级技师", "是". */
export function writeValue(value: FactValue, definition: FactDefinition): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') {
    return definition.type === 'choice' ? (definition.options[value]?.label ?? value) : value
  }
  return writeInterval(value)
}

export function writeInterval({ min, max }: Interval): string {
  if (min !== null && max !== null) return min.eq(max) ? min.toFixed() : `${min.toFixed()}—${max.toFixed()}`
  if (max !== null) return `不超过${max.toFixed()}`
  return min === null ? '' : `不低于${min.toFixed()}`
}

export function unitOf(definition: FactDefinition): string {
  if (definition.type === 'count') return definition.unit
  if (definition.type === 'money') return '元'
  return definition.type === 'percent' ? '%' : ''
}

/** Whether a text names the option: `none` and `other` stand for what it does not, 高级技师 where it pays 特级技师. */
export const isPrinted = (option: string): boolean => option !== 'none' && option !== 'other'
