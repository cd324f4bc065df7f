import { setAsideIn } from './set-aside.ts'
import { phrasesOf, type Topic } from './topic.ts'

/** 先不管配套，光评上的那笔: what is named only to be left out is not asked about, whatever else tells of it. */
export function withoutLeftOut(topics: Topic[], text: string): Topic[] {
  const leftOut = setAsideIn(text)
  if (leftOut === '') return topics
  const words = new Map(topics.map((topic) => [topic, phrasesOf(topic.provision).flat()]))
  const isOwn = (topic: Topic, word: string) =>
    !topics.some((other) => other !== topic && words.get(other)?.some((one) => one.includes(word)))
  const kept = topics.filter(
    (topic) =>
      !words.get(topic)?.some((word) => word.length > 1 && leftOut.includes(word) && isOwn(topic, word)),
  )
  return kept.length > 0 ? kept : topics
}
