import { type Calculated, calculatedAnswer } from './answer/calculated.ts'
import { proved } from './answer/check.ts'
import { clauseAnswer, stackingAnswer, wholeClause } from './answer/clauses.ts'
import * as fixed from './answer/fixed.ts'
import { listingAnswer } from './answer/listing.ts'
import { authorityAnswer, validityAnswer } from './answer/provenance.ts'
import type { Answer, Reply } from './answer/reply.ts'
import { sideBySide } from './answer/side-by-side.ts'
import { tellMasked, tellUnread, tellUnsaved } from './answer/storage.ts'
import { type Corpus, findDocument } from './corpus/corpus.ts'
import { statusesOn } from './corpus/document.ts'
import { casesOf, factsSaid } from './dialogue/case.ts'
import { type ConversationState, EMPTY_STATE } from './dialogue/conversation.ts'
import { type DayPart, dayPartsOf } from './dialogue/day.ts'
import { type Lexicon, readLexicon } from './dialogue/lexicon.ts'
import { mask, withoutMasks } from './dialogue/mask.ts'
import { normalise, saysNothing } from './dialogue/normalise.ts'
import { numbersIn } from './dialogue/numbers.ts'
import { outOfScope } from './dialogue/scope.ts'
import { type Topic, topicOfSentence } from './dialogue/topic.ts'
import { type Understanding, understand } from './dialogue/understand.ts'
import { type Wanted, wantedIn } from './dialogue/wanted.ts'
import { type Book, findProvision } from './entitlements/book.ts'
import { calculate } from './entitlements/calculate.ts'
import { said } from './entitlements/fact.ts'
import { Problem } from './errors.ts'
import type { ClauseIndex, Hit } from './retrieval/clause-index.ts'
import { search } from './retrieval/search.ts'
import { type Ranked, rankSentences } from './retrieval/sentences.ts'
import { keyOf } from './store/conversations.ts'
import type { ResilientStore } from './store/resilient.ts'

export interface Message {
  message: string
  conversationId?: string | undefined
  region?: string | undefined
  asOf?: string | undefined
}
export type Respond = (message: Message) => Promise<Reply>

export interface RespondDeps {
  corpus: Corpus
  book: Book
  index: ClauseIndex
  conversations: Pick<ResilientStore, 'find' | 'append'>
  now: () => Date
  today: () => string
  newId: () => string
  defaultRegion: string
  /** Told how many figures of a reply had no source; that reply went out in the calculation's own words. */
  onStray?: ((figures: number) => void) | undefined
}

/** Of turns of one conversation at once each sees the one before: how often one may find that it came second. */
const MOST_ATTEMPTS = 20

/**
 * One message in, one Reply out; what is replied is stored before. Throws a `not-found` Problem for a conversation
 * that does not exist.
 */
export function createRespond(deps: RespondDeps): Respond {
  const { conversations, now, today, newId, defaultRegion } = deps
  const lexicon = readLexicon(deps.corpus, deps.book)
  const turning = { ...deps, book: lexicon.book, lexicon }
  return async ({ message, conversationId, region, asOf }) => {
    const [id, replyId] = [conversationId ?? newId(), newId()]
    const key = await keyOf(id)
    const masked = mask(message)
    const text = normalise(masked.text)
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const before =
        conversationId === undefined ? { state: EMPTY_STATE, turns: 0 } : await conversations.find(key)
      if (before === undefined) throw new Problem('not-found', '没有这个会话')
      const { state, turns, unread = false } = { unread: false, ...before }
      const on = { text, region: region ?? defaultRegion, asOf: asOf ?? today(), state }
      const { answer, next } = await turn(turning, on)
      const sound = proved(answer, text, deps.onStray)
      const reply = masked.masked ? tellMasked(sound) : sound
      if (unread) return { conversationId: id, replyId, ...tellUnread(reply) }
      const stored = { number: turns + 1, at: now().getTime(), replyId, message: masked.text, reply }
      const outcome = await conversations.append(key, stored, next)
      if (outcome === 'taken') continue
      return { conversationId: id, replyId, ...(outcome === 'unsaved' ? tellUnsaved(reply) : reply) }
    }
    throw new Problem('unavailable', '这个会话同时收到太多消息，请稍后再试')
  }
}

interface TurnInput {
  text: string
  region: string
  asOf: string
  state: ConversationState
  /** One of several days that the message asks about. */
  part?: DayPart
}

/** 我想问下补贴: too little to look anything up with. */
const SHORT = 8

/** The steps of one turn, in order; each may end it. */
interface TurnDeps extends RespondDeps {
  lexicon: Lexicon
}

async function turn(deps: TurnDeps, input: TurnInput): Promise<Turn> {
  const { corpus, book } = deps
  const { text, state } = input
  const asked = wantedIn(text)
  if (saysNothing(withoutMasks(text))) return { answer: fixed.empty(), next: state }
  if (asked.human) return { answer: fixed.human(), next: state }
  const scope = outOfScope(text)
  if (scope !== null) return { answer: fixed.outside(scope, corpus), next: state }
  if (asked.courtesy) return { answer: fixed.greeting(corpus), next: state }

  const parts = input.part === undefined ? dayPartsOf(text, input.asOf) : []
  if (parts.length > 1) {
    const turns = await Promise.all(parts.map((part) => turn(deps, { ...input, part })))
    const answers = turns.map(({ answer }, i) => ({ label: parts[i]?.day ?? '', answer }))
    const last = turns.at(-1)
    if (last !== undefined && answers.every(({ answer }) => answer.calculations.length > 0)) {
      const results = turns.flatMap(({ next }) => next.results.slice(-1))
      const next = { ...last.next, results }
      if (!asked.total) return { answer: sideBySide(answers), next }
      const manner = { ...asked, day: parts.at(-1)?.day ?? input.asOf, places: [], namedPlace: false }
      return { answer: calculatedAnswer(corpus, book, resultsOf(deps, results), manner), next }
    }
  }
  const named = understand(corpus, deps.lexicon, input)
  const understood = {
    ...named,
    topics:
      named.topics.length > 0
        ? named.topics
        : retrieved(deps, named, named.followsUp && named.tells ? wantedIn(state.asked) : asked),
  }
  const { topics, elsewhere, unheld } = understood
  const told = understood.tells && understood.previous !== '' && numbersIn(text).length === 0
  const repeats =
    told ||
    (understood.followsUp && asked.unknown) ||
    (understood.elliptic && !asked.asksAmount && !asked.ofMoney)
  const wanted = repeats ? { ...wantedIn(state.asked), unknown: asked.unknown } : asked
  const places = understood.places.map(({ name }) => name)
  const next = remember(understood, input)
  if (unheld !== null && topics.length === 0) return { answer: fixed.otherPlace(corpus, unheld), next }
  if (understood.asksNothing && state.question === '') {
    const preface = `${state.preface}，${text}`.slice(-500)
    return { answer: fixed.whatAbout(places.join('、')), next: { ...next, preface } }
  }

  if (wanted.about === 'list' && !understood.isSpecific) {
    if (places.length === 0) return { answer: fixed.whichPlace(fixed.heldRegions(corpus)), next }
    const answer = listed(deps, understood, wanted, state)
    if (answer !== null) return { answer, next }
  }
  const sourced =
    wanted.about === 'amount' || wanted.about === 'list' ? null : await fromText(deps, understood, wanted)
  if (sourced !== null) return { answer: sourced, next }
  if (topics.length === 0 && elsewhere.length > 0 && isSilent(deps, understood)) {
    return { answer: fixed.notProvided(corpus, places, elsewhere), next }
  }
  const stacking =
    wanted.stacks && topics.length === 0
      ? stackingAnswer(corpus, book, documentsAsked(corpus, understood), understood.day)
      : null
  if (stacking !== null) return { answer: stacking, next }
  if (topics.length === 0 && places.length === 0 && text.length <= SHORT)
    return { answer: fixed.empty(), next }
  if (
    topics.length === 0 &&
    places.length === 0 &&
    understood.named.length === 0 &&
    wanted.asksAmount &&
    !wanted.unknown
  )
    return { answer: fixed.whichPlace(fixed.heldRegions(corpus)), next }
  if (topics.length === 0) {
    const quoted = clauseAnswer(corpus, book, {
      sentences: spoken(corpus, understood),
      provisions: [],
      question: withoutPlaces(understood),
      day: understood.day,
      places,
      nearest: wanted.asksAmount,
    })
    return { answer: quoted ?? fixed.nothingFound(corpus), next }
  }

  const facts = { ...state.facts, ...factsSaid(understood) }
  const regions = [...new Set(topics.map(({ provision }) => provision.region))]
  if (places.length === 0 && regions.length > 1 && !wanted.unknown) {
    return { answer: fixed.whichPlace(regions), next: { ...next, facts } }
  }
  const cases =
    addedUp(understood, asked, state) ?? topics.flatMap((topic) => casesFor(deps, topic, understood, state))
  const manner = { ...wanted, day: understood.day, places, namedPlace: understood.narrowed }
  const answer = calculatedAnswer(corpus, book, resultsOf(deps, cases), manner)
  return { answer, next: { ...next, facts, results: kept(deps, cases, asked, state) } }
}

type Case = ConversationState['results'][number]

/** 加起来呢, after several answers: all of them. */
function addedUp(
  { followsUp, text }: Understanding,
  { total }: Wanted,
  { results }: ConversationState,
): Case[] | null {
  const numbers = numbersIn(text).filter(({ value }) => !value.min?.eq(String(results.length)))
  return total && followsUp && results.length > 1 && numbers.length === 0 ? results : null
}

/** As many as one conversation adds up. */
const MOST_RESULTS = 8

/** What was calculated in this document so far; a correction replaces the last. */
function kept(deps: TurnDeps, cases: Case[], { corrects }: Wanted, { results }: ConversationState): Case[] {
  const documentOf = ({ provision }: Case) => findProvision(deps.book, provision)?.documentId
  const same = results.filter((one) => documentOf(one) === documentOf(cases[0] ?? one))
  const before = (corrects ? same.slice(0, -1) : same).filter(
    (one) => !cases.some((other) => JSON.stringify(other) === JSON.stringify(one)),
  )
  return [...before, ...cases].slice(-MOST_RESULTS)
}

/** One provision for each case that the message states. */
const casesFor = (
  { corpus }: RespondDeps,
  topic: Topic,
  understood: Understanding,
  state: ConversationState,
): Case[] =>
  casesOf(corpus, topic, understood, state).map((facts) => ({ provision: topic.provision.rule.id, facts }))

function resultsOf({ book }: RespondDeps, cases: Case[]): Calculated[] {
  return cases.flatMap(({ provision: id, facts }) => {
    const provision = findProvision(book, id)
    if (provision === undefined) return []
    return calculate(provision, said(facts)).map((calculation) => ({ provision, calculation }))
  })
}

/** Everything that the facts do not exclude, for whoever asks, in the documents of the place. */
function listed(deps: RespondDeps, understood: Understanding, wanted: Wanted, state: ConversationState) {
  const { corpus, book } = deps
  const { day, recipients } = understood
  const cases = understood.available
    .filter(({ rule }) => recipients.includes(rule.recipient) && rule.kind !== 'duty')
    .flatMap((provision) => casesFor(deps, { provision, words: [] }, understood, state))
  const places = understood.places.map(({ name }) => name)
  return listingAnswer(corpus, book, resultsOf(deps, cases), { ...wanted, day, places, namedPlace: false })
}

interface Turn {
  answer: Answer
  next: ConversationState
}

function remember(understood: Understanding, { asOf, state }: TurnInput): ConversationState {
  const { places, day, topics, elsewhere } = understood
  const named = topics.length + elsewhere.length > 0
  const question = named ? understood.question : understood.tells ? state.question : understood.text
  // 贵州来的学生到金华: the place that a rule was found for outlasts one that no document holds for.
  const found = places.findLast(({ name }) => topics.some(({ provision }) => provision.region === name))
  const place = (found ?? places.at(-1))?.name ?? state.place
  const asked = understood.tells || understood.elliptic ? state.asked : understood.text
  const questions =
    place === null || question === '' ? state.questions : { ...state.questions, [place]: question }
  return { ...state, place, day: day === asOf ? state.day : day, question, questions, asked }
}

/** Who is responsible, whether a text still holds, what it demands: answered from the text, never computed. */
async function fromText(
  deps: RespondDeps,
  understood: Understanding,
  wanted: Wanted,
): Promise<Answer | null> {
  const { corpus, book } = deps
  const { text, question, day, topics } = understood
  const provisions = topics.map(({ provision }) => provision)
  if (wanted.about === 'validity') return validityAnswer(corpus, documentsAsked(corpus, understood), day)
  if (wanted.about === 'clause') return wholeClause(corpus, await found(deps, understood), text, day)
  const sentences = spoken(corpus, understood)
  const places = understood.places.map(({ name }) => name)
  const clauses = provisions.flatMap(({ documentId, rule }) =>
    rule.clauses.map(({ clause }) => `${documentId}/${clause}`),
  )
  if (wanted.about === 'authority')
    return authorityAnswer(corpus, sentences, { question: `${question} ${text}`, day, places, clauses })
  return clauseAnswer(corpus, book, {
    sentences,
    provisions,
    question: withoutPlaces(understood),
    day,
    places,
  })
}

/** The clauses that speak of the question, within the documents it is about or those of its places. */
async function found({ corpus, index }: RespondDeps, understood: Understanding): Promise<Hit[]> {
  const { text, question } = understood
  const documentIds = documentsAsked(corpus, understood)
  const query = text.length >= question.length ? text : `${question} ${text}`
  return search(corpus, index, query, { limit: 12, ...(documentIds.length > 0 ? { documentIds } : {}) })
}

/** The sentences that speak of the question, in the same documents; a follow-up is read with what it follows. */
function spoken(corpus: Corpus, understood: Understanding): Ranked[] {
  const { previous, followsUp, elliptic, places } = understood
  const text = withoutPlaces(understood)
  const goesOn = followsUp || elliptic
  const asked = goesOn ? `${withoutPlaces({ text: previous, places })} ${text}` : text
  return rankSentences(corpus, documentsAsked(corpus, understood), asked)
}

/** How sure the sentence must be whose provision is computed though nothing named it, and how far before the next. */
const SURE = 0.4
const AHEAD = 1.15

/** The provision of the sentence that answers a question about a sum in words that no alias knows. */
function retrieved(deps: TurnDeps, understood: Understanding, { asksAmount, about }: Wanted): Topic[] {
  const { places, told, available } = understood
  if (!asksAmount || about !== 'amount' || places.length !== 1) return []
  const [best, second] = spoken(deps.corpus, understood)
  if (best === undefined || best.score < SURE || best.score < AHEAD * (second?.score ?? 0)) return []
  const topic = topicOfSentence(told, best, available)
  return topic === null ? [] : [topic]
}

/** That a place's documents do not regulate a matter is said only where they do not even hold its words. */
function isSilent({ corpus, lexicon }: TurnDeps, { elsewhere, places, told }: Understanding): boolean {
  const held = places.flatMap(({ name }) => fixed.documentsFor(corpus, name))
  const clauses = held.flatMap((id) => findDocument(corpus, id)?.clauses ?? [])
  const words = elsewhere.flatMap((topic) => topic.words).filter((word) => told.includes(word))
  return words.some((word) => !clauses.some(({ text }) => lexicon.canonical(text).includes(word)))
}

/** The name of the place stands in every document of it and says nothing of the matter. */
const withoutPlaces = ({ text, places }: Pick<Understanding, 'text' | 'places'>): string =>
  places.reduce((left, { word }) => left.replaceAll(word, ''), text)

/** Named, or those of the provisions asked about, or those of the place, as far as they hold on the day. */
function documentsAsked(corpus: Corpus, { named, topics, elsewhere, places, day }: Understanding): string[] {
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
