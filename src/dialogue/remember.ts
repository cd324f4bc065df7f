import type { ConversationState } from './conversation.ts'
import type { Turn } from './setting.ts'
import type { Understanding } from './understand.ts'

/** As many questions as one conversation comes back to. */
const MOST_RECENT = 6

/** What holds for the turns to come: place, day and what was asked. */
export function remember(
  understood: Understanding,
  { asOf, state }: Pick<Turn, 'asOf' | 'state'>,
): ConversationState {
  const { places, day, topics, elsewhere } = understood
  const hasTopic = topics.length + elsewhere.length > 0
  const question = hasTopic ? understood.question : understood.tells ? state.question : understood.text
  // 贵州来的学生到金华: the place that a rule was found for outlasts one that no document holds for.
  const found = places.findLast(({ name }) => topics.some(({ provision }) => provision.region === name))
  // Only one place has such a rule: it is the one talked about from now on.
  const [only, ...others] = new Set(topics.map(({ provision }) => provision.region))
  const place = (found ?? places.at(-1))?.name ?? state.place ?? (others.length === 0 ? (only ?? null) : null)
  const asked = understood.tells || understood.elliptic || understood.unknown ? state.asked : understood.text
  const questions =
    place === null || question === '' ? state.questions : { ...state.questions, [place]: question }
  const recent =
    question === '' || question === state.recent.at(-1)
      ? state.recent
      : [...state.recent.filter((one) => one !== question), question].slice(-MOST_RECENT)
  const named = understood.named.length > 0 ? understood.named : place === state.place ? state.named : []
  const unknown = understood.unknown ? understood.text : ''
  const known = day === asOf ? state.day : day
  return { ...state, recent, place, named, day: known, question, questions, asked, unknown }
}
