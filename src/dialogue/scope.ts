import type { Corpus } from '../corpus/corpus.ts'
import { type Classifier, readClassifier } from '../retrieval/classifier.ts'
import { groupFinder } from '../retrieval/groups.ts'
import { plansDeceit } from './deceit.ts'
import { numbersIn } from './numbers.ts'
import { isOrder } from './orders.ts'
import { asksOwnResult, isPrying } from './prying.ts'
import { isSwindled } from './swindled.ts'

/** Matters that no policy of this kind regulates, and requests that are never met. Each has its own fixed words. */
export type OutOfScope =
  | 'other-field'
  | 'personal-file'
  | 'private-data'
  | 'advice'
  | 'fraud'
  | 'scam'
  | 'crisis'
  | 'orders'

const KINDS: [OutOfScope, RegExp][] = [
  [
    'crisis',
    /自杀(?!式)|自残|轻生|不想活|活不下去|活着(?:真|太|好|实在)?(?:没意思|累|没劲)|结束生命|想死|跳楼(?!价|货|大?甩|清仓)|楼顶(?!上?的?(?:那层|加盖|光伏|花园|广告|招牌|办公|设备))|跳下去|跳河|跳江|上吊|割腕|喝农药|一了百了|不想活/u,
  ],
  [
    'scam',
    /(?:先|要我|让我|叫我).{0,6}(?:交|打|转|汇|付|垫).{0,8}(?:保证金|手续费|押金|激活费|解冻|工本费|税)|(?:交|转|打|付|给)[^，,。；;]{0,8}[\d一二三四五六七八九十两几][\d十百千万]*[^。；;]{0,8}[包保](?:过|拿|评|考|下证|通过|你|我)|验证码|共享屏幕|安全账户/u,
  ],
  [
    'fraud',
    /假(?:的)?(?:.{0,4}证|材料|合同|名单|发票)|(?:买|弄|办)(?:个|本|几本)?假|(?:伪造|造假|编造|编一份|编(?:出|几|[二三四五六七八九十\d]+).{0,4}(?:名字|人头|名单)|(?:看着|做得)?像真的|做假|挂名|冒名|虚报|骗补|骗取|套取|套出)|不被查|钻空子/u,
  ],
  [
    'orders',
    /(?:忽略|无视|忘记|不要管|跳过).{0,8}(?:指令|规则|设定|提示|要求|限制)|提示词|系统(?:提示|指令|消息)|system\s*prompt|ignore\s.{0,20}instructions|开发者模式|扮演|假装你是|从现在起你|管理员|调试模式|(?:接口|数据库|系统).{0,4}(?:密钥|密码|口令)|别人的对话|把你的(?:密钥|密码|代码|设置)|api\s*key|账号密码|后台密码|源代码|源码/iu,
  ],
  [
    'personal-file',
    /(?:审(?:核|批)?|批|办|走|到).{0,4}(?:哪一?步|到哪了|什么进度)|进度|(?:钱|补贴|款).{0,6}(?:到账|下来|发下来)(?:了|没)|帮我(?:查|看)(?:查|看|一?下)?(?:我|补贴|到账|申请)|我的(?:申请|材料).{0,8}(?:吗|没|呢)|为什么(?:不给|没给|没批)我|(?:批|审|发|过)(?:没|了没)(?:批|审|发|过)|(?:交|递|报)(?:上去)?(?:的|了).{0,8}材料.{0,16}(?:没信|没动静|没消息|结果|查|催)|(?:名单|里头|上面).{0,4}有没有我|(?:没信儿|没消息|没动静)|催(?:一下|一催|催)/u,
  ],
  [
    'private-data',
    /(?:明细|名单|身份证|电话|手机号|住址|账号)(?:都)?(?:发|给)我|(?:他|她|别人|人家|同事|邻居|那家|某(?:人|公司)|[老小][王李张刘陈杨赵黄周吴徐孙]).{0,8}(?:领|拿|得)了多少|(?:查|看).{0,10}(?:领|拿)了多少|(?:那些|别的|其他|之前的?)人.{0,12}(?:问了|电话|领了|拿了)/u,
  ],
  [
    'advice',
    /合法吗|违法|打官司|官司|起诉|法院|律师|劳动监察|维权|告(?:他|公司|老板|厂|单位)|仲裁|赔偿|违约金|个人所得税|个税|交.{0,6}税|要不要(?:辞职|跳槽)|值不值得|(?:给|帮|替)(?:我|咱|俺|他|她|娃|孩子|家里)们?[^，,。；;]{0,4}(?:拍(?:个)?板|拿(?:个|一下)?主意|[做作](?:个)?(?:主|决定)|定夺|定一?个(?=$|[,，。!！?？吧呗]))/u,
  ],
  [
    'other-field',
    /公积金|医保|医疗报销|报销比例|养老金|(?<!补充)养老保险|退休金|社保(?!补贴|局|厅|部门|资金)|生育津贴|产假|二胎|三胎|低保|(?:买|炒|哪[只支]|推荐).{0,4}基金|理财|投资|翻倍|二手房|租房子|吃(?:点|些)?(?:啥|什么|哪种)药|挂(?:哪个?|什么|啥)科|偏方|门票|景点|旅游|幼儿园|中考|小学.{0,4}报名|写(?:一首|首|篇)|(?:写|拟|起草)(?:一?[封份个张条])?[^，,。；;写]{0,4}(?:辞职|请假|检讨|情书|感谢信|道歉|介绍信|文案|朋友圈|小说|诗|简历|论文|对联|发言稿|演讲|条子|写信)|写(?:一?封|个)信|翻译成|作文|失业金|工伤|房价|落户积分|天气|下雪|下雨|刮风|沙尘|气温|股票|彩票|菜谱|做饭|电影|高考分数|考研|驾照|护照|签证|车牌|房贷|摇号/u,
  ],
]

/** 要扣多少个税: what somebody owes, not what a firm may deduct or whoever donates is granted. */
const TAX =
  /个(?:人所得)?税|所得税|增值税|[避逃漏免报纳]税|税(?:率|款|点)|(?:扣|交|缴|上|补)[^，,。]{0,6}税|汇算|(?:算|填|进)综合所得/u
const DEDUCTED =
  /税前|税后|扣[了完掉过]+税|税[^，,。；;]{0,2}到手|捐|经费|(?:培训|教育|上课)[^，,。；;]{0,8}[费钱开支销款]|创新券|税务局/u

/** 经费拨付了没, 卡在哪儿了: how far somebody's own claim has come. */
const STATUS =
  /(?:钱|补贴|款|经费|资金|奖补|奖金|津贴)[^，,。；;]{0,10}(?:到账|到卡|拨付|拨款|打款|拨|划|发)(?:下来|过来|到)?了?没(?!有?(?:的|写|规定))|(?:查|瞅|瞧|看看|看下|看一下|翻)[^，,。；;]{0,6}我[^，,。；;]{0,12}(?:哪天|啥时候|什么时候|几号|多会儿|何时|多久)[^，,。；;]{0,6}(?:到[账帐卡手]|打|发|下来|拨|批)|(?:卡|走|审|办|批)(?:在|到)了?哪|(?:批|审批)(?:下来|过)了?(?:没有?|吗|不)(?=[,，。?？!！]|$)|(?:钱|补贴|款|经费|奖补|奖金|津贴)[^，,。；;]{0,6}(到[账帐卡]|[发拨打批])没\1/u

/** Told by the message as a whole; that it speaks of a policy besides changes nothing. */
function plainly(text: string): OutOfScope | null {
  if (isSwindled(text)) return 'scam'
  if (plansDeceit(text)) return 'fraud'
  if (isPrying(text)) return 'private-data'
  if (isOrder(text)) return 'orders'
  if (STATUS.test(text) || asksOwnResult(text)) return 'personal-file'
  return TAX.test(text) && !DEDUCTED.test(text) ? 'advice' : null
}

/**
 * What puts a message outside of what can be answered; null where nothing does. `goesOn`: a question was asked before,
 * so that a number alone (打听到了，拨280万) goes on with it.
 */
export function outOfScope(corpus: Corpus, text: string, goesOn: boolean): OutOfScope | null {
  const found = KINDS.find(([, pattern]) => pattern.test(text))
  const [kind] = found === undefined || isTold(corpus, found, text) ? [null] : found
  const plain = kind === 'crisis' || kind === 'scam' ? null : plainly(text)
  if (plain !== null) return plain
  if (goesOn && numbersIn(text).length > 0) return kind === 'other-field' ? null : kind
  const chances = chancesOf(corpus, text)
  if (kind === 'crisis' || chances === null) return kind
  // 中考, 挂名的工作室: a word of another matter in a question that a policy answers.
  if (kind !== null) return (chances.get(POLICY) ?? 0) >= CERTAIN ? null : kind
  const of = (kind: string) => chances.get(kind) ?? 0
  const [likeliest] = KINDS.map(([one]) => one).sort((a, b) => of(b) - of(a))
  // 吃啥药管用, 公益性岗位补贴: outside in any case, though not plainly of one kind.
  const outside = [...KINDS.map(([one]) => one), ADJACENT].reduce((sum, one) => sum + of(one), 0)
  if (!goesOn && of(POLICY) < SLIGHT && of(ADJACENT) + of('other-field') >= OUTSIDE) return 'other-field'
  if (
    !goesOn &&
    text.length < BRIEF &&
    outside >= OUTSIDE &&
    likeliest !== undefined &&
    of(likeliest) >= LIKELY
  )
    return likeliest
  const least = likeliest !== undefined && UNLIKE.includes(likeliest) ? SUSPECT : LIKELY
  const enough = goesOn ? CERTAIN : text.length < BRIEF ? EVIDENT_BRIEFLY : least
  return likeliest !== undefined && (chances.get(likeliest) ?? 0) >= enough ? likeliest : null
}

/** 前年工伤歇过，现在津贴给多少: what is told by the way of a question that a policy answers. */
function isTold(corpus: Corpus, [kind, pattern]: (typeof KINDS)[number], text: string): boolean {
  if (!BY_THE_WAY.includes(kind)) return false
  const clauses = text.split(/(?<=[，,。；;!！])/u)
  const rest = clauses.filter((clause) => !pattern.test(clause)).join('')
  const told = clauses.filter((clause) => pattern.test(clause)).join('')
  // 工伤歇了半年: its numbers would be taken for those of the question.
  if (numbersIn(told).length > 0) return false
  if (rest === text || pattern.test(rest) || !ASKS_SUM.test(rest)) return false
  return (chancesOf(corpus, rest)?.get(POLICY) ?? 0) >= CERTAIN
}

const BY_THE_WAY: OutOfScope[] = ['other-field', 'advice']
const ASKS_SUM = /多少|几[万千百块个]|好多|怎么算|咋算/u

/** 嗨，头回用，你是干啥的; 叫个活人来: what neither asks for a policy nor lies outside, as examples tell it. */
export function manners(corpus: Corpus, text: string): { courtesy: boolean; human: boolean } {
  const chances = text.length < BRIEF ? null : chancesOf(corpus, text)
  const of = (kind: string) => chances?.get(kind) ?? 0
  return { courtesy: of('courtesy') + of('about-self') >= EVIDENT, human: of('human') >= EVIDENT }
}

/**
 * 莫得数就算了嘛，谢了: what ends a conversation or nods to an answer, and asks and tells nothing more. A word of leave
 * makes half as much chance enough.
 */
export function takesLeave(corpus: Corpus, text: string): boolean {
  if (text.length > LONGEST_LEAVE || ASKS_ON.test(text) || numbersIn(text).length > 0) return false
  const classifier = classifierOf(corpus)
  const chances = classifier?.classify(text)
  const of = (kind: string) => chances?.[classifier?.labels.indexOf(kind) ?? -1] ?? 0
  const least = LEAVE.test(text) ? LIKELY : NOD
  return of('courtesy') + of('about-self') >= least && of('crisis') < SUSPECT
}

const LONGEST_LEAVE = 30
const ASKS_ON = /多少|几|[吗呢?？]|怎|咋|啥|什么|哪|谁|是不是|能不|有没/u
const LEAVE =
  /谢|拉倒|算了|算啦|罢了|回头|再见|拜拜|打扰|麻烦[你您]|辛苦|不问了|[先就]这样|[晓懂]得了|知道了|明白了|记下|清楚了|有数/u
const NOD = 0.9

const EVIDENT = 0.85
/** What the examples call a message that a policy may answer. */
const POLICY = 'policy'
/** Matters of the same offices that no document held regulates. */
const ADJACENT = 'adjacent'
const OUTSIDE = 0.8
const SLIGHT = 0.1
const CERTAIN = 0.95
const LIKELY = 0.4
/** Kinds that no question about a policy resembles: half as much chance tells them. */
const UNLIKE: OutOfScope[] = ['fraud', 'orders', 'advice', 'personal-file']
const SUSPECT = 0.2
/** Fewer characters tell of no kind. */
const LEAST = 5
/** 吃啥药管用: few words must be plain. */
const BRIEF = 8
const EVIDENT_BRIEFLY = 0.7

/** How likely a message is of each kind, as learned from examples; null for what is too short to tell. */
function chancesOf(corpus: Corpus, text: string): Map<string, number> | null {
  const classifier = classifierOf(corpus)
  if (classifier === null || text.length < LEAST) return null
  const chances = classifier.classify(text)
  return new Map(classifier.labels.map((label, i) => [label, chances[i] ?? 0]))
}

const read = new WeakMap<Corpus, Classifier | null>()

function classifierOf(corpus: Corpus): Classifier | null {
  const known = read.get(corpus)
  if (known !== undefined) return known
  const { scope } = corpus.classifiers
  const classifier = scope === null ? null : readClassifier(scope, groupFinder(corpus.words))
  read.set(corpus, classifier)
  return classifier
}
