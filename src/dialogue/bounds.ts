import { readNumeral } from '../corpus/numeral.ts'
import type { Said } from './said.ts'

const NUMERAL = '[\\d零一二两三四五六七八九十百千万]+'
const UNIT = '个月|人次|个|名|人|位|年|月|家|次'
const LESS_BEFORE = new RegExp(
  `(?:不到|不足|不满|没到|没满|未满|未到|没够|不够|少于|低于)(?<numeral>${NUMERAL})(?<unit>${UNIT})`,
  'gu',
)
const LESS_AFTER = new RegExp(
  `(?<numeral>${NUMERAL})(?<unit>${UNIT})(?:都|还)?(?:不到|不满|没到|没满|未满|不够|没够)`,
  'gu',
)
const MORE = new RegExp(
  `(?<!不|没有?|未|如果|要是|的话|凡是?|年|对)(?:超过了?|超|多于|不止|突破了?)(?<numeral>${NUMERAL})(?<unit>${UNIT})(?!的|以上|部分|才|就)`,
  'gu',
)
/** 差一个到20名, 还差两个人就够五百人次: what is lacking from what would be enough. */
const SHORT_OF = new RegExp(
  `差了?(?<lacking>${NUMERAL})(?:${UNIT})?(?:就|才|便)?(?:到|满|够|足|凑够|凑满|凑齐)(?<numeral>${NUMERAL})(?<unit>${UNIT})`,
  'gu',
)

/** 半年差两天: a little less than what would be enough. */
const SHORT_BY = new RegExp(
  `(?<numeral>半|${NUMERAL})(?<unit>${UNIT})(?:还|就|只|刚好)?差(?:了|着)?(?<lacking>${NUMERAL})(?<measure>天|日|${UNIT})`,
  'gu',
)

/** Numbers that are told by a bound which they miss or pass: 不到半年, 一年不到, 超过1000人次, 差一个到20名. */
export const boundsIn = (text: string): Said[] => [
  ...[LESS_BEFORE, LESS_AFTER].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => told(match, (limit) => [ZERO, limit.minus(ONE)])),
  ),
  ...[...text.matchAll(MORE)].flatMap((match) => told(match, (limit) => [limit.plus(ONE), null])),
  ...[...text.matchAll(SHORT_OF)].flatMap((match) => {
    const lacking = readNumeral(match.groups?.lacking ?? '')
    return lacking === null ? [] : told(match, (limit) => [limit.minus(lacking), limit.minus(lacking)])
  }),
  ...[...text.matchAll(SHORT_BY)].flatMap((match) => {
    const { lacking = '', measure, unit, numeral } = match.groups ?? {}
    const less = numeral === '半' && unit !== '年' ? null : readNumeral(lacking)
    if (less === null) return []
    const isSame = measure === unit || (unit !== '年' && !/[天日月]/u.test(measure ?? ''))
    return told(match, (limit) => {
      const value = limit.minus(isSame && unit !== '年' ? less : measure === '个月' ? less : ONE)
      return [value, value]
    })
  }),
]

type Numeral = NonNullable<ReturnType<typeof readNumeral>>
const ZERO = readNumeral('0') as Numeral
const ONE = readNumeral('1') as Numeral
const HALF = readNumeral('0.5') as Numeral

/** Years are counted in months, so that less than a year is eleven of them. */
function told(match: RegExpExecArray, ends: (limit: Numeral) => [Numeral, Numeral | null]): Said[] {
  const { numeral = '', unit: measure = '' } = match.groups ?? {}
  const printed = numeral === '半' ? HALF : readNumeral(numeral)
  if (printed === null || printed.lt(HALF)) return []
  const [limit, unit] = measure === '年' ? [printed.times('12'), '个月'] : [printed, measure]
  const [min, max] = ends(limit)
  if (min.lt(ZERO)) return []
  const start = match.index
  return [{ kind: 'count', unit, text: match[0], start, end: start + match[0].length, value: { min, max } }]
}
