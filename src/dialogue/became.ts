import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'

const SUM_BECAME =
  /[从由](?<from>[^，,。；;]{1,9}?)(?:上?涨|上?升|增加?|加|提高?|降低?|减少?|调)(?:长|高|低)?[到至成为]+/gu
const LEVEL_BECAME =
  /(?:[从由])?(?:国家级|自治区级|省级|市级)(?:的)?(?:基地|工作室)?(?:升|晋|提)(?:级|格|升)?(?:到|为|成|至)了?/gu
const NONE_OF_IT = /^(?:的|倒是?|暂时|还|都|也|一个|目前)*(?:没有|0个?|零个?|空缺|空白)[，,。；;！!？?\s]*$/u
const PIECE = /(?<=[，,、。；;！!？?])/u
const COUNTED_BARE = '(?<count>\\d{1,3})(?![\\d.个名位人年月万元块千百%届])'

/** 盈余从80万涨到100万, 自治区级升到国家级: what something was before it became what it is. */
export function withoutFormer(text: string, definitions: FactDefinitions): string {
  const sums = text.replace(SUM_BECAME, (whole, from: string) =>
    numbersIn(from).some(({ kind }) => kind !== 'date') && !/[补贴标准]/u.test(from) ? '' : whole,
  )
  return withoutNone(
    withEachCounted(
      withCounted('base-level' in definitions ? sums.replace(LEVEL_BECAME, '') : sums, definitions),
      definitions,
    ),
    definitions,
  )
}

/** What a title or a medal is named by. */
const titleWords = (definitions: FactDefinitions): string[] =>
  Object.values(definitions).flatMap((fact) =>
    fact.type === 'choice' && (fact.names || fact.label.startsWith('奖'))
      ? Object.values(fact.options).flatMap(({ words }) => words.filter((word) => !/[ /+]/u.test(word)))
      : [],
  )

/** 优秀技师8个，特级技师没有，首席技师1个: of what nobody got, nothing is asked beside what is counted. */
function withoutNone(text: string, definitions: FactDefinitions): string {
  if (!/没有|0|零|空/u.test(text)) return text
  const words = titleWords(definitions)
  const pieces = text.split(PIECE)
  const kept = pieces.filter((piece) => {
    const word = words.filter((one) => piece.includes(one)).toSorted((a, b) => b.length - a.length)[0]
    return word === undefined || !NONE_OF_IT.test(piece.slice(piece.indexOf(word) + word.length))
  })
  const isNamed = (piece: string) =>
    numbersIn(piece).some(({ kind }) => kind === 'count') && words.some((word) => piece.includes(word))
  return kept.length < pieces.length && kept.some(isNamed) ? kept.join('') : text
}

/** 大工匠1 杰出工匠2 工匠4: a bare number right behind a title counts those who have it. */
function withCounted(text: string, definitions: FactDefinitions): string {
  const words = titleWords(definitions)
  if (words.length === 0 || !/\d/u.test(text)) return text
  const named = words.some((word) => word === '金华工匠') && /大工匠|杰出工匠/u.test(text)
  const whole = named ? text.replace(/(?<![\p{Script=Han}])(?:普通)?工匠(?=\d)/gu, '金华工匠') : text
  const longest = words.toSorted((a, b) => b.length - a.length).join('|')
  return whole.replace(new RegExp(`(${longest})${COUNTED_BARE}`, 'gu'), '$1$2人')
}

/** 特级技师和首席技师各2人，优秀技师3人: as many of each of the two, beside another. */
function withEachCounted(text: string, definitions: FactDefinitions): string {
  if (!text.includes('各')) return text
  const words = Object.values(definitions).flatMap((fact) =>
    fact.type === 'choice'
      ? Object.values(fact.options).flatMap((option) => option.words.filter((word) => !/[ /+]/u.test(word)))
      : [],
  )
  if (words.length === 0) return text
  const one = words.toSorted((a, b) => b.length - a.length).join('|')
  return text.replace(
    new RegExp(`(${one})(?:[和跟与、及]|还有)(${one})(?:的)?各(?:有|评|选)?(${NUMERAL}[个名位人])`, 'gu'),
    '$1$3，$2$3',
  )
}

const NUMERAL = '[\\d一二两三四五六七八九十百]+'
