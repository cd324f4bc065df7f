import { AMENDS } from './amends.ts'
import { asks } from './asking.ts'
import type { ConversationState } from './conversation.ts'
import type { Vocabulary } from './kinds-told.ts'
import { named } from './labels.ts'
import { numbersIn } from './numbers.ts'
import { casesToldIn } from './told-cases.ts'
import { wantedIn } from './wanted.ts'

/** As much of what was told is kept. */
const MOST = 600

/** What is told one by one by now: by this message, or by those before it and this one. */
export function keptTold(
  text: string,
  state: ConversationState,
  vocabulary: Vocabulary,
): ConversationState['told'] {
  const { told, question, preface, facts } = state
  const now = casesToldIn(text, vocabulary)
  const cases = told === null ? null : casesToldIn(told.text, vocabulary)
  const isSame = now?.names.every((name) => cases?.names.includes(name)) && !asks(text)
  if (now !== null && !isSame) return { text, before: { question, preface, facts } }
  if (told === null || cases === null) return null
  const own = named(text, cases.labels)
  const hasNumber = numbersIn(text).some(({ rate }) => rate !== true)
  // 不对，是10个月: of whom, is not said.
  const { corrects, asksAmount, total } = wantedIn(text)
  if (corrects || (hasNumber && AMENDS.test(text))) return null
  if (asks(text) || asksAmount || total) return told
  if (hasNumber && own.length === 0 && !OF_ALL.test(text)) return null
  return { ...told, text: `${told.text}。${text}`.slice(0, MOST) }
}

const OF_ALL = /都|均|全部|统一|各/u
