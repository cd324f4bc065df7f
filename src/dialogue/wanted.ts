import { asksOtherThanSum } from './asked-for.ts'
import { STILL } from './asking.ts'
import { asksNoSum } from './no-sum.ts'
import { numbersIn } from './numbers.ts'
import { rateAsked } from './rate-asked.ts'
import { withoutUndecided } from './undecided.ts'

/** What a message wants: an amount unless it says otherwise. */
export interface Wanted {
  about: 'amount' | 'authority' | 'validity' | 'origin' | 'text' | 'list' | 'clause'
  /** A figure is asked for, in whatever words. */
  asksAmount: boolean
  total: boolean
  /** What one gets, not what somebody in particular gets: 每人资助多少. */
  perHead: boolean
  /** Whether several awards may be taken together. */
  stacks: boolean
  /** The message speaks of an earlier rule ("以前是6000元"). */
  earlier: boolean
  /** Several awards go to one and the same recipient ("我既是…又是…"). */
  sameRecipient: boolean
  /** Nothing but a greeting, thanks, or a question about the assistant itself. */
  courtesy: boolean
  human: boolean
  /** Something said before is put right. */
  corrects: boolean
  /** The person does not know what was asked: answered with what holds without it, not asked again. */
  unknown: boolean
  /** It speaks of money, whatever it asks. */
  ofMoney: boolean
  /** The sum is expressly not asked about: 先别讲钱. */
  leavesSum: boolean
}

/** 三个月，够格不: a failed condition is a result where money or a number is at stake, and a quote where neither is. */
export const isAtStake = ({ asksAmount, ofMoney, leavesSum }: Wanted, text: string): boolean =>
  !leavesSum && (asksAmount || ofMoney || numbersIn(text).length > 0)

export const ASKS_AMOUNT =
  /多少|几(?:个)?(?:钱|万|块|千|百分)|几(?:个|何)?(?=[,，。?？!！]|$)|[补奖贴][没不吗么]|有没有?(?:什么|啥)?[补奖贴钱]|[补奖给拿配贴发]几|几多|几钿|几成|几个(?:百分)?点|好多(?![人年])|多钱|到(?:什么|啥)程度|[什啥]么?(?:价|数)|[准确]数|定死.{0,3}数|咋个?[算补给发奖贴]|(?:[给发有拿领得补奖]|啥|什么|要到|几个|要)钱|金额|区间|标准|一共|统共|拢共|合计|总共|加起来|加一起|加一块|加拢|怎么?个?算|怎么个数|(?<!打)算(?:一?[下遍次]|算|给|出|多|能|钱)|(?:还是|也是|就是)[这那](?:个数|么[多些])|[写有]数[吗么没]/u
const TOTAL =
  /一共|合计|合共|总共|统共|拢共|总数|加总|加起来|加一起|合起来|[加凑合算拢归放并摞搁](?:在|到|成)?一(?:块|搭|起|堆)|[加合拢]拢|再拢|[全都]加上(?=$|[，,。；;])|(?<!工资|薪酬|薪资|经费|投资|项目|资金)总额|总计|[都全]算[上进](?:去|来)?|总的(?=[是呢多有能?？,，]|$)|相加|合(?:到|在)?一(?:块|起|搭|堆|处)|合[到在](?:块|起|处)|连[同上那这带][^，,。；;]{1,12}一[起块]|全部(?:加|多少|是多少)|一起(?:能|可以|总)?(?:拿|领|得|有|是)?(?:多少|几)|一起拿|都拿|共(?:计|多少|能|可)/
/** 首席的拢共多少，优秀的拢共多少: a sum of each, not of all. */
const TOTAL_OF_EACH =
  /(一共|合计|总共|统共|拢共)(?:[^，,。；;]{0,6})(?:多少|几[^，,。；;]{0,3})[，,；;](?!.*(?:全|都|加))[^，,。；;]{1,12}\1[^，,。；;]{0,6}(?:多少|几[^，,。；;]{0,3})[?？。]?$/u
/** 两档分别加起来多少, 各合计多少: of each group what it comes to. */
const TOTAL_OF_GROUPS =
  /(?:分别|各自?)(?:的|是|一共|能|该|给|补|奖|拿|领)?(?:一共|合计|总共|统共|拢共|加起来|加一[起块]|合起来|封顶|上限)/gu
/** 一共26个: how many there are. */
const TOTAL_COUNTED =
  /(?:一共|总共|统共|拢共)(?:是|有|评了?|选了?)?(?=[\d一二两三四五六七八九十百]+(?:个|名|位|人))/gu

const asksTotal = (text: string): boolean => {
  const ofEach = text.replace(TOTAL_OF_GROUPS, '分别')
  const plain = /分别/u.test(ofEach) ? ofEach.replace(TOTAL_COUNTED, '') : ofEach
  return TOTAL.test(plain) && !TOTAL_OF_EACH.test(text)
}
/** Greetings, thanks and nods; a message is a courtesy where nothing else is left of it. */
const COURTESY =
  /你好|您好|hi|hello|在吗|在不在|有人吗|早上好|下午好|晚上好|早安|晚安|好[的嘞哒吧]?|行[了吧]?|嗯+|哦+|谢谢|多谢|感谢|谢[了啦您]|辛苦了?|麻烦了?|再见|拜拜|明白|知道|清楚|晓得|了解|收到|记下|懂|哎|诶|吃了[没吗]|早[啊呀]|(?:今[天儿])?上班了?[没吗]|忙吗|没事|没别的|没了|不用|就这些|[就先]这样|那|算了|行吧|打扰|[了啊呀吗呢您你侬哈嘛啦呐哟喽老师傅亲大哥姐小妹\s!！。，,~?？、.]/giu
const ABOUT_SELF =
  /你(?:这|那)?[^，,。；;]{0,4}是(?:不是)?(?:一?个)?(?:人工智能|ai|机器人?|程序|电脑|真人|活人)|你们?(?:是谁|能算|是什么|叫什么|能(?:做|干|帮)|会(?:做|干)?什么|有什么(?:用|功能)|是(?:不是)?(?:机器人|真人|人))|[跟和给回同][我咱俺]们?(?:说话|聊天?|唠嗑?|回话|话|打字|讲话)?的?(?:这位)?(?:到底|究竟)?是[^，,。；;]{0,6}(?:真人|活人|机器|程序|电脑|AI|人工)|(?:真人|活人|人工?)[^。；;]{0,12}还是[^，,。；;]{0,6}(?:机器|程序|电脑|AI|软件)/iu
const HUMAN =
  /转人工(?!智能|操作|作业|成本|费|岗)|人工(?:客服|服务)|(?:找|叫|换|接|转|要|喊|请|让|派)个?.{0,4}(?:真人|活人|人工(?!智能|操作|作业|成本|费|岗)|客服|工作人员|专员)|(?:找|叫|换|接|转|喊|请)(?:一?[个下位]|通|到)?(?:你们?)(?:那?边)?的?(?:同事|领导)|(?:找|叫|换|接|喊)一?个活的|(?:找|叫|换)个(?:人|懂的)(?:来|说|聊|跟|问)?|[跟和找]你们?.{0,6}(?:同志|领导|人员|负责人)(?:直接)?(?:讲|说|谈|聊|问)/u
/** 怎么补 asks for the sum, not for the way. */
const HOW_PAID =
  /怎么个?(?:配套)?[奖补发给配]|按(?:什么|啥|哪[个种])[^，,。；;]{0,6}(?:学历|文凭|标准|档)(?:来|去)?[补给发]/u
/** Whether one may have something is answered with the amount; other wh-questions with the text. */
const ELIGIBLE =
  /吗|么[?？]?$|不[?？]?$|没[?？]?$|能.{0,10}(?:领|拿|享受|申|评|补|给|报)|有没有|有份|有戏|给不给|行不行|够不够|可以|可否|能不能|能否/u
const OTHER_WH =
  /谁|哪|什么|啥|怎么|为什么|为啥|要不要|是不是|多久|几年|能不能|用不用|需不需|该不该|让不让|许不许|会不会|算不算|行不行|管不管|认不认|准不准|还是|([^补给发奖拿领贴配有够能可对好])不\1/u
const AUTHORITY =
  /谁(?:来|去|下去|该|要|得)?(?:担责|负[起这]?责|督办|督促|检查|查(?!得)|考核|验收|催办)|责任(?:落|归|算|压)?(?:在|到|给)?(?:哪|谁)|(?:哪个|哪些|什么|归哪|由哪|由谁|归谁|找谁|找哪|是谁).{0,8}(?:负责|牵头|挑头|(?:部门|单位|局(?!面|限))(?!才?(?:能|可以|够|有资格))|主管|管)|责任单位|牵头单位|(?:人社|工会|财政|教育|国资|发改|团委|妇联|工信|税务|街道|组织部)(?:局|委|厅|办)?(?:也|都|还|要|是|在)*(?:管|负责|参与|牵头)|谁(?:来)?(?:负责|牵头|挑头|领头|打头|管|盯|牵线|拢总|抓总|统筹|居中|协调|总揽)|(?:牵头|领头|挑头|打头|负责)的(?:是|归)?(?:哪|谁|什么)|(?:哪|(?<!好)几)(?:家|个|几个|几家)(?:单位|部门|局|委|口子管)|哪[两几]家|找哪(?!年)|归哪(?!笔|个?(?:账|口袋|科目|盘子))|打头(?:管|的(?:是|哪|谁))|领头的是|(?:找|归|由)谁(?=$|[，,。?？呢啊])|哪[家个](?:牵头|负责|主管|领头|管)|(?:牵头|领头|挑头|打头|负责|主管)的?(?:单位|部门|局)[又都到底究竟]*是(?:哪|谁)/u
const VALIDITY =
  /(?:啥时候|几时|何时|哪[天年]|什么时候).{0,2}(?:到[期头点]|失效|截止|结束|作废|终止|停用|不(?:管用|算数|作数|顶用)|施行|生效)|有效期|(?:还|仍|现在|是否|是不是).{0,4}(?:有效|算数|管用|能用)|(?<!照|证|签)过期|失效|哪[天年](?:算完|为止|到头|算到头)|已经?到期|到期[了没]|什么时候(?:到期|施行|生效|开始|实施)|到什么时候|管到|截止|截至|用到(?:哪一?[天日年]|什么时候)|正式(?:文件|的文件)|作废|(?:哪(?:一)?|几)(?:年|月|天|日)(?:下发|出台|发布|印发|开始|施行|执行|生效|出的|发的|定的)|(?:多少天|几天|多久).{0,4}(?:生效|施行)|(?:延|续|展)(?:期|长)?到(?:了)?(?:20)?\d\d年|续期|延期/u
/** Conditions, intervals, sources of money, targets: a wh-question that is not about a sum. */
const TEXT =
  /门槛|多长(?:时间)?的?(?:合同|协议|期限|年限)|(?:合同|协议)[^，,。]{0,4}多[长久]|(?:什么|哪些|啥|有何)(?:条件|要求|资格)|条件是|多久.{0,6}(?:一次|一回|评|选)|(?<![这那])几年.{0,4}(?:一次|一回|评|选)|隔(?:几年|多久)|(?:从哪|哪里|哪儿|谁|口袋|什么基金).{0,6}(?:出|掏|来|支付)|资金来源|哪一?级(?!.*[给补奖拿配贴]多少)|对标|怎么(?:评|选|认定|申请)|什么是|是什么意思|怎么定义|哪(?:份|个|里的)文件|(?:讲|写|说)(?:的是|了)?(?:什么|啥)(?!的?都)|(?:打算|计划|目标|预计|估计|力争|规定|要求|要能|得能|要带|要培|要建|得培).{0,16}(?:多少|几)(?:人|个|名|百人|家|次|条|所|年轻)|(?:多少|几多|好多|几)(?:个|名|位)?(?:特级|首席|优秀|高技能|青年|年轻|诸葛|成都)?(?:技师|工匠|人才|骨干|教师)(?!津贴|补贴|奖|认定|引进)|[一每](?:年|批|次|期|届|回)(?:大概|大约|差不多|能|要|得|有|是)?(?:多少|几)(?:个|名|位)?人|(?:要|打算|计划)(?:选|评|培养|培育)(?:出)?(?:多少|几)|(?:带|建|挑|选|培养|培训|培育|训|办|招|收|设|增|搞|组织|参加|达到|要有)(?:出|到|成|够|上)*(?:多少|几)(?:个|家|名|人|位|支|所|条|次|届|场)|能力(?:要|应)?达到/u

const LIST =
  /(?:能|可以|可|该)(?:享受|拿到?|领取?|申请|申报|得到|享有|要).{0,4}(?:什么|哪些|啥|几样|几项)|(?:有|给|发)(?:我们?|咱们?|俺们?|企业|公司|单位|厂里?|个人|工人)*些?(?:什么|哪些|啥)(?:补贴|政策|待遇|奖励|支持|好处|优惠|钱)|(?:哪些|什么|啥)(?:补贴|待遇|奖励|优惠|好处)(?:能|可以)?(?:拿|领|享受|申请)?/u

/** 能叠着领吗: whether several awards add up. */
const STACKS =
  /叠|重复(?:领|拿|享受|申请)|(?:都|一起|同时|全)(?:能|可以)?(?:领|拿|享受|给)|(?:每家|各家|两家|几家|两边|两头|每个部门)(?:都|全)(?:能|可以)?(?:报|领|申|拿|要)|[跟和与同][^，,。；;]{1,10}(?:重了|重合|冲突|撞(?:上|车|了))|都收(?:下|着)|只能(?:拿|领)一|沾得上|两(?:头|份|笔|边|样|个)(?:[^，,。；;人]{0,7}[他她我])?(?:能|可以)?(?:都|全)(?=[能可想拿领享给得要揣吗?？]|$)|都(?:揣|进(?!了?[厂班队]))/u

/** 先别讲钱, 补多少先不问: what is expressly not asked about. */
const NOT_OF_MONEY =
  /(?:别|甭|不(?:用|必|是)?|无需)(?:先|来)?(?:讲|谈|说|问|提|聊|扯|算)(?:起|到|那|这|它)?(?:[补给奖发拿领贴](?:助|贴|励|我|他|她|厂里)?)?(?:几个|多少)?(?:钱|金额|数额|补[贴助]|奖金|(?<=[补给奖发拿领贴])(?:多少|几)(?:钱|万|块)?)(?:的?事(?:儿|情)?)?|(?:钱|金额|数额|[补给奖发拿领贴](?:多少|几)(?:钱|万|块)?)(?:的?事(?:儿|情)?|这块|方面)?(?:先|都|我|暂时|就|可以)*(?:别|甭|不(?:用|必)?)(?:来|先)?(?:讲|谈|说|问|提|聊|扯|算|管)/gu

/** 花了多少要不要跟职工交代: the sum is what is spoken of, not what is asked. */
const SPOKEN_OF =
  /(?<=^|[，,。；;！!？?])[^，,。；;！!？?]{0,8}(?:多少|几个?)钱?(?=(?:都|也|还|是|这个)?(?:要不要|用不用|需不需要|该不该|该[向跟给由]|要[向跟]|让不让|许不许|准不准|[得需要]?(?:向|跟|由|归)谁|谁))/u

export function wantedIn(message: string): Wanted {
  const asked = message.replace(SPOKEN_OF, '')
  const text = asked.replace(NOT_OF_MONEY, '')
  const leavesSum = text !== asked
  const about = aboutOf(withoutUndecided(text))
  return {
    leavesSum,
    about: leavesSum && about === 'amount' && !ASKS_SUM.test(text) ? 'text' : about,
    asksAmount: ASKS_AMOUNT.test(text),
    perHead: PER_HEAD.test(text) || rateAsked(text) !== null,
    total: asksTotal(text) || STACKS.test(text),
    stacks: STACKS.test(text),
    earlier: /以前|原来|过去|之前|原先|老(?:政策|标准|规定|文件)|旧(?:政策|标准|规定|文件)/u.test(text),
    sameRecipient:
      STACKS.test(text) ||
      /又(?!(?:是|能|该|有|得)*多少)|同时|也是|既|都(?:拿|得|评)|一个人|同一/u.test(text),
    courtesy: text.replace(COURTESY, '') === '' || (ABOUT_SELF.test(text) && !SUM.test(text)),
    human: HUMAN.test(text),
    corrects: CORRECTS.test(text),
    ofMoney: MONEY.test(text),
    unknown: /不知道|不清楚|不确定|说不好|说不准|说不上来?|没想好|拿不准|定不下来|不晓得|没概念/u.test(text),
  }
}

/** 说错了, 漏数了, 会计改口了; 不是8000，一万二. */
const CORRECTS =
  /不对|[说打写看听数记弄搞念报算填抄][错反岔漏串]|漏[数报算记]|更正|改[成为口]|不是.{1,6}是|不是[\d一二两三四五六七八九十][^，,。；;]{0,6}[，,][\d一二两三四五六七八九十]/u

/** 三（一）3, 第十二条, 〔2025〕93号: the message names a clause or a document number to the letter. */
const CLAUSE =
  /〔\d{4}〕\d+号|第[一二三四五六七八九十\d]+(?:条|部分|款)|[一二三四五六七八九十]、?\([一二三四五六七八九十]+\)\d*/u

/** A figure held out (是不是每人4000) is answered with the right one. */
const FIGURE = /\d{3,}|[一二三四五六七八九十两\d]+(?:万|千|百)/u
/** 每人多少, 一人补几万: the rate, unless it is oneself (我一个人能领多少). */
const PER_HEAD =
  /每(?:个人|人|名|位)|人均|(?<![我你他她俺就才只第单\d十百])[一1](?:个?人头?|[家所]|[个名](?:学生|学员|学徒|徒弟|娃|孩子|工人|职工|员工|(?:领军)?人才|师傅|选手|教师|老师))(?:[一1每]个?[年月]|[\d一二两三四五六](?:年|个月)(?:下来|满了|学完|总共|一共)?)?(?:政府|国家|市里|区里)?(?:能|可以|可|大概|最多|最高|顶多|到底|应该|该|是|都)*(?:补贴|补助|资助|补|给|发|奖|拿|领|得|报)?(?:多少|几[个多]?[钱万千百块]|几多|好多)/u
/** 单位拿多少不用管，个人加一起多少: another sum is asked for. */
const ASKS_SUM =
  /(?:[给补奖拿配贴领得是]|一起|起来|一共|总共|合计)(?:到|个)?(?:多少|几[万千百块])(?![年月天人名个家次])/u
/** 够门槛吧？够的话发多少: the sum is asked, whatever it depends on. */
const IF_SO =
  /(?:够|行|算|符合|达标|达到|可以|能|选上|评上|满足)了?的话[^。；;！!？?]{0,8}(?:[给补奖发拿配贴领得是]|有)(?:到|个)?(?:多少|几)(?![年月人名个])/u
/** 早就作废了吧，按它给多少: the sum is what is asked. */
export const SUM = /[给补奖拿配贴领得](?:到|个)?(?:多少|几)|[各都]是?多少(?![人名个家次])/u

/** What differs between years or places is told by both figures. */
export const COMPARES =
  /不一样|区别|变化|差别|相?差(?:多少|几[万千百个])|对比|比较|(?:哪|(?<!比)谁)(?:个|边|里|家)?(?:更)?(?:高|多|划算)|变了(?:吗|没)|涨了|高多少|多多少|是不是(?:要|会|能|就|(?:能|会)?[给补奖]的?得?|得)?(?:更[多高]|[多高][点些])|更[多高](?:一?[点些])?[吗不吧没]|(?:会|要|能|给|发|拿|得|奖|补)(?:不会|不能)?(?:再|更)?[多少高低][拿给发奖补领得]?(?:一?[点些])?(?:[吗么]|[不没](?=[？?]?$))/u

/** Whether one may have something (能领吗) asks for the sum; whether one may do or become something does not. */
const MONEY =
  /(?:(?<!技)能|可以|还|给|该|会|有没有|得)[不没]?能?(?:(?:拿|领(?!军|头|域)|得到)(?![^，,。；;]{0,8}(?:证|荣誉|称号|文凭|学历))|补|奖|贴|提)|[拿领][到得]?(?:钱|吗|不|么)|[补奖贴][没不吗么]|补[贴助]|贴补|津贴|资[助金]|经费|扶持|支持|奖[金补励]|有奖|报销|钱|款|配[多给几]|有没有(?![^，,。；;]{0,3}(?:说|写|规定|要求|讲|提到|限制|明文|条文|权[力利限]?|资格))|还有[吗没]/u

/** 他那本证也是市政府发的？金华工匠也找他们？ */
const TOLD_AS_SO =
  /是[^，,。；;]{2,12}的[吗吧么]?[?？]$|也(?:是|找|归|由|去|跟|按)[^，,。；;]{1,8}[吗吧么?？]$/u
/** 方案作废了，那笔钱原先是多少: the sum is asked in a breath of its own. */
const asksSumBesides = (text: string): boolean =>
  SUM.test(text) ||
  (MONEY.test(text) &&
    text
      .split(PAUSE)
      .some((piece) => !VALIDITY.test(piece) && /多少(?![年月天日号条])|几[万千百块]/u.test(piece)))
const PAUSE = /[，,。；;！!？?]/u

/** 这个数最后谁说了算: who settles a figure stands in the sentence that sets it. */
const WHO_SETTLES =
  /(?:谁|哪个?(?:些|几个|家)?(?:部门|单位|局|口子)?)(?:来|去|给|负责|最后|说了才)*(?:说了算|盖章|签字|核准|核定|核实|审核|审批|批准|批|拍板|把关|认可|认账|审)[^，,。；;！!？?]{0,6}[？?]?$/u

const MORE =
  /多少|几[家个人名年次回批届]|多[久长]|隔|[干做搞]些?(?:啥|什么)|原话|(?:怎么|咋)[写说]|会不会|能不能|要不要|算不算|[算计纳]进/u

/** 先挑几家试？哪个局打头: who is responsible is asked for, and something besides. */
export const asksWhoAndMore = (text: string): boolean =>
  text
    .split(/(?<=[?？])|[，,。；;！!]/u)
    .some(
      (piece, i, { length }) =>
        !AUTHORITY.test(piece) && (MORE.test(piece) || (i < length - 1 && /[?？]$/u.test(piece))),
    )

function aboutOf(text: string): Wanted['about'] {
  if (COMPARES.test(text)) return 'amount'
  if (CLAUSE.test(text) && !/多少|几[万千百块]|一共|合计/u.test(text)) return 'clause'
  if (/盈余|结余|这个?数/u.test(text) && WHO_SETTLES.test(text) && !SUM.test(text)) return 'text'
  if (AUTHORITY.test(text)) return 'authority'
  if (WHO_SETTLES.test(text) && !SUM.test(text)) return 'text'
  if (asksOtherThanSum(text)) return 'text'
  if (VALIDITY.test(text) && !asksSumBesides(text)) return 'validity'
  // 按什么学历标准: 标准 alone asks for no sum.
  if (asksNoSum(text) && !ASKS_AMOUNT.test(text.replaceAll('标准', ''))) return 'text'
  if (LIST.test(text)) return 'list'
  if (/(?:从哪|谁|哪里|哪儿|口袋).{0,6}(?:出|掏|来|支付)/u.test(text) && /多少/u.test(text)) return 'amount'
  if (IF_SO.test(text)) return 'amount'
  if (TEXT.test(text) && !/补[贴助]|标准|津贴|怎么个?[数补]/u.test(text)) return 'text'
  if (TOLD_AS_SO.test(text) && !ASKS_AMOUNT.test(text) && !MONEY.test(text) && !FIGURE.test(text))
    return 'text'
  if (ASKS_AMOUNT.test(text) || HOW_PAID.test(text) || FIGURE.test(text)) return 'amount'
  if (ELIGIBLE.test(text)) return MONEY.test(text) ? 'amount' : 'text'
  return OTHER_WH.test(text.replace(STILL, '')) ? 'text' : 'amount'
}
