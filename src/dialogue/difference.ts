import type Big from 'big.js'
import { type Quantity, quantities } from '../corpus/quantity.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './said.ts'

/** A number by which something differs from what was said before: below zero where so much less. */
export interface Difference {
  by: Big
  kind: 'count' | 'money'
  unit: string
}

const NUMERAL = '[\\d一二两三四五六七八九十百]'
/** 漏了两个, 少算了4万, 还有一个没写进去: what was told was too little. */
const TOLD_TOO_LITTLE =
  /漏|[落拉]下|少[算报写记数填录点统加](?!多)|没有?(?:[算写填录记数]|统计)(?:进|上|入)|没算(?=$|[，,。；;])|少说了|差[^，,。；;]{0,4}没[写填报算]/u
/** 多报了3个, 重复了三个人, 有两个人填了两遍, 混进来四个: what was told was too much. */
const TOLD_TOO_MUCH =
  /(?<!差不)多[算报写记数填录点统加](?!少)|重[复了]|[填算报写记数录统登][了过]?(?:[两2]|二)(?:遍|次|回)|混[进入]|(?<!算)不算(?!错)|不[能该]算|算不[上得]|除外|多说了|误[算写报填录]|虚报|凑数|[也都给](?:算|写|报|填|录|统计)(?:进|上)(?:去|来)?了|是(?:别|其他|其它|隔壁|外)[^，,。；;]{0,6}的$|不是(?:我们|咱)/u
/** 走了10个, 被刷下来, 没来报到: less by now. */
const LESS = new RegExp(
  `刨|剔|扣|[去删划][掉除]|减|砍|裁|退[学出了赛伙掉休]|走[了掉人]|[跑溜]了|[撤刷]|淘汰|[离辞]职|[调转]走|转学|领走|取消|放弃|弃权|落选|黄了|没[来去报][报到]?(?!得?及)|没[办搞]?成|没(?:过|通过|批)|缺席|缺考|(?<![最至多不])少(?:[来招收送带去拨给发]?了|(?=${NUMERAL}))`,
  'u',
)
/** 又加进来6个, 插班, 新来的: more by now. */
const MORE = new RegExp(
  `加[了上进入]|追加|添|补[了进上录报招]|插班|转[来进]|增[加补]|新[来招进添]|[又再][来招进加添增评选送带认引续]|不[止只]|(?<![最至差不好])多(?:[来出带招收送去拨给发]?了|\\p{Script=Han}{1,3}了(?=${NUMERAL})|(?=${NUMERAL}))|后来[来进]|顶上|续了|正式入选`,
  'u',
)
/** 又带了一年, 少算两个月; 领满半年就走了 tells how long, not how much less. */
const SHORTER = /减|缩短|扣|(?<![最至多不])少|多[算报写记数填]|刨|去掉/u
/** 其实有三个去的是国企，得扣出来: what is done about those that were just counted. */
const REFERS =
  /^(?:所以|那|都|也|就|可以|请|帮我?|[得要该]|应该?|必须|把[他她它这那]们?|[他她它这那]们?)*(?:刨|扣|剔|去掉|[删划减]|不算|不[能该]算|除外|加上|加进|补上|[算写]进)/u
/** 是7个, 就3名, 变成三个: what it comes to. */
const COMES_TO =
  /(?:是|就|才|只有?|剩下?|变?成|改为|(?:实际|其实)(?!有)|一共|总共|合计|共|按|到|为|应该|总数)(?:有|是|了|算)*$/u

/** A thing beside those that are counted: 漏抄了一个班. */
const ARTICLE = /^(?:班|厂|公司|学校|基地|单位|问题|事|地方|数|名字|表|字|零|错|招呼|情况|月|原因)/u
const AGAIN = /^[遍回倍半成]/u

/** By what a message says that something differs; null where it says what it comes to, or nothing certain. */
export function differenceIn(text: string): Difference | null {
  if (![TOLD_TOO_LITTLE, TOLD_TOO_MUCH, LESS, MORE, SHORTER].some((words) => words.test(text))) return null
  const found = countsIn(text)
  if (found === null || found.length === 0) return null
  const pieces = piecesOf(text)
  const told = found.map((one) => {
    const at = pieces.findLastIndex(({ start }) => start <= one.start)
    const { start = 0, words = '' } = pieces[at] ?? {}
    const before = text.slice(start, one.start)
    const next = pieces[at + 1]?.words ?? ''
    const isReferred = found.length === 1 && REFERS.test(next) && !COMES_TO.test(before)
    return { one, direction: directionOf(words, one.unit) || (isReferred ? directionOf(next, one.unit) : 0) }
  })
  const counted = told.filter(({ direction }) => direction !== 0)
  const [first] = counted
  if (first === undefined) return null
  const { unit, kind } = first.one
  const sums = counted.map(({ one, direction }) => one.value.times(String(direction)))
  // 漏了两个，还有两个是上个月的: the same ones told again; any other number says what it comes to.
  const others = told.filter((one) => !counted.includes(one))
  const isSame = others.every(({ one }) => sums.some((sum) => sum.abs().eq(one.value)))
  if (!isSame || !counted.every(({ one }) => one.unit === unit)) return null
  const by = sums.reduce((sum, one) => sum.plus(one))
  return { by, kind: kind === 'money' ? 'money' : 'count', unit }
}

function piecesOf(text: string): { start: number; words: string }[] {
  let from = 0
  return text.split(PIECE).map((words) => {
    const start = from
    from += words.length
    return { start, words }
  })
}

/** The numbers that may differ, halves counted; null where one says what it comes to. */
function countsIn(text: string): Quantity[] | null {
  const said = numbersIn(text)
  if (said.some(({ kind, ordinal }) => ordinal === true || kind === 'percent')) return null
  // 明年再加5个，一年多少: a rate is asked for, nothing is counted.
  const isRate = (start: number) => said.some((one) => one.start === start && one.rate === true)
  const all = quantities(text).filter(
    ({ kind, start, end, text: words, unit }) =>
      kind !== 'date' &&
      text[start - 1] !== '第' &&
      !AGAIN.test(text.slice(end)) &&
      !(words.startsWith('一') && ARTICLE.test(text.slice(end))) &&
      !/^[次期批轮趟回拨]$/u.test(unit) &&
      !isRate(start) &&
      !/不[止只到]$/u.test(text.slice(0, start)) &&
      !(kind === 'bare' && !/^\d/u.test(words)),
  )
  return all.some(({ kind }) => kind !== 'count' && kind !== 'money')
    ? null
    : all.map((one) => ({
        ...one,
        value: said.find(({ start }) => start === one.start)?.value.min ?? one.value,
      }))
}

/** 1 where there is more of it, -1 where there is less, 0 where nothing tells. */
function directionOf(text: string, unit: string): 1 | -1 | 0 {
  const [tooLittle, tooMuch] = [TOLD_TOO_LITTLE.test(text), TOLD_TOO_MUCH.test(text)]
  if (tooLittle !== tooMuch) return tooLittle ? 1 : -1
  const [more, less] = [MORE.test(text), (/[年月]/u.test(unit) ? SHORTER : LESS).test(text)]
  return more === less ? 0 : more ? 1 : -1
}
