import type { Provision } from '../entitlements/rule.ts'
import { namedAmong } from './short-names.ts'
import { siblingNamed } from './sibling.ts'
import { LISTS, type Topic, topicOfSentence, topicsIn } from './topic.ts'
import { ASKS_AMOUNT } from './wanted.ts'

/** How a message goes on with what was talked about. */
interface GoingOn {
  /** It names its topics itself. */
  fresh: boolean
  now: string
  /** The message in canonical words. */
  told: string
  /** The message with what it follows, in canonical words. */
  asked: string
  /** What was calculated in the conversation. */
  discussed: Provision[]
  available: Provision[]
}

/** Of what the words name, what is meant in the light of the conversation; `before`: what was asked in it, in canonical words. */
export function continued(
  here: Topic[],
  { fresh, now, told, asked, discussed, available }: GoingOn,
  before: string,
): Topic[] {
  if (here.length === 0) return here
  const beside = discussed.filter(({ documentId }) =>
    here.some(({ provision }) => provision.documentId === documentId),
  )
  const isDiscussed = here.every(({ provision }) => discussed.includes(provision))
  const among = isDiscussed && beside.length > 1 ? namedAmong(told, beside) : []
  if (among.length > 0) return among
  if (fresh) return ofTheSame(here, now, before)
  const sibling = siblingNamed(told, here, available)
  return sibling === null ? payingOnes(here, asked, now, available) : [sibling]
}

/**
 * 那能拿多少钱, after 能直接当诸葛工匠不: a sum is asked for, so what pays is meant, not what only recognises or
 * supports. What pays bears a name that stands in the name of the other.
 */
function payingOnes(topics: Topic[], asked: string, now: string, all: Provision[]): Topic[] {
  if (topics.length === 0 || !ASKS_AMOUNT.test(now)) return topics
  const paying = topics.filter(({ provision }) => provision.rule.kind === 'payment')
  if (paying.length > 0) return paying
  const names = topics.flatMap(({ provision }) => [provision.rule.name, ...provision.rule.aliases])
  const documents = new Set(topics.map(({ provision }) => provision.documentId))
  const payments = all.filter(({ rule, documentId }) => rule.kind === 'payment' && documents.has(documentId))
  const named = topicsIn(asked, payments, now).filter(({ words }) =>
    words.some((word) => word.length >= NAME && names.some((name) => name.includes(word))),
  )
  return named.length === 1 ? named : topics
}

const NAME = 4

/** 他自己买房有没有补贴: of several, the one for whom was talked about. */
function ofTheSame(topics: Topic[], now: string, before: string): Topic[] {
  if (topics.length < 2 || LISTS.test(now) || !/[他她]/u.test(now)) return topics
  const one = topicOfSentence(
    before,
    topics.map(({ provision }) => provision),
  )
  return topics.filter(({ provision }) => one === null || provision === one.provision)
}
