import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import type { Topic } from './topic.ts'

export const PIECE =
  /(?<=[，,。；;！!？?、])|(?=(?<![参增更添追叠])加(?![起在到]|一[起块道])上?|[和跟与及](?=[\d一二两三四五六七八九十]+[个家间所项支座](?!人))|以及|还有|另外)/u

/** 一个创新工作室两个大师工作室: a count that stands right behind another topic begins a piece of its own. */
export function countedApart(text: string, topics: Topic[]): string {
  if (topics.length < 2) return text
  const words = topics.flatMap((topic) => topic.words.filter((word) => word.length > 1))
  const heads = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
  const named = Math.min(...words.map((word) => text.indexOf(word)).filter((at) => at >= 0))
  // 大师工作室两个，创新工作室一个: each stands behind its own.
  if (heads.every(({ start }) => start > named)) return text
  return heads
    .filter(({ start }) => words.some((word) => text.slice(0, start).endsWith(word)))
    .reduceRight((left, { start }) => `${left.slice(0, start)}，${left.slice(start)}`, text)
}

/**
 * The part of a message that speaks of some of its topics: "4个人去国外研修，5个人去国内高研班" gives each its own
 * number. What stands before any topic is common to all; what follows one without naming another belongs to it.
 */
export function textOf(some: Topic[], named: Topic[], text: string): string {
  // 跟技校联合带7个学徒: what counts nothing leaves the numbers to the others.
  const topics = named.filter((one) => some.includes(one) || countsAnything(one))
  if (topics.length < 2) return text
  const own = topics.map((one) => ownWords(one, topics))
  let owners = topics
  const told = text.split(PIECE).flatMap((piece) => {
    const telling = own.map((words) => longest(words, piece))
    const lengths = telling.some((length) => length > 0)
      ? telling
      : topics.map(({ words }) => longest(words, piece))
    const most = Math.max(...lengths)
    if (most > 0) owners = topics.filter((_, i) => lengths[i] === most)
    return owners.some((owner) => some.includes(owner))
      ? [{ piece, shared: owners.some((owner) => !some.includes(owner)) }]
      : []
  })
  const counts = told.some(({ piece, shared }) => !shared && OF_THEM.test(piece))
  return told.map(({ piece, shared }) => (counts && shared ? withoutHeads(piece) : piece)).join('')
}

const countsAnything = ({ provision }: Topic): boolean =>
  Object.values(provision.definitions).some(({ type }) => type !== 'choice' && type !== 'yes-no')

/** 四个人评上，其中两位又得了奖: those of the part are counted, not all of them. */
const OF_THEM = /(?:其中|里[面头边]|当中)[的有]?[\d一二两三四五六七八九十]/u

const withoutHeads = (piece: string): string =>
  numbersIn(piece)
    .filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), piece)

/** 选拔赛 and 集训基地, both of 世界技能大赛: what names one of them alone tells them apart, however short. */
function ownWords({ provision, words }: Topic, topics: Topic[]): string[] {
  const others = topics.filter((one) => one.provision !== provision).flatMap((one) => one.words)
  return words.filter((word) => word.length > 1 && !others.some((other) => other.includes(word)))
}

const longest = (words: string[], piece: string): number =>
  Math.max(0, ...words.filter((word) => piece.includes(word)).map((word) => word.length))
