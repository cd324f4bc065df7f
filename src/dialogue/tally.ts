import Big from 'big.js'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { PAUSE } from './assign.ts'
import { ownNumbers } from './divided.ts'
import type { Mention } from './mention.ts'
import { numbersIn } from './numbers.ts'
import { people } from './people.ts'
import type { Said } from './said.ts'
import { PIECE } from './segments.ts'
import type { Topic } from './topic.ts'
import { optionsNamed, truths } from './truths.ts'

/** People, or the things that stand for a case each. */
export const EACH_ONE = /^[人名位个家所座间项支场]$/u
/** 各3人, 三个人都: as many of every one, not all of them together. */
const OF_EACH = /(?:[各都每]|分别)(?:是|有|评|拿)?$/u
const EVERY_ONE = /^(?:人|工友|师傅|徒弟|职工|同事|选手)?(?:都|全都|均|一起|同时|每)/u
/** 我和徒弟两个，又拿了…: one award beside the other, to the same ones. */
const TO_THE_SAME = /又|同时|既|再/u
/** 两个人，都评上大工匠，都…: every award to all of them. */
const TO_ALL = /都|均/u

/** Whatever stands for a case each, as it is counted. */
export const headsIn = (text: string): Said[] =>
  numbersIn(text).filter(({ kind, unit, rate }) => kind === 'count' && EACH_ONE.test(unit) && rate !== true)

const isOfEach = ({ start, end }: Said, text: string): boolean =>
  OF_EACH.test(text.slice(0, start)) || EVERY_ONE.test(text.slice(end))

/** How many all of them are together. */
export const sumOf = (numbers: Said[]): Big =>
  numbers.reduce((sum, { value }) => sum.plus(value.min ?? '0'), new Big('0'))

const isWorth = ({ value }: Said, sum: Big): boolean =>
  value.min?.eq(sum) === true && value.max?.eq(sum) === true

/** How many there are of one that is named: as many as are counted with it, or else one. */
const countedOr1 = (own: Said[]): Big => (own.length === 0 ? ONE : sumOf(own))
const ONE = new Big('1')

/** The text without those numbers. */
export const without = (text: string, numbers: Said[]): string =>
  numbers
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)

/** What of one provision only counts all who are named, or parts that differ in nothing, is left out. */
export function withoutTally(text: string, definitions: FactDefinitions): string {
  const several = Object.values(definitions)
    .map((definition) => optionsNamed(text, definition))
    .find((options) => new Set(options.map(({ item }) => item)).size > 1)
  return several === undefined ? withoutIdleParts(text, definitions) : withoutTallyOfOptions(text, several)
}

/**
 * 师徒两个，一个拿了大工匠，一个…, 公司三个人，老方大工匠，小沈和小许…: what only counts all who are named with different
 * awards counts none of them, and is left out.
 */
function withoutTallyOfOptions(text: string, options: Mention<string>[]): string {
  const heads = headsIn(text)
  const items = [...new Set(options.map(({ item }) => item))]
  if (items.length < 2 || heads.length === 0) return text
  const parted = partedIn(text)
  if (parted !== null && parted.parts.length === items.length)
    return without(text, [parted.whole, ...parted.again])
  const own = ownNumbers([...heads, ...people(text)], options, text)
  const placed = [...own.values()].flat()
  const sum = items.reduce((all, item) => all.plus(countedOr1(own.get(item) ?? [])), new Big('0'))
  return without(
    text,
    heads.filter((one) => isWorth(one, sum) && !placed.includes(one) && !isOfEach(one, text)),
  )
}

/** The same of different awards that are named side by side: 老葛享受特殊津贴，小吕评上金华工匠，两个人合计. */
export function withoutTallyOfTopics(text: string, topics: Topic[]): string {
  const heads = headsIn(text)
  if (new Set(topics.map(({ provision }) => provision)).size < topics.length) return text
  if (topics.length < 2 || heads.length === 0 || TO_THE_SAME.test(text)) return text
  const pieces = piecesOf(text)
  // 一行9人，3人出国，其余6人国内: the whole is told beside its parts.
  const parted = partedIn(text)
  const named = parted?.parts.map(({ start }) => {
    const own = pieces.find((piece) => piece.start <= start && start < piece.end)?.text ?? ''
    return topics.find((topic) => isNamedIn(topic, own, topics))
  })
  if (parted != null && named?.every((one) => one !== undefined) && new Set(named).size === topics.length)
    return without(text, [parted.whole, ...parted.again])
  const naming = pieces.filter((piece) => topics.some((topic) => isNamedIn(topic, piece.text)))
  if (naming.some((piece) => TO_ALL.test(piece.text))) return text
  // 选拔赛，两个工种；另有1个集训基地: what stands between those that are named counts the one before it.
  const [first, last] = [naming[0]?.start ?? 0, naming.at(-1)?.end ?? 0]
  const within = (one: Said) => one.start >= first && one.end <= last
  const sum = topics.reduce((all, topic) => {
    const own = naming.filter((piece) => isNamedIn(topic, piece.text, topics))
    const counted = own.flatMap((piece) => {
      const behind = text.slice(piece.end, naming.find(({ start }) => start >= piece.end)?.start ?? piece.end)
      return [...headsIn(piece.text + behind), ...people(piece.text)]
    })
    return all.plus(countedOr1(counted))
  }, new Big('0'))
  return without(
    text,
    heads.filter(
      (one) =>
        isWorth(one, sum) && !within(one) && (!isOfEach(one, text) || OF_ONE_PLACE.test(text.slice(one.end))),
    ),
  )
}

/** 咱俩都是金华的: where they are from, not what each of them got. */
const OF_ONE_PLACE = /^都是[^，,。；;]{2,5}(?:的|人)(?=[，,。；;]|$)/u

interface Piece {
  text: string
  start: number
  end: number
}

function piecesOf(text: string): Piece[] {
  let start = 0
  return text.split(PIECE).map((piece) => {
    const from = start
    start += piece.length
    return { text: piece, start: from, end: start }
  })
}

/** Whether a piece names a topic, by words that none of the others has. */
function isNamedIn({ provision, words }: Topic, piece: string, others: Topic[] = []): boolean {
  const shared = others.filter((one) => one.provision !== provision).flatMap((one) => one.words)
  return words.some(
    (word) => word.length > 1 && piece.includes(word) && !shared.some((other) => other.includes(word)),
  )
}

/**
 * 三个工作室，一个是前年，两个是今年，三个一共: parts of which nothing is told that counts are left out, and so is a part
 * that the question says again (评上的这三个).
 */
function withoutIdleParts(text: string, definitions: FactDefinitions): string {
  const told = partedIn(text)
  if (told === null) return text
  const { whole, parts, again } = told
  const tellings = parts.map((part, i) => {
    const until = parts[i + 1]?.start ?? text.length
    // 紧缺工种的10个、普通工种24个: what stands before a number in its breath is told of it.
    const next = until - (text.slice(part.end, until).split(PAUSE).at(-1)?.length ?? 0)
    const before = text.slice(0, part.start).split(PAUSE).at(-1) ?? ''
    return tellingOf(before + (text.slice(part.start, next).split(SENTENCE)[0] ?? ''), definitions)
  })
  // 两个骨干教师，一个实习老师: parts of which the same is told.
  if (new Set(tellings).size === 1) return without(text, [...parts, ...again])
  // One of each, and all of them said again, tells that there are several cases.
  const isOneEach = parts.every((part) => isWorth(part, ONE))
  return without(
    text,
    again.filter((one) => !isOneEach || !isWorth(one, sumOf([whole]))),
  )
}

/** Whether a message counts all of them and their parts: 三个，一个是前年，两个是今年. */
export const isParted = (text: string): boolean => partedIn(text) !== null

/** 去年10个，今年12个，22个一共: without what only adds the parts up. */
export function withoutWhole(text: string): string {
  const parted = partedIn(text)
  if (parted === null) return text
  const { whole, again } = parted
  return without(text, [whole, ...again.filter((one) => isWorth(one, sumOf([whole])))])
}

interface Parted {
  whole: Said
  parts: Said[]
  /** Said once more in the question. */
  again: Said[]
}

function partedIn(text: string): Parted | null {
  const heads = headsIn(text)
  if (heads.length < 3) return null
  const question = text.split(SENTENCE).findLast((one) => one.trim() !== '') ?? text
  const asked = text.lastIndexOf(question)
  const again = heads.filter(
    (one, i) => heads.slice(0, i).some((other) => isWorth(one, sumOf([other]))) && isAsked(one, asked, text),
  )
  // 一家单位报了四个: an article counts nothing.
  const from = Math.max(
    0,
    heads.findIndex(({ value }) => value.min?.gt(ONE)),
  )
  const [whole, ...parts] = heads.slice(from).filter((one) => !again.includes(one))
  return whole !== undefined && parts.length > 1 && isWorth(whole, sumOf(parts))
    ? { whole, parts, again }
    : null
}

const SENTENCE = /[。；;！!？?]/u
const ASKS = /多少|几|各|分别|一共|合计|总共|加起来/u

const isAsked = ({ start, end }: Said, sentence: number, text: string): boolean =>
  start >= sentence || ASKS.test(text.slice(end).split(PAUSE)[0] ?? '')

/** What is told that counts: what holds, what is named, how much of anything else. */
const tellingOf = (told: string, definitions: FactDefinitions): string =>
  JSON.stringify([
    truths(told, definitions, null),
    Object.values(definitions).flatMap((definition) =>
      optionsNamed(told, definition).map(({ item }) => item),
    ),
    numbersIn(told)
      .filter(({ kind, unit }) => kind !== 'bare' && !(kind === 'count' && EACH_ONE.test(unit)))
      .map(({ unit, value }) => [unit, value]),
  ])
