import { setAsideIn } from './set-aside.ts'
import { phrasesOf, type Topic } from './topic.ts'

/** 先不管配套，光评上的那笔: what is named only to be left out is not asked about, whatever else tells of it. */
export function withoutLeftOut(topics: Topic[], text: string): Topic[] {
  const leftOut = setAsideIn(text)
  if (leftOut === '') return topics
  const kept = topics.filter(
    ({ provision }) => !phrasesOf(provision).some((phrase) => phrase.every((word) => leftOut.includes(word))),
  )
  return kept.length > 0 ? kept : topics
}
