import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinition, FactDefinitions } from '../entitlements/fact.ts'
import { exactly } from '../entitlements/interval.ts'
import { countsAs, type FactValues } from './assign.ts'
import { likeEarlier, saidBefore } from './magnitude.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'

/** The number that takes the place of one said before, with those of the message that tell it. */
export interface Settled {
  name: string
  value: Said['value']
  used: Said[]
}

const NUMERAL = '\\d+(?:\\.\\d+)?万?|[一二两三四五六七八九十百千]+万?'
const MEASURE = '个人名位家所项月年元块'
const UNIT = `(?:个月|人次|[${MEASURE}])`
const SWAP = new RegExp(
  `(?<![\\d.])(${NUMERAL})${UNIT}?(?:那|的话|要是|如果|假如|假使|若是|倘若|给|又|都)*(?:改|换|变|涨|提|加|增|降|减|升|调|更正)(?:成|为|到|作)了?(?<to>${NUMERAL})`,
  'u',
)

const QUIET = '[^\\d，,。；;！!？?一二两三四五六七八九十百千]'
/** 480是漏抄了一个班，总共是520; 960是去年的，今年1200: what it was is said once more, and what it is. */
const RETOLD = new RegExp(
  `(?<![\\d.第])(${NUMERAL})(?:(?<unit>${UNIT})|(?![${MEASURE}]))${QUIET}{0,8}(?:[一二两三四五六七八九十]个?(?:班|批|组|页|部分)?)?${QUIET}{0,4}[，,。；;]${QUIET}{0,6}?(?:是|有|为|总共|一共|实际|其实|应该|今年|才|只|剩|实打实|实有|真正|改[成为]|按)+(?<to>${NUMERAL})(?:(?<now>${UNIT})|(?![\\d成]))`,
  'u',
)

/** 有一个走了，剩2个: how many fewer, and not what it was. */
const LEAVES = /[走退撤离辞砍裁黄刷淘]|[掉没]了?|取消/u

/** 那90要是改成180呢: the number said before that is named gives way to the other. Null where none of it was said. */
export function swappedBy(text: string, definitions: FactDefinitions, earlier: FactValues): Settled | null {
  const retold = RETOLD.exec(text)
  const match = SWAP.exec(text) ?? (retold !== null && !LEAVES.test(retold[0]) ? retold : null)
  const [from, to] = [readNumeral(match?.[1] ?? ''), readNumeral(match?.groups?.to ?? '')]
  if (match === null || from === null || to === null) return null
  const said = Object.entries(earlier).filter(([name]) => name in definitions)
  const [only, ...others] = saidBefore(from, said).filter((name) =>
    [match.groups?.unit, match.groups?.now].every((unit) => isOfUnit(unit, definitions[name])),
  )
  const before = only === undefined ? undefined : earlier[only]
  if (only === undefined || others.length > 0 || before === undefined) return null
  const end = match.index + match[0].length
  const used = numbersIn(text).filter(({ start }) => start >= match.index && start < end)
  return { name: only, value: likeEarlier(exactly(to), before), used }
}

/** 走了两个, after two years: what counts people says nothing of those. */
const isOfUnit = (unit: string | undefined, definition: FactDefinition | undefined): boolean =>
  unit === undefined || definition?.type !== 'count' || countsAs(unit, definition.unit)
