import { type Book, findProvision } from '../entitlements/book.ts'
import type { Meaning } from './meaning.ts'
import type { Topic } from './topic.ts'

/** 不用再评就认成诸葛工匠，奖多少: beside the award that words name, the treatment of the same document that is meant. */
export function besides(named: Topic[], meaning: Meaning | null): Topic[] {
  const topic = meaning?.topic ?? null
  if (topic === null || topic.provision.rule.kind !== 'treatment') return named
  const { documentId, rule } = topic.provision
  const pays = named.some(
    ({ provision }) => provision.documentId === documentId && provision.rule.id === rule.paidBy,
  )
  return pays && !named.some(({ provision }) => provision === topic.provision) ? [...named, topic] : named
}

/** What is granted without a sum, with the award that comes with it. */
export function withAwards(book: Book, topics: Topic[]): Topic[] {
  const awards = topics.flatMap(({ provision: { rule } }) => {
    const provision = rule.paidBy === undefined ? undefined : findProvision(book, rule.paidBy)
    return provision === undefined || topics.some((other) => other.provision === provision)
      ? []
      : [{ provision, words: [] }]
  })
  return [...topics, ...awards]
}
