import type { Answer } from '../answer/reply.ts'
import type { ConversationState } from '../dialogue/conversation.ts'

/** SHA-256 of a conversation's id: the id is a capability, so it reaches no store and no log. */
export type ConversationKey = string & { readonly brand: unique symbol }

export async function keyOf(id: string): Promise<ConversationKey> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') as ConversationKey
}

export interface Conversation {
  state: ConversationState
  /** How many turns are stored: the next one has the number after. */
  turns: number
}

/** One message with its reply. The message is masked before it comes here. */
export interface Turn {
  /** From 1, without gaps. */
  number: number
  /** Milliseconds since 1970. */
  at: number
  replyId: string
  message: string
  reply: Answer
}

/** The port. Every call is atomic: it happens whole or not at all, and once it returned it outlives the process. */
export interface ConversationStore {
  find(key: ConversationKey): Promise<Conversation | undefined>
  /**
   * Stores a turn with the state after it; number 1 begins the conversation. `taken`: another turn has this number,
   * or the conversation is gone; nothing was stored, look again.
   */
  append(key: ConversationKey, turn: Turn, state: ConversationState): Promise<'stored' | 'taken'>
  /** In order; empty where there is no such conversation. */
  turns(key: ConversationKey): Promise<Turn[]>
  findReply(replyId: string): Promise<Turn | undefined>
  /** Takes a conversation away with all its content. False: there was none. */
  remove(key: ConversationKey): Promise<boolean>
  /** Takes away every turn before a moment, and conversations that have none left; how many turns. */
  removeBefore(at: number): Promise<number>
  /** Writes something of no meaning; rejects while nothing can be written. */
  probe(): Promise<void>
}
