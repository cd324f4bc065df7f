import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'
import { people } from './people.ts'
import type { Said } from './said.ts'
import { headsIn } from './tally.ts'
import { isGranted, truths } from './truths.ts'

const EACH = /各|分别/u
const SENTENCE = /(?<=[。；;！!？?])/u
const PIECE = /(?<=[，,。；;！!？?、])/u
const ASKS = /多少|几[万千百块个]|各|分别|怎么/u
const OF_ALL = /都|均|全/u
/** 一个…另一个, 舅舅和小伙各有: two are spoken of. */
const TWO_OF_THEM =
  /另[一外]|其中一|一[个位家][^。；;]*[，,；;。][^。；;]{0,6}一[个位家]|[和跟与][^，,。；;]{1,6}(?:各|分别)/u

/** 我们承办了一个；他们没批: one stands against the other. */
const CONTRAST = /[；;]/u

/**
 * 小赵考下来了，小钱没考过，各补多少: one of two meets what is demanded and the other does not. The message once for each,
 * without what it tells of the other; null where it tells of no such two.
 */
export function toldUnlike(text: string, definitions: FactDefinitions, demanded: string[]): string[] | null {
  if (!EACH.test(text)) return null
  const heads = headsIn(text)
  if (heads.some(({ value }) => !value.min?.eq('1') && !value.min?.eq('2'))) return null
  const isTwo = heads.some(isPair) || TWO_OF_THEM.test(text) || people(text).length > 0
  const bySentence = between(text.split(SENTENCE), definitions, demanded, isTwo || CONTRAST.test(text))
  const found =
    bySentence ??
    (numbersIn(text).some(({ kind }) => kind === 'money')
      ? null
      : between(text.split(PIECE), definitions, demanded, isTwo))
  // 一个考下来了，两个没考过: those are not two of whom each is told of.
  if (found === null || (bySentence === null && found.told.some((one) => headsIn(one).some(isPair))))
    return null
  return found.cases.map(withoutPairs)
}

const isPair = ({ value }: Said): boolean => value.min?.eq('2') === true

const withoutPairs = (text: string): string =>
  headsIn(text)
    .filter(isPair)
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)

interface Unlike {
  /** What tells of the one and of the other, empty where nothing does. */
  told: string[]
  cases: string[]
}

/** The units without the one that tells of the other, in the order in which the two are told of. */
function between(
  units: string[],
  definitions: FactDefinitions,
  demanded: string[],
  isTwo: boolean,
): Unlike | null {
  const told = units.map((unit) => (ASKS.test(unit) ? {} : truths(unit, definitions, null)))
  for (const name of demanded) {
    const definition = definitions[name]
    if (definition?.type !== 'yes-no') continue
    const failing = units.filter((_, i) => told[i]?.[name] === false)
    const meeting = units.filter(
      (unit, i) =>
        told[i]?.[name] === true ||
        (definition.words.length === 0 &&
          told[i]?.[name] === undefined &&
          !ASKS.test(unit) &&
          isGranted(unit)),
    )
    const [fails, ...further] = failing
    const [meets, ...others] = meeting
    if (fails === undefined || further.length > 0 || others.length > 0 || OF_ALL.test(fails)) continue
    if (meets === undefined && !isTwo) continue
    const without = (one: string | undefined) => units.filter((unit) => unit !== one).join('')
    const isFirst = meets === undefined || units.indexOf(meets) < units.indexOf(fails)
    const [met, failed] = [without(fails), without(meets)]
    return { told: [fails, meets ?? ''], cases: isFirst ? [met, failed] : [failed, met] }
  }
  return null
}
