/** 作废了没, 还算不算数: whether something holds still, not until when. */
const HOLDS = /作废|失效|有效(?!期)|算数|作数|管用|过期|认不认|不认了|还认/u
/** 到哪天为止: only a document has a last day. */
const UNTIL = /哪一?[天日年]|几[时号月]|啥时|什么时候|何时|多久|好久|到期|截止|截至|为止|最后一天|管到/u
const DOCUMENT = /办法|方案|意见|文件|通知|政策|规定|红头|版本|条文/u
/** 方案里那二十万, 新意见下来以后: where it stands, or what has come since. */
const WHERE =
  /(?:20\d\d年?的?)?(?:方案|意见|办法|文件|政策|规定)(?:里头?|里面|中|上头?|当中|之中)|(?:(?:出|发|有|来)了?[^，,。；;]{0,8}|新的?)(?:方案|意见|办法|文件|政策)(?=[，,。；;])|(?:那|这)?份?(?:新的?)?(?:方案|意见|办法|文件|政策)(?:下来|出来|发(?:了|下来)|来了|出台|印发|实施)(?:以后|之后|后|了)?/gu
/** 老牌子, 那二十万: what a document grants. */
const GRANTED =
  /称号|头衔|名[头号]|荣誉|牌[子匾]|帽子|工匠|技师|大师|奖[补励金]|补[贴助]|津贴|资助|标准|那一?[笔条档项]|[\d一二两三四五六七八九十百]+[万千百块元]/u

/** 方案里那二十万作废了没, 老称号还算数不: what is to hold still is what a document says, not the document. */
export function asksOfRule(text: string): boolean {
  const left = text.replace(WHERE, '')
  return HOLDS.test(left) && !UNTIL.test(left) && !DOCUMENT.test(left) && GRANTED.test(left)
}

/** 老称号还作数不: a title of before, whatever was asked of the new one. */
export const asksOfOldTitle = (text: string): boolean =>
  /老(?!师)|旧|原来|原先|原有|以前|早先/u.test(text) && asksOfRule(text)

/** 现在还有效不: a year that names an old rule is not the day asked about. */
export const HOLDS_NOW =
  /(?:现在|如今|目前|眼下|今天|到今|还)[^，,。；;]{0,6}(?:作废|失效|有效(?!期)|算数|作数|管用)/u
