import type { Topic } from './topic.ts'

export const PIECE = /(?<=[，,。；;！!？?、])|(?=(?<![参增更添])加上?|以及|还有|另外)/u

/**
 * The part of a message that speaks of one of its topics: "4个人去国外研修，5个人去国内高研班" gives each its own
 * number. What stands before any topic is common to all; what follows one without naming another belongs to it.
 */
export function textOf(topic: Topic, topics: Topic[], text: string): string {
  // What two places hold on one matter is told of both.
  const rivals = topics.filter(({ provision }) => provision.region === topic.provision.region)
  if (rivals.length < 2) return text
  let owners = rivals
  return text
    .split(PIECE)
    .filter((piece) => {
      const named = rivals.map((one) => longest(one, piece))
      const most = Math.max(...named)
      if (most > 0) owners = rivals.filter((_, i) => named[i] === most)
      return owners.includes(topic)
    })
    .join('')
}

const longest = ({ words }: Topic, piece: string): number =>
  Math.max(0, ...words.filter((word) => piece.includes(word)).map((word) => word.length))
