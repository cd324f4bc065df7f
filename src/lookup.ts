import { clauseAnswer, namesResponsible, wholeClause } from './answer/clauses.ts'
import * as fixed from './answer/fixed.ts'
import { ASKS_FUNDING, fundingOf } from './answer/funding.ts'
import { authorityAnswer, validityAnswer } from './answer/provenance.ts'
import type { Answer } from './answer/reply.ts'
import { type Corpus, findDocument } from './corpus/corpus.ts'
import { statusesOn } from './corpus/document.ts'
import { isWhole, OF_CLAUSE, pointsBack } from './dialogue/asking.ts'
import type { Lexicon } from './dialogue/lexicon.ts'
import { LIKELY } from './dialogue/meaning.ts'
import { withoutPlaces } from './dialogue/place.ts'
import type { Understanding } from './dialogue/understand.ts'
import type { Wanted } from './dialogue/wanted.ts'
import type { Book } from './entitlements/book.ts'
import type { ClauseIndex, Hit } from './retrieval/clause-index.ts'
import { search } from './retrieval/search.ts'
import { type Ranked, rankSentences } from './retrieval/sentences.ts'

export interface LookupDeps {
  corpus: Corpus
  book: Book
  index: ClauseIndex
  lexicon: Lexicon
}

/** Who is responsible, whether a text still holds, what it demands: answered from the text, never computed. */
export async function fromText(
  deps: LookupDeps,
  understood: Understanding,
  wanted: Wanted,
): Promise<Answer | null> {
  const { corpus, book } = deps
  const { text, question, day, topics } = understood
  const provisions = topics.map(({ provision }) => provision)
  if (wanted.about === 'validity') return validityAnswer(corpus, documentsAsked(corpus, understood), day)
  if (wanted.about === 'clause') return wholeClause(corpus, await found(deps, understood), text, day)
  const sentences =
    understood.places.length > 1
      ? ofEachPlace(corpus, understood)
      : spoken(corpus, wanted.about === 'text' ? inAnyDocument(understood) : understood)
  const places = understood.places.map(({ name }) => name)
  const goesOn = understood.cited.length > 0 && (understood.followsUp || pointsBack(text))
  const clauses =
    goesOn && pointsBack(text)
      ? understood.cited.slice(0, 1)
      : provisions.flatMap(({ documentId, rule }) =>
          rule.clauses.map(({ clause }) => `${documentId}/${clause}`),
        )
  const funding =
    wanted.about === 'text' && goesOn && ASKS_FUNDING.test(understood.typed)
      ? fundingOf(corpus, understood.cited.slice(0, 1), understood.typed, provisions)
      : []
  if (funding.length > 0)
    return clauseAnswer(corpus, book, { sentences: funding, provisions: [], question: text, day, places })
  // 单位名单念一下: where the line that names them is the likeliest answer.
  const namesWho = wanted.about === 'text' && WHO.test(text) && namesResponsible(sentences[0]?.sentence ?? '')
  if (wanted.about === 'authority' || namesWho)
    return authorityAnswer(corpus, sentences, { question: `${question} ${text}`, day, places, clauses })
  return clauseAnswer(corpus, book, {
    sentences,
    provisions,
    question: withoutPlaces(understood),
    day,
    places,
  })
}

/** 首席和特级的工资: a title that one document has an award for may be regulated in another of the place. */
const inAnyDocument = (understood: Understanding): Understanding =>
  understood.places.length === 1 && understood.named.length === 0 && !understood.followsUp
    ? { ...understood, topics: [] }
    : understood

const WHO = /谁|部门|单位|局|哪[几两]?[家个](?!口|盘|钱)/u

/** The clauses that speak of the question, within the documents it is about or those of its places. */
async function found({ corpus, index }: LookupDeps, understood: Understanding): Promise<Hit[]> {
  const { text, question } = understood
  const documentIds = documentsAsked(corpus, understood)
  const query = text.length >= question.length ? text : `${question} ${text}`
  return search(corpus, index, query, { limit: 12, ...(documentIds.length > 0 ? { documentIds } : {}) })
}

/** The sentences that speak of the question, in the same documents; a follow-up is read with what it follows. */
export function spoken(corpus: Corpus, understood: Understanding): Ranked[] {
  const { previous, restated, followsUp, elliptic, places } = understood
  const text = withoutPlaces({ text: understood.typed, places })
  // 那涨工资那条呢: what the question before was about says nothing of another clause.
  const goesOn = (elliptic && !OF_CLAUSE.test(text)) || (!elliptic && followsUp && !isWhole(understood.text))
  if (elliptic && restated !== null)
    return rankSentences(
      corpus,
      documentsAsked(corpus, understood),
      withoutPlaces({ text: restated, places }),
    )
  const asked = goesOn ? `${withoutPlaces({ text: previous, places })} ${text}` : text
  return rankSentences(corpus, documentsAsked(corpus, understood), asked)
}

/** What the clause that was just quoted says besides: 要培育多少人, after who is responsible for it. */
export function besides(corpus: Corpus, { cited, followsUp, text, typed }: Understanding): Ranked[] {
  const [clause] = cited
  if (!followsUp || isWhole(text) || clause === undefined) return []
  return rankSentences(corpus, [], typed)
    .filter(({ clauseId, sentence }) => clauseId === clause && !namesResponsible(sentence))
    .slice(0, 1)
    .map((one) => ({ ...one, score: 1 }))
}

/** 包头和武侯各隔多久评一次: the best of each place before all others. */
function ofEachPlace(corpus: Corpus, understood: Understanding): Ranked[] {
  return understood.places.flatMap(({ name }) => {
    const [best] = spoken(corpus, { ...understood, topics: [], named: fixed.documentsFor(corpus, name) })
    return best === undefined ? [] : [best]
  })
}

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
  return words.some((word) => !clauses.some(({ text }) => lexicon.canonical(text).includes(word)))
}

/** Named, or those of the provisions asked about, or those of the place, as far as they hold on the day. */
export function documentsAsked(
  corpus: Corpus,
  { named, topics, elsewhere, places, day }: Understanding,
): string[] {
  const asked = topics.length > 0 || places.length > 0 ? topics : elsewhere
  const ids = [...new Set([...named, ...asked.map(({ provision }) => provision.documentId)])]
  if (ids.length > 0) return ids
  return places
    .flatMap(({ name }) => fixed.documentsFor(corpus, name))
    .filter((id) => {
      const meta = findDocument(corpus, id)?.meta
      return meta !== undefined && !statusesOn(meta, day).includes('not-yet')
    })
}
