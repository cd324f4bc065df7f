import { KIN, NAME } from './people.ts'

/** Whom a part of a message speaks of. */
export interface Holder {
  name: string
  /** A firm, a school or a part of one. */
  isUnit: boolean
  /** Told of beside somebody else: a team-mate, one who came along. */
  isBeside: boolean
  start: number
  end: number
}

/** The one who asks, or whom the message speaks for. */
export const SELF = '我'
/** Whoever was told of before. */
export const HE = '他'
/** The firm or the school that asks. */
export const OURS = '我们'

const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'
/** 同队的, 同去的那个: who is called by what they share with somebody. */
const FELLOW =
  '同(?:队|组|班组?|批|厂|车间|单位|行|去|期|届|场|台|宿舍)(?:的|去的|来的|进的)(?:另)?(?:一?个|那个|那位|有个|人|选手|伙伴|小伙子?|姑娘|师傅)?'
const POST = '队长|组长|班长|厂长|校长|主任|队友|选手|学生|学员|教练|带头人'
const PERSON = `(?:(?:我|俺|咱|他|她|人家)(?:们)?(?:家)?(?:的|那个?)?)?(?:[大二三小老]|另一个|第[一二三]个)?(?<relation>(?!学徒)(?:${FELLOW}|先生|太太|搭子|对手|姑[父夫]|姨[父夫]|舅[妈父]|婶[子婶]?|伯父|伯母|叔父|外公|外婆|爷爷|奶奶|姥[爷姥]|表叔|连襟|姐夫|妹夫|嫂子|弟媳|姑娘|孩子|那口子|老伴儿?|侄[子儿]|侄女|外甥女?|舅舅|叔叔|大伯|伯伯|二叔|三叔|姑姑|大姨|小姨|岳父|岳母|公公|婆婆|女婿|老[大二三]|邻居|${POST}|${KIN}))(?:小[\\p{Script=Han}](?!时|组|学))?|(?<person>${NAME}(?<!\\p{Script=Han}(?:师傅|工))|${SURNAME}(?:师傅|工(?![匠人种厂作程会])|某|总(?![共计])|姐|哥|老师|主任|经理))`
const UNIT =
  '协会|班组|车间|公司|集团|学院|学校|技校|单位|企业|基地|分厂|工作室|家|[厂班校院店组]|队(?![友员长里])'
const OURS_WORDS = `(?:我|咱|俺)们?(?:这个?|本)?(?:协会|班组|车间|公司|学院|学校|单位|企业|基地|厂里?|班|校|院|店|队|组)(?!的?(?:${POST}|${KIN}|有?个?[小老]))|(?:我|咱|俺)们(?!俩|[仨两二三四五六七八九]个?人?(?:一共|合计|各|分别)|家?(?:${POST}|${KIN}))`
const ANOTHER = `(?:隔壁|兄弟|对[面门]|旁边|别的|另一个|另一家|另外一?[家个]|人家|友邻)的?(?:技师|职业|民办|公办|技工|分|总)?(?:${UNIT})|隔壁(?=[是有那也只])|(?<![听问跟给替帮和与])(?:别人|旁人|人家)(?=那|的(?!是)|才|都|早|拿|得|是|评|去|搞|办|建)`
const NAMED = `[甲乙丙丁](?:${UNIT})|[总分老新东西南北](?:厂|公司|校|院)|\\p{Script=Han}{2}那边`
const ME = `(?<![给替跟和与帮了奖配让叫向同归诉]|(?<!轮)到)(?:我|俺)(?:自己|本人|自个儿|个人)?(?!们|家|俩|仨|两个|想|问|说|听|看|知|懂|寻思|估|觉|记|以为|就问|只问|是问|不是|跟[你您])|(?:归|给|是|算|发)(?:我|俺)(?=的|自己|本人|个人|这份|[^，,。；;]{0,3}多少)|本人`
const HE_ALONE = '(?<![给替跟和与帮其])[他她](?!们|的?(?:单位|厂|公司|学校|家))'
const HOLDER = new RegExp(
  // 两个徒弟 counts them; who each is follows.
  `(?<![\\d两三四五六七八九十]个?)(?:(?<another>${ANOTHER})|(?<named>${NAMED})|${PERSON}|(?<ours>${OURS_WORDS}))|(?<me>${ME})|(?<he>${HE_ALONE})`,
  'gu',
)

/** Somebody else's fellow, not 我同事. */
const BESIDE = new RegExp(`^(?:人家|[他她]们?)?的?(?:${FELLOW}|队友|搭档|搭子|对手|同学|同伴)`, 'u')

/** 弟 in 徒弟, 小场子: no name of anybody. */
const NOBODY = /^(?:\p{Script=Han}|[小老阿][场店坊家])$/u

/** Who is spoken of in a text, wherever each is named. */
export const holdersIn = (text: string): Holder[] =>
  [...text.matchAll(HOLDER)].flatMap(({ 0: words, index: start, groups = {} }): Holder[] => {
    const at = { start, end: start + words.length, isBeside: BESIDE.test(words) }
    if (groups.me !== undefined) return [{ name: SELF, isUnit: false, ...at }]
    if (groups.he !== undefined) return [{ name: HE, isUnit: false, ...at }]
    if (groups.ours !== undefined) return [{ name: OURS, isUnit: true, ...at }]
    const unit = groups.another ?? groups.named
    if (unit !== undefined) return [{ name: unit, isUnit: true, ...at }]
    const name = words.replace(/^(?:我|俺|咱)(?:们|家)*(?:的|那个?)?/u, '')
    return NOBODY.test(words) ? [] : [{ name, isUnit: false, ...at }]
  })

/** Another firm or school than one's own is spoken of. */
export const speaksOfAnother = (text: string): boolean => new RegExp(ANOTHER, 'u').test(text)
