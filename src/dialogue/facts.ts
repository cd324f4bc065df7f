import Big from 'big.js'
import type { FactDefinitions, FactValue } from '../entitlements/fact.ts'
import { AMENDS } from './amends.ts'
import { toldApart } from './apart.ts'
import { withoutOutcome } from './asked-back.ts'
import { assign, countsAs, type FactValues, isHeads, isSame } from './assign.ts'
import { withoutThisYear } from './base-year.ts'
import { changedBy, withoutDifference } from './changed.ts'
import { dividedByTruth, headsListed, ownNumbers, partOf, severalListed, severalSums } from './divided.ts'
import { nearestTo, takenBack } from './magnitude.ts'
import type { Mention } from './mention.ts'
import { numbersIn } from './numbers.ts'
import { withoutNameOfGrant } from './of-a-name.ts'
import { bothOfUs, oneApprentice, people } from './people.ts'
import { reckoned } from './reckoned.ts'
import { withoutRetracted } from './retracted.ts'
import { withoutHadBefore, yearAsked } from './run-of-years.ts'
import type { Said } from './said.ts'
import { withSameYear } from './same-year.ts'
import { withoutSetAside } from './set-aside.ts'
import { settledBy } from './settled.ts'
import { steppedBy } from './stepped.ts'
import { withoutTally } from './tally.ts'
import { optionsIn, optionsNamed, truths } from './truths.ts'
import { withoutUndecided } from './undecided.ts'
import { toldUnlike } from './unlike.ts'

const ADDS_UP = /一共|合计|总共|加(?:起来|一[起块])|合(?:起来|一起)/u

/** 里头有俩没拿到证，按38个算: those are left out of the count already. */
const SETTLED =
  /(?<=^|[，,。；;！!？?])(?=[^，,。；;！!？?]*[没不未])[^，,。；;！!？?]*[，,](?=[就只那得都]?按[^，,。；;！!？?]{1,6}算)/gu

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
  const settled = isPart ? null : settledBy(told, definitions, earlier)
  if (settled !== null) {
    const left = numbersIn(told).filter((one) => !settled.used.some(({ start }) => start === one.start))
    return [{ ...assign(left, told, definitions), [settled.name]: settled.value }]
  }
  const text = withoutHadBefore(
    withoutDifference(
      withoutNameOfGrant(
        withoutThisYear(
          withoutTally(
            reckoned(
              withoutRetracted(withoutUndecided(withoutSetAside(withoutOutcome(told))), definitions),
              definitions,
            ).replace(SETTLED, ''),
            definitions,
          ),
          definitions,
        ),
        definitions,
      ),
      earlier,
    ),
    definitions,
  )
  const years = yearAsked(text, definitions)
  const choices = Object.entries(definitions).filter((entry) => entry[1].type === 'choice')
  const named = choices.map(([name, definition]) => ({
    name,
    names: definition.type === 'choice' && definition.names,
    found: optionsIn(text, definition),
    mentioned: optionsNamed(text, definition),
  }))
  // 昆区选上3个首席技师，青山区选上5个: one that is named alone is meant in every case.
  const meantByAll = Object.fromEntries(
    named.flatMap(({ name, found }) => (found.length === 1 ? [[name, found[0]?.item as string]] : [])),
  )
  const lasting: FactValues = { ...years, ...meantByAll }
  const shared: FactValues = { ...truths(text, definitions, outside), ...lasting }
  const several = named.find(({ found }) => found.length > 1)
  const numbers = numbersIn(text)
  const changed = isPart ? null : changedBy(told, definitions, earlier)
  const stepped = isPart ? null : steppedBy(told, definitions, earlier)
  if (stepped !== null) return [stepped]
  // 有三个去的是国企，得扣: why they fall away is told of those alone.
  if (changed !== null) return [{ ...lasting, ...changed }]
  const byTruth = dividedByTruth(text, definitions, demanded)
  const unlike = isPart || byTruth !== null ? null : toldUnlike(text, definitions, demanded)
  const inRow = byTruth !== null || isPart || several !== undefined ? null : headsListed(text, definitions)
  const divided = byTruth ?? inRow ?? (unlike === null ? partOf(text, definitions, demanded, earlier) : null)
  if (divided !== null) {
    const left = numbersIn(text).filter((one) => !divided.used.some(({ start }) => start === one.start))
    return divided.cases.map((facts) => ({ ...shared, ...assign(left, text, definitions), ...facts }))
  }
  const listed = unlike === null ? severalListed(numbers, text, definitions) : null
  if (listed !== null) return listed.map((sum) => ({ ...shared, ...sum }))
  const parts = isPart ? null : (unlike ?? toldApart(text, numbers, definitions))
  if (parts?.every((part) => namesOne(part, several?.name, definitions)))
    return withSameYear(
      parts.flatMap((part) => factsIn(part, definitions, outside, earlier, demanded, true)),
      text,
      definitions,
    ).map((facts) => ({ ...meantByAll, ...facts }))
  const sums = severalSums(numbers, text, definitions)
  if (sums !== null)
    return sums.map((sum) => ({ ...lasting, ...truths(sum.told, definitions, outside), ...sum.facts }))
  if (several === undefined) {
    const titles = named.flatMap(({ names, mentioned }) => (names ? mentioned : []))
    // 小王和小李都是大工匠: people who are named count what they are named with.
    const counts = named.some(({ found }) => found.length > 0) && (isPart || ADDS_UP.test(text))
    const both = !isPart && ADDS_UP.test(text) ? bothOfUs(text) : []
    const isCounted = numbers.some(
      ({ kind, unit, rate }) => kind === 'count' && isHeads(unit) && rate !== true,
    )
    const one = countsApprentices(definitions) && !isCounted ? oneApprentice(text) : []
    const persons = both.length > 0 ? both : counts ? people(text) : one
    const meant = ofOption([...numbers, ...persons], titles, text)
    const retold = isPart ? null : retoldOf(text, definitions, earlier)
    if (retold !== null) return [{ ...shared, ...retold }]
    const corrected = correctedBy(text, definitions, earlier)
    return [{ ...shared, ...assign(meant, text, definitions, corrected, earlier) }]
  }
  const counted = [...numbers, ...people(text)].filter((one) => !countsAll(one, several.found, text))
  const own = ownNumbers(counted, several.mentioned, text)
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
      !(isCountable(quantity.unit) && !isOfEach(quantity, text)) &&
      !owned.some(({ value }) => isCountable(quantity.unit) && isSame(value, quantity.value)) &&
      !owned.includes(quantity) &&
      !owned.some(({ unit }) => unit === quantity.unit || (isHeads(unit) && isHeads(quantity.unit))),
  )
  return several.found.map((option) => ({
    ...shared,
    [several.name]: option.item,
    ...assign(rest, text, definitions),
    ...assign(own.get(option.item) ?? [], text, definitions),
  }))
}

const countsApprentices = (definitions: FactDefinitions): boolean =>
  Object.values(definitions).some(
    (fact) => fact.type === 'count' && fact.words.some((word) => word.includes('学徒')),
  )

/** Where several options are named, each part that is told apart names one of them. */
function namesOne(part: string, name: string | undefined, definitions: FactDefinitions): boolean {
  const definition = name === undefined ? undefined : definitions[name]
  return definition === undefined || optionsIn(part, definition).length === 1
}

/** People, or the firms and schools that stand for a case each. */
const isCountable = (unit: string): boolean => isHeads(unit) || /^[家所]$/u.test(unit)

/** 各3人, 三个人都: as many of every one. */
const isOfEach = ({ start, end }: Said, text: string): boolean =>
  /[各都每]有?$/u.test(text.slice(0, start)) || /^个?人?[各都每]/u.test(text.slice(end))

/** 六个孩子加起来: as many as there are options, or more, and beside none of them. */
function countsAll({ start, end, unit, value }: Said, options: Mention<string>[], text: string): boolean {
  const isBeside = options.some((one) => Math.abs(one.start - end) <= 1 || Math.abs(start - one.end) <= 1)
  const isSummed = /^[^\d，,。；;]{0,8}(?:一共|合计|总共|加[起一]|合[到在起]|各|分别)/u.test(text.slice(end))
  return isHeads(unit) && !isBeside && isSummed && (value.min?.gte(String(options.length)) ?? false)
}

/** 仨学生，一个金牌两个铜牌: all of them together. */
const sumOf = (numbers: Said[]): string =>
  numbers.reduce((sum, { value }) => sum.plus(value.min ?? '0'), new Big('0')).toFixed()

/** 三位杰出工匠，五个人合计: what counts the option that is named, where one number does, counts; others do not. */
function ofOption(numbers: Said[], options: Mention<string>[], text: string): Said[] {
  const own = [...ownNumbers(numbers, options, text).values()].flat()
  const isCounted = own.some(({ unit, kind }) => kind === 'count' && isHeads(unit))
  return isCounted ? numbers.filter((one) => own.includes(one) || !isHeads(one.unit)) : numbers
}

/** The one number said before that a short message with a single bare number puts right. */
function correctedBy(text: string, definitions: FactDefinitions, earlier: FactValues): string | null {
  const said = Object.keys(earlier).filter((name) => name in definitions && typeof earlier[name] === 'object')
  const named = said.filter((name) => definitions[name]?.words.some((word) => text.includes(word)))
  if (text.length > 20) return null
  const [only, ...others] = named.length > 0 ? named : said
  if (only === undefined || others.length === 0) return only ?? null
  const values = [only, ...others].flatMap((name): [string, FactValue][] =>
    earlier[name] === undefined ? [] : [[name, earlier[name]]],
  )
  const bare = numbersIn(text).filter(({ kind }) => kind === 'bare')
  const [number] = bare
  if (number === undefined || bare.length > 1 || !(PUTS_RIGHT.test(text) || AMENDS.test(text))) return null
  return takenBack(text, values) ?? nearestTo(number.value, values)
}

/**
 * 统计漏了，是100人次, after 500人次 of whom 80: of several counts of one kind the one that it is clearly nearest to, or
 * the nearest where that was told last. Null where a word tells which, or nothing does.
 */
function retoldOf(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const [number, ...others] = numbersIn(text).filter(({ kind, rate }) => kind === 'count' && rate !== true)
  if (number === undefined || others.length > 0 || text.length > 20) return null
  const counted = Object.entries(earlier).filter(([name, value]) => {
    const definition = definitions[name]
    return definition?.type === 'count' && typeof value === 'object' && countsAs(number.unit, definition.unit)
  })
  const isNamed = counted.some(([name]) => definitions[name]?.words.some((word) => text.includes(word)))
  if (counted.length < 2 || isNamed) return null
  const last = counted.at(-1)?.[0]
  const nearest = nearestTo(number.value, counted, '1')
  const meant = nearestTo(number.value, counted) ?? (nearest === last ? nearest : null)
  return meant === null ? null : { [meant]: number.value }
}

/** 搞错了，是26: which of several numbers, its size tells. */
const PUTS_RIGHT = /不是|不对|[错反漏岔]了|看错|改|应该是|其实|才对|重新|更正|[那呢]/u
