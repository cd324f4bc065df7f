import { readState, writeState } from '../dialogue/conversation.ts'
import type { ConversationKey, ConversationStore, Turn } from '../store/conversations.ts'

interface Kept {
  state: string
  turns: string[]
  count: number
  updatedAt: number
}

/**
 * Conversations of this process only; those that were quiet longest go first, so that memory stays bounded. Kept as
 * text, as on a disk: nobody can change what was stored.
 */
export function createMemoryStore({ most = 10_000 }: { most?: number } = {}): ConversationStore {
  const kept = new Map<ConversationKey, Kept>()
  const read = (json: string): Turn => JSON.parse(json) as Turn

  return {
    async find(key) {
      const found = kept.get(key)
      return found === undefined ? undefined : { state: readState(found.state), turns: found.count }
    },
    async append(key, turn, state) {
      const before = kept.get(key) ?? (turn.number === 1 ? { turns: [], count: 0 } : undefined)
      if (before?.count !== turn.number - 1) return 'taken'
      kept.delete(key)
      kept.set(key, {
        state: writeState(state),
        turns: [...before.turns, JSON.stringify(turn)],
        count: turn.number,
        updatedAt: turn.at,
      })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return 'stored'
    },
    async turns(key) {
      return (kept.get(key)?.turns ?? []).map(read)
    },
    async findReply(replyId) {
      for (const { turns } of kept.values()) {
        const found = turns.map(read).find((turn) => turn.replyId === replyId)
        if (found !== undefined) return found
      }
      return undefined
    },
    async remove(key) {
      return kept.delete(key)
    },
    async removeBefore(at) {
      let removed = 0
      for (const [key, conversation] of kept) {
        const turns = conversation.turns.filter((json) => read(json).at >= at)
        removed += conversation.turns.length - turns.length
        if (conversation.updatedAt < at) kept.delete(key)
        else kept.set(key, { ...conversation, turns })
      }
      return removed
    },
    async probe() {},
  }
}
