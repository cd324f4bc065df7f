import { isHeads } from './assign.ts'
import { speaksOfAnother } from './holders.ts'
import { numbersIn } from './numbers.ts'

const FIGURE =
  '(?:\\d[\\d.]*|[一二两三四五六七八九十百千])[\\d.一二两三四五六七八九十百千]*(?:万[一二三四五六七八九])?'
const NOUN = '(?:正式|在职|一线|在册)?(?:员工|职工|工人|工友|学生|学员|老师|教师|教职工|弟兄|伙计|人马)'
const ABOUT = '(?:[小上近约]|将近|差不多|大概|大约|不到)?'
const MORE = '(?:来|多|几|余|好几)?'
const HEADS = `(?:(?:号人?|口子?人?|个人|人)${NOUN}?|[个名位]?${NOUN})`
const SO = '(?:出头|左右|上下|光景|的样子|的规模)?'
/** What people work or learn in. No 班: a class is taught for a grant. */
const FIRM =
  '(?:厂[里子区]?|公司|集团|企业|单位|车间|班组|作坊|门?店里?|学校|技校|学院|院校|校里?|矿上?|工地|部门|工段|队里|中心|合作社|产业园|产线)'
/** All who belong to it; 转岗职工8人 are some of them. */
const STAFF = `(?:(?<=^|[，,。；;！!？?]|带|${FIRM}(?:[里的有]|在[册岗职]|正式)?)(?:员工|职工|工人|教师|老师|教职工)|规模|(?<!招)在校生?|人数|人员|人手|人不[多少]|编制|[上里大]?上?下下?[里外]*|在册|在岗|在职|算上)`
/** Between a firm and how many it has stands nothing that is told of them. */
const LINK = `(?:[，,]|[我咱俺]们?|这[家个边里]?|[里上下外]|现在|目前|如今|正式|拢共|总共|一共|统共|加起来|[共也就才有是约都]|大概|差不多|全部|不[大小]|总?数|${STAFF})*`
const END = `(?=[，,。；;！!？?、 ]|$|(?:里头?|里面|中间)?(?:[就只才][出有]了?[这我他她]?[一1]个|有[一1]?[个位名](?!${NOUN}?[，,])))`
/** 百十号人 is about a hundred. */
const TENS_OF = '百八?十'

/** 三百人的电子厂, 五十人小厂: the size is told of the firm itself. */
const SIZED = new RegExp(
  `${ABOUT}${FIGURE}${MORE}(?:口子?|个)?人(?:的|规模的?|(?=[小大中]))(?:(?![都参是给按送培进去在])\\p{Script=Han}){0,5}?(?=${FIRM}|工作室|医院|饭店|酒店|超市|幼儿园|车队|工程队|研究[所院])`,
  'gu',
)
/** 公司两百多人, 厂里一千人就出了这一个, 磁材厂，两千多人 */
const OF_A_FIRM = new RegExp(
  `(?<=${FIRM}${LINK})${ABOUT}(?:${FIGURE}|${TENS_OF})${MORE}${HEADS}${SO}${END}`,
  'gu',
)
const SIZES: RegExp[] = [
  OF_A_FIRM,
  // 职工一万二, 在册员工610人, 规模不大，五六十人, 连我老婆算上75个人
  new RegExp(`(?<=${STAFF}${LINK})${ABOUT}${FIGURE}${MORE}(?:${HEADS}|[个名位])?${SO}${END}`, 'gu'),
  // 六十几个工人, 拢共七八个工人
  new RegExp(
    `(?<=^|[，,。；;！!？?、 ])(?:${LINK}|手下|手底下)${ABOUT}${FIGURE}${MORE}(?:[个名位口])?${NOUN}${END}`,
    'gu',
  ),
  // 作坊就他跟三个徒弟
  new RegExp(`(?<=${FIRM})[就只][我俺他她][跟和带]着?${FIGURE}[个名位](?:徒弟|学徒|${NOUN})${END}`, 'gu'),
]
/** 磁材厂，，我爱人: a part in which nothing is left. */
const EMPTIED = /(?<=[，,。；;！!？?])[，,]|^[，,]+/gu
/** Awards that somebody wins, and none that is paid for all who are taught or employed. */
const WON = /特级|首席|优秀技师|工匠|大奖|大赛|特殊津贴|政府津贴|工作室|基地/u
const PER_HEAD = /学徒|订单班|冠名班|培训|认定|研修|高研班|实训|输送|引才|毕业/u
/** What is named after training and pays for no head. */
const BASES = /(?:实训|培训|集训|研修)(?:基地|中心|学校|机构)|年?实训[量人]次?/gu
/** 引进一个领军人才: one is counted besides. */
const ONE_OF_THEM =
  /(?:[一1][个名位]|有[个位])[^，,。；;\d]{0,6}(?:领军|人才|技师|师傅|工友|选手|工匠|小伙|姑娘)/u
/** 我们公司3人，评上首席技师; 班组5个人，都评上了: they are those who are asked about. */
const OF_THEM =
  /^[，,]?(?:都|全(?![厂国市区省公校])|每|人人|各|[这那](?:些|几|帮|[\d二两三四五六七八九十])|他们|一起|(?:[评选当][上了为中]|入选|[拿获得](?!知)|被)(?![^，,。；;]*[\d一二两三四五六七八九十][个名位人]))/u
/** 骨干教师12人赴国外: teachers are taught as well. */
const TEACHERS = /(?:教师|老师)[^，,。；;]{0,4}$/u
const ABROAD = /国外|境外|出国|高研|研修|进修|集训/u
const SO_MANY_ASKED = /[这那][\d一二两三四五六七八九十]+(?:个|人|位|名)[^，,。；;]{0,12}多少/u

/**
 * A message without how many work or learn in a firm or a school, where it tells that of the firm itself, where others
 * are counted besides, or where the award is one that somebody wins.
 */
export function withoutStaff(text: string): string {
  const plain = without(text, SIZED)
  if (speaksOfAnother(plain) || SO_MANY_ASKED.test(plain) || countsOfFirms(plain) > 1) return plain
  const rest = SIZES.reduce(without, plain)
  const tellsOthers =
    (WON.test(plain) && !PER_HEAD.test(plain.replace(BASES, ''))) ||
    ONE_OF_THEM.test(rest) ||
    countsPeople(rest)
  return rest !== plain && tellsOthers ? rest.replace(EMPTIED, '') : plain
}

/** 汽配厂12人，药厂20人: each is asked about. */
const countsOfFirms = (text: string): number => [...text.matchAll(OF_A_FIRM)].length

const without = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (size, ...at) => {
    const start = at.find((one): one is number => typeof one === 'number') ?? 0
    const isOfTaught = TEACHERS.test(text.slice(0, start)) && ABROAD.test(text)
    return isOfTaught || OF_THEM.test(text.slice(start + size.length)) ? size : ''
  })

const countsPeople = (text: string): boolean =>
  numbersIn(text).some(
    ({ kind, unit, value, text: said }) =>
      kind === 'count' && isHeads(unit) && !(said.startsWith('一') && value.min?.eq('1')),
  )
