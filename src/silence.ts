import * as fixed from './answer/fixed.ts'
import { findDocument } from './corpus/corpus.ts'
import { LIKELY } from './dialogue/meaning.ts'
import { withoutPlaces } from './dialogue/place.ts'
import type { Understanding } from './dialogue/understand.ts'
import type { LookupDeps } from './lookup.ts'
import { chanceOfNone, rankSentences } from './retrieval/sentences.ts'

/** 稳岗返还按几成退: almost surely no sentence of any document speaks of it. */
export const isForeign = (
  { corpus }: LookupDeps,
  { typed, topics, places, followsUp, named, isTextual }: Understanding,
): boolean => {
  if (followsUp || topics.length > 0 || named.length > 0 || isTextual) return false
  const text = withoutPlaces({ text: typed, places })
  const all = corpus.documents.map(({ meta }) => meta.id)
  return (
    chanceOfNone(corpus, all, text) >= FOREIGN && (rankSentences(corpus, all, text)[0]?.score ?? 0) < SLIGHT
  )
}

const FOREIGN = 0.9
/** Less likely than this nothing is meant. */
const SLIGHT = 0.1

/** That a place's documents do not regulate a matter is said only where they do not even hold its words. */
export function isSilent(
  { corpus, lexicon }: LookupDeps,
  { elsewhere, places, told, typed }: Understanding,
): boolean {
  const held = places.flatMap(({ name }) => fixed.documentsFor(corpus, name))
  const [likeliest] =
    held.length === 0 ? [] : rankSentences(corpus, held, withoutPlaces({ text: typed, places }))
  // 户口和孩子上学: what one text calls so another calls 户籍 and 子女入学.
  if ((likeliest?.score ?? 0) >= LIKELY) return false
  const clauses = held.flatMap((id) => findDocument(corpus, id)?.clauses ?? [])
  const words = elsewhere.flatMap((topic) => topic.words).filter((word) => told.includes(word))
  return (
    words.length > 0 &&
    words.every((word) => !clauses.some(({ text }) => lexicon.canonical(text).includes(word)))
  )
}
