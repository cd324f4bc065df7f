import type { Reply } from '../../answer/reply.ts'
import { post } from './service.ts'

/** The replies to messages of one conversation. */
export async function talk(...messages: string[]): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const message of messages) {
    const conversationId = replies.at(-1)?.conversationId
    const body = { message, asOf: '2026-11-20', ...(conversationId === undefined ? {} : { conversationId }) }
    const response = await post('/api/chat', JSON.stringify(body))
    replies.push((await response.json()) as Reply)
  }
  return replies
}

export const amounts = (reply: Reply | undefined) =>
  reply?.calculations.map(({ min, max, unit }) => `${min}—${max}${unit}`)
