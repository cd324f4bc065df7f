import { readNumeral } from '../corpus/numeral.ts'
import { PIECE, type Said } from './said.ts'
import type { SortsTold } from './sorts-told.ts'
import { headsIn as countedIn } from './tally.ts'

/** 本来, 一开始: how many there were at first. */
const AT_FIRST =
  /本来|原来|原先|原本|起初|起先|最初|最早|一?开始(?!的)|开头|当初|(?:去|今)?年(?:初|底|头|中)|[上下]半年|开春|去年|前年/gu
/** 后来又添了3个, 公示期补选进来1个. */
const MORE =
  /^[^，,。；;\d一二两三四五六七八九十百]{0,8}?(?:又|再|还|后来|后头|随后|中途|半路|半道|陆续|补)[^，,。；;\d一二两三四五六七八九十百]{0,6}?(?:添|补|加|招|收|进|增|选|评|认定|带|多)[^，,。；;\d一二两三四五六七八九十百]{0,4}[\d一二两三四五六七八九十百]+[个名位人](?:人|新型|新|学徒|徒弟|学生|工匠|师傅)*[，,。；;]?$/u
/** One question for all of them. */
const TOGETHER =
  /一[起块同道]|[全都]|一共|合计|总共|统共|拢共|总的|总额|加起来|算下来|拢总|共计?[能有是补奖给]/u
const headsIn = (text: string): Said[] => countedIn(text).filter(({ unit }) => /^[人名位个]$/u.test(unit))

const EACH = /各|分别|每[家个批组班]/u
/** Others, or those who had it already. */
const OTHERS =
  /另|别|其他|隔壁|第[一二三]|[领拿发给][过完]|到[账手]|走|退|撤|没|不算|如果|要是|假如|再加[起上]?|其中|里[面头]/u

/**
 * 本来收了8个，后来又添了3个，一块培养三年: as many as there are by now, where all of them are asked about together and nothing
 * is told of the ones alone. The message itself where it is otherwise.
 */
export function withGrown(text: string, sortsTold: SortsTold): string {
  const pieces = text.split(PIECE)
  const at = pieces.findIndex((piece, i) => i > 0 && MORE.test(piece))
  const [more] = headsIn(pieces[at] ?? '')
  const told = pieces
    .slice(0, Math.max(at, 0))
    .flatMap((piece, i) => headsIn(piece).map((one) => ({ one, i })))
  const [first, ...others] = told
  const rest = pieces.slice(at + 1).join('')
  if (more === undefined || first === undefined || others.length > 0 || EACH.test(text)) return text
  const before = pieces.slice(first.i, at).join('')
  if (!TOGETHER.test(rest) || OTHERS.test(before) || OTHERS.test(pieces[at] ?? '')) return text
  if (/20\d\d|今年/u.test(before + pieces[at]) && !/一[起块同道]/u.test(rest)) return text
  const sum = sumOf(first.one, more)
  if (sum === null || tells(before, sortsTold) < tells(pieces[at] ?? '', sortsTold)) return text
  // 一共11个 says again how many there are.
  if (headsIn(rest).some(({ value }) => !value.min?.eq(sum))) return text
  return pieces
    .map((piece, i) => {
      if (i === at) return ENDS.exec(piece)?.[0] ?? ''
      if (i !== first.i) return piece
      const { start, end, unit } = first.one
      return `${piece.slice(0, start).replace(AT_FIRST, '')}${sum}${unit}${piece.slice(end)}`
    })
    .join('')
}

const ENDS = /[。；;！!？?]$/u

function sumOf(one: Said, other: Said): string | null {
  if (one.value.min === null || other.value.min === null) return null
  if (!one.value.max?.eq(one.value.min) || !other.value.max?.eq(other.value.min)) return null
  return readNumeral(one.value.min.toFixed())?.plus(other.value.min).toFixed() ?? null
}

/** How many titles, levels and awards are told of. */
const tells = (text: string, sortsTold: SortsTold): number =>
  new Set(
    sortsTold(text).flatMap(({ sorts }) =>
      sorts.flatMap(({ of, value }) => (of === 'number' ? [] : [value])),
    ),
  ).size
