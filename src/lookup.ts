import { clauseAnswer, namesResponsible, stackingAnswer, wholeClause } from './answer/clauses.ts'
import * as fixed from './answer/fixed.ts'
import { ASKS_FUNDING, fundingOf, ofClause } from './answer/funding.ts'
import { lossLead } from './answer/loss.ts'
import { authorityAnswer, originAnswer, validityAnswer } from './answer/provenance.ts'
import type { Answer } from './answer/reply.ts'
import { type Corpus, findDocument, type PolicyDocument } from './corpus/corpus.ts'
import { statusesOn } from './corpus/document.ts'
import { chain } from './corpus/region.ts'
import { isWhole, OF_CLAUSE, pointsAtDocument, pointsBack } from './dialogue/asking.ts'
import { asksOfOldTitle, asksOfRule } from './dialogue/holding.ts'
import type { Lexicon } from './dialogue/lexicon.ts'
import { nearness } from './dialogue/nearness.ts'
import { asksOfLoss } from './dialogue/no-sum.ts'
import { withoutOthers } from './dialogue/other-places.ts'
import { withoutPlaces } from './dialogue/place.ts'
import { speaksAlone } from './dialogue/speaks-alone.ts'
import { textQuestionsIn } from './dialogue/text-questions.ts'
import type { Understanding } from './dialogue/understand.ts'
import { asksWhoAndMore, type Wanted } from './dialogue/wanted.ts'
import { withoutSum } from './dialogue/without-sum.ts'
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
  const { text, day, topics } = understood
  const provisions = topics.map(({ provision }) => provision)
  if (wanted.about === 'validity') {
    const ofRule = ruleStillHolds(deps, understood, wanted)
    if (ofRule !== null) return ofRule
    const isOne = understood.places.length < 2
    const ids = isOne ? documentsAsked(corpus, understood) : ownDocuments(corpus, understood)
    return validityAnswer(corpus, ids, day)
  }
  const isOfOwn = understood.named.length > 0 || topics.length === 0
  if (wanted.about === 'origin' && (isOfOwn || (understood.followsUp && pointsAtDocument(text))))
    return originAnswer(corpus, ownDocuments(corpus, understood), day)
  if (wanted.about === 'clause')
    return wholeClause(corpus, book, await found(deps, understood), { question: text, day })
  const sentences =
    understood.places.length > 1
      ? ofEachPlace(corpus, understood)
      : understood.named.length > 1
        ? ofEachDocument(corpus, understood)
        : ofEachQuestion(
            corpus,
            understood,
            spoken(corpus, wanted.about === 'text' ? inAnyDocument(understood) : understood),
          )
  const places = understood.places.map(({ name }) => name)
  const goesOn = understood.cited.length > 0 && (understood.followsUp || pointsBack(text))
  const clauses =
    goesOn && pointsBack(text)
      ? understood.cited.slice(0, 1)
      : provisions.flatMap(({ documentId, rule }) =>
          rule.clauses.map(({ clause }) => `${documentId}/${clause}`),
        )
  const granted = pointsBack(text) ? ofClause(understood.cited[0], provisions) : provisions
  const funding =
    wanted.about === 'text' && goesOn && ASKS_FUNDING.test(understood.typed)
      ? fundingOf(corpus, understood.cited.slice(0, 1), understood.typed, granted)
      : []
  if (funding.length > 0)
    return clauseAnswer(corpus, book, { sentences: funding, provisions: [], question: text, day, places })
  // 单位名单念一下: where the line that names them is the likeliest answer.
  const namesWho = wanted.about === 'text' && WHO.test(text) && namesResponsible(sentences[0]?.sentence ?? '')
  if (wanted.about === 'authority' || namesWho)
    return authorityAnswer(corpus, ofAsked(corpus, understood, sentences), {
      day,
      places,
      clauses,
      goesOn: understood.followsUp && !speaksAlone(understood, rankedAlone(corpus, understood)),
      more: asksWhoAndMore(text),
    })
  return clauseAnswer(corpus, book, {
    sentences,
    provisions,
    question: withoutPlaces(understood),
    day,
    places,
    lead: asksOfLoss(text) ? lossLead(corpus, documentsAsked(corpus, understood)) : [],
  })
}

/** 方案里那二十万作废了没: the rule that regulates it, and how long its document holds where that is printed. */
function ruleStillHolds(
  { corpus, book }: LookupDeps,
  understood: Understanding,
  wanted: Wanted,
): Answer | null {
  const { typed, topics, named, places, day, followsUp } = understood
  if ((followsUp && !asksOfOldTitle(typed)) || !asksOfRule(typed)) return null
  const provisions = followsUp ? [] : topics.map(({ provision }) => provision)
  const [best, second] = provisions.length > 0 ? [] : spoken(corpus, understood)
  const standsOut = best !== undefined && best.score >= SLIGHT && best.score >= CLEAR * (second?.score ?? 0)
  if (provisions.length === 0 && !standsOut) return null
  return clauseAnswer(corpus, book, {
    sentences: standsOut ? [{ ...best, score: 1 }] : [],
    provisions,
    question: withoutPlaces(understood),
    day,
    places: places.map(({ name }) => name),
    pointsAtEarlier: wanted.earlier || named.length > 0 || NAMES_YEAR.test(typed),
    holds: true,
  })
}

const NAMES_YEAR = /20\d\d年/u
/** Less likely than this nothing is meant. */
const SLIGHT = 0.1
/** So much likelier than the next one a sentence stands out. */
const CLEAR = 3

/** 首席和特级的工资: a title that one document has an award for may be regulated in another of the place. */
const inAnyDocument = (understood: Understanding): Understanding =>
  understood.places.length === 1 && understood.named.length === 0 && !understood.followsUp
    ? { ...understood, topics: [] }
    : understood

/** Who is responsible for a provision is told by its own document alone. */
function ofAsked(corpus: Corpus, understood: Understanding, sentences: Ranked[]): Ranked[] {
  const { day } = understood
  const ids = documentsAsked(corpus, understood).filter((id) => !isLater(corpus, id, day))
  return ids.length === 0 ? sentences : sentences.filter(({ document }) => ids.includes(document.meta.id))
}

const WHO = /谁|部门|(?<![我咱俺他]们?|兄弟|用人|培养|别的)单位|局|哪[几两]?[家个](?!口|盘|钱)/u

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
  const named = documentsAsked(corpus, understood)
  const beside = understood.named.length > 0 ? [] : documentsOf(corpus, understood)
  const ids = [...new Set([...named, ...beside])]
  const text = withoutPlaces({ text: understood.typed, places })
  const near = nearness(corpus, places, understood)
  const weightOf = (document: PolicyDocument) =>
    near(document) * (named.includes(document.meta.id) ? 1 : BESIDE)
  // 那涨工资那条呢: what the question before was about says nothing of another clause.
  const goesOn = (elliptic && !OF_CLAUSE.test(text)) || (!elliptic && followsUp && !isWhole(understood.text))
  if (elliptic && restated !== null)
    return rankSentences(corpus, ids, withoutPlaces({ text: restated, places }), weightOf)
  const alone = rankSentences(corpus, ids, text, weightOf)
  if (!goesOn || (!elliptic && speaksAlone(understood, alone))) return alone
  // What the question before asked of its matter says nothing of what is asked of it now.
  const before = withoutSum(withoutPlaces({ text: previous, places }))
  return rankSentences(corpus, ids, `${before} ${text}`, weightOf)
}

const rankedAlone = (corpus: Corpus, understood: Understanding): Ranked[] =>
  rankSentences(
    corpus,
    documentsAsked(corpus, understood),
    withoutPlaces({ ...understood, text: understood.typed }),
  )

/** What the clause that was just quoted says besides: 要培育多少人, after who is responsible for it. */
export function besides(corpus: Corpus, { cited, followsUp, text, typed }: Understanding): Ranked[] {
  const [clause] = cited
  if (!followsUp || isWhole(text) || clause === undefined) return []
  return rankSentences(corpus, [], typed)
    .filter(({ clauseId, sentence }) => clauseId === clause && !namesResponsible(sentence))
    .slice(0, 1)
    .map((one) => ({ ...one, score: 1 }))
}

/** How likely a sentence of another document of the place answers where words name a provision of this one. */
const BESIDE = 0.5

/** 包头和武侯各隔多久评一次: the best of each place before all others. */
function ofEachPlace(corpus: Corpus, understood: Understanding): Ranked[] {
  return understood.places.flatMap((place) => {
    const others = understood.places.filter((other) => other !== place)
    const [best] = spoken(corpus, {
      ...understood,
      typed: withoutOthers(understood.typed, others),
      topics: [],
      places: [place],
      named: fixed.documentsFor(corpus, place.name),
    })
    return best === undefined ? [] : [best]
  })
}

/** 多久办一回？一批去几个？: the sentence that answers each question of a message, where they are two or more. */
function ofEachQuestion(corpus: Corpus, understood: Understanding, sentences: Ranked[]): Ranked[] {
  const questions = textQuestionsIn(understood.typed)
  if (questions.length < 2) return sentences
  const found = questions.flatMap((typed) => {
    const [best] = spoken(corpus, { ...understood, typed, text: typed, followsUp: false, elliptic: false })
    return best === undefined || best.score < ANSWERS ? [] : [best]
  })
  const each = [...found, ...sentences.slice(0, 1)].filter(
    (one, i, all) => all.findIndex(({ sentence }) => sentence === one.sentence) === i,
  )
  if (each.length < 2 || each.length > questions.length) return sentences
  return each.map((one) => ({ ...one, score: SHARE / each.length }))
}

/** As likely as this a sentence answers a question that stands beside another. */
const ANSWERS = 0.45
/** Sentences that together answer: none of them is enough. */
const SHARE = 0.7

/** 2021年那份和2025年这份各怎么说: the best of each document that is named. */
function ofEachDocument(corpus: Corpus, understood: Understanding): Ranked[] {
  return understood.named.flatMap((id) => {
    const [best] = spoken(corpus, { ...understood, topics: [], named: [id] })
    return best === undefined ? [] : [best]
  })
}

/** The documents asked about, without wider ones beside those of the place itself. */
function ownDocuments(corpus: Corpus, understood: Understanding): string[] {
  const ids = documentsAsked(corpus, understood)
  const weightOf = nearness(corpus, understood.places, understood)
  const own = ids.filter((id) => {
    const document = findDocument(corpus, id)
    return document !== undefined && weightOf(document) === 1
  })
  return understood.named.length > 0 || own.length === 0 ? ids : own
}

/** Named, or those of the provisions asked about, or those of the place, as far as they hold on the day. */
export function documentsAsked(
  corpus: Corpus,
  { named, topics, elsewhere, places, day }: Understanding,
): string[] {
  const asked = topics.length > 0 || places.length > 0 ? topics : elsewhere
  const ids = [...new Set([...named, ...asked.map(({ provision }) => provision.documentId)])]
  // 包头的方案、金华的意见: each place that is asked about beside one whose document is named.
  const covered = ids.flatMap((id) => findDocument(corpus, id)?.meta.region.name ?? [])
  const left = places.filter(({ name }) => !chain(corpus.regions, name).some((one) => covered.includes(one)))
  if (ids.length > 0 && (topics.length > 0 || left.length === 0)) return ids
  return [...new Set([...ids, ...documentsOf(corpus, { places: left, day })])]
}

/** The documents of places that hold on the day or did before it. */
function documentsOf(corpus: Corpus, { places, day }: Pick<Understanding, 'places' | 'day'>): string[] {
  return places
    .flatMap(({ name }) => fixed.documentsFor(corpus, name))
    .filter((id) => !isLater(corpus, id, day))
}

function isLater(corpus: Corpus, id: string, day: string): boolean {
  const meta = findDocument(corpus, id)?.meta
  return meta === undefined || statusesOn(meta, day).includes('not-yet')
}

/** 我想问下补贴: too little to look anything up with. */
const SHORT = 8

/** No provision was recognised: whether awards add up, a question back, or the sentences nearest to the question. */
export function nearest(
  deps: LookupDeps,
  understood: Understanding,
  { stacks, asksAmount, unknown }: Wanted,
): Answer {
  const { corpus, book } = deps
  const { text, day, named } = understood
  const places = understood.places.map(({ name }) => name)
  const stacking = stacks ? stackingAnswer(corpus, book, documentsAsked(corpus, understood), day) : null
  if (stacking !== null) return stacking
  if (places.length === 0 && text.length <= SHORT) return fixed.empty()
  if (places.length === 0 && named.length === 0 && asksAmount && !unknown)
    return fixed.whichPlace(fixed.heldRegions(corpus))
  const asked = { provisions: [], question: withoutPlaces(understood), day, places, nearest: asksAmount }
  return (
    clauseAnswer(corpus, book, { ...asked, sentences: spoken(corpus, understood) }) ??
    clauseAnswer(corpus, book, { ...asked, sentences: besides(corpus, understood) }) ??
    fixed.nothingFound(corpus)
  )
}
