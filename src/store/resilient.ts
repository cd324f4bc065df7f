import { type ConversationState, EMPTY_STATE } from '../dialogue/conversation.ts'
import type { Conversation, ConversationKey, ConversationStore, Turn } from './conversations.ts'

export interface Health {
  healthy: boolean
  /** Reads and writes that failed since the start. */
  failures: number
}

/** A store that may fail while the service goes on answering; what could not be read or saved is said. */
export interface ResilientStore
  extends Pick<ConversationStore, 'turns' | 'findReply' | 'remove' | 'removeBefore'> {
  /** `unread`: the conversation may exist, its earlier turns could not be read. */
  find(key: ConversationKey): Promise<(Conversation & { unread?: boolean }) | undefined>
  append(key: ConversationKey, turn: Turn, state: ConversationState): Promise<'stored' | 'taken' | 'unsaved'>
  /** While it is ill, looks whether something can be written again. */
  health(): Promise<Health>
}

export interface ResilientOptions {
  /** Called when the store falls ill and when it is well again, not for each failure in between. */
  onChange?: (healthy: boolean, error?: unknown) => void
  /** Conversations held in memory, the latest ones. */
  most?: number
}

interface Held extends Conversation {
  saved: boolean
}

/**
 * Keeps the latest conversations in memory beside the store, so that they go on while it cannot be read or written.
 * A turn that was not saved is not saved later either: the person was told so.
 */
export function resilient(
  store: ConversationStore,
  { onChange = () => undefined, most = 1000 }: ResilientOptions = {},
): ResilientStore {
  const held = new Map<ConversationKey, Held>()
  let failures = 0
  let healthy = true
  let probing: Promise<void> | null = null

  const hold = (key: ConversationKey, conversation: Held): void => {
    held.delete(key)
    held.set(key, conversation)
    const [oldest] = held.keys()
    if (held.size > most && oldest !== undefined) held.delete(oldest)
  }
  const failed = (error: unknown): void => {
    failures += 1
    if (healthy) onChange(false, error)
    healthy = false
  }
  const recovered = (): void => {
    if (!healthy) onChange(true)
    healthy = true
  }
  const probe = async (): Promise<void> => {
    try {
      await store.probe()
      recovered()
    } catch {
      failures += 1
    }
  }

  return {
    async find(key) {
      const kept = held.get(key)
      try {
        const stored = await store.find(key)
        const isAhead = kept?.saved === false && kept.turns === (stored?.turns ?? 0)
        return isAhead ? { state: kept.state, turns: kept.turns } : stored
      } catch (error) {
        failed(error)
        return kept ?? { state: EMPTY_STATE, turns: 0, unread: true }
      }
    },
    async append(key, turn, state) {
      try {
        const outcome = await store.append(key, turn, state)
        recovered()
        if (outcome === 'stored') hold(key, { state, turns: turn.number, saved: true })
        return outcome
      } catch (error) {
        failed(error)
        hold(key, { state, turns: turn.number - 1, saved: false })
        return 'unsaved'
      }
    },
    turns: (key) => store.turns(key),
    findReply: (replyId) => store.findReply(replyId),
    async remove(key) {
      const wasHeld = held.delete(key)
      return (await store.remove(key)) || wasHeld
    },
    async removeBefore(at) {
      const removed = await store.removeBefore(at)
      for (const [key, { saved }] of held) if (saved) held.delete(key)
      return removed
    },
    async health() {
      if (!healthy) {
        probing ??= probe().finally(() => {
          probing = null
        })
        await probing
      }
      return { healthy, failures }
    },
  }
}
