import { calculatedAnswer, type Manner } from './answer/calculated.ts'
import { proved } from './answer/check.ts'
import { tellContradictions } from './answer/contradiction.ts'
import * as fixed from './answer/fixed.ts'
import { listingAnswer } from './answer/listing.ts'
import { notPaidAnswer, tellPaid } from './answer/not-paid.ts'
import type { Answer, Reply } from './answer/reply.ts'
import { tellMasked, tellUnread, tellUnsaved } from './answer/storage.ts'
import type { Corpus } from './corpus/corpus.ts'
import { addedUp } from './dialogue/added-up.ts'
import { togetherWhereAlike } from './dialogue/alike.ts'
import { ASKS_WHICH, SAYS_WHO } from './dialogue/asking.ts'
import { casesOf, factsSaid, titlesSaid } from './dialogue/case.ts'
import { asOfAnother, withoutContrast } from './dialogue/compared.ts'
import { completed } from './dialogue/completed.ts'
import { contradictions } from './dialogue/contradiction.ts'
import { type ConversationState, EMPTY_STATE } from './dialogue/conversation.ts'
import { readLexicon } from './dialogue/lexicon.ts'
import { mask, withoutMasks } from './dialogue/mask.ts'
import { asksOfLoss } from './dialogue/no-sum.ts'
import { saysNothing } from './dialogue/normalise.ts'
import { ofOne } from './dialogue/of-one.ts'
import { asOneQuestion, openingWith } from './dialogue/opening.ts'
import { asksBesides } from './dialogue/orders.ts'
import { withOwnMatter } from './dialogue/own-matter.ts'
import { asksAsPerson, notPaid } from './dialogue/paid-to.ts'
import { partOfThem } from './dialogue/part-of-them.ts'
import { ofOneNumber, partPutRight } from './dialogue/part-put-right.ts'
import { isRatherQuoted } from './dialogue/rather-quoted.ts'
import { remember } from './dialogue/remember.ts'
import { amended, type Case, isAmong, isTakenBack, kept, pointedAt, split } from './dialogue/results.ts'
import { retitled } from './dialogue/retitled.ts'
import { manners, outOfScope, takesLeave } from './dialogue/scope.ts'
import { singledOut } from './dialogue/singled-out.ts'
import { toldIn } from './dialogue/told.ts'
import type { Topic } from './dialogue/topic.ts'
import { isOneMatter, type Understanding, understand } from './dialogue/understand.ts'
import { unreadCorrection } from './dialogue/unread.ts'
import { isAtStake, type Wanted } from './dialogue/wanted.ts'
import { wantedOf } from './dialogue/whole.ts'
import type { Book } from './entitlements/book.ts'
import { Problem } from './errors.ts'
import { fromText, type LookupDeps, nearest } from './lookup.ts'
import type { ClauseIndex } from './retrieval/clause-index.ts'
import { wholeOf } from './retrieval/sentences.ts'
import { caseByCase, dayByDay, resultsOf, type Turn, type TurnInput } from './several.ts'
import { isForeign, isSilent } from './silence.ts'
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
  // What is read once is read before the first question, not while somebody waits.
  outOfScope(deps.corpus, '包头带学徒补多少', false)
  wholeOf(deps.corpus, '包头带学徒补多少')
  return async ({ message, conversationId, region, asOf }) => {
    const [id, replyId] = [conversationId ?? newId(), newId()]
    const key = await keyOf(id)
    const masked = mask(message)
    const text = toldIn(deps.corpus, lexicon, masked.text)
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const before =
        conversationId === undefined ? { state: EMPTY_STATE, turns: 0 } : await conversations.find(key)
      if (before === undefined) throw new Problem('not-found', '没有这个会话')
      const { state, turns, unread = false } = { unread: false, ...before }
      const whole = asOneQuestion(text, state)
      const on = {
        text: state.question === '' ? text : asOfAnother(withoutContrast(text)),
        region: region ?? defaultRegion,
        asOf: asOf ?? today(),
        state,
        ...whole,
      }
      const { answer, next: kept } = await caseByCase(turning, on, turn)
      const cited = answer.citations.map(({ id }) => id)
      const opening = openingWith(text, state, turns === 0)
      const next = { ...kept, opening, ...(cited.length === 0 ? {} : { cited }) }
      const sound = proved(answer, on.text, deps.onStray)
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

/** The steps of one turn, in order; each may end it. */
async function turn(deps: LookupDeps, input: TurnInput): Promise<Turn> {
  const { corpus } = deps
  const { text, state } = input
  const asked = wantedOf(corpus, text)
  const ready = atOnce(corpus, text, asked, state.question !== '')
  if (ready !== null) return { answer: ready, next: withOwnMatter(corpus, text, state) }
  const byDay = input.part === undefined ? await dayByDay(deps, input, asked, turn) : null
  if (byDay !== null) return byDay

  const understood = understand(corpus, deps.lexicon, input)
  const { topics, elsewhere, unheld } = understood
  const wanted = completed(asked, understood, state)
  const ofDocument = wanted.about === 'validity' || wanted.about === 'origin'
  const places = understood.places.map(({ name }) => name)
  const next = remember(understood, input)
  // Orders around a real question change nothing of its answer.
  if (
    outOfScope(corpus, text, state.question !== '') === 'orders' &&
    (topics.length === 0 || !asksBesides(text))
  )
    return { answer: fixed.outside('orders', corpus), next: state }
  if (unheld !== null && topics.length === 0) return { answer: fixed.otherPlace(corpus, unheld), next }
  if (understood.asksNothing && state.question === '' && !ofDocument) {
    const preface = `${state.preface}，${text}`.slice(-500)
    return { answer: fixed.whatAbout(places.join('、')), next: { ...next, preface } }
  }

  const isOpenPlace = places.length === 0 && wanted.unknown && topics.length > 0
  const isOfOne = understood.isSpecific && !SAYS_WHO.test(text)
  if (wanted.about === 'list' && !isOfOne && !isOneMatter(understood) && !isOpenPlace) {
    if (places.length === 0) return { answer: fixed.whichPlace(fixed.heldRegions(corpus)), next }
    const answer = listed(deps, understood, wanted, state)
    if (answer !== null) return { answer, next }
  }
  const isText = understood.isTextual || (wanted.about !== 'amount' && wanted.about !== 'list')
  if (!ofDocument && wanted.about !== 'clause' && isForeign(deps, understood))
    return { answer: fixed.nothingFound(corpus), next }
  const isFailed = isText && isAtStake(wanted, text) && !asksOfLoss(text) && fails(deps, understood, state)
  const sourced = isText && !isFailed ? await fromText(deps, understood, wanted) : null
  if (sourced !== null)
    return {
      answer: sourced,
      next: { ...next, facts: { ...state.facts, ...titlesSaid(deps.book, understood, state) } },
    }
  if (topics.length === 0 && elsewhere.length > 0 && isSilent(deps, understood))
    return { answer: fixed.notProvided(corpus, places, elsewhere), next }
  if (topics.length === 0) return { answer: nearest(deps, understood, wanted), next }
  const computed = calculated(deps, understood, wanted, understood.settles ? wanted : asked, { state, next })
  const isRather = isRatherQuoted(topics, computed.answer.calculations, wanted, text)
  const quoted = isRather ? await fromText(deps, understood, { ...wanted, about: 'text' }) : null
  return quoted === null ? computed : { answer: quoted, next }
}

/** What needs no looking up; null where it does. 喂你好，经费是多少啊谢谢 is a question among courtesies. */
function atOnce(corpus: Corpus, text: string, asked: Wanted, goesOn: boolean): Answer | null {
  if (saysNothing(withoutMasks(text))) return fixed.empty()
  const manner = goesOn || (asked.asksAmount && asked.ofMoney) ? null : manners(corpus, withoutMasks(text))
  if (asked.human || manner?.human) return fixed.human()
  const scope = outOfScope(corpus, withoutMasks(text), goesOn)
  if (scope !== null && scope !== 'orders') return fixed.outside(scope, corpus)
  const leaves = goesOn && takesLeave(corpus, withoutMasks(text))
  return asked.courtesy || manner?.courtesy || leaves ? fixed.greeting(corpus) : null
}

function calculated(
  deps: LookupDeps,
  understood: Understanding,
  wanted: Wanted,
  asked: Wanted,
  { state, next }: { state: ConversationState; next: ConversationState },
): Turn {
  const { corpus, book } = deps
  const { topics } = understood
  const places = understood.places.map(({ name }) => name)
  const regions = [...new Set(topics.map(({ provision }) => provision.region))]
  if (places.length === 0 && regions.length > 1 && !wanted.unknown)
    return {
      answer: fixed.whichPlace(regions),
      next: { ...next, facts: { ...state.facts, ...factsSaid(understood) } },
    }
  const own = topics.flatMap((topic) => casesFor(deps, topic, understood, state))
  const righted = partPutRight(book, understood, asked, state)
  const unread = righted !== null ? null : unreadCorrection(book, understood, asked, own, state.last.cases)
  if (unread !== null) return { answer: fixed.whichFact(unread), next: state }
  const again =
    retitled(book, understood.told, state.last) ??
    (understood.settles && ofOneNumber(understood.told) ? righted?.cases : null) ??
    amended(understood, asked, own, state) ??
    righted?.cases ??
    split(book, understood, own, state) ??
    partOfThem(book, understood, own, state)
  // 走了10个 is told as it differs: what it comes to holds on.
  const [single, ...further] = again ?? own
  const known = single === undefined || further.length > 0 ? {} : single.facts
  const facts = { ...state.facts, ...factsSaid(understood), ...known }
  const pointed = pointedAt(understood, state)
  const all = again ?? pointed ?? addedUp(book, understood, asked, { state, own }) ?? own
  const cases = singledOut(book, understood.text, all)
  const asOne = all === own ? togetherWhereAlike(book, understood.text, cases) : cases
  const summed = wanted.total || (again !== null && state.last.summed)
  const manner: Manner = {
    ...wanted,
    total: summed,
    day: understood.day,
    places,
    namedPlace: understood.narrowed,
    nearest: understood.isNearest,
  }
  const figures = resultsOf(deps, ofOne(book, understood, asOne), wanted.perHead, cases)
  const computed = calculatedAnswer(corpus, book, figures, manner)
  const told = tellContradictions(computed, contradictions(book, understood.text, own, state))
  const quotes = computed.citations.map(({ quote }) => quote)
  const unpaid = notPaid(understood.text, computed.calculations, quotes)
  const paid = asksAsPerson(understood.text, computed.calculations) ? tellPaid(told) : told
  const answer = unpaid === null ? paid : notPaidAnswer(computed, unpaid)
  const others = state.results.filter(
    (one) => again === null || !isAmong(righted?.of ?? state.last.cases, one),
  )
  const corrects = again === null && (asked.corrects || isTakenBack(understood, own, state))
  const results = kept(book, cases, { corrects }, others)
  return {
    answer,
    next: { ...next, facts, results, last: { cases: pointed === null ? cases : state.last.cases, summed } },
  }
}

/** One provision for each case that the message states. */
const casesFor = (
  { corpus }: LookupDeps,
  topic: Topic,
  understood: Understanding,
  state: ConversationState,
): Case[] =>
  casesOf(corpus, topic, understood, state).map((facts) => ({ provision: topic.provision.rule.id, facts }))

/** 只签三个月，能算学徒不: whether one may is told by the condition that the facts fail. */
const fails = (deps: LookupDeps, understood: Understanding, state: ConversationState): boolean =>
  !understood.isTextual &&
  !ASKS_WHICH.test(understood.elliptic ? state.asked : understood.text) &&
  understood.topics.some(({ provision }) => provision.rule.kind === 'payment') &&
  resultsOf(
    deps,
    understood.topics.flatMap((topic) => casesFor(deps, topic, understood, state)),
  ).every(({ calculation }) => calculation.outcome === 'not-eligible')

/** Everything that the facts do not exclude, for whoever asks, in the documents of the place. */
function listed(deps: LookupDeps, understood: Understanding, wanted: Wanted, state: ConversationState) {
  const { corpus, book } = deps
  const { day, recipients } = understood
  const cases = understood.available
    .filter(({ rule }) => recipients.includes(rule.recipient) && rule.kind !== 'duty')
    .flatMap((provision) => casesFor(deps, { provision, words: [] }, understood, state))
  const places = understood.places.map(({ name }) => name)
  return listingAnswer(corpus, book, resultsOf(deps, cases), { ...wanted, day, places, namedPlace: false })
}
