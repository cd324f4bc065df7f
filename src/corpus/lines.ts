import type { Span } from './clause.ts'

/** A printed line without the white space around it; blank lines are left out and only counted. */
export interface Line extends Span {
  text: string
  /** Blank lines stand between this line and the one before. */
  gap: boolean
}

export interface Page {
  lines: Line[]
  furniture: Span[]
  /** The text was broken inside its sentences, as extraction from PDF does. */
  wrapped: boolean
  /** The usual length of a full line of a wrapped text. */
  width: number
}

const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g
const PAGE_NUMBER =
  /^(?:[-—–－―─~·•]{1,4}\s*\d{1,4}\s*[-—–－―─~·•]{1,4}|第?\s*\d{1,4}\s*页\s*[,，/／|]?\s*(?:共\s*\d{1,4}\s*页)?|第\s*\d{1,4}\s*页\s*[,，/／|]?\s*共\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i
const BUTTON_WORD =
  /字体大小|字体|字号|打印本页|打印此页|打印页面|我要打印|打印|关闭窗口|关闭本页|关闭页面|关闭|分享到|分享|收藏本页|返回顶部|扫一扫在手机打开当前页|保存本页/g
/** Buttons only beside one of those above: alone these words may be text. */
const BUTTON_NEIGHBOUR = /返回首页|返回列表|返回|收藏|纠错|扫一扫|微信|微博|QQ空间|QQ|复制链接|下载PDF|朗读/g
const SIZE_WORD = /特大|默认|大|中|小|超/g
const BUTTON_RUST = /[\s【】[\]()（）<>《》|｜:：+\-/、,，·_]/g
const COUNTER =
  /^[【[(（]?\s*(?:浏览次数|浏览量|点击数|点击量|访问量|访问次数|阅读次数|阅读量|阅读)\s*[:：]\s*\d{0,9}\s*次?\s*[】\])）]?$/

function isButtons(text: string): boolean {
  if (COUNTER.test(text)) return true
  const bare = text.replace(BUTTON_WORD, '')
  if (bare.length === text.length) return /^[【[(（]?\s*大\s+中\s+小\s*[】\])）]?$/.test(text)
  return bare.replace(BUTTON_NEIGHBOUR, '').replace(SIZE_WORD, '').replace(BUTTON_RUST, '') === ''
}

/** The closed list of what a page prints around a document: page numbers, and the buttons of a web page. */
export function isFurniture(text: string): boolean {
  if (text.length > 60) return false
  const plain = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  return PAGE_NUMBER.test(plain) || isButtons(text)
}

function splitLines(source: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let gap = false
  const push = (to: number): void => {
    const raw = source.slice(from, to)
    const text = raw.trim()
    if (text === '') {
      gap = true
      return
    }
    const start = from + (raw.length - raw.trimStart().length)
    lines.push({ start, end: start + text.length, text, gap })
    gap = false
  }
  for (const match of source.matchAll(BREAK)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(source.length)
  return lines
}

/** A number alone on its line is a page number only as one of a run that counts up, page by page. */
function bareNumbers(lines: readonly Line[]): Set<Line> {
  const found: { line: Line; at: number; value: number }[] = []
  for (const [at, line] of lines.entries()) {
    if (line.text.length <= 3 && /^[1-9]\d{0,2}$/.test(line.text))
      found.push({ line, at, value: Number(line.text) })
  }
  const pages = new Set<Line>()
  for (let i = 1; i < found.length; i++) {
    const before = found[i - 1]
    const now = found[i]
    if (before === undefined || now === undefined) continue
    if (now.value === before.value + 1 && now.at - before.at >= 10) pages.add(before.line).add(now.line)
  }
  return pages
}

export function readPage(source: string): Page {
  const all = splitLines(source)
  const numbers = bareNumbers(all)
  const lines: Line[] = []
  const furniture: Span[] = []
  let gap = false
  for (const line of all) {
    if (numbers.has(line) || isFurniture(line.text)) {
      furniture.push({ start: line.start, end: line.end })
      gap ||= line.gap
      continue
    }
    lines.push(gap ? { ...line, gap: true } : line)
    gap = false
  }
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const width = Math.min(lengths[Math.floor(lengths.length * 0.8)] ?? 0, 60)
  const broken = lines.filter(
    (line) => line.text.length >= 20 && line.text.length <= 70 && !endsClosed(line.text),
  )
  return { lines, furniture, wrapped: lines.length >= 8 && broken.length >= lines.length * 0.25, width }
}

/** The line ends where a sentence, a heading in marks or a bracket ends: what follows may begin something new. */
export function endsClosed(text: string): boolean {
  return /[。！？!?；;：:）)】》」”’…|]$/.test(text)
}

export function endsSentence(text: string): boolean {
  return /[。！？!?][”’」）)】]?$/.test(text)
}

/** The line breaks off where no writer ends a paragraph. */
export function endsOpen(text: string): boolean {
  return /[，、,（(“‘《〈「]$/.test(text)
}

/** Letters only: for comparing a title with the place that cites it. */
export function bare(text: string): string {
  return text.replace(/[\s《》〈〉<>“”"'‘’（）()]/g, '')
}
