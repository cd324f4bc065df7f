import type { Corpus } from '../corpus/corpus.ts'
import { chain } from '../corpus/region.ts'
import type { Provision } from '../entitlements/rule.ts'
import type { ConversationState } from './conversation.ts'
import { type DayPart, dayIn } from './day.ts'
import { documentsNamed, pool } from './documents.ts'
import type { Lexicon } from './lexicon.ts'
import { type Place, placeNamed, placesIn } from './place.ts'
import { PICKS, type Topic, topicsIn } from './topic.ts'
import { isHeld, within, withoutOrigins } from './whereabouts.ts'

/** A message as far as it is understood, with what was said earlier filled in. */
export interface Understanding {
  text: string
  /** Where its facts are read, in canonical words: the message, or what it says of one of several days. */
  told: string
  /** Messages before it that told facts of the same question, in canonical words. */
  before: string[]
  /** The message that named the topics: this one, or the last one that did. */
  question: string
  places: Place[]
  /** A place that no document holds for, named in this message or before; null where there is none. */
  unheld: string | null
  /** The place of a named document was taken instead of the wider one that was said. */
  narrowed: boolean
  /** Neither a topic nor a question: a place, a role, a number told in advance. */
  asksNothing: boolean
  /** It names no topic of its own and goes on with the last question. */
  followsUp: boolean
  /** It tells and does not ask: the last question is asked again with it. */
  tells: boolean
  /** 那首席的呢: a word in the place of another, all else as in the last question. */
  elliptic: boolean
  /** The question before it, empty where there was none. */
  previous: string
  day: string
  /** Documents that the message names. */
  named: string[]
  topics: Topic[]
  /** Whom the message speaks for: a worker unless it says a firm or a school. */
  recipients: Provision['rule']['recipient'][]
  /** What the place's documents hold on the day. */
  available: Provision[]
  /** The topics were named by more than a general word (津贴, 补贴, 待遇). */
  isSpecific: boolean
  /** The message names a topic that its place has no rule on. */
  elsewhere: Topic[]
}

export interface Turn {
  text: string
  region: string | undefined
  asOf: string
  state: ConversationState
  /** One of several days that the message asks about, with what it says of it. */
  part?: DayPart | undefined
}

/** Reads one message against the conversation: place, day, documents and provisions. Facts follow per provision. */
export function understand(
  corpus: Corpus,
  { book, correct, plain: inPlainWords, canonical }: Lexicon,
  { text: typed, region, asOf, state, part }: Turn,
): Understanding {
  const text = inPlainWords(correct(typed))
  const said = placesIn(text, corpus)
  const earlier = state.place ?? region
  const held =
    said.length > 0 || earlier === undefined || earlier === '' ? said : [placeNamed(earlier, corpus)]
  const day = part?.day ?? dayIn(text, asOf) ?? state.day ?? asOf
  const { named, plain, byName } = documentsNamed(corpus, text, held)
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
  const inPlace = places.flatMap((place) => localTopics(corpus, spoken, text, all, place))
  const own = inPlace.length > 0 ? inPlace : topicsIn(spoken, all)
  // 要是他是兼职的呢: a short word that names something elsewhere only is a fact of what is talked about here.
  const isHere = places.length === 0 || inPlace.length > 0
  const isLong = own.some(({ words }) => words.some((word) => word.length > 3 && spoken.includes(word)))
  const names = own.length > 0 && (isHere || isLong)
  const fresh = state.question === '' || (names && !PICKS.test(text))
  const [moved] = said.length === 1 ? places : []
  const previous = (moved === undefined ? undefined : state.questions[moved.name]) ?? state.question
  const question = fresh ? plain : previous
  // What a follow-up adds (那我们单位呢) counts together with the question it follows.
  const asked = fresh ? spoken : `${canonical(previous)} ${canonical(text)}`
  const here = fresh ? inPlace : places.flatMap((place) => localTopics(corpus, asked, text, all, place))
  const anywhere = here.length > 0 ? here : inEachRegion(asked, text, all)
  const topics = places.length === 0 ? anywhere : here
  const elsewhere = here.length === 0 ? anywhere : []
  const unheld = places.find((place) => !isHeld(corpus, place))?.name ?? null
  const asksNothing = anywhere.length === 0 && (rest(text, said).length <= 2 || !ASKING.test(text))
  const narrowed = places.some((place, i) => place.name !== held[i]?.name)
  const regions = places.flatMap((place) =>
    place.region === null ? [] : chain(corpus.regions, place.region.name),
  )
  const available = all.filter(({ region }) => regions.includes(region))
  const told = canonical(part?.text ?? text)
  const isSpecific = topics.some(({ words }) => words.some((word) => told.includes(word) && word.length > 3))
  const recipients = recipientsIn(text)
  return {
    text,
    told,
    before: [state.preface, fresh ? '' : previous].filter((one) => one !== '').map(canonical),
    question,
    places,
    narrowed,
    unheld,
    asksNothing,
    followsUp: !fresh,
    tells: !ASKING.test(text),
    elliptic: previous !== '' && ELLIPTIC.test(text),
    previous,
    day,
    named,
    topics,
    elsewhere,
    recipients,
    available,
    isSpecific,
  }
}

const ELLIPTIC = /^.{1,14}呢[?？。!！]*$/u

const ASKING =
  /[多几]少?|什么|哪|吗|怎|啥|呢|能|谁|有没有|是否|补|奖|津贴|待遇|政策|资助|规定|查|帮|写|说|\?|不$|没$|吧[?？]?$|〔|(\p{Script=Han})[不没]\1|[不没][，,。?？!]/u

/** 我是九原区的: what remains of a message without its places and its filler. */
const rest = (text: string, places: Place[]): string =>
  places
    .reduce((left, { word }) => left.replace(word, ''), text)
    .replace(/[我是在的人这边那呢啊吧,。!?]/gu, '')

/** Without a place every region is asked on its own: what one city calls a thing does not hide it in another. */
function inEachRegion(question: string, now: string, all: Provision[]): Topic[] {
  const regions = [...new Set(all.map(({ region }) => region))]
  return regions.flatMap((name) =>
    topicsIn(
      question,
      all.filter(({ region }) => region === name),
      now,
    ),
  )
}

/** The provisions that a place's own and wider documents hold on the matter, from the most local one that has any. */
function localTopics(corpus: Corpus, question: string, now: string, all: Provision[], place: Place): Topic[] {
  if (place.region === null) return []
  const names = chain(corpus.regions, place.region.name)
  const topics = topicsIn(
    question,
    all.filter(({ region }) => names.includes(region)),
    now,
  )
  const local = names.find((name) => topics.some(({ provision }) => provision.region === name))
  return topics.filter(({ provision }) => provision.region === local)
}

function recipientsIn(text: string): Provision['rule']['recipient'][] {
  if (/学校|院校|学院|基地|培训机构/u.test(text)) return ['institution']
  return /我们(?:厂|公司|企业|单位|店)|公司|企业|老板|HR|人事|用人单位|厂里/iu.test(text)
    ? ['enterprise', 'institution']
    : ['person']
}
