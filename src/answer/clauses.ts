import { type Citation, cite } from '../corpus/citation.ts'
import { sentencesIn } from '../corpus/clause.ts'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import { quantities } from '../corpus/quantity.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { standingOf } from '../entitlements/standing.ts'
import type { Hit } from '../retrieval/clause-index.ts'
import type { Ranked } from '../retrieval/sentences.ts'
import { citationsFor, merge, stackingCitation } from './citations.ts'
import { documentNotices, type Notice, noticesFor, replacedBefore, widerRegion } from './notices.ts'
import { lastDays } from './provenance.ts'
import { quoting } from './quoting.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

export interface TextQuestion {
  /** Sentences that speak of the question, best first. */
  sentences: Ranked[]
  /** What the question names; their deciding sentences are quoted in any case. */
  provisions: Provision[]
  question: string
  day: string
  places: string[]
  /** A sum is asked for and no provision was recognised: that is said before the nearest sentence, whatever sum it holds. */
  nearest?: boolean
  /** Said before the quotes. */
  lead?: string[]
  /** It points at a rule that may have been replaced since. */
  pointsAtEarlier?: boolean
  /** It asks whether the rule still holds: how long its document does is told with it, where that is printed. */
  holds?: boolean
}

/** How much of what a question says must stand in a sentence before it is offered as an answer. */
const ENOUGH = 0.08

/** Quotes the sentence that speaks most of the question, and those that decide the provisions it names. */
export function clauseAnswer(corpus: Corpus, book: Book, asked: TextQuestion): Answer | null {
  const { sentences, provisions, question, day, places, nearest = false } = asked
  const { lead = [], pointsAtEarlier = false, holds = false } = asked
  const best = places.length > 1 ? sentences.slice(0, MOST_QUOTED) : bestSentences(sentences, question)
  const cited = best.map(({ document, clauseId, sentence }) => cite(document, clauseId, [sentence], day))
  const deciding = provisions.flatMap((provision) => citationsFor(corpus, book, provision, day))
  const own = merge(corpus, [...cited.slice(0, 1), ...deciding, ...cited.slice(1)], day)
  if (own.length === 0) return null
  const found = merge(corpus, [...own, ...otherOnes(corpus, book, own, day)], day)
  const documents = [...new Set(found.map(({ documentId }) => documentId))]
  const citations = holds ? [...found, ...lastDays(corpus, documents, day)] : found
  const notices = [
    ...documents.flatMap((id) => documentNotices(corpus, id, day)),
    ...ofRules(noticesFor(corpus, book, [...new Set([...provisions, ...restingOn(book, found)])], day)),
    ...(pointsAtEarlier ? replacedBefore(corpus, book, provisions, day) : []),
    ...widerRegion(
      corpus,
      places,
      citations.map(({ region }) => region),
    ),
  ]
  return quoting(citations, notices, [...lead, ...(nearest ? [say('nearest')] : [])], places.length === 0)
}

/** Of rules that are quoted: that they were replaced, and once that nobody knows which of two applies. */
const ofRules = (notices: Notice[]): Notice[] => [
  ...notices.filter(({ code }) => code === 'superseded'),
  ...notices.filter(({ code }) => code === 'date-unknown').slice(0, 1),
]

/** Of two rules of which either may hold on the day the one that is not quoted yet. */
function otherOnes(corpus: Corpus, book: Book, citations: Citation[], on: string): Citation[] {
  const open = restingOn(book, citations).filter((one) => standingOf(corpus, book, one, on) === 'open')
  return book.provisions
    .filter((other) =>
      open.some(({ rule }) => rule.replaces.includes(other.rule.id) || other.rule.replaces.includes(rule.id)),
    )
    .flatMap((other) => citationsFor(corpus, book, other, on))
}

const restingOn = ({ provisions }: Book, citations: Citation[]): Provision[] =>
  provisions.filter(({ documentId, rule }) =>
    rule.clauses.some(({ clause, quote }) =>
      citations.some((one) => one.id === `${documentId}/${clause}` && one.quote.includes(quote)),
    ),
  )

/** Whether awards add up, as the documents of the place say it. */
export function stackingAnswer(corpus: Corpus, book: Book, documentIds: string[], on: string): Answer | null {
  const citations = documentIds.flatMap((id) => stackingCitation(corpus, book, [id], on))
  if (citations.length === 0) return null
  return quoting(
    citations,
    citations.flatMap(({ documentId }) => documentNotices(corpus, documentId, on)),
  )
}

/** The clause that a message names to the letter, whole. */
export function wholeClause(
  corpus: Corpus,
  book: Book,
  hits: Hit[],
  { question, day: on }: { question: string; day: string },
): Answer | null {
  const [first] = hits
  const document = first === undefined ? undefined : findDocument(corpus, first.documentId)
  if (first === undefined || document === undefined) return null
  const number = /[^\s，。？“”]*〔\d{4}〕\d+号/u.exec(question)?.[0] ?? null
  const clause = document.clauses.find(({ id }) => id === first.clauseId)
  const sentence =
    number === null || clause === undefined
      ? undefined
      : sentencesIn(clause).find((one) => /〔\d{4}〕/u.test(one))
  const citation = cite(document, first.clauseId, sentence === undefined ? [] : [sentence], on)
  return quoting(
    [citation],
    [
      ...documentNotices(corpus, first.documentId, on),
      ...noticesFor(corpus, book, restingOn(book, [citation]), on).filter(
        ({ code }) => code === 'superseded',
      ),
    ],
  )
}

/** Sentences are quoted until they answer the question with this likelihood, as long as they are not much worse than the best. */
const ANSWERED = 0.8
const NEARLY = 0.2
const MOST_QUOTED = 3

function bestSentences(sentences: Ranked[], question: string): Ranked[] {
  const scored = sentences
    .filter(({ score, sentence }) => score >= ENOUGH && !namesResponsible(sentence))
    .map((one) => ({ ...one, score: one.score * emphasis(question, one.sentence) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  if (best === undefined) return []
  let sum = 0
  return scored.slice(0, MOST_QUOTED).filter(({ score }) => {
    const isWanted = sum < ANSWERED && score >= best.score * NEARLY
    sum += score
    return isWanted
  })
}

/** Who is responsible for a clause answers only that question. */
export const namesResponsible = (sentence: string): boolean => /^[（(](?:牵头|责任)单位/u.test(sentence)

/** A number is looked for where a number stands, a target where one is set. */
function emphasis(question: string, sentence: string): number {
  const number =
    /多少|几/u.test(question) &&
    quantities(sentence).some(({ kind }) => kind === 'count' || kind === 'percent')
  const target =
    /打算|计划|目标|预计|估计|原来|当年/u.test(question) && /力争|到20\d\d年|达到|20\d\d年，/u.test(sentence)
  return (number ? 1.5 : 1) * (target ? 1.5 : 1)
}
