import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinition, FactDefinitions, FactValue } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import { type Mention, mentions } from './mention.ts'
import { isDenied } from './negation.ts'
import { numbersIn, type Said } from './numbers.ts'

export type FactValues = Record<string, FactValue>

/** Measure words that may count what a fact counts. */
const MEASURES: Record<string, string[]> = {
  人: ['人', '名', '位', '个'],
  人次: ['人次', '人', '次', '个', '名'],
  年: ['年'],
  月: ['月', '个月', '年'],
  个: ['个', '家', '项', '所', '支', '座', '间', '场', '届', '次'],
  家: ['家', '个'],
  次: ['次', '个'],
}
const NEAR = 8

/**
 * The facts that a message states about one provision: one set for each option where several are named
 * ("两个大工匠、三个杰出工匠"). A number goes to the fact whose unit it has and whose words stand nearest.
 */
export function factsIn(
  text: string,
  definitions: FactDefinitions,
  outside: boolean | null = null,
  earlier: FactValues = {},
  demanded: string[] = [],
): FactValues[] {
  const shared: FactValues = { ...truths(text, definitions, outside), ...firstYear(text, definitions) }
  const choices = Object.entries(definitions).filter((entry) => entry[1].type === 'choice')
  const named = choices.map(([name, definition]) => ({ name, found: optionsIn(text, definition) }))
  for (const { name, found } of named) if (found.length === 1) shared[name] = found[0]?.item as string
  const several = named.find(({ found }) => found.length > 1)
  const divided = dividedByTruth(text, definitions) ?? partOf(text, definitions, demanded)
  if (divided !== null) return divided.map((facts) => ({ ...shared, ...facts }))
  const changed = relativeChange(text, definitions, earlier)
  if (changed !== null) return [{ ...shared, ...changed }]
  const numbers = numbersIn(text)
  const sums = severalSums(numbers, text, definitions)
  if (sums !== null) return sums.map((sum) => ({ ...shared, ...sum }))
  if (several === undefined)
    return [{ ...shared, ...assign(numbers, text, definitions, correctedBy(text, definitions, earlier)) }]
  const own = ownNumbers(numbers, several.found, text)
  const owned = [...own.values()].flat()
  // 两个大工匠，我是杰出工匠: a number of one option says nothing of the others.
  const rest = numbers.filter(
    (quantity) =>
      !owned.includes(quantity) &&
      !owned.some(({ unit }) => unit === quantity.unit || (isHeads(unit) && isHeads(quantity.unit))),
  )
  return several.found.map((option) => ({
    ...shared,
    [several.name]: option.item,
    ...assign(rest, text, definitions),
    ...assign(own.get(option) ?? [], text, definitions),
  }))
}

const isHeads = (unit: string): boolean => MEASURES.人?.includes(unit) ?? false

const BREAK = /[,，。;；、!！?？]/u

/** Each number by the option that it speaks of: the one of its breath, the next one where a breath names several. */
function ownNumbers(numbers: Said[], options: Mention<string>[], text: string): Map<Mention<string>, Said[]> {
  const own = new Map<Mention<string>, Said[]>()
  // 3个技师2个高级技师, or 技师3个高级技师2个: the order is kept throughout.
  const countFirst = (numbers.find(({ kind }) => kind === 'count')?.start ?? 0) < (options[0]?.start ?? 0)
  for (const quantity of numbers) {
    const within = options.filter(
      ({ start, end }) =>
        !BREAK.test(text.slice(Math.min(end, quantity.end), Math.max(start, quantity.start))),
    )
    const behind = within.find(({ start }) => start >= quantity.end)
    const before = within.findLast(({ end }) => end <= quantity.start)
    const next = behind !== undefined && behind.start - quantity.end <= 1
    const close = before !== undefined && quantity.start - before.end <= 1 && !(next && countFirst)
    const option = close ? before : (behind ?? before)
    const shared = quantity.rate === true || /^(?:个?人)?(?:各|都|每)/u.test(text.slice(quantity.end))
    if (option !== undefined && !shared) own.set(option, [...(own.get(option) ?? []), quantity])
  }
  return own
}

/** 4000的一份，6000的一份，一共: one case for each sum, where the provision knows a single one. */
function severalSums(numbers: Said[], text: string, definitions: FactDefinitions): FactValues[] | null {
  const [name, ...others] = Object.keys(definitions).filter((one) => definitions[one]?.type === 'money')
  const sums = numbers.filter(
    ({ kind, text: words }) => kind === 'money' || (kind === 'bare' && /^\d{3,}/.test(words)),
  )
  if (name === undefined || others.length > 0 || sums.length < 2) return null
  return /一共|合计|总共|加起来|加一块|各|分别/u.test(text)
    ? sums.map(({ value }) => ({ [name]: value }))
    : null
}

/**
 * 40个人，其中9个没拿到证: the part that a fact is said of, and the rest. Of a fact that is demanded only those who
 * meet it are left; without it the award differs and both parts are cases.
 */
function partOf(text: string, definitions: FactDefinitions, demanded: string[]): FactValues[] | null {
  const count = Object.keys(definitions).find((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit === '人'
  })
  const counted = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && MEASURES.人?.includes(unit))
  const [whole, part, other] = counted
  if (count === undefined || whole === undefined || part === undefined || counted.length > 3) return null
  if (other !== undefined && !other.value.min?.eq(whole.value.min?.minus(part.value.min ?? '0') ?? '0'))
    return null
  if (whole.value.min === null || part.value.min === null || part.value.min.gte(whole.value.min)) return null
  const rest = text.slice(part.start)
  const breath = rest.slice(0, (rest.search(PAUSE) + rest.length + 1) % (rest.length + 1))
  const known = truths(breath, definitions, null)
  const [name] = Object.keys(known)
  if (name === undefined) return null
  const value = known[name] as boolean
  const left = whole.value.min.minus(part.value.min)
  const cases = [
    { [name]: value, [count]: part.value },
    { [name]: !value, [count]: { min: left, max: left } },
  ]
  return demanded.includes(name) ? cases.filter((one) => one[name] === true) : cases
}

/** 第一年能拿多少: of a run of years that the clause fixes, only the first is asked about. */
function firstYear(text: string, definitions: FactDefinitions): FactValues {
  if (!/第一年|头一年|首年|第1年/u.test(text)) return {}
  const runs = Object.entries(definitions).filter(
    ([, one]) => one.type === 'count' && one.printed !== undefined,
  )
  const one = readNumeral('一')
  return Object.fromEntries(runs.map(([name]) => [name, { min: one, max: one }]))
}

/** 3个紧缺工种，5个不是紧缺: two cases, each with the number that stands before it. */
function dividedByTruth(text: string, definitions: FactDefinitions): FactValues[] | null {
  const people = Object.keys(definitions).find((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit === '人'
  })
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'yes-no' || people === undefined) continue
    const found = mentions(text, [{ item: true, words: definition.words }])
    const [denied] = found.filter((mention) => isDenied(text, mention))
    const [affirmed] = found.filter((mention) => !isDenied(text, mention))
    if (denied === undefined || affirmed === undefined) continue
    const before = (at: number) =>
      numbersIn(text).findLast(({ end, kind }) => kind === 'count' && end <= at && at - end <= 4)
    const [yes, no] = [before(affirmed.start), before(denied.start)]
    if (yes === undefined || no === undefined || yes === no) continue
    return [
      { [name]: true, [people]: yes.value },
      { [name]: false, [people]: no.value },
    ]
  }
  return null
}

const CHANGE = /(少|多|减)了?([\d一二两三四五六七八九十百]+)(?:个|人|名|位)/u

/** 要是少5个人呢: the one number of people said before, less five. */
function relativeChange(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const match = CHANGE.exec(text)
  const people = Object.keys(earlier).filter((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit === '人' && typeof earlier[name] === 'object'
  })
  const amount = match === null ? null : readNumeral(match[2] as string)
  const name = people[0]
  if (match === null || amount === null || name === undefined || people.length > 1) return null
  const { min, max } = earlier[name] as Interval
  const shift = (x: Big | null) =>
    x === null ? null : match[1] === '少' || match[1] === '减' ? x.minus(amount) : x.plus(amount)
  const value = { min: shift(min), max: shift(max) }
  return value.min?.lt('0') ? null : { [name]: value }
}

/** The one number said before that a short message with a single bare number puts right. */
function correctedBy(text: string, definitions: FactDefinitions, earlier: FactValues): string | null {
  const said = Object.keys(earlier).filter((name) => name in definitions && typeof earlier[name] === 'object')
  const named = said.filter((name) => definitions[name]?.words.some((word) => text.includes(word)))
  return text.length > 20
    ? null
    : (named.length > 0 ? named : said).length === 1
      ? (named[0] ?? said[0] ?? null)
      : null
}

function optionsIn(text: string, definition: FactDefinition): Mention<string>[] {
  if (definition.type !== 'choice') return []
  const vocabulary = Object.entries(definition.options).map(([item, { words }]) => ({ item, words }))
  const found = mentions(text, vocabulary)
  const affirmed = found.filter((mention) => !isDenied(text, mention))
  const denied = found.find((mention) => isDenied(text, mention))
  if (affirmed.length === 0 && denied !== undefined && NONE in definition.options)
    return [{ ...denied, item: NONE }]
  return affirmed.filter((one, i) => affirmed.findIndex((other) => other.item === one.item) === i)
}

/** The option that stands for having none of the others. */
const NONE = 'none'

/** 没有被评上, 未评上 and 没能评上 deny the same. */
const NOT = /没有?(?:被|能)?|未(?:被|能)?/gu

function truths(text: string, definitions: FactDefinitions, outside: boolean | null): FactValues {
  const values: FactValues = {}
  const flat = text.replace(NOT, '没')
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'yes-no') continue
    if (definition.fromOutside && outside !== null) values[name] = outside
    const found = mentions(text, [{ item: true, words: definition.words }])
    if (
      definition.denied.some((word) => flat.includes(word.replace(NOT, '没'))) ||
      found.some((mention) => isDenied(text, mention))
    ) {
      values[name] = false
    } else if (values[name] === undefined && found.length > 0) values[name] = true
  }
  return values
}

function assign(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
  corrected: string | null = null,
): FactValues {
  const pairs = numbers.flatMap((quantity) =>
    Object.entries(definitions).flatMap(([name, definition]) => {
      const score = affinity(quantity, definition, text)
      const bare =
        quantity.kind === 'bare' &&
        standsAlone(quantity, text) &&
        (score >= RIGHT_BESIDE || corrected === name || (definition.type === 'money' && isSum(quantity)))
      const value = asValue(bare ? inOwnUnit(quantity, definition) : quantity, definition)
      return value === null ? [] : [{ quantity, name, value, score }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score || a.quantity.start - b.quantity.start)
  const values: FactValues = {}
  const used = new Set<Said>()
  for (const { quantity, name, value } of pairs) {
    if (used.has(quantity) || values[name] !== undefined) continue
    used.add(quantity)
    values[name] = value
  }
  return sharedByAll(numbers, text, definitions, values)
}

/** 专业技术人员和管理人员都涨了6%: one share said of every fact that is named. */
function sharedByAll(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
  values: FactValues,
): FactValues {
  const percents = numbers.filter(({ kind }) => kind === 'percent')
  const [only] = percents
  if (only === undefined || percents.length > 1 || !text.includes('都')) return values
  const named = Object.entries(definitions).filter(
    ([, one]) => one.type === 'percent' && one.words.some((word) => text.includes(word)),
  )
  return { ...values, ...Object.fromEntries(named.map(([name]) => [name, only.value])) }
}

/** 年实训1000, 是1050: a number without a unit means the fact it stands beside, or the one it corrects. */
const RIGHT_BESIDE = 7.5

/** 得了8000: three digits or more that name no year are a sum. */
const isSum = ({ text: words }: Said): boolean => /^\d{3,}$/u.test(words) && !/^(?:19|20)\d\d$/u.test(words)

/** 一线 holds no number: without a unit only digits count, or a numeral at the end of what is said. */
const standsAlone = ({ text: words, end }: Said, text: string): boolean =>
  /^\d/.test(words) || /^(?:$|[，,。；;！!？?])/u.test(text.slice(end))

function inOwnUnit(quantity: Said, definition: FactDefinition): Said {
  if (definition.type === 'money') return { ...quantity, kind: 'money', unit: '元' }
  if (definition.type === 'percent') return { ...quantity, kind: 'percent', unit: '%' }
  // 说每人8000: four digits without a unit count nothing.
  return definition.type === 'count' && (definition.unit !== '人' || quantity.value.min?.lt('1000'))
    ? { ...quantity, kind: 'count', unit: definition.unit }
    : quantity
}

/** The number in the fact's own unit, null where it cannot be that fact. Nothing is rounded to fit. */
function asValue({ kind, unit, value, rate, ordinal }: Said, definition: FactDefinition): Interval | null {
  // 一年多少 of a monthly allowance is twelve months of it; of anything else it asks for the rate.
  if (rate === true && !(definition.type === 'count' && definition.unit === '月' && unit === '年'))
    return null
  if (ordinal === true && !(definition.type === 'count' && definition.ordinal)) return null
  if (definition.type === 'money') return kind === 'money' ? value : null
  if (definition.type === 'percent') return kind === 'percent' ? value : null
  if (definition.type !== 'count' || kind !== 'count' || !MEASURES[definition.unit]?.includes(unit))
    return null
  const inUnit = (x: Big | null) =>
    x !== null && definition.unit === '月' && unit === '年' ? x.times('12') : x
  const [min, max] = [inUnit(value.min), inUnit(value.max)]
  const fits = (x: Big | null) => x?.round(0, 0).eq(x) && x.lte(String(definition.most))
  return fits(min) && fits(max) ? { min, max } : null
}

/** 各带一间，两间合计: the number that is added up outweighs any other. */
const SUMMED = 10

/** How well a number fits a fact: its noun right behind, its words near by in the same breath, its own measure word. */
function affinity({ start, end, unit }: Said, definition: FactDefinition, text: string): number {
  const own = definition.type === 'count' && definition.unit === unit ? 2 : 0
  const measure = definition.type === 'count' && definition.unit === '人' && unit === '个' ? -1 : 0
  const summed = /^(?:，|,)?(?:合计|一共|总共|加起来)/u.test(text.slice(end)) ? SUMMED : 0
  return (
    own + measure + summed + Math.max(0, ...definition.words.map((word) => closeness(word, start, end, text)))
  )
}

function closeness(word: string, start: number, end: number, text: string): number {
  const behind = text.slice(end, end + NEAR).indexOf(word)
  const at = text.lastIndexOf(word, start - word.length)
  const between = at < 0 ? null : text.slice(at + word.length, start)
  const after = behind < 0 || PAUSE.test(text.slice(end, end + behind)) ? 0 : behind <= 1 ? 9 : 5 - behind / 2
  const before = between === null || PAUSE.test(between) ? 0 : 8 - Math.min(between.length, 14) / 2
  const earlier = between !== null && PAUSE.test(between) && between.length <= NEAR ? 1 : 0
  return Math.max(after, before, earlier)
}

const PAUSE = /[,，。;；、!！?？]/u
