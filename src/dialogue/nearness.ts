import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import { statusesOn } from '../corpus/document.ts'
import { chain } from '../corpus/region.ts'
import type { Place } from './place.ts'

/** How likely a document is meant that holds around a place which has its own, beside that one. */
const WIDER = 0.1

/** And one that does not hold yet on the day asked about. */
const LATER = 0.1

/** 自治区财政又给多少: the wider place is asked about by its name. */
const NAMES_WIDER = /自治区(?!级)|内蒙|省里|全省/u

/**
 * How likely each document is meant, before a word of the matter is read: where a place has documents of its own, a
 * wider one answers only what they hardly speak of, and a later one only what none speaks of on the day.
 */
export function nearness(
  corpus: Corpus,
  places: Place[],
  { text, day }: { text: string; day: string },
): (document: PolicyDocument) => number {
  const own = places.flatMap(({ region }) => {
    const around = region === null ? [] : chain(corpus.regions, region.name)
    return around.filter((name) => corpus.documents.some(({ meta }) => meta.region.name === name)).slice(0, 1)
  })
  const isOwn = (region: string) => own.length === 0 || own.includes(region) || NAMES_WIDER.test(text)
  return ({ meta }) =>
    (isOwn(meta.region.name) ? 1 : WIDER) * (statusesOn(meta, day).includes('not-yet') ? LATER : 1)
}
