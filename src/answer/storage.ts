import type { Answer } from './reply.ts'

const MASKED = '您写的手机号、身份证号或银行卡号已经隐去，没有保存；咨询政策不用提供这些号码。'

/** Told in every reply to a message that held personal numbers. */
export const tellMasked = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n【注意】${MASKED}`,
  notices: [...answer.notices, { code: 'masked', text: MASKED }],
})

/** The answer itself holds; what does not is any claim that it was kept. */
export const tellUnsaved = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n（系统暂时不能保存对话，这一问一答没有存下来。）`,
})

export const tellUnread = (answer: Answer): Answer => ({
  ...answer,
  text: `${answer.text}\n（系统暂时读不到前面的对话，只按这一句回答；如果缺了情况，请再说一遍。）`,
})
