import { type Book, findProvision } from '../entitlements/book.ts'
import type { ConversationState } from './conversation.ts'
import type { Topic } from './topic.ts'

const ASKED = '(?:我)?(?:问|说|讲|提|算)(?:到|过)?的?'
const ONE = '[个种项样条笔类]'
/** What stands behind a word that points, where that names nothing itself (not 前面那个工作室). */
const ALONE =
  '(?=$|[，,。；;！!？?\\s]|[我再又还也是呢的啊多给能要换改变升降带如假倘那]|到底|究竟|如果|一共|最[高多]|到|怎)'
const FIRST = new RegExp(
  `(?:(?<![\\d一二两三四五六七八九十])头一?${ONE}|第一${ONE}|最(?:先|早|开?头|开始)|一开始|开头|先(?=[说问提]的))(?:${ASKED}|[那这])*(?:一?${ONE})?${ALONE}`,
  'u',
)
const BEFORE = new RegExp(
  `(?:前一${ONE}|上一?${ONE}|(?:前[面头]|先[前头])(?:${ASKED}|[那这])+(?:一?${ONE})?)${ALONE}`,
  'u',
)
/** 头一个多少, 还是前一种: whatever points at an answer before the last, without a name. */
export const withoutPointing = (text: string): string =>
  isPointing(text) ? text.replace(FIRST, '').replace(BEFORE, '') : text

/** Which answer is pointed at without a name: the first of all, or the one before the last. */
export const pointsAt = (text: string): 'first' | 'before' | null =>
  FIRST.test(text) ? 'first' : BEFORE.test(text) ? 'before' : null

const isPointing = (text: string): boolean => FIRST.test(text) || BEFORE.test(text)

/** What was computed before the last answer and is pointed at without a name (头一个我再确认下); null where nothing is. */
export function pointedBack(
  text: string,
  { results, last }: Pick<ConversationState, 'results' | 'last'>,
): ConversationState['results'][number] | null {
  // 头一家, of several in one answer: one of those.
  if (last.cases.length > 1 || results.length < 2 || !isPointing(text)) return null
  const meant = FIRST.test(text) ? results[0] : results.at(-2)
  return meant !== undefined && meant.provision !== last.cases[0]?.provision ? meant : null
}

/** What it is computed from. */
export const topicsPointedAt = (
  book: Book,
  { provision: id }: ConversationState['results'][number],
): Topic[] => {
  const provision = findProvision(book, id)
  return provision === undefined ? [] : [{ provision, words: [] }]
}
