import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { chanceOfNone, NO_PROVISION, type Ranked, rankSentences } from '../retrieval/sentences.ts'
import { basisOf } from './basis.ts'
import { recipientsIn } from './recipients.ts'
import { LISTS, type Topic, topicOfSentence } from './topic.ts'

/** The sentence that most likely answers a message, and the provision that rests on it. */
export interface Meaning {
  sentence: Ranked
  /** Null where nothing that can be computed rests on the sentence. */
  topic: Topic | null
  /** Provisions rest on what is asked of the sentence, whether or not one of them is meant. */
  isRule: boolean
}

/** Likelier than this it is taken for a question of its own, whatever was talked about before. */
export const SURE = 0.7
/** Likelier than this it says what a message is about in which no word names anything. */
export const LIKELY = 0.5
/** Likelier than this, of sentences on sums alone, it says which sum is asked for where no word names one. */
export const FAINT = 0.15
/** Fewer characters hold too little meaning to be read without what they follow. */
const LEAST = 7

/** A message as its meaning is read. */
export interface Read {
  text: string
  /** In canonical words. */
  told: string
  available: Provision[]
  /** Less likely than this a sentence is not what is meant. */
  least: number
  /** A sum is asked for: what grants none is not meant, where one that does is likelier than this. */
  leastOfSums?: number
  /** A sum is asked for that no word names. */
  isUnnamedSum?: boolean
  /** How likely each document is meant before a word is read. */
  weightOf?: (document: PolicyDocument) => number
}

/** What a message means by itself; null where it holds too little or no sentence is likely. */
export function meaningOf(
  corpus: Corpus,
  { provisions: all }: Book,
  { text, told, available, least, leastOfSums = 1, isUnnamedSum = false, weightOf }: Read,
): Meaning | null {
  if (text.length < LEAST || available.length === 0) return null
  const documents = [...new Set(available.map(({ documentId }) => documentId))]
  const ranked = rankSentences(corpus, documents, text, weightOf)
  const [first] = ranked
  if (first === undefined) return null
  const isAnswered = () => chanceOfNone(corpus, documents, text) < (isUnnamedSum ? NONE_OF_SUMS : NONE)
  const isLikely = first.score >= least && (first.score >= SURE || isAnswered())
  const sentence = isLikely ? first : isAnswered() ? likeliestOfSums(ranked, available, leastOfSums) : null
  if (sentence === null) return null
  const resting = all.filter((provision) => restsOn(provision, sentence))
  // A rule that was replaced means the one that replaced it.
  const ids = resting.map(({ rule }) => rule.id)
  const current = available.filter(
    ({ rule }) => ids.includes(rule.id) || rule.replaces.some((id) => ids.includes(id)),
  )
  if (resting.length > 0 && current.length === 0) return null
  if (sentence.entitlement === NO_PROVISION) return { sentence, topic: null, isRule: false }
  const recipients = recipientsIn(text)
  const own = isLikely ? [] : current.filter(({ rule }) => recipients.includes(rule.recipient))
  const meant = own.length > 0 ? own : current
  const known = meant.filter(({ rule }) => rule.id === sentence.entitlement)
  return {
    sentence,
    topic: topicOfSentence(told, known.length > 0 ? known : meant),
    isRule: resting.length > 0,
  }
}

/** 能补给厂里多少: of the sentences that grant or fix a sum the one that stands out; the one beside it names the fund. */
function likeliestOfSums(ranked: Ranked[], available: Provision[], least: number): Ranked | null {
  const sums = available.filter(({ rule }) => rule.kind === 'payment' || !('unstated' in rule.amount))
  const [best, second] = ranked
    .slice(0, COMPARED)
    .filter((sentence) => sums.some((provision) => restsOn(provision, sentence)))
  const standsOut = best !== undefined && (second === undefined || best.score >= APART * second.score)
  return standsOut && best.score >= least ? { ...best, score: Math.max(best.score, LIKELY) } : null
}

const COMPARED = 12
/** Likelier than this nothing in the documents answers at all. */
const NONE = 0.15
/** What stands around a question for a sum may speak of what no sentence says. */
const NONE_OF_SUMS = 0.15
const APART = 1.7

/** Whether a quote of the provision begins in the sentence or ends with it: either may be the longer one. */
export const restsOn = ({ documentId, rule }: Provision, { clauseId, sentence }: Ranked): boolean =>
  rule.clauses.some(
    ({ clause, quote }) =>
      `${documentId}/${clause}` === clauseId &&
      (sentence.includes(quote.slice(0, ENOUGH)) || quote.includes(sentence.slice(-ENOUGH))),
  )

/** As many characters tell one sentence of a clause from another. */
const ENOUGH = 12

/** 户口, 孩子上学: words that only a wider text prints give way to the sentence of the place's own that likely answers. */
export function localFirst(
  named: Topic[],
  meaning: Meaning | null,
  nearnessOf: (documentId: string) => number,
): Topic[] {
  if (meaning === null || meaning.topic === null || meaning.sentence.score < LIKELY) return named
  const own = nearnessOf(meaning.sentence.document.meta.id)
  return named.every(({ provision }) => nearnessOf(provision.documentId) < own) ? [] : named
}

/** A word as long as this is the name of a provision, not one that happens to be part of another matter. */
const NAME = 5
/** Likelier than this it outweighs words that name something else by the way. */
const OVERRULING = 0.75

/** Two sums are asked for. */
const ASKS_TWICE = /多少.*多少/u

/** What words name, unless it is a word or two by the way and the meaning of the whole is another. */
export function reconciled(named: Topic[], meaning: Meaning | null, text: string): Topic[] {
  if (meaning === null || meaning.topic === null) return named
  if (named.length === 0) return [meaning.topic]
  const { topic } = meaning
  // 该提多少？其中至少多少: what the one is computed from is asked about as well.
  if (isOverruled(named, meaning)) return [...(ASKS_TWICE.test(text) ? basisOf(topic, named) : []), topic]
  const documents = new Set(named.map(({ provision }) => provision.documentId))
  if (named.length === 1 || documents.size > 1 || LISTS.test(text)) return named
  // 工作室 names two provisions of one sentence; the whole is about one of them.
  const { rule } = topic.provision
  return named.some(({ provision }) => provision.rule.id === rule.id)
    ? named.filter(({ provision }) => provision.rule.id === rule.id)
    : named
}

export const isOverruled = (named: Topic[], { sentence, topic, isRule }: Meaning): boolean =>
  sentence.score >= OVERRULING &&
  ((named.length === 1 && named.every((one) => isBeside(one, topic))) ||
    !named.some(
      ({ provision, words }) =>
        (isRule && restsOn(provision, sentence)) ||
        words.some((word) => word.length >= NAME && !isPrinted(word, provision, sentence)),
    ))

/** 金华工匠 names an award and stands in the sentence on its certificate too: there it tells nothing. */
const isPrinted = (word: string, { documentId }: Provision, { document, sentence }: Ranked): boolean =>
  document.meta.id === documentId && sentence.includes(word)

/** What one clause regulates side by side is told apart by the meaning alone. */
const isBeside = ({ provision: one }: Topic, topic: Topic | null): boolean =>
  topic !== null &&
  one.documentId === topic.provision.documentId &&
  one.rule.clauses[0]?.clause === topic.provision.rule.clauses[0]?.clause &&
  one.rule.recipient === topic.provision.rule.recipient
