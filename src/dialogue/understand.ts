import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../entitlements/rule.ts'
import { answeredBefore } from './answered.ts'
import { asks, isWhole, leavesOut, RETURNS, returnedTo, speaksForItself, TURNS } from './asking.ts'
import { withPortions } from './basis.ts'
import { besides, withAwards } from './beside.ts'
import { continued } from './continued.ts'
import type { ConversationState } from './conversation.ts'
import { withoutLeftOut } from './left-out.ts'
import type { Lexicon } from './lexicon.ts'
import { FAINT, isOverruled, LIKELY, localFirst, meaningOf, reconciled, SURE } from './meaning.ts'
import { ofMoneyAsked } from './money-kinds.ts'
import { numbersIn } from './numbers.ts'
import { withOrigins } from './origins.ts'
import { paidInstead } from './paid-to.ts'
import { topicsOfParts } from './parts.ts'
import { isHeld, type Place, placesIn, withoutPlaces } from './place.ts'
import { pointedBack, topicsPointedAt, withoutPointing } from './pointed-back.ts'
import { askedOfAnother, putRightIn } from './put-right.ts'
import { recipientsIn } from './recipients.ts'
import { inEachRegion, localTopics } from './regulated.ts'
import { PICKS } from './roles.ts'
import { settingOf, type Turn } from './setting.ts'
import { spelledOut, spelledOutBeside } from './short-names.ts'
import { LISTS, type Topic, topicsIn } from './topic.ts'
import { SUM, wantedIn } from './wanted.ts'

/** A message as far as it is understood, with what was said earlier filled in. */
export interface Understanding {
  text: string
  /** The message as it was typed, but for slips: examples speak its words. */
  typed: string
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
  /** 有两个没去，22个: it puts right what was answered last, and says what that comes to. */
  settles: boolean
  /** 头一个再确认下: what was computed before the last answer and is pointed at without a name. */
  pointed: ConversationState['results'][number] | null
  /** 那首席的呢: a word in the place of another, all else as in the last question. */
  elliptic: boolean
  /** The question before it with the value that this message names instead (首席的呢). */
  restated: string | null
  /** The question before it, empty where there was none. */
  previous: string
  /** What was asked of the question that it goes back to (刚才说的工作室); null where it goes back to none. */
  resumed: string | null
  /** The clauses that the answer before it quoted. */
  cited: string[]
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
  /** No word names its topic; the sentence that leads to it is likely, not sure. */
  isNearest: boolean
  /** The person does not know what was asked. */
  unknown: boolean
  /** A sentence that nothing can be computed from answers it. */
  isTextual: boolean
  /** The message names a topic that its place has no rule on. */
  elsewhere: Topic[]
}

/** Reads one message against the conversation: place, day, documents and provisions. Facts follow per provision. */
export function understand(
  corpus: Corpus,
  { book, plain: inPlainWords, canonical }: Lexicon,
  { text: mended, region, asOf, state, part }: Turn,
): Understanding {
  const discussed = book.provisions.filter(({ rule }) =>
    state.results.some((one) => one.provision === rule.id),
  )
  const known = discussed.map(({ definitions }) => definitions)
  const plainly = spelledOutBeside(
    inPlainWords(mended),
    book.provisions.map(({ definitions }) => definitions),
  )
  const text = withOrigins(spelledOut(plainly, known), known, corpus)
  const { said, held, places, day, whole, named, plain, spoken, all, available, weightOf } = settingOf(
    corpus,
    { book, canonical },
    text,
    { region, asOf, state, part },
  )
  const goesOn = state.question !== ''
  const wanted = wantedIn(text)
  const { unknown } = wanted
  const namedHere = places.flatMap((place) => localTopics(corpus, spoken, text, all, place))
  const namedElsewhere = places.length === 0 || (namedHere.length === 0 && topicsIn(spoken, all).length > 0)
  // 厂里30个学徒，几年不知道，包头补多少: place, matter and question are its own, whatever was asked before.
  const standsAlone = said.length > 0 && isWhole(text) && (namedHere.length > 0 || text.length >= LONG)
  const meaning =
    (goesOn && ((unknown && !standsAlone) || !speaksForItself(whole === text ? mended : whole))) ||
    (!goesOn && !asks(mended) && !tellsNumber(text))
      ? null
      : meaningOf(corpus, book, {
          // Examples are typed as people type: their words need no plainer ones.
          text: goesOn
            ? withoutPlaces({ text: whole === text ? mended : whole, places: said })
            : `${state.preface}${withoutPlaces({ text: mended, places: said })}`,
          told: spoken,
          available,
          least: goesOn && !standsAlone && !TURNS.test(text) ? SURE : LIKELY,
          ...((!goesOn || standsAlone) && wanted.about === 'amount' && wanted.asksAmount && !namedElsewhere
            ? { leastOfSums: FAINT }
            : {}),
          isUnnamedSum: namedHere.length === 0 && wanted.asksAmount,
          weightOf,
        })
  const nearnessOf = (id: string) =>
    corpus.documents.filter(({ meta }) => meta.id === id).map(weightOf)[0] ?? 1
  const near = localFirst(namedHere, meaning, nearnessOf)
  const inPlace = reconciled(near, places.length === 0 ? null : meaning, text)
  const withParts = (named: Topic[]) =>
    places.length === 1 && LISTS.test(text) ? topicsOfParts(corpus, book, spoken, available, named) : named
  const inParts = withParts(inPlace)
  const own = inPlace.length > 0 ? inPlace : reconciled(topicsIn(spoken, all), meaning, text)
  // 要是他是兼职的呢: a short word that names something elsewhere only is a fact of what is talked about here.
  const isHere = places.length === 0 || inPlace.length > 0
  const isLong = own.some(({ words }) => words.some((word) => word.length > 3 && spoken.includes(word)))
  const names = own.length > 0 && (isHere || isLong)
  // 再加1个大工匠呢，一共, 两个徒弟评的金华工匠，一共拿多少: a number of what is calculated is no question of another kind.
  const isCounted =
    own.some(
      ({ provision }) =>
        discussed.includes(provision) ||
        (provision.rule.kind === 'payment' && (SUM.test(text) || addsUp(text))),
    ) && numbersIn(text).some(({ kind }) => kind === 'count')
  // 首席技师只有3个，多少, after 学徒10个: what is named besides is put right by no number.
  const isOther = namedHere.length > 0 && !namedHere.some(({ provision }) => discussed.includes(provision))
  const pointed = said.length > 0 || own.length > 0 ? null : pointedBack(text, state)
  const settled = said.length > 0 ? [] : putRightIn(book, canonical(text), state.last, isOther)
  const settles = pointed === null && settled.length > 0
  const again = pointed === null ? settled : topicsPointedAt(book, pointed)
  const sameAsked = again.length > 0 || said.length > 0 ? again : askedOfAnother(book, text, own, state.last)
  const goesBack = sameAsked.length > 0
  const isTextual =
    !goesBack &&
    meaning !== null &&
    !(isCounted && wanted.total) &&
    !meaning.isRule &&
    (own.length === 0 || !(wanted.ofMoney || SUM.test(text) || addsUp(text))
      ? meaning.sentence.score >= SURE
      : isOverruled(own, meaning))
  const resumed = RETURNS.test(text) ? returnedTo(text, state.recent) : undefined
  const back = names ? undefined : resumed
  const fresh =
    state.question === '' ||
    (!goesBack &&
      back === undefined &&
      (isTextual || (names && (!unknown || standsAlone) && !PICKS.test(text))))
  const [moved] = said.length === 1 ? places : []
  const previous = back ?? (moved === undefined ? undefined : state.questions[moved.name]) ?? state.question
  const meaningBefore = () =>
    isWhole(text) && numbersIn(text).length === 0
      ? null
      : meaningOf(corpus, book, {
          text: withoutPlaces({ text: previous, places: placesIn(previous, corpus) }),
          told: canonical(previous),
          available,
          least: LIKELY,
          weightOf,
        })
  // What a follow-up adds (那我们单位呢) counts together with the question it follows.
  const asked = fresh ? spoken : `${canonical(previous)} ${canonical(text)}`
  const followed = fresh
    ? inParts
    : withParts(places.flatMap((place) => localTopics(corpus, asked, text, all, place)))
  // 他去年工资32万，能补多少, after what was only told: both together say what is asked.
  const both = `${previous}，${mended}`.slice(-MOST_TOGETHER)
  const isOpen = !fresh && followed.length === 0 && places.length > 0
  const before = isOpen ? meaningBefore() : null
  const together =
    isOpen && before === null && !isWhole(text)
      ? meaningOf(corpus, book, { text: both, told: asked, available, least: LIKELY })
      : null
  const question = fresh ? plain : together === null ? previous : both
  // What the question before meant tells only where no word does: 评上给多少, after who may be chosen, asks for the sum.
  // 换成包头的呢: another place may have a text of its own, where the words are those of the wider one.
  const there = moved === undefined || fresh || followed.length === 0 ? null : meaningBefore()
  const here = isOpen
    ? reconciled([], before ?? together, text)
    : reconciled(localFirst(followed, there, nearnessOf), there, text)
  const anywhere =
    here.length > 0
      ? here
      : reconciled(inEachRegion(asked, text, all), fresh ? meaning : meaningBefore(), text)
  const goingOn = { fresh, now: text, told: canonical(text), asked, discussed, available }
  const local = answeredBefore(continued(here, goingOn, state.recent.map(canonical).join('，')), state, {
    ...goingOn,
    stays: said.length === 0 && day === (state.day ?? asOf),
    tells: unknown || !asks(mended),
  })
  const meant = goesBack
    ? sameAsked
    : isTextual
      ? []
      : paidInstead(
          text,
          ofMoneyAsked(
            withoutLeftOut(places.length === 0 ? anywhere : local, canonical(text)),
            canonical(text),
          ),
          available,
        )
  const topics =
    wanted.asksAmount || wanted.ofMoney
      ? withAwards(book, besides(withPortions(meant, available, text), meaning))
      : meant
  const elsewhere = here.length === 0 && !goesBack ? anywhere : []
  const unheld = places.find((place) => !isHeld(corpus, place))?.name ?? null
  const asksNothing = anywhere.length === 0 && (rest(text, said).length <= 2 || !asks(mended))
  const narrowed = places.some((place, i) => place.name !== held[i]?.name)
  const told = canonical(part?.text ?? (pointed === null ? text : withoutPointing(text)))
  const isSpecific = topics.some(({ words }) =>
    words.some((word) => (fresh ? told : asked).includes(word) && word.length > 3),
  )
  const recipients = recipientsIn(text)
  return {
    text,
    typed: mended,
    told,
    before: [state.preface, fresh ? '' : previous].filter((one) => one !== '').map(canonical),
    question,
    places,
    narrowed,
    unheld,
    asksNothing,
    followsUp: !fresh,
    tells: !asks(mended),
    settles,
    pointed,
    elliptic: previous !== '' && leavesOut(text),
    previous,
    resumed: resumed === undefined || resumed === state.question ? null : resumed,
    cited: state.cited,
    restated: whole === text ? null : whole,
    day,
    named,
    topics,
    elsewhere,
    recipients,
    available,
    isSpecific,
    isTextual,
    unknown,
    isNearest:
      fresh && meaning?.topic != null && meaning.sentence.score < SURE && topics.includes(meaning.topic),
  }
}

/** 捐钱能享受啥优惠: no list is asked for where the whole of it means one provision. */
export const isOneMatter = ({ topics, isNearest }: Understanding): boolean =>
  topics.length === 1 && topics[0]?.words.length === 0 && !isNearest

/** A story as long as this leaves nothing to what was said before it. */
const LONG = 26

/** As much of what was told is read together with what is asked of it. */
const MOST_TOGETHER = 300

/** 一所技校 counts nothing. */
const tellsNumber = (text: string): boolean =>
  numbersIn(text).some(({ text: said, value }) => !(said.startsWith('一') && value.min?.eq('1')))

/** 3个，一共多少: what is counted is added up. */
const addsUp = (text: string): boolean =>
  /(?:一共|合计|总共|加起来).{0,4}(?:多少|几)|(?:一共|合计|总共|加起来)$/u.test(text) &&
  numbersIn(text).some(({ kind }) => kind !== 'bare')

/** 我是九原区的: what remains of a message without its places and its filler. */
const rest = (text: string, places: Place[]): string =>
  places
    .reduce((left, { word }) => left.replace(word, ''), text)
    .replace(/[我是在的人这边那呢啊吧,。!?]/gu, '')
