import { type Book, findProvision } from '../entitlements/book.ts'
import { AMENDS } from './amends.ts'
import { type FactValues, isSame } from './assign.ts'
import type { ConversationState } from './conversation.ts'
import { factsIn } from './facts.ts'
import { numbersIn } from './numbers.ts'
import { type Case, placeIn } from './results.ts'
import { settledBy } from './settled.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/** Several cases as they stand with one of them put right, and those in whose place they stand. */
export interface PutRight {
  cases: Case[]
  of: Case[]
}

const ASKS = /多少|几[个万千百]|要是|如果|假如|呢[?？。!！]*$/u
const EACH = /各|分别|每/u
/** It differs from what was said. */
const DIFFERS = /缩|减|扣|退|走|掉|撤|删|少|多|补|漏|剩|改|换|推迟|延|跳槽|不算|不合格/u

/**
 * 中级那组又多了一个，5个, after 初级的7个，中级的4个: of several that were answered, together or one after the other, the one
 * whose number it is or that it calls as it was called. Null where none is put right, or it is not clear which.
 */
export function partPutRight(
  book: Book,
  { followsUp, text, told }: Pick<Understanding, 'followsUp' | 'text' | 'told'>,
  { corrects, total }: Pick<Wanted, 'corrects' | 'total'>,
  state: ConversationState,
): PutRight | null {
  const differs = corrects || AMENDS.test(text) || DIFFERS.test(text)
  if (!followsUp && !total && !differs) return null
  // 西边那厂改成16个，它是多少: asked of that one alone.
  const ofOne = ASKS.test(text) && !total && !EACH.test(text)
  if (!differs || ofOne || (ASKS.test(text) && !total && !corrects && !EACH.test(text))) return null
  const lists = [state.last.cases, ...(total ? [state.results] : [])].filter(({ length }) => length > 1)
  for (const list of lists) {
    const at = settledAt(book, told, list) ?? calledAt(text, list, state)
    const one = at === null ? undefined : list[at]
    const facts = one === undefined ? null : retold(book, told, one)
    if (facts !== null)
      return { cases: list.map((other) => (other === one ? { ...other, facts } : other)), of: list }
  }
  return null
}

/** 一组缩成一年了: no more than one of several is put right. */
export const ofOneNumber = (told: string): boolean =>
  !/都|均|每|各|全/u.test(told) &&
  numbersIn(told).filter(({ unit, rate }) => rate !== true && !/^[组班批期]$/u.test(unit)).length === 1

const definitionsOf = (book: Book, { provision }: Case) => findProvision(book, provision)?.definitions ?? {}

/** 退了2个，剩30个: the one that had 32. */
function settledAt(book: Book, told: string, list: Case[]): number | null {
  const [at, ...others] = list.flatMap((one, i) =>
    settledBy(told, definitionsOf(book, one), one.facts) === null ? [] : [i],
  )
  return at === undefined || others.length > 0 ? null : at
}

/** Whether one of several is put right by how it differs and what that comes to. */
export const putsPartRight = (book: Book, text: string, { last, results }: ConversationState): boolean =>
  [last.cases, results].some((list) => list.length > 1 && settledAt(book, text, list) !== null)

/** The facts of a case with what is told otherwise now; null where nothing is, or several cases are told. */
function retold(book: Book, told: string, { provision, facts }: Case): FactValues | null {
  const definitions = definitionsOf(book, { provision, facts })
  const [now, ...others] = factsIn(told, definitions, null, facts)
  // 杰出的漏了一个: of another title than that.
  const isOfAnother = Object.entries(now ?? {}).some(
    ([name, value]) => typeof value === 'string' && facts[name] !== undefined && facts[name] !== value,
  )
  if (isOfAnother) return null
  const changed = Object.entries(now ?? {}).filter(([name, value]) => {
    const before = facts[name]
    return typeof value === 'object' && typeof before === 'object' && !isSame(value, before)
  })
  return changed.length === 0 || others.length > 0 ? null : { ...facts, ...Object.fromEntries(changed) }
}

/** 第二批, 甲校, 一组: the one that is called as it was when its number was told. */
function calledAt(text: string, list: Case[], state: ConversationState): number | null {
  const place = placeIn(text)
  if (place !== null) return list.at(place) === undefined ? null : place < 0 ? list.length + place : place
  const before = [state.question, state.asked, ...state.recent.toReversed(), state.preface]
  const called = list.map((one) => new Set(pairsOf(calledIn(before, one, list))))
  const scores = called.map(
    (own, i) =>
      [...own].filter((pair) => text.includes(pair) && !called.some((other, j) => j !== i && other.has(pair)))
        .length,
  )
  const most = Math.max(...scores)
  return most === 0 || scores.filter((score) => score === most).length > 1 ? null : scores.indexOf(most)
}

const PAUSE = /[，,。；;、！!？?]/u

/** What stands beside the number that a case has and the others have not. */
function calledIn(before: string[], { facts }: Case, list: Case[]): string {
  const own = Object.entries(facts).flatMap(([name, value]) => {
    const isOwn = list.every(
      (other) => other.facts === facts || JSON.stringify(other.facts[name]) !== JSON.stringify(value),
    )
    return typeof value === 'object' && isOwn ? [value] : []
  })
  for (const piece of before.flatMap((one) => one.split(PAUSE))) {
    const number = numbersIn(piece).find(({ value }) => own.some((one) => isSame(one, value)))
    if (number !== undefined) return `${piece.slice(0, number.start)}，${piece.slice(number.end)}`
  }
  return ''
}

const pairsOf = (text: string): string[] =>
  [...text]
    .slice(1)
    .flatMap((sign, i) => (PAUSE.test(sign) || PAUSE.test(text[i] ?? '') ? [] : [`${text[i]}${sign}`]))
