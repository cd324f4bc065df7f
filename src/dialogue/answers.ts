import { AMENDS } from './amends.ts'
import type { ConversationState } from './conversation.ts'
import { wantedIn } from './wanted.ts'

/** An answer with an amount: what was said for it, what it was computed from, where and on which day. */
export type Answered = ConversationState['answers'][number]

/** An amount, or whether it is so: what only speaks of awards asks nothing. */
const ASKS =
  /多少|几[个多]?[钱万千百块成]|[吗呢?？]|怎|咋|什么|啥|哪|谁|一共|合计|总共|总额|加起来|(?<!(?:是|都|了)[^，,。；;]{0,9})的$/u

/** As many as are gone back to. */
const MOST = 8
/** As much of what was said for one of them is kept. */
const MOST_SAID = 200

/** The answers so far with one more; a correction, and what only tells, belong to the last of them. */
export function keptAnswers(
  text: string,
  { answers }: Pick<ConversationState, 'answers'>,
  next: Pick<ConversationState, 'last' | 'place' | 'day' | 'question'>,
  isComputed: boolean,
): Answered[] {
  const before = answers.at(-1)
  const pending = before !== undefined && before.cases.length === 0 ? before.said : ''
  const settled = pending === '' ? answers : answers.slice(0, -1)
  const last = settled.at(-1)
  const one = { question: next.question, place: next.place, day: next.day, cases: next.last.cases }
  const said = `${pending}，${text}`.slice(-MOST_SAID)
  if (!isComputed) return [...settled, { ...one, cases: [], said }].slice(-MOST)
  const isSameAsked = last !== undefined && (wantedIn(text).corrects || AMENDS.test(text) || !ASKS.test(text))
  return isSameAsked
    ? [...settled.slice(0, -1), { ...one, said: `${last.said}${said}`.slice(0, MOST_SAID) }]
    : [...settled, { ...one, said }].slice(-MOST)
}
