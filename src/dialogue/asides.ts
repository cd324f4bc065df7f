import { withoutAges } from './ages.ts'
import { ASKING } from './asking.ts'
import { isHeads } from './assign.ts'
import { GAP, withoutBackground } from './background.ts'
import { speaksOfAnother } from './holders.ts'
import { numbersIn } from './numbers.ts'
import { withoutStaff } from './staff.ts'

/** Health, debts, roads, hours of the day: matters of one's own life that no provision counts. */
const LIFE =
  /岁|腰|腿疼|手术|住院|医院|看病|房贷|车贷|房租|彩礼|停车|堵车|堵得|车胎|加油|打车|公交|地铁|排队|排了|没电|信号|电量|加班|夜班|下班|早上|晚上|昨晚|点半|点钟|分钟|小时|下雨|下雪|离婚|初[一二三]|高考|中考|吵|念叨|没人接|工号|快递|喝|吃饭|身体|记性|啰嗦|进的?厂/u
/** 说正事: what stands before it was told by the way. */
const TO_THE_POINT =
  /(?:说|讲|谈)正事|言归正传|说正经|不说这个|不提了|废话(?:不多说|少说)|扯远了|跑题了|长话短说|书归正传/u

const TENS = '(?:\\d{2}|[二三四五六七八九]?十[一二三四五六七八九]?)'
const MANY = `(?:${TENS}|[5-9五六七八九])`
const FIGURE = '[\\d.]*[\\d一二三四五六七八九十两][\\d.一二三四五六七八九十百千万]*'
/** Those who live on what somebody earns. */
const DEPENDANTS = `(?:${FIGURE}(?:个|口)(?:娃娃?|孩子|儿子|闺女|女儿|丫头|小子|老人)[和、,，]?)+`
/** Numbers and years of one's own life, wherever they stand. */
const OWN: RegExp[] = [
  // 今年五十一, 四十三岁了
  new RegExp(`${TENS}(?:来|多)?岁(?:多|了)*`, 'gu'),
  /(?<=[我他她俺爸妈公婆叔伯哥弟己家]今年|今年都|都快)[三四五六七]十[一二三四五六七八九]?(?:多|好几)?了?(?![\d个名人位家项次千百万元年月天%学徒技工])/gu,
  // 一个月到手六千八, 月薪7800
  new RegExp(
    `(?:一个月|每个?月|月薪|月工资)(?:才|就|也|只|能|到手|拿|挣|开|大概)*${FIGURE}(?:多|来)?元?(?:多|钱)?`,
    'gu',
  ),
  // 房贷三千二, 停车收了15
  new RegExp(
    `(?:房贷|车贷|房租|学费|彩礼|停车|换胎|车胎|油费|话费|药费|住院|饭钱|车费)(?:一个月|每个?月)?[^，,。；;\\d一二三四五六七八九十]{0,8}${FIGURE}元?(?:多|钱)?`,
    'gu',
  ),
  // 排了两个小时, 十一点半, 打了5个电话
  /(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:点(?:半|钟|多)|个?半?小时|个?钟头|分钟|(?:个|次|通)电话|趟|个窗口|公里)/gu,
  /\d+%的?电/gu,
  // 家里两个老人一个孩子
  new RegExp(
    `(?:家里|家中|[上下]有)(?:还|就)?(?:有)?${DEPENDANTS}(?![^，,。；;]{0,3}(?:评|拿|得[了过到]|选|考|获))`,
    'gu',
  ),
  // 我们四个师傅里头就我一个评上了
  new RegExp(
    `${FIGURE}(?:个|名|位|口)(?:师傅|人|工友|同事|徒弟|老师)?(?:里头?|里面|当中|中间)(?=[就只才](?:有)?(?:我|俺|他|她|咱|老|小|一|1)(?!.{0,8}[没不未]))`,
    'gu',
  ),
  // 两个娃念书, 三个孩子要养
  new RegExp(
    `(?:家里|我家|我|有)*(?:还|就)?(?:有|供|养)?${DEPENDANTS}(?:都|还|在|正|要|才|刚|得|全)*(?:拉扯|带大|念书|念|上学|读书|读|上(?:大学|高中|初中|小学|幼儿园|中学)|结婚|吃奶|养|花钱|供|靠|指着|等着)`,
    'gu',
  ),
  // 两个孩子一个高三一个初二
  new RegExp(
    `${DEPENDANTS}[，,]?(?:[一老][个大二](?:都|还|在|正|才|刚|上|念|读)*(?:高[一二三考中]|初[一二三中]|[一二三四五六]年级|小学|大[一二三四学]|中专|技校|幼儿园|工作|成家)了?[、,，]?)+`,
    'gu',
  ),
  // 最小的十八, 最大的34
  new RegExp(`最[大小](?:的|那个)?(?:才|都|也|今年|刚|不过)*${TENS}岁?了?(?=最|[，,。；;！!]|$)`, 'gu'),
  // 手下带13人, 底下管着二十来号人
  new RegExp(
    `(?:手下|手底下|底下|下面)(?:还|也|就)?(?:带|管|有|领)(?:着|了)?${FIGURE}(?:多|来|几)?(?:个|名|位|号)?人?`,
    'gu',
  ),
  // 34个人里第2名, 全厂一百多人里头考了第三: among how many
  new RegExp(
    `${FIGURE}(?:多|来|几)?(?:个|名|位)?(?:人|选手|对手)(?:里头?|里面|中|当中)(?=[^，,。；;]{0,6}第)`,
    'gu',
  ),
  // 俩是我徒弟
  new RegExp(
    `(?<=^|[，,。；; ])(?:其中)?(?:有)?${FIGURE}(?:个|名|位)?(?:人)?(?:还|都)?是(?:我|俺)(?:们)?(?:家|的)?(?:徒弟|同学|亲戚|老乡|师[弟妹兄]|朋友|邻居|发小|舅子|外甥|侄子)`,
    'gu',
  ),
  // 来了五个领导
  new RegExp(
    `${FIGURE}(?:来|多)?(?:个|名|位)(?:领导|干部|专家|评委|亲戚|股东|老乡|邻居|记者|保安|司机|客户|客人|朋友|科长|局长)`,
    'gu',
  ),
]
/** How many work or learn in a place: told by the way where others are counted besides. */
const SIZES: RegExp[] = [
  // 男的十九个女的五个
  new RegExp(`(?:[男女](?:的|工|生)?${FIGURE}(?:个|名|位|人)?[、,，]?){2}`, 'gu'),
  // 有三个老师傅带着
  new RegExp(
    `有?${FIGURE}(?:个|名|位)(?:老?师傅|教练|教师|老师|讲师)(?:带|教|领|讲课|指导|授课)着?(?=[，,。；;！!]|$)`,
    'gu',
  ),
]
/** 徒弟带了七八个, 带过5个徒弟. */
const APPRENTICES = new RegExp(
  `徒弟(?:都|也|就)?(?:带|收|教|有)[了过着]?${FIGURE}(?:多|来|几)?(?:个|名|位)?|(?:带|收|教|有)[了过着]?(?:出)?${FIGURE}(?:多|来|几)?(?:个|名|位)徒弟`,
  'gu',
)
/** The matter is what one is, not whom one teaches. */
const OF_TITLES = /(?:特级|首席|优秀|高级)技师|工匠|大奖|大赛|特殊津贴/u
const OF_APPRENTICES = /学徒|带徒(?!弟)|名师|带高徒|工作室/u
/** 我们公司3人，我们公司这3个人补多少: those are asked about. */
const SO_MANY_ASKED = /[这那][\d一二两三四五六七八九十]+(?:个|人|位|名)[^，,。；;]{0,12}多少/u
/** How long one has worked, and since when: told by the way, unless the years since an arrival decide. */
const OWN_YEARS: RegExp[] = [
  // 干了二十九年, 来这十二年了, 做钣金26年
  new RegExp(
    `(?<=(?:干|做|搞|来|待|呆|工作|上班|入行|打工|厂龄|工龄)[^，,。；;\\d一二三四五六七八九十满]{0,5})${MANY}(?:多|来|几)?年(?:多|了)*`,
    'gu',
  ),
  // 2009年进的厂, 09年从贵州来
  /(?<!\d)(?:(?:19|20)\d\d|[089]\d)年?(?=(?:就|才|那年)?(?:进|来|从|入|跟|毕业|结婚|参加工作|当兵|退伍|考的|出来|在厂))/gu,
]
/** 工资都开到六千五往上: what people earn, unless a subsidy is reckoned from it. */
const EARNED = new RegExp(
  `工资(?:都|也|才|就|能|每?个?月)*(?:开|涨|拿|挣|给|发)(?:到|了|个)?${FIGURE}(?:多|来)?元?(?:多|钱)?(?:往上|以上|左右|上下)?(?![\\d%个成])`,
  'gu',
)
const ARRIVALS = /引才|引进|领军|挖来/u

/**
 * A message without what is told by the way: numbers and years of one's own life, and the parts that speak of nothing
 * else. `speaks` tells whether a part holds a word of the matter. A message that would ask nothing any more stays whole.
 */
export function withoutAsides(
  told: string,
  speaks: (part: string) => boolean,
  isOfFact: (part: string) => boolean,
): string {
  const text = withoutStaff(
    withoutBackground(told, countsCases, !speaksOfAnother(told) && !SO_MANY_ASKED.test(told), isOfFact),
  )
  const life = ARRIVALS.test(text) ? OWN : [...OWN, ...OWN_YEARS, EARNED]
  const own = OF_TITLES.test(text) && !OF_APPRENTICES.test(text) ? [...life, APPRENTICES] : life
  // 兄弟单位30个，我们单位15个: both are told to be told apart.
  const patterns =
    countsOthers(text) && !speaksOfAnother(text) && !SO_MANY_ASKED.test(text) ? [...own, ...SIZES] : own
  const parts = text.split(/(?<=[，,。；;！!\n])/u).map((part) => {
    const plain = patterns
      .reduce((left, pattern) => left.replace(pattern, ''), withoutAges(part, text))
      .replaceAll(GAP, '')
    return { part: plain, isOwn: plain !== part }
  })
  const turn = parts.findLastIndex(({ part }) => TO_THE_POINT.test(part))
  const kept = parts.filter(
    ({ part, isOwn }, i) =>
      speaks(part) ||
      (i > turn &&
        !(isOwn && !ASKS.test(part)) &&
        !(LIFE.test(part) && (isOwn || numbersIn(part).length > 0 || !ASKS.test(part)))),
  )
  const essence = kept
    .map(({ part }) => part)
    .join('')
    .replace(/^[，,。；;]+/u, '')
  return essence.length >= LEAST && (ASKING.test(essence) || speaks(essence)) ? essence : text
}

/** People are counted besides those who work or learn in a place. */
const countsOthers = (text: string): boolean =>
  countsCases(SIZES.reduce((left, pattern) => left.replace(pattern, ''), text))

const countsCases = (text: string): boolean =>
  numbersIn(text).some(
    ({ kind, unit, value, text: said }) =>
      (kind === 'count' && isHeads(unit) && !(said.startsWith('一') && value.min?.eq('1'))) ||
      kind === 'money',
  )

/** 给我拉个单子: what is demanded is asked too. */
const ASKS = new RegExp(`${ASKING.source}|[给要求]`, 'u')
/** Fewer characters ask nothing by themselves. */
const LEAST = 5
