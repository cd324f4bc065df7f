/** 翻不着, 够不上, 评不下来: what was tried for and not reached. */
const UNREACHED = '[查翻找寻搜看瞅见拿领捞考评选轮排够攀挨争申达]不[到着上见出下]'
/** What stands between a denial and what it denies; 不算扩建、算首次列入 denies the first alone. */
const DENIED = '(?:(?!、[算是]|而是|改[算成])[^，,。；;！!？?不没]){0,6}'
const BEFORE = new RegExp(
  `(?:(?<!有)没(?:有|得|拿到?|评上|经过?|获得?)?|不(?:是|在|算|属于|够|符合|搞|发|设|办|做|给|实施)|${UNREACHED}|未|并非|非|无)${DENIED}$`,
  'u',
)
const AFTER = new RegExp(
  `^[^，,。；;!?]{0,4}?(?:都)?(?:没(?:有|考|拿|过|通过|批|到)?|不(?:在|是|够|行|符合|算)|${UNREACHED}|差(?![不别异]))(?!多)`,
  'u',
)
/** 证拿到了没给钱: it was reached, and something else was not. */
const REACHED =
  /^[^，,。；;!?没不]{0,2}[到上下过][手来]?了?[^，,。；;!?没不]{0,2}没(?:有)?(?:给|补|奖|钱|领|收|见|动静|下文|关系)/u
/** 金奖不是给300万吗: held out as true, not denied. */
const RHETORICAL = /^[^，,。；;]{0,4}不是[^，,。；;!?]{0,14}[吗嘛么]/u
/** 不是那个自治区级的批下来了嘛: the same, around what is held out. */
const RHETORICAL_BEFORE = /(?<![又也并才还都是])不是[^，,。；;不没]{0,8}$/u
const RHETORICAL_AFTER = /^[^，,。；;!?？]{0,18}(?:嘛|来着)/u
/** 有没有, 是不是, 能不能: asked, not denied. */
const ASKED = /有没有|是不是|能不能|算不算|在不在|够不够|没有吗/u
/** 没想到考上了, 从无锡来, 非常紧缺, 未来三年: what looks like a denial and denies nothing. */
const IDIOM =
  /没(?:花|用多|费|落下|缺[课席勤]|耽误|迟到|早退|旷|拖欠|断过|停过|掉队|想到|料到|成想|曾想|多久|几[天年个]|过多久|过几[天年个]|问题|少|白|的说|话说)|不(?:料|光|仅|但|止|只|久|小心|论|管|得不|得已)|无(?:锡|为市|论|非|偿|人机|损|线电|缝|纺|机)|非(?:常|遗|得|要|凡|物质文化)|南非|未(?:来|必|婚|成年)/gu

/** The text with what denies nothing blanked out, every character in its place. */
export const withoutIdioms = (text: string): string =>
  text.replace(IDIOM, (idiom) => '·'.repeat(idiom.length))

interface Span {
  start: number
  end: number
}

/** Whether what stands at a place is denied there: 不在紧缺目录里, 证没考下来, 荣誉都没有. */
export function isDenied(told: string, span: Span): boolean {
  const text = withoutIdioms(told)
  const after = text.slice(span.end, span.end + 8)
  if (isAsked(text, span) || ASKED.test(after.slice(0, 7))) return false
  if (RHETORICAL.test(text.slice(span.end, span.end + 22))) return false
  if (isHeldOut(text, span)) return false
  if (REACHED.test(text.slice(span.end, span.end + 12))) return isDeniedBefore(told, span)
  return isDeniedBefore(told, span) || AFTER.test(after)
}

/** 不是区里的比赛, 没有一个去国企: the denial stands before it. */
export function isDeniedBefore(told: string, span: Span): boolean {
  const text = withoutIdioms(told)
  return (
    !isAsked(text, span) &&
    !isHeldOut(text, span) &&
    BEFORE.test(text.slice(Math.max(0, span.start - 10), span.start))
  )
}

const isHeldOut = (text: string, { start, end }: Span): boolean =>
  RHETORICAL_BEFORE.test(text.slice(Math.max(0, start - 12), start)) && RHETORICAL_AFTER.test(text.slice(end))

const isAsked = (text: string, { start }: Span): boolean =>
  ASKED.test(text.slice(Math.max(0, start - 4), start))
