import type { Corpus } from '../corpus/corpus.ts'
import { chain } from '../corpus/region.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import type { Place } from './place.ts'
import type { Topic } from './topic.ts'

const PIECE = /(?<=[，,。；;！!？?、])/u
/** 两地各多少, 拿的都是铜牌: said of every place. */
const OF_ALL = /多少|几[钱万块]|各|分别|都|均|一样|两[地边头]/u

/**
 * 包头厂带8个学徒，金华厂带10个: of a message that asks in several regions, what it says of one. What stands before any
 * place, names several of them or is said of all is common to them.
 */
export function textOfRegion(
  text: string,
  region: string,
  { topics, places }: { topics: Topic[]; places: Place[] },
  { regions }: Pick<Corpus, 'regions'>,
): string {
  const isOf = (one: Place, name: string) =>
    one.region !== null && chain(regions, one.region.name).includes(name)
  const asked = places.filter((place) => topics.some(({ provision }) => isOf(place, provision.region)))
  const own = asked.filter((place) => isOf(place, region))
  const others = asked.filter((place) => !isOf(place, region))
  if (own.length === 0 || others.length === 0) return text
  let isOwn = true
  const told = piecesOf(text, places).filter((piece) => {
    const isNamed = names(own, piece)
    const isOthers = !isNamed && names(others, piece)
    if (isNamed || isOthers) isOwn = isNamed
    return !isOthers && (isOwn || OF_ALL.test(piece))
  })
  return withoutOneEach(told.join(''), asked.length)
}

const names = (places: Place[], piece: string): boolean => places.some(({ word }) => piece.includes(word))

/** 包头、金华各一人: a place alone goes with the next one. */
function piecesOf(text: string, places: Place[]): string[] {
  const pieces: string[] = []
  let open = ''
  for (const piece of text.split(PIECE)) {
    open += piece
    if (piece.endsWith('、') && places.some(({ word }) => piece.endsWith(`${word}、`))) continue
    pieces.push(open)
    open = ''
  }
  return open === '' ? pieces : [...pieces, open]
}

/** 一个在包头一个在金华，俩人: as many as there are places are one in each. */
const withoutOneEach = (text: string, places: number): string =>
  numbersIn(text)
    .filter(
      ({ kind, unit, value, start }) =>
        kind === 'count' &&
        isHeads(unit) &&
        value.min?.eq(String(places)) &&
        !/[各都每].?$/u.test(text.slice(0, start)),
    )
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
