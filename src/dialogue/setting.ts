import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import type { Provision } from '../entitlements/rule.ts'
import { asksBriefly, ELLIPTIC, OF_CLAUSE, RETURNS, returnedTo } from './asking.ts'
import type { ConversationState } from './conversation.ts'
import { type DayPart, dayIn } from './day.ts'
import { documentsNamed, type Named, pool } from './documents.ts'
import type { Lexicon } from './lexicon.ts'
import { nearness } from './nearness.ts'
import { type Place, placeNamed, placesIn } from './place.ts'
import { around, localTopics } from './regulated.ts'
import { askedAgain } from './restated.ts'
import { topicsIn } from './topic.ts'
import { wantedIn } from './wanted.ts'
import { within, withoutOrigins, withoutVisited } from './whereabouts.ts'

export interface Turn {
  /** Slips mended. */
  text: string
  region: string | undefined
  asOf: string
  state: ConversationState
  /** One of several days that the message asks about, with what it says of it. */
  part?: DayPart | undefined
}

/** Where, when and in which documents a message is to be understood. */
export interface Setting {
  /** Places that the message itself names. */
  said: Place[]
  /** Those, or else the one that was said before. */
  held: Place[]
  /** Those, as the rule that is asked about sees them. */
  places: Place[]
  day: string
  /** The message, or the question before it with the value that this one names instead. */
  whole: string
  /** Documents that it names. */
  named: string[]
  /** The message without their names. */
  plain: string
  /** The same in canonical words. */
  spoken: string
  /** Provisions of the documents named, or of all. */
  all: Provision[]
  /** Those of them that hold for the places. */
  available: Provision[]
  /** How likely each document is meant before a word is read. */
  weightOf: (document: PolicyDocument) => number
}

/** Place, day and documents of a message in plain words, with what was said of them before. */
export function settingOf(
  corpus: Corpus,
  { book, canonical }: Pick<Lexicon, 'book' | 'canonical'>,
  text: string,
  { region, asOf, state, part }: Omit<Turn, 'text'>,
): Setting {
  const said = withoutVisited(placesIn(text, corpus), text, state.place ?? '', corpus)
  const earlier = placeReturnedTo(text, said, state) ?? state.place ?? region
  const held =
    said.length > 0 || earlier === undefined || earlier === '' ? said : [placeNamed(earlier, corpus)]
  const day = part?.day ?? dayIn(text, asOf) ?? state.day ?? asOf
  const isElliptic = state.question !== '' && (ELLIPTIC.test(text) || asksBriefly(text))
  const questions = [state.question, ...state.recent.toReversed()]
  const topicsOf = (one: string) =>
    held.flatMap((place) => localTopics(corpus, canonical(one), text, book.provisions, place))
  const again = isElliptic ? askedAgain(book, text, questions, topicsOf) : null
  // 优秀技师呢, after 挑上的给多少: what was asked last is asked of it, not what was asked before that.
  const whole = again === null || isOtherwise(again, state) ? text : again
  const { named, plain, byName } = ofNamedBefore(documentsNamed(corpus, whole, held), text, said, state)
  const places = withoutOrigins(
    held.map((place) => within(corpus, place, named)),
    text,
    corpus,
  )
  const ofNamed = pool(corpus, book, named, byName, day)
  // A document that says nothing on the matter (把世赛奖励取消了吧) leaves the others to answer.
  const spoken = canonical(plain)
  const silent = byName && topicsIn(spoken, ofNamed).length === 0
  const all = silent ? pool(corpus, book, named, false, day) : ofNamed
  const available = around(corpus, all, places)
  const weightOf = nearness(corpus, places, { text, day })
  return { said, held, places, day, whole, named, plain, spoken, all, available, weightOf }
}

/** A question of the text where a sum was asked for last. */
const isOtherwise = (again: string, { asked, question }: ConversationState): boolean =>
  asked !== question && wantedIn(asked).asksAmount && !wantedIn(again).asksAmount

/** 回到诸葛工匠，奖金多少: the place where the question was asked that it goes back to. */
function placeReturnedTo(
  text: string,
  said: Place[],
  { recent, questions }: ConversationState,
): string | null {
  if (said.length > 0 || !RETURNS.test(text)) return null
  const question = returnedTo(text, recent)
  return Object.keys(questions).find((place) => questions[place] === question) ?? null
}

/** 那涨工资那条呢: a clause of the document that was named before. */
function ofNamedBefore(now: Named, text: string, said: Place[], state: ConversationState): Named {
  return now.named.length > 0 || said.length > 0 || state.named.length === 0 || !OF_CLAUSE.test(text)
    ? now
    : { ...now, named: state.named, byName: true }
}
