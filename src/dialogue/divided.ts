import type { FactDefinitions } from '../entitlements/fact.ts'
import { type FactValues, isHeads, PAUSE } from './assign.ts'
import { type Mention, mentions } from './mention.ts'
import { isDenied } from './negation.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'
import { truths } from './truths.ts'

/** 国家级技能大师工作室3个: the noun may stand between. */
const NEAR_BEHIND = 8

/** 分别有5个和8个学徒: one case for each number, where a rule knows nothing else that could be counted. */
export function headsListed(text: string, definitions: FactDefinitions): Divided | null {
  const count = countOfHeads(definitions)
  const match = HEADS_LISTED.exec(text)
  if (count === undefined || match === null) return null
  const used = numbersIn(text).filter(
    ({ kind, unit, start, end }) =>
      kind === 'count' && isHeads(unit) && start >= match.index && end <= match.index + match[0].length,
  )
  return used.length < 2 ? null : { cases: used.map(({ value }) => ({ [count]: value })), used }
}

const HEADS_LISTED =
  /(?:分别|各自?)(?:是|有|带|招|收|送|培养|培训|认定|评上|选上)?了?(?:\d+|[一二两三四五六七八九十百]+)[个名位人](?:(?:和|跟|与|、)(?:\d+|[一二两三四五六七八九十百]+)[个名位人])+/u

/** Each number by the option that it speaks of: the one of its breath, the next one where a breath names several. */
export function ownNumbers(numbers: Said[], named: Mention<string>[], text: string): Map<string, Said[]> {
  const own = new Map<string, Said[]>()
  const give = (option: string, quantity: Said) => own.set(option, [...(own.get(option) ?? []), quantity])
  const placed = new Set<Said>()
  // 3个技师2个高级技师, or 技师3个高级技师2个: the order is kept throughout.
  const countFirst = (numbers.find(({ kind }) => kind === 'count')?.start ?? 0) < (named[0]?.start ?? 0)
  for (const quantity of numbers) {
    const within = named.filter(
      ({ start, end }) =>
        !PAUSE.test(text.slice(Math.min(end, quantity.end), Math.max(start, quantity.start))),
    )
    const behind = within.find(({ start }) => start >= quantity.end)
    const before = within.findLast(({ end }) => end <= quantity.start)
    const next = behind !== undefined && behind.start - quantity.end <= 1
    const close = before !== undefined && quantity.start - before.end <= 1 && !(next && countFirst)
    // 国家级工作室3个自治区级的2个: what is named before each number goes on being so.
    const inOrder = next && !countFirst && before !== undefined && quantity.start - before.end <= NEAR_BEHIND
    const option = close || inOrder ? before : (behind ?? before)
    const shared =
      quantity.named !== true &&
      (quantity.rate === true || /^(?:个?人)?(?:各|都|每)/u.test(text.slice(quantity.end)))
    if (option === undefined || shared) continue
    placed.add(quantity)
    give(option.item, quantity)
  }
  const options = named.filter((one, i) => named.findIndex(({ item }) => item === one.item) === i)
  for (const [unit, same] of Map.groupBy(
    numbers.filter((one) => !placed.has(one) && one.rate !== true),
    (one) => one.unit,
  )) {
    // 高级技师2人，发了30个月；技师4人，发了10个月: one for each option goes to the one before it.
    if (same.length !== options.length || [...placed].some((one) => one.unit === unit)) continue
    // 两个，首席技师，三个，优秀技师: or before it, where the first number stands before the first option.
    const isInTurn = same.every(
      ({ start }, i) => countFirst === start < (options[i] as Mention<string>).start,
    )
    if (isInTurn)
      for (const [i, quantity] of same.entries()) give((options[i] as Mention<string>).item, quantity)
  }
  return own
}

/** The one sum that a provision knows; null where it knows none or several. */
function onlySum(definitions: FactDefinitions): string | null {
  const [name, ...others] = Object.keys(definitions).filter((one) => definitions[one]?.type === 'money')
  return others.length > 0 ? null : (name ?? null)
}

/** A sum with what the message says without the breaths of the other sums. */
export interface SumTold {
  facts: FactValues
  told: string
}

/** 4000的一份，6000的一份，一共: one case for each sum, where the provision knows a single one. */
export function severalSums(numbers: Said[], text: string, definitions: FactDefinitions): SumTold[] | null {
  const name = onlySum(definitions)
  const sums = numbers.filter(
    ({ kind, text: words }) => kind === 'money' || (kind === 'bare' && /^\d[\d,]{2,}/.test(words)),
  )
  if (name === null || sums.length < 2) return null
  if (!/一共|合计|总共|统共|加起来|加一块|加一起|各|分别/u.test(text)) return null
  const breaths = sums.map((sum) => breathOf(text, sum))
  // 薪酬18万，配了辆15万的车: one is called by the name of the fact, the other tells of nobody else.
  const words = definitions[name]?.words ?? []
  const isNamed = (breath: string) => words.some((word) => breath.includes(word))
  const told = breaths.filter(isNamed)
  if (told.length === 1 && !breaths.every((breath) => isNamed(breath) || OF_ANOTHER.test(breath))) return null
  return sums.map(({ value }, i) => ({
    facts: { [name]: value },
    told: breaths.reduce((left, breath) => (breath === breaths[i] ? left : left.replace(breath, '')), text),
  }))
}

/** 另一个6万, 老王的4000: of somebody or something else of the kind. */
const OF_ANOTHER =
  /[一另每两几三四][个位家份名所笔次批]|另|其他|其余|[他她甲乙丙丁小老阿]|师[傅兄弟]|徒弟|[哥弟姐妹爸妈叔伯]|第[一二三四五]|前|后|省|市|国|全国|院|校|厂|公司|组/u

/** 三家分别提取50万、80万、120万: sums in a row, one case for each. */
export function severalListed(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
): FactValues[] | null {
  const name = onlySum(definitions)
  const sums = numbers.filter(({ kind }) => kind === 'money')
  const isRow = sums.every(
    ({ start }, i) => i === 0 || /^[、和跟与,，]$/u.test(text.slice(sums[i - 1]?.end, start)),
  )
  return name === null || sums.length < 2 || !isRow ? null : sums.map(({ value }) => ({ [name]: value }))
}

/** What a message says of a part of those it counts, and the numbers that are used up by it. */
export interface Divided {
  cases: FactValues[]
  used: Said[]
}

/**
 * 40个人，其中9个没拿到证: the part that a fact is said of, and the rest. Of a fact that is demanded only those who
 * meet it are left; without it the award differs and both parts are cases. 扣掉5个 leaves the others.
 */
export function partOf(
  text: string,
  definitions: FactDefinitions,
  demanded: string[],
  earlier: FactValues = {},
): Divided | null {
  const count = countOfHeads(definitions)
  const counted = numbersIn(text).filter(
    ({ kind, unit, rate }) => kind === 'count' && isHeads(unit) && rate !== true,
  )
  // 里面2个是紧缺工种: of those that were counted before.
  const before = count === undefined || !OF_THEM.test(text) || counted.length > 1 ? undefined : earlier[count]
  const all = typeof before === 'object' ? [{ value: before }] : partsOfEarlier(counted, count, earlier)
  const [whole, other] = [all[0] ?? counted[0], counted[2]]
  const part = all.length > 0 ? counted[0] : counted[1]
  if (count === undefined || whole === undefined || part === undefined || counted.length > 3) return null
  if (whole.value.min === null || part.value.min === null || part.value.min.gte(whole.value.min)) return null
  const left = whole.value.min.minus(part.value.min)
  if (other !== undefined && !other.value.min?.eq(left)) return null
  // 里面5个证是假的，不算: of those that were counted before the others.
  if (before !== undefined && TAKEN_OFF.test(text.slice(part.start)))
    return { cases: [{ [count]: { min: left, max: left } }], used: counted }
  const told = (one: Said) => Object.entries(truths(breathOf(text, one), definitions, null))[0]
  // 报了四个，评上三个，还有一个落选: the fact is said of the others.
  const isOfOthers = told(part) === undefined && other !== undefined && told(other) !== undefined
  const size = isOfOthers ? other.value : part.value
  const rest = isOfOthers ? part.value : { min: left, max: left }
  const [name, value] = told(isOfOthers ? other : part) ?? []
  if (name === undefined || value === undefined)
    return TAKEN_OFF.test(text.slice(part.start)) ? { cases: [{ [count]: rest }], used: counted } : null
  // 两位，一位市赛得了6000，另一位省赛得了15000: what is told of the other with a sum of its own is not the contrary.
  if (value && !isOfOthers && other !== undefined && hasSum(breathOf(text, other))) return null
  // 六个高技能人才去高研班，两个分开报: what holds of the whole tells no part of it.
  if (value && all.length === 0 && !PAUSE.test(text.slice(counted[0]?.end, part.start))) return null
  // 一家建成俩，一家建成一个: what both tell makes neither a part of the other.
  const ofWhole = counted[0] === undefined ? {} : truths(breathOf(text, counted[0]), definitions, null)
  if (value && all.length === 0 && ofWhole[name] === true) return null
  const cases: FactValues[] = [
    { [name]: value, [count]: size },
    { [name]: !value, [count]: rest },
  ]
  return { cases: demanded.includes(name) ? cases.filter((one) => one[name] === true) : cases, used: counted }
}

/** 两个没拿到证，就4个, of six said before: those, and the others. */
function partsOfEarlier(
  counted: Said[],
  count: string | undefined,
  earlier: FactValues,
): Pick<Said, 'value'>[] {
  const [part, rest, ...more] = counted
  const before = count === undefined ? undefined : earlier[count]
  if (part?.value.min == null || rest?.value.min == null || more.length > 0 || typeof before !== 'object')
    return []
  return before.min?.eq(part.value.min.plus(rest.value.min)) ? [{ value: before }] : []
}

const OF_THEM = /里头|里面|其中|当中|这里边|里边/u
const TAKEN_OFF = /扣掉|扣除|扣去|刨去|刨掉|除去|去掉|减掉|不算|不能算/u

const hasSum = (breath: string): boolean =>
  numbersIn(breath).some(({ kind, text }) => kind === 'money' || (kind === 'bare' && /^\d{3,}/u.test(text)))

/** What is said between the pauses around a number. */
function breathOf(text: string, { start, end }: Said): string {
  const before = text.slice(0, start).split(PAUSE).at(-1) ?? ''
  const [after = ''] = text.slice(end).split(PAUSE)
  return before + text.slice(start, end) + after
}

/** What counts people, or else the one thing that is counted one by one (projects). */
function countOfHeads(definitions: FactDefinitions): string | undefined {
  const counting = (unit: string) =>
    Object.keys(definitions).filter((name) => {
      const definition = definitions[name]
      return definition?.type === 'count' && definition.unit === unit
    })
  const [things, ...others] = counting('个')
  return counting('人')[0] ?? (others.length > 0 ? undefined : things)
}

/** 3个紧缺工种，5个不是紧缺: two cases, each with the number that stands before it. */
export function dividedByTruth(
  text: string,
  definitions: FactDefinitions,
  demanded: string[],
): Divided | null {
  const isToldApart = /各|分别/u.test(text)
  const people = countOfHeads(definitions)
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'yes-no' || people === undefined) continue
    const found = mentions(text, [
      { item: true, words: definition.words },
      { item: false, words: definition.denied },
    ]).map((mention) => ({ ...mention, holds: mention.item && !isDenied(text, mention) }))
    const denied = found.find(({ holds }) => !holds)
    const affirmed = found.find(({ holds }) => holds)
    if (denied === undefined || affirmed === undefined) continue
    const heads = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
    const near = (mention: { start: number; end: number }) => nearestIn(heads, mention, text)
    const [yes, no] = [near(affirmed), near(denied)]
    if (yes === undefined || no === undefined || yes === no) continue
    const cases = [
      { [name]: true, [people]: withoutPart(yes, no, text) },
      { [name]: false, [people]: no.value },
    ]
    // 35个进了民营企业，10个进了国企: those who do not meet what is demanded get nothing.
    const isDemanded = demanded.includes(name) && !isToldApart
    return { cases: isDemanded ? cases.slice(0, 1) : cases, used: isDemanded ? heads : [yes, no] }
  }
  return null
}

/** 给民企送了42名，其中12名去了国企: the others of them. */
function withoutPart(whole: Said, part: Said, text: string): Said['value'] {
  const [all, few] = [whole.value.min, part.value.min]
  const isPart = whole.end <= part.start && OF_THEM.test(text.slice(whole.end, part.start))
  if (!isPart || all === null || few === null || !all.gt(few)) return whole.value
  const left = all.minus(few)
  return { min: left, max: left }
}

/** The number of the same breath that stands nearest. */
function nearestIn(
  heads: Said[],
  { start, end }: { start: number; end: number },
  text: string,
): Said | undefined {
  const gapOf = (one: Said) => (one.end <= start ? text.slice(one.end, start) : text.slice(end, one.start))
  const [nearest] = heads
    .filter((one) => !PAUSE.test(gapOf(one)) && gapOf(one).length <= NEAR_BEHIND)
    .toSorted((a, b) => gapOf(a).length - gapOf(b).length)
  return nearest
}
