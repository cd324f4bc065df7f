import { readNumeral } from '../corpus/numeral.ts'
import { PIECE, type Said } from './said.ts'
import type { SortsTold } from './sorts-told.ts'
import { headsIn, without } from './tally.ts'

/** 这38人补多少, 我们这2个: so many are asked about, and no班, no project. */
const SO_MANY =
  /[这那]([\d一二两三四五六七八九十百]+)(?:个人|人|位|名|个)(?!班|厂|企业|公司|学校|院校|学院|月|项|工种|基地|工作室|车间|校区|单位|年|点|多)/u
const ASKS = /多少|几[万千百块]|啥数|怎么?个?算/u
const EACH = /各|每|分别/u
const OF_PEOPLE = /^[人名位个]$/u
const NOT_COUNTED = /(?<!算)不算(?![什多])|不(?:符合|够格)|不归/u

/**
 * 集团首席技师6人，其中3人在我们公司，这3人合计多少: of those counted the ones that are asked about; how many there are
 * besides, and what is told of those that do not count, is left out. The message itself where it asks of no part.
 */
export function ofSoMany(text: string, sortsTold: SortsTold): string {
  const pieces = text.split(PIECE)
  const at = pieces.findLastIndex((piece) => ASKS.test(piece) && SO_MANY.test(piece))
  const asked = readNumeral(SO_MANY.exec(pieces[at] ?? '')?.[1] ?? '')
  if (asked === null || EACH.test(text)) return text
  const before = pieces.slice(0, at).map((piece) => ({ piece, heads: headsIn(piece).filter(isOfPeople) }))
  const told = before.flatMap(({ heads }) => heads)
  const isAsked = ({ value }: Said) => value.min?.eq(asked) === true && value.max?.eq(asked) === true
  const isPart = told.some(isAsked) && told.some(({ value }) => value.min?.gt(asked))
  if (!isPart || namesSeveral(text, sortsTold)) return text
  const kept = before.flatMap(({ piece, heads }) => {
    const others = heads.filter((one) => !isAsked(one))
    return others.length > 0 && NOT_COUNTED.test(piece) ? (ENDS.exec(piece) ?? []) : [without(piece, others)]
  })
  return [...kept, ...pieces.slice(at)].join('')
}

/** What two sentences tell is not told in one. */
const ENDS = /[。；;！!？?]$/u

const isOfPeople = ({ unit }: Said): boolean => OF_PEOPLE.test(unit)

/** 2个特级技师，3个优秀技师: each number is of its own title. */
const namesSeveral = (text: string, sortsTold: SortsTold): boolean => {
  const options = sortsTold(text).flatMap(({ sorts }) => sorts.filter((one) => one.of === 'option'))
  const values = Map.groupBy(options, ({ sort }) => sort)
  return [...values.values()].some((some) => new Set(some.map(({ value }) => value)).size > 1)
}
