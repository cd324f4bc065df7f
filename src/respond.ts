import { strayFigures } from './answer/check.ts'
import { citationsFor, merge, stackingCitation } from './answer/citations.ts'
import { clauseAnswer } from './answer/clauses.ts'
import { compose, sentence } from './answer/compose.ts'
import * as fixed from './answer/fixed.ts'
import { noticesFor, replacedBefore, widerRegion } from './answer/notices.ts'
import { authorityAnswer, validityAnswer } from './answer/provenance.ts'
import type { Answer, Question, Reply } from './answer/reply.ts'
import type { Corpus } from './corpus/corpus.ts'
import { type ConversationState, type Conversations, EMPTY_STATE } from './dialogue/conversation.ts'
import { factsIn } from './dialogue/facts.ts'
import { normalise, saysNothing } from './dialogue/normalise.ts'
import { comesFromOutside } from './dialogue/place.ts'
import type { Topic } from './dialogue/topic.ts'
import { type Understanding, understand } from './dialogue/understand.ts'
import { type Wanted, wantedIn } from './dialogue/wanted.ts'
import type { Book } from './entitlements/book.ts'
import { calculate } from './entitlements/calculate.ts'
import type { Calculation } from './entitlements/calculation.ts'
import { said } from './entitlements/fact.ts'
import type { Provision } from './entitlements/rule.ts'
import { type Item, total } from './entitlements/total.ts'
import { Problem } from './errors.ts'
import type { ClauseIndex } from './retrieval/clause-index.ts'
import { search } from './retrieval/search.ts'

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
  conversations: Conversations
  today: () => string
  newId: () => string
  defaultRegion: string
}

/** One message in, one Reply out. Throws a `not-found` Problem for a conversation that does not exist. */
export function createRespond(deps: RespondDeps): Respond {
  const { conversations, today, newId, defaultRegion } = deps
  return async ({ message, conversationId, region, asOf }) => {
    const state = conversationId === undefined ? EMPTY_STATE : await conversations.find(conversationId)
    if (state === undefined) throw new Problem('not-found', '没有这个会话')
    const id = conversationId ?? newId()
    const text = normalise(message)
    const { answer, next } = await turn(deps, {
      text,
      region: region ?? defaultRegion,
      asOf: asOf ?? today(),
      state,
    })
    await conversations.save(id, next)
    return { conversationId: id, replyId: newId(), ...checked(answer, text) }
  }
}

interface TurnInput {
  text: string
  region: string
  asOf: string
  state: ConversationState
}

/** The steps of one turn, in order; each may end it. */
async function turn(
  deps: RespondDeps,
  input: TurnInput,
): Promise<{ answer: Answer; next: ConversationState }> {
  const { corpus, book } = deps
  const { text, state } = input
  const wanted = wantedIn(text)
  if (saysNothing(text)) return { answer: fixed.empty(), next: state }
  if (wanted.human) return { answer: fixed.human(), next: state }
  if (wanted.courtesy) return { answer: fixed.greeting(corpus), next: state }
  const understood = understand(corpus, book, input)
  const { places, topics, elsewhere } = understood
  const next: ConversationState = {
    ...state,
    ...remembered(understood, input),
    question: understood.question,
  }
  const unheld = places.find(
    ({ region, name }) => region === null || fixed.documentsFor(corpus, name).length === 0,
  )
  if (unheld !== undefined && topics.length === 0)
    return { answer: fixed.otherPlace(corpus, unheld.name), next }
  if (saysOnlyPlace(understood) && state.question === '')
    return { answer: fixed.whatAbout(places[0]?.name ?? ''), next }
  const asked = topics.length > 0 ? topics : elsewhere
  const sourced =
    wanted.about === 'amount'
      ? null
      : await aboutText(
          deps,
          understood,
          wanted,
          asked.map(({ provision }) => provision),
        )
  if (sourced !== null) return { answer: sourced, next }
  if (topics.length === 0 && elsewhere.length > 0)
    return {
      answer: fixed.notProvided(
        corpus,
        places.map(({ name }) => name),
        elsewhere,
      ),
      next,
    }
  if (topics.length === 0) return { answer: await quoted(deps, understood), next }
  const regions = [...new Set(topics.map(({ provision }) => provision.region))]
  if (places.length === 0 && regions.length > 1 && !wanted.unknown) {
    return {
      answer: fixed.whichPlace(regions),
      next: { ...next, facts: { ...state.facts, ...factsSaid(understood) }, place: null },
    }
  }
  const { answer, facts } = answerTopics(deps, understood, wanted, state)
  return { answer, next: { ...next, facts } }
}

const factsSaid = ({ text, topics }: Understanding) =>
  Object.assign({}, ...topics.map(({ provision }) => factsIn(text, provision.definitions)[0]))

function remembered({ places, day }: Understanding, { asOf, state }: TurnInput) {
  return { place: places.at(-1)?.name ?? state.place, day: day === asOf ? state.day : day }
}

/** 我是九原区的: a place, and nothing asked. */
const saysOnlyPlace = ({ text, places, topics, elsewhere, placeWords }: Understanding): boolean =>
  places.length > 0 &&
  placeWords.length > 0 &&
  topics.length === 0 &&
  elsewhere.length === 0 &&
  placeWords
    .reduce((rest, word) => rest.replace(word, ''), text)
    .replace(/[我是在的人这边那呢啊吧,。!?]/gu, '').length <= 2

/** Who is responsible, whether a text still holds, what a clause demands: answered from the text, never computed. */
async function aboutText(
  deps: RespondDeps,
  { text, question, day, named, places }: Understanding,
  { about }: Wanted,
  provisions: Provision[],
): Promise<Answer | null> {
  const documentIds = [...new Set([...named, ...provisions.map(({ documentId }) => documentId)])]
  if (about === 'validity')
    return documentIds.length === 0 ? null : validityAnswer(deps.corpus, documentIds, day)
  const within =
    documentIds.length > 0
      ? documentIds
      : places.flatMap((place) => fixed.documentsFor(deps.corpus, place.name))
  const query = text === question || question === '' ? text : `${question} ${text}`
  const hits = await search(deps.corpus, deps.index, query, {
    limit: 12,
    ...(within.length > 0 ? { documentIds: within } : {}),
  })
  return about === 'authority'
    ? authorityAnswer(deps.corpus, hits, query, day)
    : clauseAnswer(deps.corpus, hits, text, day)
}

/** A question about no provision is answered with the clause that speaks of it, and with no figure of our own. */
async function quoted(
  { corpus, index }: RespondDeps,
  { text, places, day, named }: Understanding,
): Promise<Answer> {
  const ofPlaces = places.flatMap((place) => fixed.documentsFor(corpus, place.name))
  const documentIds = named.length > 0 ? named : ofPlaces
  const hits = await search(corpus, index, text, {
    limit: 5,
    ...(documentIds.length > 0 ? { documentIds } : {}),
  })
  return clauseAnswer(corpus, hits, text, day) ?? fixed.nothingFound(corpus)
}

function answerTopics(
  { corpus, book }: RespondDeps,
  understood: Understanding,
  wanted: Wanted,
  state: ConversationState,
) {
  const { text, question, topics, places, day } = understood
  const facts = { ...state.facts }
  const items: (Item & { topic: Topic })[] = topics.flatMap((topic) => {
    const { rule, definitions, documentId } = topic.provision
    const outside = comesFromOutside(text, corpus, topic.provision.region)
    return factsIn(text, definitions, outside).flatMap((own) => {
      const earlier = text === question ? {} : factsIn(question, definitions)[0]
      const carried = {
        ...earlier,
        ...Object.fromEntries(Object.entries(state.facts).filter(([name]) => name in definitions)),
      }
      Object.assign(facts, own)
      return calculate(topic.provision, said({ ...carried, ...own })).map((calculation) => ({
        calculation,
        documentId,
        group: rule.group,
        topic,
      }))
    })
  })
  const listed = unique(items.map(({ calculation }) => calculation)).filter(
    (calculation) => wanted.asksAmount || !isBareTreatment(calculation, topics),
  )
  const summed = wanted.total && items.length > 1 ? total(items, stacking(book, items, wanted)) : null
  const sum = summed !== null && 'calculation' in summed ? [summed.calculation] : []
  const calculations = [...listed, ...sum]
  const provisions = topics.map(({ provision }) => provision)
  const displacing =
    summed !== null && 'displaced' in summed && summed.displaced.length > 0
      ? stackingCitation(corpus, book, provisions, day)
      : []
  const citations = merge(
    corpus,
    [...provisions.flatMap((provision) => citationsFor(corpus, book, provision, day)), ...displacing],
    day,
  )
  const notices = [
    ...noticesFor(corpus, book, provisions, day),
    ...(wanted.earlier ? replacedBefore(corpus, book, provisions, day) : []),
    ...widerRegion(
      places.map(({ name }) => name),
      provisions,
    ),
  ]
  const questions = questionsFor(items)
  return {
    facts,
    answer: {
      kind: 'answer' as const,
      text: compose({
        notices,
        calculations,
        citations,
        questions,
        told: items.map(({ calculation }) => calculation).filter((one) => !listed.includes(one)),
        withRegion: places.length !== 1,
      }),
      calculations,
      citations,
      questions,
      notices,
    },
  }
}

/** A treatment without a sum is told; it is a calculation only where an amount was asked for. */
const isBareTreatment = ({ outcome, entitlementId }: Calculation, topics: Topic[]): boolean =>
  outcome === 'not-stated' &&
  topics.some(({ provision }) => provision.rule.id === entitlementId && provision.rule.kind === 'treatment')

const unique = (calculations: Calculation[]): Calculation[] =>
  calculations.filter(
    (one, i) => calculations.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i,
  )

function stacking(book: Book, items: Item[], { sameRecipient }: Wanted) {
  const rule = book.stacking[items[0]?.documentId ?? '']
  return { citationId: rule === undefined ? null : `${items[0]?.documentId}/${rule.clause}`, sameRecipient }
}

function questionsFor(items: { calculation: Calculation; topic: Topic }[]): Question[] {
  const asked = new Map<string, Question>()
  for (const { calculation, topic } of items) {
    for (const name of calculation.missing) {
      const definition = topic.provision.definitions[name]
      if (definition === undefined || asked.has(name)) continue
      const options =
        definition.type === 'choice'
          ? { options: Object.values(definition.options).map(({ label }) => label) }
          : {}
      asked.set(name, { name, label: definition.ask ?? `${definition.label}是多少？`, ...options })
    }
  }
  return [...asked.values()]
}

/** A reply with a figure of unknown origin is never sent: the calculations speak for themselves instead. */
function checked(answer: Answer, text: string): Answer {
  if (strayFigures(answer, text).length === 0) return answer
  return {
    ...answer,
    text: [...answer.notices.map((notice) => notice.text), ...answer.calculations.map(sentence)].join('\n'),
  }
}
