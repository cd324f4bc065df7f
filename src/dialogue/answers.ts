import { AMENDS } from './amends.ts'
import { asks } from './asking.ts'
import type { ConversationState } from './conversation.ts'
import { wantedIn } from './wanted.ts'

/** An answer with an amount: what was said for it, what it was computed from, where and on which day. */
export type Answered = ConversationState['answers'][number]

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
  const isSameAsked = last !== undefined && (wantedIn(text).corrects || AMENDS.test(text) || !asks(text))
  return isSameAsked
    ? [...settled.slice(0, -1), { ...one, said: `${last.said}${said}`.slice(0, MOST_SAID) }]
    : [...settled, { ...one, said }].slice(-MOST)
}
