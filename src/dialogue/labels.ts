import { KIN, NAME } from './people.ts'

/** People, units of one sort, or words of what is told. */
const KINDS = ['people', 'letter', 'ordinal', 'group', 'words'] as const
type Kind = (typeof KINDS)[number]

/** What one of several cases is called by. */
export interface Label {
  name: string
  /** Other, shorter words for it that no other case has. */
  keys: string[]
  kind: Kind
  start: number
  end: number
}

const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'
/** 小李, 王师傅, 张工, 赵姐. */
const PERSON = `${NAME}(?<!\\p{Script=Han}(?:师傅|工))|${SURNAME}(?:师傅|工(?![匠人种厂作程会])|某|总(?![共计])|姐|哥|老师|主任|经理)`
/** 我徒弟, 姐夫: who is meant by what they are to somebody. */
const TO_SOMEBODY = `(?:姐夫|妹夫|嫂子|弟媳|${KIN})`
const RELATIVE = `(?<=^|[，,。；;、：:]|[和跟与])(?:那|我|俺|咱|他|她|们|家|的|那个|自己)*?(?<relation>${TO_SOMEBODY})`
const SELF = `(?<=^|[，,。；;、：:]|[和跟与])(?:我|俺|本人)(?:自己|本人)?(?=[^，,。；;]{0,8}(?:技师|工匠|[金银铜]|优胜|高级|首席|特级|优秀|[证奖]))`
const LETTER =
  '[甲乙丙丁](?=[厂院校公企班组店家方队区单园是有的一年上,，])|(?<=^|[，,。；;、：: ])[甲乙丙丁](?=[\\d第去今全训培收带送评拿得领那这])|(?<![A-Za-z])[A-Da-d](?=[厂院校公企班组店园])'
const ORDINAL = '(?:第[一二三四五]|头一|另一|前一|后一)(?:家|个|位|批|间|所|名|支)(?!月|季度|阶段)'
const OF_A_KIND = '车间|公司|集团|学院|学校|技校|园区|校区|厂区|分厂|[厂班校院店队园]'
const MODIFIER = `我们|咱们?|俺们|[一二三四五六七八九]号?(?=车间|分?厂|班|校区|队)|[^\\d一二两三四五六七八九十这那哪每各全整某几多个家所间位名，,。；;、：:！!？?我你他她咱俺的是有]{1,6}?`
/** 焊工班, 城东厂, 隔壁学校: at the head of what is told of it. */
const GROUP = `(?<=(?:^|[，,。；;、：:])(?:我们|咱们?|俺们)?(?:的)?)(?![今去前明后]年)(?:${MODIFIER})(?:${OF_A_KIND})(?!\\p{Script=Han}?[长员主]|[里内子上])`

const LABEL = new RegExp(
  `(?<person>${PERSON})|(?<relative>${RELATIVE})|(?<self>${SELF})|(?<letter>${LETTER})|(?<ordinal>${ORDINAL})|(?<group>${GROUP})`,
  'gu',
)
const KIND_AT_END = new RegExp(`(?:${OF_A_KIND})$`, 'u')

/** The labels of the cases that a text tells one by one, wherever each is said; none where fewer than two are. */
export function labelsIn(text: string): Label[] {
  const found = [...text.matchAll(LABEL)].map(({ 0: words, index: start, groups = {} }) => {
    const by = Object.keys(groups).find((name) => groups[name] !== undefined) ?? ''
    const kind = KINDS.find((one) => one === by) ?? 'people'
    const name = by === 'self' ? SELF_NAME : (groups.relation ?? words)
    const end = start + words.length
    return { kind, name, keys: keysOf(kind, name), start, end }
  })
  const kinds = Map.groupBy(found, ({ kind }) => kind)
  const several = KINDS.find((kind) => new Set(kinds.get(kind)?.map(({ name }) => name)).size > 1)
  const labels = several === undefined ? [] : (kinds.get(several) ?? [])
  const isShared = (key: string, name: string) =>
    labels.some((other) => other.name !== name && other.keys.includes(key))
  return labels.map((label) => ({
    ...label,
    keys: label.keys.filter((key) => key === label.name || !isShared(key, label.name)),
  }))
}

const SELF_NAME = '我'

/** 机械厂焊工班 is also 焊工班. */
function keysOf(kind: Kind, name: string): string[] {
  if (/^[第头]一/u.test(name)) return ['第一', '头一'].map((one) => one + name.slice(2))
  if (kind !== 'group') return [name]
  const least = (KIND_AT_END.exec(name)?.[0].length ?? 1) + 1
  return Array.from({ length: name.length - least + 1 }, (_, i) => name.slice(i))
}

/** Those of the labels that a message names, by their names. */
export function named(text: string, labels: Label[]): string[] {
  if (labels.some(({ kind }) => kind === 'words')) return namedByWords(text, labels)
  const keys = labels.flatMap(({ name, keys }) => keys.map((key) => ({ name, key })))
  const byLength = keys.toSorted((a, b) => b.key.length - a.key.length)
  const found = new Set<string>()
  let left = text
  for (const { name, key } of byLength) {
    if (key === SELF_NAME || !left.includes(key)) continue
    found.add(name)
    left = left.replaceAll(key, '〇')
  }
  const isSelf = found.size === 0 ? SELF_ALONE : SELF_BESIDE
  if (keys.some(({ key }) => key === SELF_NAME) && isSelf.test(left)) found.add(SELF_NAME)
  return [...found]
}

const SELF_ALONE = /[我俺](?!们|家|的?〇|想|问|俩)|本人/u
const SELF_BESIDE = /[我俺](?:自己)?[和跟与]〇|〇[和跟与][我俺]/u

/** 基地那两个: by a word, or its end, of that case alone. */
function namedByWords(text: string, labels: Label[]): string[] {
  const ends = labels.flatMap(({ name, keys }) =>
    keys.flatMap((key) =>
      Array.from({ length: Math.max(1, key.length - 1) }, (_, i) => ({
        name,
        word: key.slice(i),
        isWhole: i === 0,
      })),
    ),
  )
  const found = new Set<string>()
  let left = text
  for (const [word, own] of [...Map.groupBy(ends, (one) => one.word)].toSorted(
    ([a], [b]) => b.length - a.length,
  )) {
    if (!left.includes(word)) continue
    left = left.replaceAll(word, '〇')
    const whole = own.filter((one) => one.isWhole)
    const meant = new Set((whole.length > 0 ? whole : own).map(({ name }) => name))
    if (meant.size === 1) for (const name of meant) found.add(name)
  }
  return [...found]
}

/** A message without what it calls the cases by. */
export const withoutNames = (text: string, labels: Label[]): string =>
  labels
    .flatMap(({ name, keys, kind }) =>
      kind === 'words'
        ? keys.flatMap((key) => Array.from({ length: Math.max(1, key.length - 1) }, (_, i) => key.slice(i)))
        : name === SELF_NAME
          ? []
          : keys,
    )
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, key) => left.replaceAll(key, ''), text)
    .replace(/^(?:那么?)?(?:我(?!们)(?:自己)?)?[和跟与、]?/u, '')
