import type Big from 'big.js'
import { readNumeral } from '../corpus/numeral.ts'

/** Stands for what was left out, so that its piece is known by it. */
export const GAP = '\uE000'

const FIGURE = '[\\d一二三四五六七八九十两廿卅](?:[\\d.一二三四五六七八九十两廿卅百千万亿]|,(?=\\d{3})){0,14}'
const ABOUT = '(?:来|多|几|余|号|出头|左右|上下)*'
const HEADS = `${ABOUT}(?:个|名|位|口)?(?:人(?!次|才)|号人)?`
const WORKPLACE =
  '厂子?里?|厂区|公司里?|企业|单位里?|集团|车间里?|班组里?|作坊|[学技职]校里?|学院|职院|院里|店里?|工地|园区|工会|分厂|工段|科室|办公室'
const WORKERS =
  '教职工|职工|员工|工人|老师|教师|师生|学生|在校生|会员|党员|管理人员|行政人员|干部|技术员|工程师|正式工|临时工|工友|同事'
const IN_ALL =
  '(?:现在|目前|如今|拢共|统共|总共|一共|上上下下|里里外外|大大小小|上下|连我|算上|加上|在职|在册|在编|编制内|正式|规模|大概|差不多|约|也|就|才|都|共|总|有|是|个|的|里|家|这|拢)*'
/** 就我一个, 有个工友, 的小厂: what follows a size in the same breath. */
const BEHIND =
  '(?=$|[，,。；;、！!？?\\s]|就[我他她出这数一]|只有?[我他她一]|才[出一]|里[头面边]?[就只才]|有个|的[大小中老]?[厂公企单学作车]|规模)'
const OF_FIRM = '(?:的)?(?:规模|编制|大厂|小厂|厂子?|公司|企业|单位|集团|学校|车间|作坊|[大中小]厂)?'

/** 我们厂一共320人, 全校学生2600人: how many work or learn in a place. */
const STAFF = new RegExp(
  `(?:[全整]个?(?:厂|校|公司|集团|单位|企业|院|车间|班组)|(?:${WORKPLACE}))(?:${WORKERS})?${IN_ALL}(?:${WORKERS})?${IN_ALL}(?<figure>${FIGURE})${HEADS}(?:${WORKERS})?${OF_FIRM}${BEHIND}`,
  'gu',
)
/** 规模一百六十来人, 六十几个工人的小厂, 一家三百人的企业: of a place that is not named, or after the number. */
const SIZE = new RegExp(
  `规模(?:大概|差不多|也就|是|有)*(?<counted>${FIGURE})${HEADS}|(?<=^|[，,。；;！!]|[是有在])(?:一家|一个|个|家|有)?(?<figure>${FIGURE})${HEADS}(?:${WORKERS})?(?:的规模|规模|的[^，,。；;\\d]{0,3}(?:厂子?|公司|企业|单位|集团|学校|车间|作坊))`,
  'gu',
)
const WORKERS_ALONE = new RegExp(
  `(?<=(?:厂|公司|企业|集团|单位|学校|学院)的?[，,])(?:大概|差不多|有)?(?<size>${FIGURE})${HEADS}(?=[，,。；;！!])|(?:连|加上|算上)我[^，,。；;\\d]{0,4}(?:算上|在内|一共|总共)(?<counted>${FIGURE})${HEADS}|(?<=^|[，,。；;！!])(?:(?:连我|算上我)?(?:有|算上|就|才|也就)*(?<figure>${FIGURE})(?:(?:几|来|多|余)*(?:个|名|位)?(?:职工|员工|工人|教职工|会员|党员)|(?:几|来|多|余)*号人)|(?:我)?手下(?:管着|管了|带着|有)(?<led>${FIGURE})${HEADS})(?=$|[，,。；;！!])`,
  'gu',
)
/** 教师40来个, 成员11个: who is counted by a role. */
const ROLES = new RegExp(
  `(?:编制内|专职|兼职|在编|全校|在校)?(?:的)?(?:教师|老师|师傅|讲师|教职工|在校生|管理人员|股东|成员|毕业生)(?:一共|总共|共|有|大概|约|也|就|是)*(?<figure>${FIGURE})${HEADS}(?=$|[，,。；;！!])`,
  'gu',
)
/** 裁判24名, 带班老师5个, 同团一共24个人: who takes no part in what is granted, and all of those somebody went with. */
const NEVER = new RegExp(
  `(?:(?:带队|领队|任课|带班)(?:的)?(?:老师|教师|教练)?|教练员?|裁判员?|评委|班主任|党员|会员|观众|志愿者|保安|后勤人?员?|行政人员)(?:一共|总共|共|有|大概|约|也|就|是)*(?<figure>${FIGURE})${HEADS}(?=$|[，,。；;！!])|(?:同[团批期班]|全团|整个团|全队)[^，,。；;\\d一二两三四五六七八九十]{0,6}(?<counted>${FIGURE})${HEADS}(?=$|[，,。；;！!])`,
  'gu',
)
const SUM = `${FIGURE}(?:来|多|几)?[十百千万亿]*(?:元|块钱?|美元|美金|欧元|钱)?(?:多|出头|左右|上下|不到)?(?:钱)?(?![个名位人家年月项次所间台天\\d一二三四五六七八九十百千万])`
/** 去年产值8000万, 一年交税200来万: how large a firm is, by its money. */
const TURNOVER = new RegExp(
  `(?:去年|今年|前年|上年|一年|每年|年|上个?月|一个月)?(?:全年|总)?(?:产值|流水|销售额?|营业额|营收|利润|交税|纳税|缴税|上税|税收|税款|税|进出口额?|出口额?|外贸额?|总?资产|注册资[本金]|贷款|欠款|欠账|外债)(?:[^，,。；;、！!？?\\d一二两三四五六七八九十]{0,8})${SUM}(?:的?(?:税|贷款|产值|流水|利润|债))?(?:没还|要还)?`,
  'gu',
)
/** 厂房3000平, 离市里30公里, 有18条生产线, 12台机床. */
const EXTENT = new RegExp(
  `(?:厂房|占地|面积|建筑面积|场地|校园|楼|离[^，,。；;\\d]{0,6}|有|建了|共|新上|买了){0,3}(?:[^，,。；;、！!？?\\d一二两三四五六七八九十]{0,3})${FIGURE}(?:来|多|几|余)*(?:平方米?|平米?|亩|公里|里地|[台辆栋]|[条套层个间](?:的)?(?:生产线|产线|流水线|线|机床|设备|机器|车床|注塑机|楼|车间|教室|机房|宿舍|系部))`,
  'gu',
)
/** 前前后后花了12万, 投了八百多万: what something cost, where no rule asks for it. */
const SPENT_ON = '请(?:律师|老师|人)|买[^，,。；;\\d]{0,4}|招待费?|装修[^，,。；;\\d]{0,6}|差旅费?|设备费?'
const SPENT = new RegExp(
  `(?:(?:为这事|前前后后|前后|里外里|总共|一共|光是?|另外|自己|企业|公司|厂里|单位|我们|还)*(?:${SPENT_ON})?)(?:花|投|砸|垫|搭)(?:资|进去|掉|费)?(?:了|进|掉|出)*(?:大概|差不多|将近|小|近|快)*${SUM}(?:请老师|请人|买设备|装修)?`,
  'gu',
)
/** 设备900万, 安家费6万, 老板年薪80万: of a thing or of somebody that no rule reckons from. */
const OF_THING = new RegExp(
  `(?:(?:设备|装修|招待费|饭费|伙食|食堂|安家费|搬家费|房租|租金|水电费?|猎头费|律师费|差旅费?|红包|慰问金)[^，,。；;、！!？?\\d一二两三四五六七八九十]{0,6}|老板(?:自己|本人|他)?(?:的)?(?:年薪|工资|一年)[^，,。；;\\d一二两三四五六七八九十]{0,3})(?:每?个?月|一个月|每年|一年|一顿|一次)?(?:补|给|花|是|要|交)*了?${SUM}`,
  'gu',
)
const GIVES = '(?:给|奖|发|补|包|出|掏|贴|送)'
const NO_FIGURE = '[^，,。；;、！!？?\\d一二两三四五六七八九十]'
/** The same of a fund: in all that was done about it, or for a thing. */
const SPENT_BESIDE = new RegExp(
  `(?:为这事|前前后后|里外里|${SPENT_ON})(?:花|投|砸|垫|搭)(?:了|进|掉|出)*${SUM}`,
  'gu',
)
/** 厂里自己又奖了5万, 公司另外包了2000红包: what one's own firm gives besides. */
const FROM_FIRM = new RegExp(
  `(?<=(?:厂里?|公司|单位|老板|企业|集团|工会|学校|村里|街道)(?:这边|那边|内部)?(?:自己|另外|又|也|还|再|额外|先|已经|都|每个?月|每年|另|给[我他她])+${NO_FIGURE}{0,7}?${GIVES}(?:了|过|出)?(?:[我他她]|每人|每个?月)?${NO_FIGURE}{0,3})${SUM}(?:的?(?:红包|奖金|慰问金))?|(?:厂里?|公司|单位|老板|企业|工会|亲戚)${NO_FIGURE}{0,3}${GIVES}了?${NO_FIGURE}{0,2}${SUM}的?(?:红包|慰问金)`,
  'gu',
)
/** A breath that says nothing else. */
const FROM_FIRM_ALONE = new RegExp(
  `(?<=^|[，,。；;！!])(?:[我咱俺]们?|[他她])?(?:厂里?|公司|单位|老板|企业|集团|工会|学校|村里|街道)(?:这边|那边|内部)?(?:自己|另外|又|也|还|再|额外|先|已经|都|另)+(?:给|奖|补|包|掏|贴)(?:了|过|出)?(?:[我他她]|每人)?${SUM}(?:的?(?:红包|奖金|慰问金))?(?=$|[，,。；;！!])`,
  'gu',
)
/** 隔壁单位去年拿了80万, 听说别人领了30万: what others got. */
const OF_OTHERS = new RegExp(
  `(?:听说|据说)?(?:隔壁|兄弟|别人|别的|旁边|对面|友邻|老乡|邻居|同行)(?:的|老[王李张刘陈])?(?:他们)?(?:厂|公司|单位|企业|学校|车间|村|省|市|人)?(?:里|他们)?(?:上回|上次|去年|前年|今年|那会儿|当时)?(?:也|就|都|已经)*(?:拿|领|得)(?:了|到|过)+${SUM}`,
  'gu',
)
/** 厂子开了19年了, 办学二十六年了, 跟了我师傅9年, 这事拖了5个月了: how long something has lasted that no rule counts. */
const SINCE = new RegExp(
  `(?:成立|开办?|开业|办学|办厂|开厂|创办|建厂|盖|拖|跟|等|搬来)(?:了|过|着|到现在|至今|都|已经|有|快)*(?:[我他她]?(?:老?师傅|师父))?${FIGURE}(?:来|多|几)?(?:年|个月|个多月)(?:多|了)*(?=$|[，,。；;！!])`,
  'gu',
)
/** 2008年成立的. */
const FOUNDED = /(?:19|20)\d\d年(?:就|才)?(?:成立|创办|建厂|开业|注册|办的?厂)的?/gu

const ALWAYS = [TURNOVER, EXTENT, OF_THING, FROM_FIRM_ALONE, FROM_FIRM, OF_OTHERS, SINCE, FOUNDED]

/** 都, 每人: what is said of all those. */
const OF_ALL =
  /^[，,。；;]?(?:(?:大家|全部|他们|人|也|现在|今年|这回|这次)?都(?![说传讲在知想问这])|全[部员]|个个|人人|每个?人|每位|这[\d一二两三四五六七八九十]|这些|一起|分成|[^，,。；;]{0,8}(?:一半|[\d%一二三四五六七八九][成%]))/u
/** What those do who are counted right before. */
const DO = /^[，,。；;]?(?:去(?!年)|参加|培训|学(?:习|了|[一两二三\d]年)|拿|考|通过|新认定|认定)/u
/** Those who are counted may be the ones it is granted for. */
const OF_GROUPS = /学徒|带徒|岗前|转岗|订单班|冠名班|输送|集训队|出国|境外|国外|研修|高研|新认定|认定/u
/** 我评上, 他拿了: one is spoken of. */
const OF_ONE =
  /我是(?![^，,。；;]{0,10}(?:企业|公司|厂|单位|的|人事))|(?:我(?!们)|[他她](?!们)|爸|妈|老公|老婆|爱人|儿子|闺女|女儿)[^，,。；;们]{0,6}(?:评|选上|入选|拿|得了|获|当上|当选)/u
const OF_PEOPLE =
  /人|职工|员工|工|师|学生|在校生|会员|党员|规模|裁判|评委|教练|班主任|后勤|保安|观众|志愿者|成员|股东|[同全]/u
const TOTAL = /拢共|统共|总共|一共|上下|里里外外|大大小小|[全整]个?[厂校公集单企院车班]/u
const REST = /其余|剩下|剩的|余下|剩余/u
const CORRECTS = /[弄搞说记算看报]错|更正|改口/u
const OF_EVENT = /办赛|成本|承办|举办|竞赛|比赛/u
const COSTS_COUNT = /教育经费|一线|办赛|成本|承办|举办/u

/**
 * A message in which gaps stand for what tells of firms, schools and lives alone: how many work there, what they sell,
 * own, owe, spend and pay themselves and what others got. A small number of those who work somewhere
 * may be the ones who are asked about, unless others are counted besides. `isOfFact`: the words name what some rule reckons with.
 */
export function withoutBackground(
  text: string,
  countsElse: (rest: string) => boolean,
  isOfOne: boolean,
  isOfFact: (words: string) => boolean,
): string {
  if (CORRECTS.test(text)) return text
  const told = (COSTS_COUNT.test(text) ? ALWAYS : [...ALWAYS, SPENT])
    .concat(OF_EVENT.test(text) ? [] : SPENT_BESIDE)
    .reduce((left, pattern) => left.replace(pattern, (words) => (isOfFact(words) ? words : GAP)), text)
  const sums = withoutSizes(told, [NEVER], (end) => !OF_ALL.test(told.slice(end)))
  if (!isOfOne || REST.test(sums)) return sums
  const bare = withoutSizes(sums, SIZES, (end) => !OF_ALL.test(sums.slice(end)))
  if (bare !== sums && countsElse(bare.replaceAll(GAP, ''))) return bare
  // 甲厂30人，乙厂20人: told apart, those are the cases.
  if ([...sums.matchAll(STAFF)].length > 1) return sums
  const mayBeSmall = !OF_GROUPS.test(sums) && (OF_ONE.test(sums) || null)
  return withoutSizes(sums, SIZES, (end, words, figure) => {
    const behind = sums.slice(end)
    const isSize = figure.gte(MANY) || mayBeSmall === true || (mayBeSmall === null && TOTAL.test(words))
    return isSize && !OF_ALL.test(behind) && (mayBeSmall === true || isOfOthers(behind) || !DO.test(behind))
  })
}

/** 公司两百多人，认定出一个: who does it is counted right there. */
const isOfOthers = (behind: string): boolean =>
  /^[，,。；;]?[^，,。；;、！!？?]{0,12}[\d一两二三四五六七八九十](?:个|名|位)/u.test(behind)

const SIZES = [STAFF, SIZE, WORKERS_ALONE, ROLES]

/** Leaves a gap for each size that nothing else is said of, as `isBeside` tells from where it ends, its words and number. */
function withoutSizes(
  text: string,
  patterns: RegExp[],
  isBeside: (end: number, words: string, figure: Big) => boolean,
): string {
  const spans = patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ 0: words, index, groups }) => {
      const figure = readNumeral(Object.values(groups ?? {}).find((one) => one !== undefined) ?? '')
      const end = index + words.length
      return figure !== null && OF_PEOPLE.test(words) && isBeside(end, words, figure)
        ? [{ start: index, end }]
        : []
    })
  return spans
    .toSorted((a, b) => b.start - a.start)
    .filter(({ end }, i, all) => i === 0 || end <= (all[i - 1]?.start ?? 0))
    .reduce((left, { start, end }) => left.slice(0, start) + GAP + left.slice(end), text)
}

/** As many are no one's case: a firm's size. */
const MANY = '30'
