import { datesIn } from './calendar.ts'
import { asksOfRule, HOLDS_NOW } from './holding.ts'
import { COMPARES } from './wanted.ts'

/** A year that names a document, a target or a past fact is not the day asked about. */
const NOT_ASKED =
  /^年?(?:(?:的|那份|那个|那版|这份|印的|印发的|下发的|出台的|发的|出的|老)+.{0,12}?|的?)(?:方案|意见|办法|文件|计划|版)|^年?(?:的?(?:方案|意见|实施方案|实施意见|文件|办法|计划|版)|出台|发布|印发|入职|毕业(?!生)|来|参加工作|(?:办学|办厂|开厂|开业|投产|[建办](?:的|起来)(?=[，,。；;]|$))|[^，,。；;]{0,6}(?:问我?|催我?|叫我|让我)|[^，,。；;]{0,16}?(?:招来|引进|引来|挖来|挖到|挖过来|请来|聘来|调来|过来|进厂|入职|毕业(?!生)|参加工作|退休)|[^，,。；;]{0,6}(?:方案|意见|办法|文件)|(?:\d+月)?(?:[办建]的(?=[，,。；;])|成立|开办的|创办|注册|建[校厂]|起|以来|开始就|就(?:是|在|当|有|考|拿|进|来)|考(?:的|下|上|到|过|出|了)|进的|生的?|学的)|前后?要|目标|要达到)/
/** 2020年评上的诸葛工匠，最近又得奖: an honour got before is no claim of that year where a later one is told. */
const HELD = /^年?[^，,。；;]{0,4}(?:评上|评|当选|选上|拿|得|取得|认定)(?:了|到)?的/u
const SINCE = /今年|最近|近来|前阵|这[次回]|刚刚?|上个?月|这个?月|前几天|后来/u
/** 去年盈余, 去年评上: the year of a fact, not of the claim. */
const OF_A_FACT =
  /(?:去年|前年|上一?年)(?:度)?(?:一整?年|全年|整年)?(?:的|才|就|刚|底|初)?(?:[^，,。；;]{0,6}(?:剩|挣|赚|结余)|盈余|绩效|薪酬|年薪|收入|工资|利润|结余|实习|入职|毕业(?!生)|引进|来的|聘[了的用任请]|评上|评的|拿|考|当选|获)/gu
const YEAR = /(?<!\d)((?:19|20)\d\d)年?/gu
const RELATIVE: [RegExp, number][] = [
  [/大前年/gu, -3],
  [/(?<!大)前年/gu, -2],
  [/去年|上一?年(?!度)/gu, -1],
  [/明年/gu, 1],
  [/后年/gu, 2],
  [/今年|现在|目前|如今|眼下/gu, 0],
]

/**
 * The day that a message asks about, null where it names none. A bare year is its middle: the first of July;
 * the current year is today itself.
 */
export function dayIn(text: string, asOf: string): string | null {
  if (HOLDS_NOW.test(text) && asksOfRule(text)) return asOf
  const dates = datesIn(text, asOf)
  const [written] = dates.filter(({ isDay, end }) => isDay || !NOT_ASKED.test(text.slice(end)))
  if (written !== undefined) return written.day
  for (const match of text.matchAll(YEAR)) {
    const after = text.slice(match.index + 4)
    if (
      NOT_ASKED.test(after) ||
      (HELD.test(after) && SINCE.test(after)) ||
      !/^年|^那|^时/.test(after) ||
      /(?<![拖等推挪放搁换改轮])到$|至$/.test(text.slice(0, match.index))
    )
      continue
    return ofYear(Number(match[1]), asOf)
  }
  const year = Number(asOf.slice(0, 4))
  const plain = text.replace(OF_A_FACT, '')
  // 去年盈余多少，今年能提多少: of several the last one said is asked about.
  const [last] = RELATIVE.flatMap(([pattern, shift]) => {
    const at = lastIndexOf(plain, pattern)
    return at < 0 ? [] : [{ at, shift }]
  }).sort((a, b) => b.at - a.at)
  return last === undefined ? null : ofYear(year + last.shift, asOf)
}

const lastIndexOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

const ofYear = (year: number, asOf: string): string =>
  String(year) === asOf.slice(0, 4) ? asOf : `${year}-07-01`

export interface DayPart {
  day: string
  /** What the message says of this day: what stands before any day, its own part, and what is said of all (都). */
  text: string
}

/** So much of what follows a year tells what it is the year of. */
const CLOSE = 24
/** 2022年带8个，2023年带10个; 2022年多少，2026年多少: told or asked of each alike. */
const ALIKE = [/[\d一二两三四五六七八九十百]+(?:个|名|人|位)/u, /多少|几/u]
const YEARS_LISTED = /[两二三四五六七八九十\d]年(?=.{0,4}(?:分别|各|加|一共|合计|总))/gu
/** 前年报的没创成，今年的创成了，各多少: what is longer tells of its year instead of asking about it. */
const BRIEF = 8
const OF_EACH = /各|分别|一共|合计|加起来|加一起|总[共计额]|每年/u
/** 2024年，我们带了10个；: what is said of a year before anything else is. */
const ownClause = (part: string): string =>
  part.replace(/^(?:(?:\d\d)?年)?[里的，,:]*/u, '').split(/[，,。；;]/u)[0] ?? ''
const SAID_OF_ALL = /[^，,。；;]*都[^，,。；;]*/gu

/** Every day that a message asks about, in its order: 2022年算多少，2026年算多少; 去年带8个，今年带12个. */
export function dayPartsOf(text: string, asOf: string): DayPart[] {
  const named = [...text.matchAll(/(?<!\d)(?:19|20)\d\d年?|现在|今年|目前|去年|前年/gu)].flatMap((match) => {
    const after = match.index + match[0].length
    // 2020年引来的师傅，今年才入选: when somebody came is not asked about.
    if (NOT_ASKED.test(text.slice(after))) return []
    const [near] = text
      .slice(after, after + CLOSE)
      .split(/[，,。；;]|(?=(?:19|20)\d\d|现在|今年|目前|去年|前年)/u)
    const day = dayIn(`${match[0]}${near}`, asOf)
    return day === null ? [] : [{ day, at: match.index }]
  })
  const parts = named.filter(({ day }, i) => named.findIndex((other) => other.day === day) === i)
  if (parts.length < 2) return []
  const common = text.slice(0, parts[0]?.at ?? 0)
  const ends = parts.map((_, i) => parts[i + 1]?.at ?? text.length)
  const isRepeated = named.at(-1)?.day !== parts.at(-1)?.day || named.at(-1)?.at !== parts.at(-1)?.at
  const clauses = parts.map(({ at }, i) => ownClause(text.slice(at + 2, ends[i])))
  const isAlike = ALIKE.some((pattern) => clauses.every((clause) => pattern.test(clause)))
  // 去年刚领了，今年又评上: years that only tell a story, or come up again in it, are no questions of their own.
  if (
    !COMPARES.test(text) &&
    !(isAlike && (!isRepeated || OF_EACH.test(text))) &&
    !(
      /各|分别/u.test(text) &&
      parts.every(({ at }, i) => (ends[i] ?? at) - at <= BRIEF || i === parts.length - 1)
    )
  )
    return []
  const ofAll = [...text.matchAll(SAID_OF_ALL)].map(([piece]) => piece)
  return parts.map(({ day, at }, i) => {
    // 三年分别给多少: the years that were listed, not three more.
    const own = text.slice(at, parts[i + 1]?.at ?? text.length).replace(YEARS_LISTED, '')
    return { day, text: [common, own, ...ofAll.filter((piece) => !own.includes(piece))].join('，') }
  })
}
