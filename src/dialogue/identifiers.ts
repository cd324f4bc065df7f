const WHAT =
  '手机|电话|座机|联系方式|微信|QQ|尾号|后[三四]位|前[三四]位|[工编单学证卡账户桩号门牌]号|工单|回执|坐席|分机|房间|车牌|验证码|邮编|流水|受理|登记|档案|密码|群'
/** 尾号6678, 工单No.3317: what names a thing counts nothing. */
const NAMED = new RegExp(
  `((?:${WHAT})(?:号码|号|编号|码)?(?:是|为|叫)?[:： ]?|№ ?|\\bNo[.:]? ?|#)[A-Za-z]{0,4}[\\d一二三四五六七八九〇零幺]+(?:-\\d+)*(?![\\d万千百元个名人位年月%])`,
  'giu',
)
/** 3号窗口, 5楼, 302路, 下午3点半: where and when, not how many. */
const PLACED =
  /(?<![\d.第])\d{1,4}(?:号(?:窗口?|楼|线|门|柜台?|院|房|桌|床)|栋|单元|楼(?!宇)|路(?=公交|车|[，,。])|排\d+座)|(?:上午|下午|早上|早晨|晚上|夜里|中午|凌晨|傍晚|[今明昨][早晚])(?:[\d一二三四五六七八九十]{1,3})点(?:半|多|钟|[\d一二三四五六七八九十]{1,3}分?)?/gu

/** 盈余1200000: so many digits, the last ones naught, are a sum where they count nothing. */
const SUM =
  /(?<![\d.A-Za-z:])[1-9]\d{2,6}00(?![\d.:A-Za-z%万千百亿]| ?(?:元|块|个|名|人|位|年|月|次|米|平|号|吨|公里|件|台|度|亩|字))/gu

/** A message without the numbers that only name somebody, something, a place or an hour; what is left is a sum or counts. */
export const withoutIdentifiers = (text: string): string =>
  text.replace(NAMED, '$1').replace(PLACED, '').replace(SUM, '$&元')
