import type { Answer } from './reply.ts'
import { say } from './texts.ts'

const MASKED = say('notice.masked')

/** Told in every reply to a message that held personal numbers. */
export const tellMasked = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n${say('attention', { notice: MASKED })}`,
  notices: [...answer.notices, { code: 'masked', text: MASKED }],
})

/** The answer itself holds; what does not is any claim that it was kept. */
export const tellUnsaved = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n${say('unsaved')}`,
})

export const tellUnread = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n${say('unread')}`,
})
