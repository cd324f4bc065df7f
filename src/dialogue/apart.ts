import Big from 'big.js'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { Said } from './said.ts'
import { optionsIn } from './truths.ts'

/** What stands between two breaks of a message. */
interface Part {
  text: string
  /** What is told: units of numbers, names of choices. */
  kinds: string[]
  numbers: Said[]
}

/** One of the cases that a message tells apart: nothing is told twice in it. */
interface Told {
  parts: Part[]
  kinds: string[]
  numbers: Said[]
}

const SEVERAL =
  /各|分别|每[家所]|一共|合计|总共|统共|拢共|加起来|加一起|加一块|总的|总数|(?<!工资|薪酬|薪资|经费|投资|项目|资金)总额|多少.*多少/u
const ASKS = /多少|好多|几(?:个)?[钱块万多]|各|分别|每[家所]|一共|合计|总共|加起来|总的|总数/u
const SENTENCES = /[。；;！!？?：:]/u
const PIECES = /[。；;！!？?：:，,、]/u

/**
 * 甲…28万；乙…18万，各多少: the message in as many parts as it tells cases apart, each with what is common to all; null
 * where it tells of one. What is told twice tells two cases.
 */
export function toldApart(text: string, numbers: Said[], definitions: FactDefinitions): string[] | null {
  if (!SEVERAL.test(text)) return inGroups(text, numbers, definitions)
  return bySentence(text, numbers, definitions) ?? byPiece(text, numbers, definitions)
}

/**
 * 老厂10个徒弟带了两年，新厂6个徒弟带了三年; 电工班32名学生，焊工班28名学生: without a word for several, piece after piece
 * tells the same, two numbers of two kinds or one of the same noun for something else.
 */
function inGroups(text: string, numbers: Said[], definitions: FactDefinitions): string[] | null {
  const parts = partsOf(text, PIECES, numbers, definitions)
  const told = parts.filter((part) => part.numbers.length > 0 && part.kinds.length > 0)
  const [first, ...others] = told
  if (first === undefined || others.length === 0) return null
  const kinds = first.kinds.toSorted().join()
  if (!others.every((part) => part.kinds.toSorted().join() === kinds)) return null
  if (!first.kinds.every((kind) => isOnly(kind, definitions))) return null
  const isGroup = first.numbers.length > 1 || told.every((part) => isOfNoun(part, first))
  return isGroup && !isSaidAgain(told.map((part) => together([part])))
    ? assembled(
        parts,
        told.map((part) => together([part])),
      )
    : null
}

/** 车工班4名学徒, 钳工班9名学徒: as many of the same noun, and each of something named before it. */
function isOfNoun({ text, numbers }: Part, other: Part): boolean {
  const noun = (part: Part) => part.text.split(part.numbers[0]?.text ?? '')[1] ?? ''
  const [label = ''] = text.split(numbers[0]?.text ?? '')
  return noun({ text, numbers, kinds: [] }) === noun(other) && GROUP.test(label)
}

/** 报了30个人，来了25个人 are the same people; 车工班, 二车间, 新厂那个 are groups. */
const GROUP = /(?:[班厂校组店队部]|车间|公司|那[个边家批])$/u

/** Each sentence is a case of its own where two or more tell the same kinds of things. */
function bySentence(text: string, numbers: Said[], definitions: FactDefinitions): string[] | null {
  const parts = partsOf(text, SENTENCES, numbers, definitions)
  const telling = parts.filter(
    (part, i) => part.kinds.length > 0 && !isQuestion(part.text) && !asksAgain(part, parts.slice(0, i)),
  )
  const numbered = telling.filter((part) => part.numbers.length > 0)
  const cases = numbered.length > 1 ? numbered : telling
  const told = withoutCounting(cases.map((part) => together([part])))
  const [first, ...others] = told
  if (first === undefined || others.length === 0) return null
  if (!others.every(({ kinds }) => kinds.toSorted().join() === first.kinds.toSorted().join())) return null
  if (isSaidAgain(told) || announces(first, others)) return null
  return assembled(parts, told)
}

/** 两家企业：甲20人，乙35人: the first only counts what the other tells one by one. */
const announces = ({ numbers: [count, ...further], kinds }: Told, [list, ...others]: Told[]): boolean =>
  kinds.join() === HEADS &&
  further.length + others.length === 0 &&
  list !== undefined &&
  list.numbers.length > 1 &&
  count?.value.min?.eq(String(list.numbers.length)) === true

/** A case goes on until something is told that it has already; what only the last one tells holds for all. */
function byPiece(text: string, numbers: Said[], definitions: FactDefinitions): string[] | null {
  const parts = partsOf(text, PIECES, numbers, definitions)
  const told = parts.filter(({ text: own }) => !ASKS.test(own))
  const asking = partsOf(text, SENTENCES, numbers, definitions).filter(({ text: own }) => ASKS.test(own))
  // …。金牌的、铜牌的各多少: what the question says again is told before it.
  const before = told.filter((part) => !asking.some(({ text: own }) => own.includes(part.text)))
  return casesOf(before, parts, definitions) ?? casesOf(told, parts, definitions)
}

function casesOf(told: Part[], parts: Part[], definitions: FactDefinitions): string[] | null {
  const cases: Part[][] = []
  for (const part of told) {
    const current = cases.at(-1)
    const isNew = part.kinds.some((kind) => current?.some(({ kinds }) => kinds.includes(kind)) ?? true)
    const before = cases.at(-2)?.flatMap(({ kinds }) => kinds)
    const isOfAll = before !== undefined && !isNew && !part.kinds.some((kind) => before.includes(kind))
    if (isNew) cases.push([part])
    else if (current !== undefined && part.kinds.length > 0 && !isOfAll) current.push(part)
  }
  const joined = withoutCounting(withoutIntroduction(cases).map(together))
  const [first, ...others] = joined
  if (first === undefined || others.length === 0) return null
  const shared = first.kinds.filter((kind) => others.every(({ kinds }) => kinds.includes(kind)))
  if (!shared.some((kind) => isOnly(kind, definitions)) || isSaidAgain(joined)) return null
  return assembled(parts, joined)
}

/** 请来两位，一位16万，一位12万: the first case begins behind what counts them all. */
function withoutIntroduction(cases: Part[][]): Part[][] {
  const [[introduction, ...first] = [], ...others] = cases
  const counts =
    introduction !== undefined &&
    first.length > 0 &&
    introduction.kinds.join() === HEADS &&
    introduction.numbers.every(({ value }) => value.min?.eq(String(cases.length))) &&
    others.every((one) => !one.some(({ kinds }) => kinds.includes(HEADS)))
  return counts ? [first, ...others] : cases
}

/** 30个人上了课，30个人全考下来了: the same number is told again. */
const isSaidAgain = (cases: Told[]): boolean =>
  cases.every(({ kinds, numbers }) => numbers.length > 0 && kinds.length === 1) &&
  new Set(cases.map(({ numbers }) => numbers.map(({ value }) => `${value.min}—${value.max}`).join())).size ===
    1

const isQuestion = (text: string): boolean => ASKS.test(text) && !/[，,].*\d/u.test(text)

/** 一共5个，里面2个…。5个人总共多少: a question that only says again how many there are tells no case. */
const asksAgain = ({ text, numbers }: Part, before: Part[]): boolean =>
  ASKS.test(text) &&
  numbers.length > 0 &&
  before.some(({ numbers: told }) => told.length > numbers.length) &&
  numbers.every(({ value }) =>
    before.some(({ numbers: told }) => told.some((one) => value.min?.eq(String(one.value.min)))),
  )

/** 三家，甲…，乙…，丙…; 6个学徒，3个带一年，3个带两年: how many are told apart is no case. */
function withoutCounting(cases: Told[]): Told[] {
  const [first, ...others] = cases
  const counts = first?.numbers.every(
    ({ kind, value }) =>
      kind === 'count' &&
      (value.min?.eq(String(others.length)) ||
        (first.kinds.join() === HEADS && value.min?.eq(headsOf(others)))),
  )
  return first !== undefined && counts && others.length > 1 && first.numbers.length > 0 ? others : cases
}

/** As many as all of these are together; none where one of them tells no number. */
const headsOf = (cases: Told[]): string => {
  const heads = cases.map(({ numbers }) => numbers.find((one) => kindOf(one) === HEADS)?.value.min ?? null)
  return (
    heads
      .reduce<Big | null>((sum, one) => (sum === null || one === null ? null : sum.plus(one)), new Big('0'))
      ?.toFixed() ?? '-1'
  )
}

/** Every case with what is told of all, in the order in which it is told; a number there that counts them is left out. */
function assembled(parts: Part[], cases: Told[]): string[] {
  const pieces = parts.map((part) => {
    const owner = cases.find((one) => one.parts.includes(part))
    const text = owner === undefined ? withoutCounts(part, cases.length) : part.text
    return { owner, text: text.replace(/各|分别/gu, '') }
  })
  return cases.map((one) =>
    pieces
      .filter(({ owner }) => owner === undefined || owner === one)
      .map(({ text }) => text)
      .join('，'),
  )
}

const withoutCounts = ({ text, numbers }: Part, cases: number): string =>
  numbers
    .filter(
      (one) =>
        kindOf(one) === HEADS ||
        (ASKS.test(text) && one.kind === 'count' && one.value.min?.eq(String(cases))),
    )
    .reduce((left, { text: words }) => left.replace(words, ''), text)

const together = (parts: Part[]): Told => ({
  parts,
  kinds: parts.flatMap(({ kinds }) => kinds),
  numbers: parts.flatMap(({ numbers }) => numbers),
})

/** Only one fact can be meant by what is told twice, so that it must be told of two cases. */
function isOnly(kind: string, definitions: FactDefinitions): boolean {
  const facts = Object.entries(definitions).filter(([name, fact]) =>
    fact.type === 'choice'
      ? name === kind
      : fact.type === 'count'
        ? groupOf(fact.unit) === kind
        : fact.type === kind,
  )
  return facts.length === 1
}

function partsOf(text: string, breaks: RegExp, numbers: Said[], definitions: FactDefinitions): Part[] {
  const parts: Part[] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !breaks.test(text[at] as string)) continue
    if (at > start) parts.push(partOf(text, start, at, numbers, definitions))
    start = at + 1
  }
  return parts
}

function partOf(text: string, start: number, end: number, all: Said[], definitions: FactDefinitions): Part {
  const own = text.slice(start, end)
  const groups = new Set(
    Object.values(definitions).map((fact) => (fact.type === 'count' ? groupOf(fact.unit) : fact.type)),
  )
  const numbers = all.filter(
    (one) =>
      one.start >= start &&
      one.end <= end &&
      one.rate !== true &&
      groups.has(kindOf(one)) &&
      // 一个班30人: one of them tells no number.
      !(kindOf(one) === HEADS && one.value.min?.eq('1') && !one.text.startsWith('1')),
  )
  const choices = Object.entries(definitions).flatMap(([name, fact]) =>
    optionsIn(own, fact).length > 0 ? [name] : [],
  )
  // 都领了一年半: told of every case.
  const told = [...new Set([...numbers.map(kindOf), ...choices])]
  const kinds = /都|均|统一/u.test(own) && told.length === 1 ? [] : told
  return { text: own, kinds, numbers }
}

const HEADS = 'heads'

const kindOf = ({ kind, unit, text }: Said): string =>
  kind === 'count' ? groupOf(unit) : kind === 'bare' && /^\d{4,}/u.test(text) ? 'money' : kind

const groupOf = (unit: string): string =>
  unit === '个月' ? '月' : /^[人名位个家所座间项支场]$/u.test(unit) ? HEADS : unit
