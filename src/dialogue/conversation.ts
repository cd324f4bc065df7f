import type { FactValues } from './facts.ts'

/** What holds until it is corrected: typed facts, not prose. */
export interface ConversationState {
  /** The place said last, null while none was. */
  place: string | null
  day: string | null
  /** The last message that named a topic: of another place it may mean another provision. */
  question: string
  facts: FactValues
}

export const EMPTY_STATE: ConversationState = { place: null, day: null, question: '', facts: {} }

/** Where conversations are kept. The id is the capability: whoever has it may read and continue. */
export interface Conversations {
  find(id: string): Promise<ConversationState | undefined>
  save(id: string, state: ConversationState): Promise<void>
}
