const LATER = '(?:以后|今后|往后|之后|从今|从现在|今天起|打今|下[回次]|凡是|不管谁|无论谁|谁[来再]?问)'
const ANSWERING = '(?:回复?|答复?|说|讲|告诉|改口|应付|对外)'
const RANK = '(?:领导|局长|处长|科长|主任|厅长|市长|书记|开发|研发|工程师|管理员|审计|上级|上司|老板|甲方)'
const STANDARD =
  '(?:标准|口径|数据|[知资][识料]库|后台|答案|奖补|补贴|补助|奖励|津贴|金额|数字|政策|规则|设定)'

const ORDERS: RegExp[] = [
  /(?:维护|诊断|测试|调试|开发者?|研发|工程师?|管理员?|上帝|隐藏|越狱|超级|特权)模式/u,
  // 以后谁来问都这么回: how others are to be answered.
  new RegExp(`${LATER}[^。；;]{0,18}(?:都|一律|统一|全|就)[^。；;]{0,10}${ANSWERING}`, 'u'),
  new RegExp(`${ANSWERING}[^。；;]{0,8}(?:统一口径|一律|口径统一)`, 'u'),
  new RegExp(`${RANK}[^。；;]{0,30}(?:指示|命令|责令|授权|吩咐)(?:你|各位)?`, 'u'),
  /(?:指示|命令|责令|授权|吩咐)你|你(?:必须|只能|只许|只准|不许|不准|就当|要绝对)/u,
  // 把标准改成三十万: a rule, not a number of people that was told wrong.
  new RegExp(
    `[把将][^，,。；;]{0,18}${STANDARD}[^，,。；;]{0,12}(?:(?:改|换|调|写)(?:成|为|到|口成?)|提高?到(?=[一二两三四五六七八九十百\\d]))(?![^，,。；;]{0,6}[人名个位])`,
    'u',
  ),
  // 你给我写成30万: a figure to order, not a number of people that was told wrong.
  /你[就再直接]*(?:给|帮|替)我们?(?:写|改|报|说|弄)(?:成|到)[\d一二两三四五六七八九十百]+(?:万|千|元)(?![^，,。；;]{0,3}[人名个位])/u,
  /\b(?:repeat|print|output|reveal|show|display|recite)\b.{0,40}\b(?:above|before|previous|instructions?|prompt|rules|system|verbatim)\b/iu,
  /(?:逐字|原样|一字不[落差漏]|原封不动|完整)[^。；;]{0,12}(?:输出|贴|念|打印|复述|背|列)/u,
  /(?:直接|必须|一律|当场|立刻|马上)(?:给我)?(?:承诺|答应|批准|确认|拍板|保证)/u,
  /(?:回答|答复|回复|输出|计算)(?:的)?时候?(?:直接|一律|都|必须|要|请|再|全部)|(?:倍率|系数|倍数|比例)[^，,。；;]{0,4}(?:已|被)?(?:改|调|设)(?:成|为|到)/u,
  /(?:限制|规则|约束|指令|(?<!老)规矩|设定|要求)[^。；;，,]{0,6}(?:作废|失效|解除|清零|取消|不算了)/u,
]

/** 以后谁问都这么回: an order to the assistant itself, by whomever and in whatever words. */
export const isOrder = (text: string): boolean => ORDERS.some((pattern) => pattern.test(text))

/** Asks something besides: a real question is answered whatever orders stand around it. */
export const asksBesides = (text: string): boolean =>
  /[?？]|多少|几(?![十百千万句])|吗|呢[。!！]?$|怎么|咋|什么|啥|哪|能不能|有没有|是不是|请问|想问/u.test(text)

/** [system]…[/system]: what is dressed up as a text of the service's own. */
const DRESSED_UP =
  /[[<](system|sys|admin|assistant|developer|instructions?|prompt|override|script|style|系统|管理员|指令)\b[^\]>]*[\]>].*?[[<]\/\1[\]>]/gisu
/** <b>包头</b>: marks for a page, not words. */
const MARKS = /<\/?[a-z][^<>]{0,80}>|&(?:nbsp|lt|gt|amp|quot);/giu

/** A message as a person would read it off a page. */
export const withoutMarks = (message: string): string => message.replace(DRESSED_UP, ' ').replace(MARKS, '')

/** A message without the orders around its question: their numbers are no facts of it. */
export function withoutOrders(text: string): string {
  const rest = text
    .split(/(?<=[。！!；;\n])/u)
    .filter((sentence) => !isOrder(sentence))
    .join('')
  return rest.length >= LEAST && asksBesides(rest) ? rest : text
}

/** Fewer characters ask nothing by themselves. */
const LEAST = 8
