import { withoutSetAside } from './set-aside.ts'

const MATTER =
  '(?:新型|骨干|首席|特级|优秀|高级|大师|创新|实训|培训|集训|专业|领军|诸葛|金华|杰出|大)*(?:学徒工?|学生|学员|工人|职工|员工|教师|老师|基地|工作室|徒弟|人才?|首席|特级|优秀|技师|工匠|项目|工种|名额|中心|选手)'
/** 政府给企业补: who pays, and to whom, may stand before how much. */
const TO_WHOM =
  '(?:政府|国家|财政|[市省区]里?|企业|单位|公司|厂里?|学校|学院|一共|总共|能|可以|大概|顶[多格]|封顶|上限|到底|究竟|应该|都|按|的|分别|各自?|头上|到手|到账|下来|奖补|补[贴助]|资助|奖励?|津贴|经费|配套|标准|金额|数额|补|给|发|拿|领|得|报|支持|到|算|来|是|有|最[多高]){0,9}'
const HOW_MUCH = '(?:多少|几[个多]?[钱万千百块]|几多|好多|啥数)'
/** 单年 is a year as well. */
const PERIOD = '(?<year>[一1每单](?:个)?年)|(?<month>[一1每单](?:个)?月)'
const EACH = `每(?:入选|认定|带|送|新增|培养|引进|选上|评上|多|招|训)?(?:个?人头?|一?[名位个家所项间座]|(?=${MATTER}))|人均|单(?:独)?一?(?:个|位)?人(?!员)|单[个位家](?=${MATTER})`
const ONE = `(?<![我你他她俺这那就才只第单每\\d十百])[一1](?:个?人头?|[家所个名位间座项])`
/** 3个首席技师，一人给多少; 两家基地，每家多少: asked in so many words, whatever is counted in the same breath. */
const RATE = new RegExp(
  `(?:${EACH}|${ONE})(?:${MATTER})?(?:的)?(?:${PERIOD})?(?:${TO_WHOM})(?:${HOW_MUCH}|(?:标准|区间|数额|金额)(?=$|[，,。？?！!]))`,
  'u',
)
/** 一个学徒一年呢: the rate, whatever was counted before. */
const OF_ONE_A_YEAR = new RegExp(
  `(?<![\\d一二两三四五六七八九十百我你他她])[一1每](?:个|名|位)?(?:人|学徒|徒弟|工人|职工)[，,的]?(?<year>[一1每]年)(?:呢|${TO_WHOM}${HOW_MUCH}[钱块]?)[?？。]*$`,
  'u',
)
/** 一共46个 counts, 不是问总的 leaves it out. */
const SUM_OF_ALL =
  /(?<!每(?:个?人头?|[名位个家所项]))(?:一共|合计|总共|拢共|统共|总数|总额|总计|(?<!问)总的|共计?(?=是?有?(?:多少|几))|[加合拢]起来|[加合拢凑][到在]?一[起块搭])(?!(?:有|是|带|招|来|去|报|评|收|送|认定|入选)*[\d一二两三四五六七八九十]|[^，,。；;]{0,6}(?:会|自己|我)(?:来|会|能)?算)/u

/** What one gets is asked for, and in which period. */
export interface RateAsked {
  ofYear: boolean
  ofMonth: boolean
}

/** 补贴标准一个人一年究竟是几千: what one gets is asked for; null where it is not, or what all of them get is as well. */
export function rateAsked(text: string): RateAsked | null {
  const ofYear = OF_ONE_A_YEAR.exec(text)
  const found = ofYear ?? (SUM_OF_ALL.test(withoutSetAside(text)) ? null : RATE.exec(text))
  if (found === null) return null
  return { ofYear: found.groups?.year !== undefined, ofMonth: found.groups?.month !== undefined }
}
