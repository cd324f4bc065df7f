import type { ConversationState, Conversations } from '../dialogue/conversation.ts'

const MOST = 10_000

/** Conversations of this process only; the oldest go first, so that memory stays bounded. */
export function memoryConversations(): Conversations {
  const states = new Map<string, ConversationState>()
  return {
    async find(id) {
      return states.get(id)
    },
    async save(id, state) {
      states.delete(id)
      states.set(id, state)
      const [oldest] = states.keys()
      if (states.size > MOST && oldest !== undefined) states.delete(oldest)
    },
  }
}
