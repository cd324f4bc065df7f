import Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import type { FactValues } from './assign.ts'

const NUMERAL = '[\\d一二两三四五六七八九十]+'
/** 翻一倍, 翻个番, 加倍; 翻两番 is twice doubled. */
const DOUBLED = new RegExp(`翻(?:上|了|个)*(?<times>${NUMERAL})?个?(?<of>[倍番])|加倍|倍增`, 'u')
/** 是原来的三倍, 涨到两倍. */
const TIMES = new RegExp(`(?:是|到|成|为|有|的)(?:原来|现在|原先|以前|这个)?的?(?<times>${NUMERAL})倍`, 'u')
/** 多一倍, 再涨两倍: so many times more. */
const TIMES_MORE = new RegExp(
  `(?:[多增涨加高扩]|增加|提高|扩大|扩招)(?:了|出|上|长)*(?<times>${NUMERAL})倍`,
  'u',
)
/** 砍掉一半, 减半, 只有一半. */
const HALVED =
  /(?:砍|减|少|降|缩|扣|去|只[有剩]|就?剩|打)(?:掉|去|了|下)*(?:一半|半|对折|五折)(?!年|个?月|天)|一半都?不到$/u
/** Any of it, however it is said: what it comes to has to be read before anything is computed with it. */
const SCALES =
  /翻[^，,。；;]{0,3}[倍番]|[\d一二两三四五六七八九十几]倍|加倍|(?:减|砍掉?|少了?|只剩)一?半(?!年|个?月|天)|对折/u

/** How many times as much as before a message says that something is; null where it says nothing of the kind. */
function factorIn(text: string): Big | null {
  const doubled = DOUBLED.exec(text)
  if (doubled !== null) {
    const times = readNumeral(doubled.groups?.times ?? '一')
    if (times === null) return null
    return doubled.groups?.of === '番' ? new Big('2').pow(Number(times.toFixed())) : times.plus('1')
  }
  const more = TIMES_MORE.exec(text)
  if (more !== null) return readNumeral(more.groups?.times ?? '')?.plus('1') ?? null
  const times = TIMES.exec(text)
  if (times !== null) return readNumeral(times.groups?.times ?? '')
  return HALVED.test(text) ? new Big('0.5') : null
}

/** Whether a message speaks of so many times as much. */
export const isScaled = (text: string): boolean => SCALES.test(text) || factorIn(text) !== null

/** How the unit of what is counted is asked for: 人数, 月数, 年头. */
const BY_UNIT: Record<string, RegExp> = {
  人: /人(?!次)|招生|规模/u,
  人次: /人次/u,
  月: /月/u,
  年: /年[数头限]|时间/u,
  个: /[个数]/u,
}

/** 盈余翻一倍, 月数减半: the number said before that is named, or the only one, so many times. Null where it is none. */
export function scaledBy(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const factor = factorIn(text)
  if (factor === null) return null
  const numbers = Object.keys(earlier).filter(
    (name) => name in definitions && typeof earlier[name] === 'object',
  )
  const named = numbers.filter((name) => definitions[name]?.words.some((word) => text.includes(word)))
  const ofUnit = numbers.filter((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && BY_UNIT[definition.unit]?.test(text) === true
  })
  const [name, ...others] = [named, ofUnit, numbers].find(({ length }) => length === 1) ?? []
  if (name === undefined || others.length > 0) return null
  const { min, max } = earlier[name] as Interval
  const value = { min: min?.times(factor) ?? null, max: max?.times(factor) ?? null }
  const isWhole = definitions[name]?.type !== 'count' || value.min?.round(0, 0).eq(value.min) !== false
  return isWhole ? { [name]: value } : null
}
