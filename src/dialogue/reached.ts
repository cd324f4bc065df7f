import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { exactly } from '../entitlements/interval.ts'
import { countsAs, type FactValues } from './assign.ts'
import { likeEarlier, nearestTo } from './magnitude.ts'
import { numbersIn } from './numbers.ts'
import type { Settled } from './swapped.ts'

const NUMERAL = '\\d+(?:\\.\\d+)?万?|[一二两三四五六七八九十百千]+万?'
/** 又补了两期，凑到520了; 加到12个: what it came to, however it got there. */
const REACHES = new RegExp(
  `(?:凑|涨|增|加|补|升|降|减|缩|扩|攒|冲|达|做|累计|增加|减少)[到成够至]了?(?<to>${NUMERAL})(?<unit>个月|人次|[个人名位家所项月年])?(?!\\d|[级档等])`,
  'u',
)
const BRIEF = 28

/** The number said before, of the unit that is said or the only one near it, whose place it takes. Null where none is. */
export function reachedBy(text: string, definitions: FactDefinitions, earlier: FactValues): Settled | null {
  const match = text.length > BRIEF ? null : REACHES.exec(text)
  const to = readNumeral(match?.groups?.to ?? '')
  if (match === null || to === null) return null
  const unit = match.groups?.unit
  const said = Object.entries(earlier).filter(([name, value]) => {
    const definition = definitions[name]
    if (definition === undefined || typeof value !== 'object') return false
    return unit === undefined || (definition.type === 'count' && countsAs(unit, definition.unit))
  })
  const name = nearestTo(exactly(to), said)
  const before = name === null ? undefined : earlier[name]
  if (name === null || before === undefined) return null
  const end = match.index + match[0].length
  return {
    name,
    value: likeEarlier(exactly(to), before),
    used: numbersIn(text).filter(({ start }) => start < end),
  }
}
