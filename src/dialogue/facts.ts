import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { toldApart } from './apart.ts'
import { assign, type FactValues, isHeads, isSame } from './assign.ts'
import { changedBy } from './changed.ts'
import { dividedByTruth, ownNumbers, partOf, severalListed, severalSums } from './divided.ts'
import type { Mention } from './mention.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'
import { optionsIn, truths } from './truths.ts'

/** 那边12个先不管: said to be left out. */
const SET_ASIDE = /[^，,。；;！!？?]*(?:先不管|不用管|先不说|不提|另说|不说这)[^，,。；;！!？?]*/gu

/** 里头有俩没拿到证，按38个算: those are left out of the count already. */
const SETTLED =
  /[^，,。；;！!？?]*[没不未][^，,。；;！!？?]*[，,](?=[就只那得都]?按[^，,。；;！!？?]{1,6}算)/gu

/**
 * The facts that a message states about one provision: one set for each option where several are named
 * ("两个大工匠、三个杰出工匠") and for each case that is told apart; `isPart`: it is one of those already. A number goes to the fact whose unit it has and whose words stand nearest.
 */
export function factsIn(
  told: string,
  definitions: FactDefinitions,
  outside: boolean | null = null,
  earlier: FactValues = {},
  demanded: string[] = [],
  isPart = false,
): FactValues[] {
  const text = told.replace(SET_ASIDE, '').replace(SETTLED, '')
  const shared: FactValues = {
    ...truths(text, definitions, outside),
    ...firstYear(text, definitions),
  }
  const choices = Object.entries(definitions).filter((entry) => entry[1].type === 'choice')
  const named = choices.map(([name, definition]) => ({
    name,
    names: definition.type === 'choice' && definition.names,
    found: optionsIn(text, definition),
  }))
  for (const { name, found } of named) if (found.length === 1) shared[name] = found[0]?.item as string
  const several = named.find(({ found }) => found.length > 1)
  const numbers = numbersIn(text)
  const divided = dividedByTruth(text, definitions, demanded) ?? partOf(text, definitions, demanded, earlier)
  if (divided !== null) {
    const left = numbersIn(text).filter((one) => !divided.used.some(({ start }) => start === one.start))
    return divided.cases.map((facts) => ({ ...shared, ...assign(left, text, definitions), ...facts }))
  }
  const changed = changedBy(text, definitions, earlier)
  if (changed !== null) return [{ ...shared, ...changed }]
  const listed = severalListed(numbers, text, definitions)
  if (listed !== null) return listed.map((sum) => ({ ...shared, ...sum }))
  const parts = isPart ? null : toldApart(text, numbers, definitions)
  if (parts?.every((part) => namesOne(part, several?.name, definitions)))
    return parts.flatMap((part) => factsIn(part, definitions, outside, earlier, demanded, true))
  const sums = severalSums(numbers, text, definitions)
  if (sums !== null) return sums.map((sum) => ({ ...shared, ...sum }))
  if (several === undefined) {
    const titles = named.flatMap(({ names, found }) => (names ? found : []))
    const meant = ofOption(numbers, titles, text)
    return [{ ...shared, ...assign(meant, text, definitions, correctedBy(text, definitions, earlier)) }]
  }
  const own = ownNumbers(numbers, several.found, text)
  const owned = [...own.values()].flat()
  // 两家厂，甲报国家级，乙报自治区级，各多少: how many are told apart counts none of them.
  const counts = ({ kind, value, unit }: Said) =>
    kind === 'count' &&
    isCountable(unit) &&
    (value.min?.eq(sumOf(owned)) ||
      ((owned.length === 0 || /各|分别/u.test(text)) && value.min?.eq(String(several.found.length))))
  // 两个大工匠，我是杰出工匠: a number of one option says nothing of the others.
  const rest = numbers.filter(
    (quantity) =>
      !counts(quantity) &&
      !owned.some(({ value }) => isCountable(quantity.unit) && isSame(value, quantity.value)) &&
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

/** Where several options are named, each part that is told apart names one of them. */
function namesOne(part: string, name: string | undefined, definitions: FactDefinitions): boolean {
  const definition = name === undefined ? undefined : definitions[name]
  return definition === undefined || optionsIn(part, definition).length === 1
}

/** People, or the firms and schools that stand for a case each. */
const isCountable = (unit: string): boolean => isHeads(unit) || /^[家所]$/u.test(unit)

/** 仨学生，一个金牌两个铜牌: all of them together. */
const sumOf = (numbers: Said[]): string =>
  numbers.reduce((sum, { value }) => sum.plus(value.min ?? '0'), new Big('0')).toFixed()

/** 三位杰出工匠，五个人合计: what counts the option that is named, where one number does, counts; others do not. */
function ofOption(numbers: Said[], options: Mention<string>[], text: string): Said[] {
  const own = [...ownNumbers(numbers, options, text).values()].flat()
  const isCounted = own.some(({ unit, kind }) => kind === 'count' && isHeads(unit))
  return isCounted ? numbers.filter((one) => own.includes(one) || !isHeads(one.unit)) : numbers
}

/** 第一年能拿多少: of a run of years that the clause fixes, only the first is asked about. */
function firstYear(text: string, definitions: FactDefinitions): FactValues {
  if (!/第一年|(?<!申报的?|引进的?|来的?)头一年|首年|第1年/u.test(text)) return {}
  const runs = Object.entries(definitions).filter(
    ([, one]) => one.type === 'count' && one.printed !== undefined,
  )
  const one = readNumeral('一')
  return Object.fromEntries(runs.map(([name]) => [name, { min: one, max: one }]))
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
