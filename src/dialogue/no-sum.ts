/** 要不要退回去, 会不会摘牌子: what becomes of an award later. */
const TAKEN_BACK =
  /摘[掉了]?(?:牌|帽|匾|荣誉|称号)|(?:收|追|退|吐|缴|要)(?:回|走|缴)[去来]?(?:$|[吗么不没呢?？，,。、的])|(?:收回|追回|没收|退还|交还|撤销|吊销|取消)[^，,。；;]{0,6}(?:称号|荣誉|资格|牌|证|奖|钱|补|款)|(?:称号|荣誉|资格|牌子?|证书?|奖金?|钱|补贴|[万千百]元?)[^，,。；;]{0,6}(?:收回|追回|没收|退还|撤销|吊销|取消|退不退|收不收)/u
/** 哪一级的荣誉才够, 对名气怎么要求: what is demanded. */
const DEMANDED =
  /怎么个?要求|有(?:何|啥|什么|哪些)要求|(?:什么|啥|哪一?)(?:个?级别?|样|等级?|层次|档次?)的?[^，,。；;]{0,4}(?:荣誉|称号|证书?|奖项|资格|头衔)/u
/** 按什么学历对待: a standard that is no sum. */
const LIKE_WHOM =
  /(?:按|照|参照|比照|对标|参考)(?:着|的是?|是)?(?:什么|啥|哪[一个种等]*|谁)(?:样)?的?[^，,。；;]{0,4}(?:学历|文凭|学位|职称|身份)(?!的?(?:标准)?(?:来|去)?[补给发])/u
/** 从哪里列支, 打哪本账上出: which fund pays. */
const WHICH_FUND =
  /(?:从|打|走|由|在)?哪(?:里|儿|个|本|一?[块笔项条])?[^，,。；;]{0,6}(?:列支?|账上?|科目|口子|盘子)|(?:什么|啥)(?:账|科目|渠道|口子|名目)[^，,。；;]{0,4}(?:出|列|支|走|掏)/u
/** What becomes of an award, what is demanded, whose standard counts, which fund pays: answered by the text. */
export const asksNoSum = (text: string): boolean =>
  [TAKEN_BACK, DEMANDED, LIKE_WHOM, WHICH_FUND].some((pattern) => pattern.test(text))

/** Whether an award may be lost again. */
export const asksOfLoss = (text: string): boolean => TAKEN_BACK.test(text)

/** 是真的吗, 合规吗, 能不能少花点: yes or no, and no rate. */
export const asksWhether = (text: string): boolean =>
  !/多[少大高]|几|比例|百分/u.test(text) &&
  /[吗么][?？。!！]*(?:$|[，, ])|是不是|真的[吗假]|合不?合规|违规|(\p{Script=Han})不\1/u.test(text)
