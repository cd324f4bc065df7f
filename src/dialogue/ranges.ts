import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { Said } from './said.ts'

const UNIT = '个月|人次|个|名|人|位|年|月|家|次|项|元'
/** 二三十个, 七八千元, 三四万: between two neighbours. */
const NEIGHBOURS = new RegExp(
  `(?<base>(?:[一二两三四五六七八九十]+万)?(?:[一二两三四五六七八九]千)?(?:[一二三四五六七八九]百)?(?:[一二三四五六七八九]?十)?)(?<low>[一二两三四五六七八])(?<high>[二三四五六七八九])(?<scale>[十百千]?万?)(?<unit>${UNIT})?`,
  'gu',
)
const PERCENT = /百分之(?<low>[一二三四五六七八])(?<high>[二三四五六七八九])(?<scale>十?)/gu
const FROM_TO = new RegExp(
  `(?<![\\d年])(?<low>[\\d一二两三四五六七八九十百]{1,4})(?:个|年|人|名)?(?:到|至|-|~|—|–|或者?)(?<high>[\\d一二两三四五六七八九十百]{1,4})(?<unit>${UNIT})`,
  'gu',
)
const LEAST = '(?:少说|最少|至少|起码|最低|最短|短则|少则|少的话|短的话)(?:也|得|要|有|是|带|搞|学|培养|能)*'
const MOST =
  '(?:多说|最多|顶多|顶天|撑死|至多|最长|长则|多则|多的话|长的话)(?:也|就|不过|得|要|有|是|带|搞|学|培养|能)*'
/** 少说两年多说三年, 最少20个学生，顶多25个. */
const LEAST_TO_MOST = new RegExp(
  `${LEAST}(?<low>[\\d一二两三四五六七八九十百]{1,4})(?<unit>${UNIT})[^，,。；;\\d一二两三四五六七八九十]{0,4}[，,、]?${MOST}(?<high>[\\d一二两三四五六七八九十百]{1,4})(?:\\k<unit>|[个人名位])`,
  'gu',
)
const OVER = new RegExp(`(?<low>[\\d一二两三四五六七八九十百千万]*[十百千万0])[多几](?<unit>${UNIT})`, 'gu')
/** 三个半月, 一个半月. */
const HALF_MONTHS = /(?<low>[\d一二两三四五六七八九十]+)个半月/gu
const HALF = readNumeral('半') as Big
const FROM_SIGN = /^(?:到|至|-|~|—|–)+$/u

/** Numbers that a message gives as lying between two others, and those with a half inside their unit. */
export const rangesIn = (text: string): Said[] => [
  ...read(text, NEIGHBOURS, between),
  ...read(text, PERCENT, ({ low = '', high = '', scale = '' }) => said(low + scale, high + scale, '%')),
  ...read(text, FROM_TO, fromTo),
  ...read(text, LEAST_TO_MOST, fromTo),
  ...read(text, OVER, over),
  ...read(text, HALF_MONTHS, ({ low = '' }) => {
    const months = readNumeral(low)?.plus(HALF)
    return months === undefined ? null : { ...counted('个月'), value: { min: months, max: months } }
  }),
]

/** 8到10万, 三到五成: what joins two sums or shares makes one of them. */
export function joined(numbers: Said[], text: string): Said[] {
  const all: Said[] = []
  for (const one of numbers) {
    const before = all.at(-1)
    if (before !== undefined && isFromTo(before, one, text)) {
      const value = { min: before.value.min, max: one.value.max }
      all[all.length - 1] = { ...one, start: before.start, text: text.slice(before.start, one.end), value }
    } else all.push(one)
  }
  return all
}

const isFromTo = (from: Said, to: Said, text: string): boolean =>
  from.kind === to.kind &&
  (to.kind === 'money' || to.kind === 'percent') &&
  FROM_SIGN.test(text.slice(from.end, to.start)) &&
  from.value.min !== null &&
  to.value.max !== null &&
  from.value.min.lt(to.value.max)

type Groups = Record<string, string>
type Read = Pick<Said, 'kind' | 'unit' | 'value'>

function read(text: string, pattern: RegExp, meaning: (groups: Groups) => Read | null): Said[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const meant = meaning({ ...match.groups } as Groups)
    const [words, start] = [match[0], match.index]
    return meant === null ? [] : [{ ...meant, text: words, start, end: start + words.length }]
  })
}

const counted = (unit: string): Pick<Read, 'kind' | 'unit'> =>
  unit === '元' ? { kind: 'money', unit } : unit === '%' ? { kind: 'percent', unit } : { kind: 'count', unit }

function said(low: string, high: string, unit: string): Read | null {
  const [min, max] = [readNumeral(low), readNumeral(high)]
  return min === null || max === null || min.gte(max) ? null : { ...counted(unit), value: { min, max } }
}

/** A bare 万 is money, as where it is printed. */
function between({ base, low, high, scale, unit }: Groups): Read | null {
  const measured = unit ?? (scale?.endsWith('万') ? '元' : undefined)
  return measured === undefined ? null : said(`${base}${low}${scale}`, `${base}${high}${scale}`, measured)
}

/** 2到3年, 10-12个; 2020—2022年 are years, not a number of them. */
function fromTo({ low = '', high = '', unit = '' }: Groups): Read | null {
  const range = unit === '元' ? null : said(low, high, unit)
  return unit === '年' && range?.value.max?.gt('60') ? null : range
}

/** 二十多个 lies between 21 and 29: more than the number, less than its next round one. */
function over({ low = '', unit = '' }: Groups): Read | null {
  const base = readNumeral(low)
  if (base === null || base.lt('10')) return null
  const zeros = /0*$/.exec(base.toFixed())?.[0].length ?? 0
  const next = base.plus(readNumeral('1'.padEnd(Math.min(zeros, base.toFixed().length - 1) + 1, '0')) ?? base)
  return { ...counted(unit), value: { min: base.plus('1'), max: next.minus('1') } }
}
