import { type Calculated, calculatedAnswer, type Manner } from './answer/calculated.ts'
import type { Answer } from './answer/reply.ts'
import { sideBySide } from './answer/side-by-side.ts'
import { groupsMeant } from './dialogue/added-up.ts'
import { asManyOfOne } from './dialogue/alike.ts'
import { keptAnswers } from './dialogue/answers.ts'
import { questionOf } from './dialogue/asked-again.ts'
import { type AskedOfCases, askedOfCases, askedOfEach } from './dialogue/asked-of-one.ts'
import { ofTheAsked } from './dialogue/asked-part.ts'
import type { ConversationState } from './dialogue/conversation.ts'
import { type DayPart, dayPartsOf } from './dialogue/day.ts'
import { withDenialSpelled } from './dialogue/denied-of-one.ts'
import { withGrown } from './dialogue/grown.ts'
import { keptTold } from './dialogue/keep-told.ts'
import { withoutNotOwn } from './dialogue/not-own.ts'
import { putsPartRight } from './dialogue/part-put-right.ts'
import { recalled } from './dialogue/recalled.ts'
import { type Case, isAmong } from './dialogue/results.ts'
import { ofSoMany } from './dialogue/so-many-asked.ts'
import { isParted, withoutWhole } from './dialogue/tally.ts'
import type { Wanted } from './dialogue/wanted.ts'
import { wantedOf } from './dialogue/whole.ts'
import { findProvision } from './entitlements/book.ts'
import { calculate } from './entitlements/calculate.ts'
import { said } from './entitlements/fact.ts'
import { ofEach } from './entitlements/of-each.ts'
import type { LookupDeps } from './lookup.ts'

/** One message of a conversation, as it is answered. */
export interface TurnInput {
  text: string
  region: string
  asOf: string
  state: ConversationState
  /** One of several days that the message asks about. */
  part?: DayPart
}

export interface Turn {
  answer: Answer
  next: ConversationState
}

/** Answers a message that asks of one case on one day. */
export type TakeTurn = (deps: LookupDeps, input: TurnInput) => Promise<Turn>

/** 2022年8个，2023年10个: each day that the message asks about answered on its own, added up where that is asked. */
export async function dayByDay(
  deps: LookupDeps,
  input: TurnInput,
  asked: Wanted,
  take: TakeTurn,
): Promise<Turn | null> {
  const parts = dayPartsOf(withoutWhole(input.text), input.asOf)
  if (parts.length < 2) return null
  const turns = await Promise.all(parts.map((part) => take(deps, { ...input, part })))
  const answers = turns.map(({ answer }, i) => ({ label: parts[i]?.day ?? '', answer }))
  const last = turns.at(-1)
  if (last === undefined || answers.some(({ answer }) => answer.calculations.length === 0)) return null
  const results = turns.flatMap(({ next }) => next.results.slice(-1))
  // 三个，一个是前年的，两个是今年的: under one rule as many as there are altogether.
  if (isParted(input.text) && new Set(results.map(({ provision }) => provision)).size === 1) return null
  const next = { ...last.next, results, last: { cases: results, summed: asked.total } }
  if (!asked.total) return { answer: sideBySide(answers), next }
  const manner: Manner = { ...asked, day: parts.at(-1)?.day ?? input.asOf, places: [], namedPlace: false }
  return { answer: calculatedAnswer(deps.corpus, deps.book, resultsOf(deps, results), manner), next }
}

/**
 * One turn. What is asked of cases that were told one by one (小李呢, 他俩加起来) is answered with what was told of each;
 * so is a message that tells and asks it at once, where it is not read in one.
 */
export async function caseByCase(deps: LookupDeps, input: TurnInput, take: TakeTurn): Promise<Turn> {
  const { text, state } = input
  const { vocabulary } = deps.lexicon
  const isOfResults =
    putsPartRight(deps.book, text, state) ||
    (wantedOf(deps.corpus, text).total && groupsMeant(deps.book, text, state.results, []) !== null)
  const asked = isOfResults ? null : askedOfCases(text, state, vocabulary)
  const back = asked === null ? again(deps, input) : null
  if (back !== null) return back
  const before = asked === null ? null : await ofCases(deps, input, asked, take)
  const { sortsTold } = deps.lexicon
  const own = ofTheAsked(withoutNotOwn(withDenialSpelled(text), deps.lexicon), deps.lexicon)
  const matter = withGrown(ofSoMany(own, sortsTold), sortsTold)
  const repeated = before === null ? questionOf(text, state, deps.lexicon) : null
  const turn = before ?? (await take(deps, { ...input, text: repeated ?? matter }))
  const each = before === null ? askedOfEach(matter, state, vocabulary) : null
  const isShort = each !== null && turn.next.last.cases.length < 2
  const apart = isShort ? await ofCases(deps, { ...input, state: turn.next }, each, take) : null
  const { answer, next } = apart ?? turn
  const answers = keptAnswers(text, state, next, answer.calculations.length > 0)
  return { answer, next: { ...next, answers, told: keptTold(text, state, vocabulary) } }
}

/** 我女儿的再说一遍, 我俩加起来: what was answered before, as it was. */
function again(deps: LookupDeps, { text, asOf, state }: TurnInput): Turn | null {
  const meant = recalled(deps.book, text, state)
  const one = meant?.of.at(-1)
  if (meant === null || one === undefined) return null
  const { cases, of } = meant
  const wanted = wantedOf(deps.corpus, text)
  const manner: Manner = {
    ...wanted,
    sameRecipient: false,
    apart: true,
    day: one.day ?? asOf,
    places: [...new Set(of.flatMap(({ place }) => place ?? []))],
    namedPlace: false,
  }
  const answer = calculatedAnswer(deps.corpus, deps.book, resultsOf(deps, cases), manner)
  const { question, place, day } = one
  const facts = { ...state.facts, ...(of.length === 1 ? cases[0]?.facts : {}) }
  return { answer, next: { ...state, question, place, day, facts, last: { cases, summed: wanted.total } } }
}

/** Each of the cases asked about in a turn of its own; null where one of them is not computed. */
async function ofCases(
  deps: LookupDeps,
  input: TurnInput,
  { each, state, change, inOne = false }: AskedOfCases,
  take: TakeTurn,
): Promise<Turn | null> {
  const [known = '', ...others] = new Set(input.state.last.cases.map(({ provision }) => provision))
  const name = others.length > 0 ? undefined : findProvision(deps.book, known)?.rule.name
  const turns = await Promise.all(
    each.map(async ({ text }) => {
      const own = await take(deps, { ...input, text, state })
      // 西园的是自治区级: what it is of is told with the first of them.
      return own.next.last.cases.length > 0 || name === undefined
        ? own
        : take(deps, { ...input, text: `${text}，${name}`, state })
    }),
  )
  const last = turns.at(-1)
  if (last === undefined || turns.some(({ next }) => next.last.cases.length !== 1)) return null
  const { total } = wantedOf(deps.corpus, input.text)
  const told = turns.flatMap(({ next }) => next.last.cases)
  const cases = total && inOne ? asManyOfOne(deps.book, told) : told
  const results = [...input.state.results.filter((one) => !isAmong(cases, one)), ...cases]
  const next = { ...last.next, results, asked: each.at(-1)?.asked ?? '' }
  if (change !== undefined) {
    const changed = await take(deps, { ...input, text: change, state: { ...last.next, results: [] } })
    const others = input.state.results.filter((one) => !isAmong(cases, one))
    return {
      answer: changed.answer,
      next: { ...changed.next, results: [...others, ...changed.next.results.slice(-1)] },
    }
  }
  if (turns.length === 1) return { answer: last.answer, next }
  const wanted = wantedOf(deps.corpus, each.map(({ text }) => text).join('。'))
  const { place, day } = last.next
  const manner: Manner = {
    ...wanted,
    total,
    sameRecipient: false,
    apart: true,
    day: day ?? input.asOf,
    places: place === null ? [] : [place],
    namedPlace: false,
  }
  const answer = calculatedAnswer(deps.corpus, deps.book, resultsOf(deps, cases), manner)
  const question = input.state.told?.text ?? input.text
  return { answer, next: { ...next, question, last: { cases, summed: total } } }
}

/** What each case comes to; what was `told` is not asked, though the sum of one leaves it out. */
export function resultsOf({ book }: LookupDeps, cases: Case[], perHead = false, told = cases): Calculated[] {
  const isTold = (name: string) => told.some(({ facts }) => facts[name] !== undefined)
  return cases.flatMap(({ provision: id, facts }) => {
    const provision = findProvision(book, id)
    if (provision === undefined) return []
    return calculate(perHead ? ofEach(provision) : provision, said(facts)).map((calculation) => ({
      provision,
      calculation: { ...calculation, missing: calculation.missing.filter((name) => !isTold(name)) },
    }))
  })
}
