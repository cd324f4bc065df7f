import type { FactDefinitions } from '../entitlements/fact.ts'
import { type FactValues, isHeads, PAUSE } from './assign.ts'
import { type Mention, mentions } from './mention.ts'
import { isDenied } from './negation.ts'
import { numbersIn, type Said } from './numbers.ts'
import { truths } from './truths.ts'

/** Each number by the option that it speaks of: the one of its breath, the next one where a breath names several. */
export function ownNumbers(
  numbers: Said[],
  options: Mention<string>[],
  text: string,
): Map<Mention<string>, Said[]> {
  const own = new Map<Mention<string>, Said[]>()
  // 3个技师2个高级技师, or 技师3个高级技师2个: the order is kept throughout.
  const countFirst = (numbers.find(({ kind }) => kind === 'count')?.start ?? 0) < (options[0]?.start ?? 0)
  for (const quantity of numbers) {
    const within = options.filter(
      ({ start, end }) =>
        !PAUSE.test(text.slice(Math.min(end, quantity.end), Math.max(start, quantity.start))),
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
export function severalSums(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
): FactValues[] | null {
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
export function partOf(text: string, definitions: FactDefinitions, demanded: string[]): FactValues[] | null {
  const count = Object.keys(definitions).find((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit === '人'
  })
  const counted = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
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

/** 3个紧缺工种，5个不是紧缺: two cases, each with the number that stands before it. */
export function dividedByTruth(text: string, definitions: FactDefinitions): FactValues[] | null {
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
