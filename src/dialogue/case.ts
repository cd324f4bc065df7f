import type { Corpus } from '../corpus/corpus.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { allLevels } from './all-levels.ts'
import { RETURNS } from './asking.ts'
import type { FactValues } from './assign.ts'
import { basisOf, isTold } from './basis.ts'
import type { ConversationState } from './conversation.ts'
import { yearsBetween } from './elapsed.ts'
import { factsIn } from './facts.ts'
import { withFactFoundOut } from './found-out.ts'
import { numbersIn } from './numbers.ts'
import { comesFromOutside } from './place.ts'
import { reckoned } from './reckoned.ts'
import { textOfRegion } from './region-text.ts'
import { countedApart, textOf } from './segments.ts'
import { settledBy } from './settled.ts'
import { stillDue } from './still-due.ts'
import { withoutTallyOfTopics } from './tally.ts'
import type { Topic } from './topic.ts'
import { holdsAgain } from './truths.ts'
import type { Understanding } from './understand.ts'

/** 要是去国内高研班呢, 弄岔了，人数没错: one thing in the place of another, everything else as it was. */
const CHANGES =
  /^(?:那|要是|如果|假如|假使|换成|改)|改成|换成|[弄搞说记看][错岔反混串]|(?:人|人数|数|年[头数限]|时间|别的|其他|其它)(?:倒|也|都|还)?(?:是)?(?:没错|对的|没变|不变|没问题)/u

/** 说回学徒: what was asked about before keeps its numbers. */
const isReturnedTo = ({ words }: Topic, text: string, { recent }: ConversationState): boolean =>
  (RETURNS.test(text) || (TELLS_MORE.test(text) && numbersIn(text).length > 0)) &&
  recent.some((question) => words.some((word) => question.includes(word)))

/** 学徒带三年的话多少: of what was asked about before, one thing more is told. */
const TELLS_MORE = /的话/u

/**
 * What is known of one provision: said now, then in the message that named it, then earlier. One set of facts for
 * each case that the message lists ("两个大工匠、三个杰出工匠").
 */
export function casesOf(
  corpus: Corpus,
  topic: Topic,
  { text, told, before, topics, places, followsUp, day, pointed }: Understanding,
  state: ConversationState,
): FactValues[] {
  const { definitions, region, rule } = topic.provision
  const limits = 'times' in rule.amount ? (rule.amount.within ?? {}) : {}
  // 来了二十三个，跑了五个, after 28: what it comes to is said already.
  const isSettled = settledBy(told, definitions, state.facts) !== null
  const counted = isSettled ? told : reckoned(stillDue(told, definitions, limits), definitions)
  const beside = topics.filter(({ provision }) => provision.region === region)
  const inRegion = allLevels(
    withoutTallyOfTopics(
      countedApart(textOfRegion(counted, region, { topics, places }, corpus), beside),
      beside,
    ),
    topic.provision,
  )
  const saidOfIt = withFactFoundOut(
    textOf([topic, ...basisOf(topic, beside)], beside, inRegion),
    definitions,
    followsUp ? state.unknown : '',
  )
  const resting = beside.filter((one) =>
    isTold(topic, one, factsIn(textOf([one, topic], beside, inRegion), one.provision.definitions)[0] ?? {}),
  )
  if (resting.length > 0) return []
  const isReturned = isReturnedTo(topic, text, state)
  // 四个杰出工匠, then 特级技师奖多少: numbers are told of what was asked about; what somebody is holds on.
  const isOther =
    !followsUp &&
    !CHANGES.test(text) &&
    !isReturned &&
    state.results.length > 0 &&
    !state.results.some((one) => one.provision === topic.provision.rule.id)
  // 两人出国、七人上高研班，合计: each of several keeps its own number, and so does what is returned to.
  const own =
    pointed?.facts ??
    (topics.length > 1 || isReturned
      ? state.results.findLast((one) => one.provision === topic.provision.rule.id)?.facts
      : undefined)
  const earlier = {
    ...Object.fromEntries(
      Object.entries(state.facts).filter(
        ([name, value]) =>
          name in definitions &&
          !(isOther && typeof value === 'object') &&
          !(value === false && holdsAgain(inRegion, definitions[name])),
      ),
    ),
    ...own,
  }
  const demanded = topic.provision.rule.conditions.flatMap((one) => ('fact' in one ? [one.fact] : []))
  const now = factsIn(saidOfIt, definitions, comesFromOutside(text, corpus, region), earlier, demanded)
  const preceding = before.map((message) => factsIn(textOf([topic], beside, message), definitions))
  const several = preceding.findLast((cases) => cases.length > 1)
  const [only] = now
  // 王工是大工匠，小李是杰出工匠。资助分别多少: the cases were told before they are asked about.
  if (
    several !== undefined &&
    only !== undefined &&
    now.length === 1 &&
    isTallyOf(several, only, definitions)
  )
    return several
  // 两个师傅的津贴, then 都发满两年: how long holds for each.
  if (several !== undefined && only !== undefined && now.length === 1 && isDuration(only, definitions))
    return several.map((facts) => ({ ...facts, ...only }))
  // 两个人一共多少, of those who were answered each on their own.
  const answered = state.last.cases.filter((one) => one.provision === topic.provision.rule.id)
  if (
    only !== undefined &&
    now.length === 1 &&
    Object.keys(only).length > 0 &&
    answered.length > 1 &&
    counts(only, definitions, answered.length)
  )
    return answered.map(({ facts }) => facts)
  const named = preceding.map(([first = {}]) => first)
  const elapsed = yearsBetween(saidOfIt, definitions, day)
  return now.map(
    (facts): FactValues =>
      Object.assign(
        withoutStaleShares(withoutOthersOwn(Object.assign({}, ...named, earlier), now), facts, definitions),
        facts,
        elapsed,
      ),
  )
}

/** 老韩是特级，另有两个优秀: what is told anew of one of several is not held from before of the others. */
const withoutOthersOwn = (earlier: FactValues, now: FactValues[]): FactValues =>
  new Set(now.map(titleOf)).size === now.length && now.length > 1
    ? Object.fromEntries(
        Object.entries(earlier).filter(
          ([name, value]) => typeof value !== 'object' || now.every((facts) => !(name in facts)),
        ),
      )
    : earlier

const titleOf = (facts: FactValues): string =>
  Object.values(facts)
    .filter((value) => typeof value === 'string')
    .join()

/** 六百人次里一百五, after 不到一成: a share gives way to the count of its part, told anew. */
const withoutStaleShares = (
  earlier: FactValues,
  facts: FactValues,
  definitions: FactDefinitions,
): FactValues =>
  Object.fromEntries(
    Object.entries(earlier).filter(([name]) => {
      const definition = definitions[name]
      return definition?.type !== 'percent' || definition.part === undefined || !(definition.part in facts)
    }),
  )

/** 他俩各得多少: nothing is told, or only as many as the cases are. */
const isTallyOf = (several: FactValues[], only: FactValues, definitions: FactDefinitions): boolean =>
  counts(only, definitions, several.length) &&
  Object.keys(only).every((name) => several.every((facts) => facts[name] === undefined))

/** Nothing is told but how many there are. */
const counts = (facts: FactValues, definitions: FactDefinitions, whole: number): boolean =>
  Object.entries(facts).every(([name, value]) => {
    const definition = definitions[name]
    return (
      definition?.type === 'count' &&
      /^[人个家]$/u.test(definition.unit) &&
      typeof value === 'object' &&
      value.min?.eq(String(whole)) === true &&
      value.max?.eq(String(whole)) === true
    )
  })

const isDuration = (facts: FactValues, definitions: FactDefinitions): boolean =>
  Object.keys(facts).every((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && /^[年月]$/u.test(definition.unit)
  })

/** The facts of a message, whichever of its provisions they belong to, for later turns. */
export const factsSaid = ({ told, topics }: Pick<Understanding, 'told' | 'topics'>): FactValues =>
  Object.assign({}, ...topics.flatMap(({ provision }) => factsIn(told, provision.definitions)))

/** 我师弟是杰出工匠，他的证谁发: what somebody is holds on, whatever was asked of it. */
export function titlesSaid(
  book: Book,
  { told, topics }: Pick<Understanding, 'told' | 'topics'>,
  { results }: Pick<ConversationState, 'results'>,
): FactValues {
  const discussed = results.flatMap(({ provision }) => findProvision(book, provision) ?? [])
  const said = factsSaid({
    told,
    topics: [...topics, ...discussed.map((provision) => ({ provision, words: [] }))],
  })
  return Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value === 'string'))
}
