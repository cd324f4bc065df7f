import { isPrinted } from '../entitlements/fact.ts'
import type { Provision } from '../entitlements/rule.ts'
import { isAskedApart, questionsIn } from './asked-apart.ts'
import { withoutDenied } from './denied.ts'
import { mentions } from './mention.ts'
import { asksForBoth, PICKS, roleIn, shareIn } from './roles.ts'
import { withoutUnasked } from './set-aside.ts'
import { ASKS_AMOUNT } from './wanted.ts'

/** A provision that a message points at, with the words that do. */
export interface Topic {
  provision: Provision
  words: string[]
}

interface Match extends Topic {
  /** The characters of the message that speak of this provision. */
  covered: Set<number>
  /** Only words that people use of other things too point at it (徒弟). */
  hinted: boolean
  /** The words of its alias stand in different sentences. */
  scattered: boolean
}

const SENTENCES = /[。；;！!？?]/u

/** 那这个徒弟要是领满三年呢: somebody who was told of, no apprenticeship. */
const SOMEBODY = /(?<=[这那])[个位名]徒弟/gu

/** 评上了，又拿了奖金，加起来: each is asked about, though one of them speaks of the other. */
const ADDING = /(?:又|还|另外|同时|加上|再加).*(?:[加合]起来|一共|总共|合计|一起)/u
/**
 * What a message is about; `now` is what was said last, which tells for whom. A provision is named by its name or by an alias; the words of an alias written apart
 * ("承办 选拔赛") may stand anywhere. Of two provisions the one that more of the message speaks of is meant.
 */
export function topicsIn(told: string, provisions: Provision[], last: string = told): Topic[] {
  const now = withoutUnasked(last)
  const text = withoutDenied(withoutUnasked(told).replace(SOMEBODY, ''), provisions.flatMap(phrasesOf))
  const vocabulary = provisions.map((provision) => ({
    provision,
    phrases: [...phrasesOf(provision), ...hintsOf(provision)],
  }))
  const found = mentions(
    text,
    [...new Set(vocabulary.flatMap(({ phrases }) => phrases.flat()))].map((word) => ({
      item: word,
      words: [word],
    })),
  )
  const sentences = text.split(SENTENCES)
  const pointed = vocabulary.flatMap(({ provision, phrases }): Match[] => {
    const isSaid = (word: string, alone: boolean) =>
      found.some(({ item }) => item === word) || (!alone && text.includes(word))
    const said = phrases.filter((phrase) => phrase.every((word) => isSaid(word, phrase.length === 1)))
    if (said.length === 0) return []
    const own = new Set(phrases.flat())
    const covered = coverage(text, [...own])
    return covered.size === 0
      ? []
      : [
          {
            provision,
            words: [...own].filter((word) => text.includes(word)),
            covered,
            hinted: isHinted(text, provision),
            scattered: !said.some((phrase) =>
              sentences.some((sentence) => phrase.every((word) => sentence.includes(word))),
            ),
          },
        ]
  })
  const open = withoutBracketed(text, withoutScattered(pointed))
  const sure = open.filter(({ hinted }) => !hinted)
  const likely = sure.length > 0 && !SEVERAL.test(text) ? sure : open
  // 小伙自己呢: of what was asked about, that which is for him.
  const role = (last === told ? undefined : roleIn(now)) ?? shareIn(now)
  const own = likely.filter(({ provision }) => role?.includes(provision.rule.recipient))
  const matches = own.length > 0 ? own : likely
  const everyone = asksForBoth(now) || PICKS.test(now)
  const several = ADDING.test(text)
  const asksAmount = ASKS_AMOUNT.test(now)
  const lists = LISTS.test(text)
  const questions = questionsIn(now)
  const meant = matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          outdoes(other, match) &&
          !(several && sameRecipient(other, match)) &&
          !(lists && hasOwnName(match, other, text)) &&
          !isAskedApart(phrasesOf(match.provision), phrasesOf(other.provision), questions) &&
          !(asksAmount && other.provision.rule.kind !== 'payment' && payout(match) > payout(other)) &&
          (sameRegion(other, match) || saysMore(other, match.provision.region, matches)) &&
          !(everyone && other.provision.rule.recipient !== match.provision.rule.recipient),
      ),
  )
  const topics = narrow(text, now, several ? meant : withoutAsides(text, meant))
  const shared = everyone ? [...topics, ...sharesBeside(topics, provisions)] : topics
  // 单位那份呢: the one share of those that were asked about.
  const picked = asksForBoth(now)
    ? []
    : shared.filter(({ provision }) => role?.includes(provision.rule.recipient))
  return picked.length > 0 ? picked : shared
}

/** 企业, 自己, 认定: beside what is named in one breath, words scattered over a story name nothing. */
function withoutScattered(matches: Match[]): Match[] {
  const named = matches.filter(
    ({ scattered, hinted, words }) => !scattered && !hinted && words.some((word) => word.length >= NAME),
  )
  return matches.filter(
    ({ scattered, covered }) => !scattered || named.every((other) => !other.covered.isDisjointFrom(covered)),
  )
}

const NAME = 4

/** 用在培训上的(一线提升、大师工作室都算): what is named in brackets alone is an example of what stands before them. */
function withoutBracketed(text: string, matches: Match[]): Match[] {
  const inside = new Set(
    [...text.matchAll(/[(（][^()（）]*[)）]/gu)].flatMap(({ index, 0: words }) =>
      Array.from(words, (_, i) => index + i),
    ),
  )
  const outside = matches.filter(({ covered }) => !covered.isSubsetOf(inside))
  return outside.length > 0 ? outside : matches
}

/** The one provision of those that rest on a sentence which most of the message speaks of; null where two are equal. */
export function topicOfSentence(told: string, resting: Provision[]): Topic | null {
  const [best, second] = resting
    .map((provision) => ({ provision, words: wordsOf(provision).filter((word) => told.includes(word)) }))
    .map((topic) => ({ ...topic, size: coverage(told, topic.words).size }))
    .sort((a, b) => b.size - a.size)
  if (best === undefined || (second !== undefined && second.size >= best.size)) return null
  return { provision: best.provision, words: best.words }
}

const wordsOf = (provision: Provision): string[] => [
  ...phrasesOf(provision).flat(),
  ...Object.values(provision.definitions).flatMap((fact) =>
    fact.type === 'choice' ? Object.values(fact.options).flatMap(({ words }) => words) : fact.words,
  ),
]

/** 我带徒弟的那个工作室: what a word or two mention by the way is not asked about beside something named in full. */
function withoutAsides(text: string, matches: Match[]): Match[] {
  if (LISTS.test(text)) return matches
  const most = Math.max(0, ...matches.map(({ covered }) => covered.size))
  return matches.filter(({ covered }) => covered.size > ASIDE || covered.size * 2 > most)
}

const ASIDE = 5
export const LISTS =
  /和|跟(?!团|着|进|多少|几|[投补拨配])|、|还有|另外(?![给补奖配发])|外加|各|分别|以及|同时|加上|又|多少.*多少|[几两三四]个?事|合计|一共|总共|[加合]起来|[加合]一[块起]|[两几]项/u

const hintsOf = ({ rule }: Provision): string[][] => rule.hints.map((hint) => hint.split(' '))

const isHinted = (text: string, provision: Provision): boolean =>
  !phrasesOf(provision).some((phrase) => phrase.every((word) => text.includes(word)))

/** 首席技师奖多少，带徒弟补多少: two questions, both meant. */
const SEVERAL = /多少.*多少|[几两三四]个?事|另外(?![给补奖配发])|还有(?!一?个(?:徒弟|学徒))/u

function coverage(text: string, words: string[]): Set<number> {
  const covered = new Set<number>()
  for (const { start, end } of mentions(
    text,
    words.map((word) => ({ item: word, words: [word] })),
  )) {
    for (let at = start; at < end; at += 1) covered.add(at)
  }
  return covered
}

/** More of the message speaks of the one, and most of what speaks of the other is among it. */
const outdoes = (one: Match, other: Match): boolean =>
  one.covered.size > other.covered.size &&
  one.covered.intersection(other.covered).size * 2 >= other.covered.size

/** 创新工作室跟技能大师工作室: what names the one is more than a part of what names the other. */
function hasOwnName(match: Match, other: Match, text: string): boolean {
  return match.words.some((word) => {
    const at = text.lastIndexOf(word)
    return (word.length > 2 || isOpposed(word, other)) && at >= 0 && !other.covered.has(at)
  })
}

/** 国外 beside 国内: of two that are told apart by one character a short word names one. */
const isOpposed = (word: string, { words }: Match): boolean =>
  word.length === 2 && words.some((other) => other.length === 2 && other[0] === word[0] && other !== word)

/** How much a provision has to say about a sum: it prints one, it pays without naming one, it pays nothing. */
function payout({ provision: { rule } }: Match): number {
  if (!('unstated' in rule.amount)) return 2
  return rule.kind === 'payment' ? 1 : 0
}

const sameRecipient = (a: Match, b: Match): boolean =>
  a.provision.rule.recipient === b.provision.rule.recipient

const sameRegion = (a: Match, b: Match): boolean => a.provision.region === b.provision.region

/** A wider document's provision that is only the sum of what a local one regulates piece by piece outdoes none of it. */
function saysMore({ covered }: Match, region: string, matches: Match[]): boolean {
  const local = matches.filter(({ provision }) => provision.region === region)
  return [...covered].some((at) => !local.some((match) => match.covered.has(at)))
}

/** Names, aliases and the titles that the provision prints an amount for, each as the words that must all be said. */
export function phrasesOf(provision: Provision): string[][] {
  const known = phrases.get(provision) ?? readPhrases(provision)
  phrases.set(provision, known)
  return known
}

const phrases = new WeakMap<Provision, string[][]>()

function readPhrases({ rule, definitions }: Provision): string[][] {
  const choice =
    'times' in rule.amount && typeof rule.amount.of === 'object' && 'by' in rule.amount.of
      ? rule.amount.of.by
      : null
  const definition = choice === null ? undefined : definitions[choice]
  const titles =
    definition?.type === 'choice' && definition.names
      ? Object.entries(definition.options).flatMap(([option, { words }]) => (isPrinted(option) ? words : []))
      : []
  return [...new Set([rule.name, ...rule.aliases, ...titles])].map((alias) => alias.split(' '))
}

/** 他自己和厂里各多少: on the same conditions the same sentence pays another as well. */
function sharesBeside(topics: Topic[], provisions: Provision[]): Topic[] {
  return topics.flatMap(({ provision: one, words }) =>
    provisions
      .filter(
        (other) =>
          !topics.some(({ provision }) => provision === other) &&
          other.rule.recipient !== one.rule.recipient &&
          isOnSameTerms(one, other),
      )
      .map((provision) => ({ provision, words })),
  )
}

/** The same sentence grants another on no conditions but those of the one. */
export function isOnSameTerms(one: Provision, other: Provision): boolean {
  const facts = ({ rule }: Provision) => rule.conditions.flatMap((met) => ('fact' in met ? [met.fact] : []))
  const demanded = facts(other)
  return restOnOne(one, other) && demanded.length > 0 && demanded.every((fact) => facts(one).includes(fact))
}

/** Both rest on the same sentence. */
export const restOnOne = (one: Provision, other: Provision): boolean =>
  one.documentId === other.documentId &&
  one.rule.clauses.some(({ quote }) => other.rule.clauses.some((clause) => clause.quote === quote))

function narrow(text: string, now: string, topics: Match[]): Topic[] {
  const role = roleIn(now)
  return topics.filter((topic) => {
    const rivals = topics.filter(
      (other) => other !== topic && other.covered.intersection(topic.covered).size > 0,
    )
    if (rivals.length === 0) return true
    const { kind, recipient } = topic.provision.rule
    if (
      ASKS_AMOUNT.test(text) &&
      kind === 'treatment' &&
      rivals.some(({ provision }) => provision.rule.kind !== 'treatment')
    )
      return false
    return (
      role === undefined ||
      role.includes(recipient) ||
      !rivals.some(({ provision }) => role.includes(provision.rule.recipient))
    )
  })
}
