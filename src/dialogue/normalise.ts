import { Converter } from 'opencc-js/t2cn'
import { halfWidth } from '../corpus/numeral.ts'

const simplified = Converter({ from: 't', to: 'cn' })

/** 俩, 仨, 40w, 3k: spoken and typed short forms of numbers, as numerals and measure words. */
const SPOKEN: [RegExp, string][] = [
  [/(?<=\p{Script=Han})捏(?=$|[\s，,。？?！!])|(?<=^.{0,8}[^上了到过成错])[嘞咧哩](?=[？?！!]*$)/gu, '呢'],
  [/(?<=[\d一二两三四五六七八九十百])个(?:多)?(?=亿)/gu, ''],
  [/(?<=[\p{Script=Han}])(?<![水点雨汗泪血一几])滴(?=$|[\s\p{P}哇啊呀嘛哈呢吧嘞])/gu, '的'],
  // 拿上半年: the half of a year that somebody is paid for; 上半年的 is which half.
  [/(?<=[拿领干学带发签待训])上(?=(?:半年|[两二三四五六七八九十\d]+(?:年|个月))(?!的))/gu, ''],
  [/俩(?=[年天周])/gu, '两'],
  [/一双(?=学徒|徒弟|师徒|学生|选手|技师|工匠)/gu, '两个'],
  // 姐俩一个首席一个优秀: the whole, and then its parts.
  [/(?<=\p{Script=Han})俩(?=一个)/gu, '两个，'],
  [/俩(?=[^们])|(?<=[就剩只有才是])俩$/gu, '两个'],
  [/(?<=[\d一二两三四五六七八九十])[块枚](?=[金银铜]|奖牌)/gu, '个'],
  [/(?<=[\d一二三四五六七八九十百千])号人/gu, '人'],
  [/(?<=\p{Script=Han})仨(?=一个|[两二三][个位名])/gu, '三个，'],
  [/仨/gu, '三个'],
  [/(?<=[\d一二两三四五六七八九十])各(?=工种|项目|职业|学徒|徒弟|学生)/gu, '个'],
  [/(?<![采砍步讨征北])伐(?=$|[\s，,。？?！!])/gu, '吗'],
  [/(?<=\d)\s*wan/giu, '万'],
  [/(?<=[\d一二三四五六七八九十百])个?\s*[wW](?![a-z])/gu, '万'],
  [/(?<=\d)\s*[kK](\d?)(?![a-z\d])(?:元|块钱?)?/gu, '千$1元'],
  [/(?<=[\d一二三四五六七八九十百千万])来(?=[个名人位家年])/gu, ''],
  [/(?<=[\d一二三四五六七八九十百千万])圆/gu, '元'],
  [/(?<=(?<![这那])[\d二三四五六七八九十百千万])块(?![儿起堆头])钱?|(?<=一)块钱/gu, '元'],
]

/** 壹类, 肆个: a numeral as it is written on a cheque. */
const FINANCIAL = /[壹贰叁肆](?=\p{Script=Han})/gu
const PLAIN: Record<string, string> = { 壹: '一', 贰: '二', 叁: '三', 肆: '四' }

const spoken = (text: string): string =>
  SPOKEN.reduce(
    (form, [pattern, written]) => form.replace(pattern, written),
    text.replace(FINANCIAL, (c) => PLAIN[c] ?? c),
  )

/** One form for matching: simplified, half width, plain numerals, no invisible characters, pauses as commas. */
export function normalise(message: string): string {
  const visible = joined(once(message.normalize('NFC').replace(PICTURES, ' ').replace(INVISIBLE, '')))
  const plain = spoken(simplified(halfWidth(withoutTones(visible))))
    .replace(/\s+/gu, ' ')
    .replace(SPACED, '')
    .replace(SPACED_DIGITS, (digits) => digits.replaceAll(' ', ''))
    .replace(PAUSES, '，')
    // People type a blank where they pause; between a number and its measure word it is nothing.
    .replace(/(?<=\d) (?=[元块个名人位年月天次家所间座支万千百亿成岁号期批倍级届场项层周星])/gu, '')
    .replace(/(?<=[一二两三四五六七八九十百千]) (?=[百千万亿])/gu, '')
    .replace(/(?<=[\u4e00-\u9fff\d]) (?=[\u4e00-\u9fff\d])/gu, '，')
    .replace(NEXT_GROUP, '，')
    .replace(SAID_AGAIN, '$1')
    .replace(WHOLE_BEFORE_PARTS, '，')
    .replace(ONE_UNIT, withUnits)
    .trim()
  return (plain.replace(POLITE, '').replace(THANKS, '') || plain)
    .replace(YEAR_IN_WORDS, (year) =>
      [...year].map((c) => '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c)).join(''),
    )
    .replace(RETRACTED, (words) => (words.endsWith('就是') ? '' : TAKEN_BACK))
    .replace(MEDALS, spellOut)
}

/** 二零二三年 is a year, not two or three of them. */
const YEAR_IN_WORDS = /(?:二[零〇]|一九)[零〇一二三四五六七八九]{2}(?=年)/gu
/** 12个哦不对打错了是21个: what is taken back was not said. */
const RETRACTED =
  /(?<![\d一二两三四五六七八九十百千万.])[\d一二两三四五六七八九十百千万.]+(?:个|名|人|位|元|年|月|项|次)*(?:[^\d一二两三四五六七八九十。；;]{0,8})(?:不对|打错|说错|[（(]就是|也就是|写错|写反|看错|听错|数错|算错|记错|搞错|口误|更正)了?(?=[^。；;]{0,20}[\d一二两三四五六七八九十])/gu
/** Stands where a number was taken back: what it counted may be taken back as well. */
export const TAKEN_BACK = '口误,'
/** What joins, pictures or is not seen stands between no characters. */
const INVISIBLE = /\p{Cf}|\ufe0f/gu
/** 评上了😂能拿多少: a picture stands where one pauses. */
const PICTURES = /(?:(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})[\ufe0f\u200d]*)+/gu
/** 包头……首席技师。。。多少 */
const PAUSES = /(?<=[\u4e00-\u9fff\d])(?:…+|\.{2,}|。{2,}|、{2,}|—{2,}|~{2,})(?=[\u4e00-\u9fff\d])/gu

/** A message that was sent twice in one, once. */
function once(message: string): string {
  const said = [...message.matchAll(/[\p{L}\p{N}]/gu)]
  const half = said.length / 2
  const second = said[half]?.index
  const isTwice =
    said.length >= LEAST_TWICE && said.every(([c], i) => c === said[(i + half) % said.length]?.[0])
  return isTwice && second !== undefined ? message.slice(0, second) : message
}
const LEAST_TWICE = 16
/** 您好，麻烦问一下: asks nothing and counts nothing. */
const POLITE =
  /^(?:(?:您好|你好|请问|打扰了?|劳驾|麻烦您?|(?:想|麻烦|请)?(?:咨询|请教|问)一?下)[，,。！!、 ]*)+/u
/** 能补多少？谢谢您了: what follows the question asks nothing. */
const THANKS =
  /(?<=(?:多少|[几多]钱|几[万千百个块]|吗|么|[?？]).{0,12}?)[，,。;；!！]*(?:先?(?:谢谢|多谢|谢了|感谢|辛苦|麻烦|拜托))(?:您|你|们|大家|各位|老师|师傅|大哥|大姐|啦|了|哈|啊|哦|咯|喽)*[。!！~，,]*$/u
/** 4 0 0 万: digits typed one by one are one number. */
const SPACED_DIGITS = /(?<![\d.])\d(?: \d){2,}(?![\d.])/gu
/** 诸 葛 工 匠 is one word, typed apart. */
const SPACED = /(?<=(?:^|[\s\p{P}])\p{Script=Han}) (?=\p{Script=Han}(?:[\s\p{P}]|$))/gu
/** 每 人 补 1 5 0 0: where most of what blanks part is single characters, a blank parts nothing. */
function joined(text: string): string {
  const pieces = text.split(/\s+/u).filter((piece) => piece !== '')
  const single = pieces.filter((piece) => [...piece].length === 1).length
  if (pieces.length < LEAST_PIECES || single < MOSTLY * pieces.length) return text
  return text.replace(/(?<=\S)[^\S\n](?=\S)/gu, '')
}
const LEAST_PIECES = 8
const MOSTLY = 0.8
/** 分别28、33、41人: the unit is written once for all. */
const ONE_UNIT =
  /((?:分别|依次|各自?)(?:是|为|有|报了?|招了?|收了?|带了?|来了?|提了?|拨了?|拿了?|花了?)?)((?:\d+[、，, 和]+)+\d+)(人次|人|名|个|位|年|个月|万元|万|元)/gu
function withUnits(_: string, said: string, list: string, unit: string): string {
  const each = list.split(/[、，, 和]+/u).map((number) => number + unit)
  return /[万元]/u.test(unit) ? said + each.join('、') : `${each.join('，')}，${said.slice(0, 2)}`
}
/** 三个师傅：两个高级技师，一个技师 */
const WHOLE_BEFORE_PARTS =
  /(?<=[\d一二两三四五六七八九十][个名位人][^，,。；;:：]{0,4})[:：](?=[\d一二两三四五六七八九十]+[个名位人])/gu
/** 评上三个，嗯三个人: a number said again is no second one. */
const SAID_AGAIN =
  /((?<![\d一二两三四五六七八九十百千.])([\d一二两三四五六七八九十百]+)[个名位人])[，,]?(?:嗯|对|哦|啊|呃|欸|就是|就)[，,]?\2[个名位]?[个名位人](?=[，,。]|$)/gu
/** 一个35人一个28人: each group is told in a breath of its own. */
const NEXT_GROUP =
  /(?<=[\d一二两三四五六七八九十百](?:个|名|人|位))(?=另?一(?:个|家|批|拨|班|边)[\d一二两三四五六七八九十百]+(?:个|名|人|位))/gu
/** 金、银、铜牌 writes the noun once for all. */
const MEDALS = /[金银铜](?:[、,和与及跟]?[金银铜])+(?:[、,和与及跟]?优胜)?(奖|牌)/gu
const spellOut = (list: string, noun: string): string =>
  [...list.matchAll(/[金银铜]|优胜/gu)]
    .map(([one]) => (one === '优胜' ? '优胜奖' : `${one}${noun}`))
    .join('、')

/** jiǎng as jiang: pinyin is typed with tones and without. */
const withoutTones = (text: string): string =>
  text.replace(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]/gu, (c) => c.normalize('NFD')[0] ?? c)

/** Emoji, blanks and punctuation alone ask nothing. */
export const saysNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)
