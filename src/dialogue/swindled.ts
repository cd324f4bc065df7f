const SUM = '[\\d一二三四五六七八九十百两几][\\d一二三四五六七八九十百千万两几]*'
/** Money went to somebody: 交了八千, 收了我六千块, 转了钱. */
const PAID = `(?:(?:交|付|缴|转|汇|打|塞|垫|存|充|给)(?:过去|给[他她它])?(?:了|完|过)|(?:收|拿|骗|要|卷)(?:了|走了?|去了?)(?:我们?|咱们?|俺们?|人家)?)[^，,。；;]{0,8}(?:${SUM}|钱|费|押金|定金)`
/** Whoever took it is gone. */
const VANISHED =
  '拉黑|(?:把我|给我)(?:们)?(?:删|踢|屏蔽)|失联|联系不上|找不(?:到|着)(?:人|他|她)|没影|(?:人|卷钱|他|她|都)跑(?:了|路)|跑路|不见(?:人|了)|人去楼空|(?:电话|手机)[^，,。；;]{0,6}(?:打不通|不接|关机|停机|空号)|不回(?:消息|信息|微信|话)|搬空|(?:群|人)[^，,。；;]{0,3}(?:解散|没了)'
/** Somebody wants it on an account that is no office's: 打到他私人账户. */
const ASKED = '(?:催|让|叫|要|逼|通知|喊|命令|哄)'
const MOVED = '(?:转|打|汇|付|存|划)(?:钱|款|账)?'
const PRIVATE =
  '(?:私人|[他她](?:自己|本人|朋友|亲戚)?的?(?:个人)?|个人)(?:的)?(?:账户|账号|银行卡|卡|户头|微信|支付宝)'
const PRETENDED = /“(?:领导|局长|老板|科长|主任|处长)”|自称|冒充|QQ|微信|头像|私人|邮件|短信|陌生|电话里/iu
const TO_SOMEBODY = new RegExp(
  `${ASKED}[^。；;]{0,24}${MOVED}(?:到|给|进|在|往|至)?[^，,。；;]{0,8}${PRIVATE}`,
  'iu',
)

const SWINDLES: RegExp[] = [
  new RegExp(`${PAID}[^]{0,40}(?:${VANISHED})`, 'u'),
  new RegExp(`(?:${VANISHED})[^]{0,24}${PAID}`, 'u'),
]

/** 交了八千包拿证，人把我拉黑了: somebody was, or is about to be, cheated of money. */
export const isSwindled = (text: string): boolean =>
  SWINDLES.some((pattern) => pattern.test(text)) || (PRETENDED.test(text) && TO_SOMEBODY.test(text))
