/** What a message wants beside an amount. */
export interface Wanted {
  total: boolean
  /** Several awards go to one and the same recipient ("我既是…又是…"). */
  sameRecipient: boolean
  greeting: boolean
  human: boolean
}

const TOTAL = /一共|合计|总共|加起来|总额|总计|加一块|全部加/
const GREETING = /^(?:你好|您好|hi|hello|在吗|早上好|下午好|晚上好|谢谢|多谢|感谢|辛苦了|再见|拜拜)[啊呀吗呢了您你!！。,，~]*$/iu
const ABOUT_SELF = /你(?:是谁|叫什么|能(?:做|干|帮)|会(?:做|干)?什么|有什么用)/u
const HUMAN = /转人工|人工客服|找(?:个)?(?:人工|真人)|真人客服|要人工|人工服务/

export function wantedIn(text: string): Wanted {
  return {
    total: TOTAL.test(text),
    sameRecipient: /又|同时|也是|既|都(?:拿|得|评)|一个人/.test(text),
    greeting: GREETING.test(text) || ABOUT_SELF.test(text),
    human: HUMAN.test(text),
  }
}
