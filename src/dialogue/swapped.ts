import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { exactly } from '../entitlements/interval.ts'
import type { FactValues } from './assign.ts'
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
const UNIT = '(?:个月|人次|[个人名位家所项月年元块])'
const SWAP = new RegExp(
  `(?<![\\d.])(${NUMERAL})${UNIT}?(?:那|的话|要是|如果|假如|假使|若是|倘若|给|又|都)*(?:改|换|变|涨|提|加|增|降|减|升|调|更正)(?:成|为|到|作)了?(${NUMERAL})`,
  'u',
)

/** 那90要是改成180呢: the number said before that is named gives way to the other. Null where none of it was said. */
export function swappedBy(text: string, definitions: FactDefinitions, earlier: FactValues): Settled | null {
  const match = SWAP.exec(text)
  const [from, to] = [readNumeral(match?.[1] ?? ''), readNumeral(match?.[2] ?? '')]
  if (match === null || from === null || to === null) return null
  const said = Object.entries(earlier).filter(([name]) => name in definitions)
  const [only, ...others] = saidBefore(from, said)
  const before = only === undefined ? undefined : earlier[only]
  if (only === undefined || others.length > 0 || before === undefined) return null
  const end = match.index + match[0].length
  const used = numbersIn(text).filter(({ start }) => start >= match.index && start < end)
  return { name: only, value: likeEarlier(exactly(to), before), used }
}
