import type { Corpus } from '../corpus/corpus.ts'
import type { FactValues } from './assign.ts'
import type { ConversationState } from './conversation.ts'
import { factsIn } from './facts.ts'
import { comesFromOutside } from './place.ts'
import { textOf } from './segments.ts'
import type { Topic } from './topic.ts'
import type { Understanding } from './understand.ts'

/**
 * What is known of one provision: said now, then in the message that named it, then earlier. One set of facts for
 * each case that the message lists ("两个大工匠、三个杰出工匠").
 */
export function casesOf(
  corpus: Corpus,
  topic: Topic,
  { text, told, before, topics }: Understanding,
  state: ConversationState,
): FactValues[] {
  const { definitions, region } = topic.provision
  const own = textOf(topic, topics, told)
  const earlier = Object.fromEntries(Object.entries(state.facts).filter(([name]) => name in definitions))
  const demanded = topic.provision.rule.conditions.flatMap((one) => ('fact' in one ? [one.fact] : []))
  const now = factsIn(own, definitions, comesFromOutside(text, corpus, region), earlier, demanded)
  const named = before.map((message) => factsIn(message, definitions)[0] ?? {})
  return now.map((facts): FactValues => Object.assign({}, ...named, earlier, facts))
}

/** The facts of a message, whichever of its provisions they belong to, for later turns. */
export const factsSaid = ({ told, topics }: Understanding): FactValues =>
  Object.assign({}, ...topics.flatMap(({ provision }) => factsIn(told, provision.definitions)))
