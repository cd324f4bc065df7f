import type { Span } from './clause.ts'
import { type Label, RANK } from './numbering.ts'

export interface Heading {
  text: string
  /** The place behind the heading and its closing mark: a sentence ends here. */
  end: number
}

const BRACKETED = /^\s*[【［[]([^】］\]\n]{1,40})[】］\]]/
const ROUND = /^\s*[（(]([^（()）\n。，；：]{2,15})[）)](?=\s*[\p{Script=Han}])/u
const STATEMENT =
  /应当|不得|可以|必须|是指|所称|按规定|的，|本办法|本条例|本规定|日起|[\d０-９万千百]\s*元|％|%|下列|以下|如下|.给予|(?<!专)有权|^对(?!.{0,14}(?:的)?(?:管理|监督|奖励|支持|评价)$)/
const NAMING = /下列|以下|如下|应当|包括|其中|必须|不得|可以|修改为|改为|(?:即|的)$/

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/**
 * The heading that a clause opens with: a line of its own, words in 【】, or a short first sentence that more text
 * follows. `more` tells whether clauses stand below this one, `legal` whether it stands in an article, where a first
 * sentence with a comma is a rule and no heading.
 */
export function readHeading(
  source: string,
  span: Span,
  label: Label,
  more: boolean,
  width: number | null,
  legal: boolean,
): Heading | null {
  const body = source.slice(label.end, Math.min(span.end, label.end + 400))
  if (body.trim() === '') return null
  const rank = RANK[label.style]
  const marked = rank === RANK.article ? (BRACKETED.exec(body) ?? ROUND.exec(body)) : BRACKETED.exec(body)
  if (marked !== null) return { text: squeeze(marked[1] ?? ''), end: label.end + marked[0].length }
  if (rank < RANK.article) return wholeHeading(body, label.end, width)
  // An item of a list that a semicolon closes is one sentence of the clause above, not a clause with a heading.
  const item = /[；;]$/.test(source.slice(span.end - 1, span.end))
  return (
    lineHeading(body, span, label, more, width) ??
    (item ? null : gluedHeading(body, span, label, more, legal))
  )
}

/** A chapter has nothing but its heading; only a table or a stray line may follow. */
function wholeHeading(body: string, at: number, width: number | null): Heading | null {
  const lead = body.length - body.trimStart().length
  const lines = body.trim().split(/\r\n|[\n\r]/)
  const first = lines[0] ?? ''
  const joined = width !== null && lines.length === 2 && first.length >= width * 0.6 ? body.trim() : first
  if (squeeze(joined).length > 50) return null
  return { text: squeeze(joined).replace(/[：:。]$/, ''), end: at + lead + joined.trimEnd().length }
}

function lineHeading(
  body: string,
  span: Span,
  label: Label,
  more: boolean,
  width: number | null,
): Heading | null {
  const lead = body.length - body.trimStart().length
  const rest = body.trimStart()
  const newline = rest.search(/[\n\r]/)
  const whole = label.end + body.trimEnd().length >= span.end
  if (newline < 0 && !whole) return null
  let line = (newline < 0 ? rest : rest.slice(0, newline)).trimEnd()
  // A full line of a broken text may be the first half of a heading, or of a sentence: only the end can tell.
  if (width !== null && newline >= 0 && line.length >= width * 0.75) {
    if (!whole || !more || rest.trimEnd().length > 60) return null
    line = rest.trimEnd()
  }
  const alone = newline < 0 || line.length === rest.trimEnd().length
  if (alone && !more && RANK[label.style] > RANK.han) return null
  if (RANK[label.style] === RANK.article && alone && !/[：:]$/.test(line)) return null
  if (/[：:]$/.test(line)) {
    const name = squeeze(line.slice(0, -1))
    return name.length <= 14 && !NAMING.test(name) && !/[，。；]/.test(name)
      ? { text: name, end: label.end + lead + line.length }
      : null
  }
  const open = line.replace(/[。？?]$/, '')
  if (/[。；;！？?]/.test(open) || /[，、,]$/.test(line) || /[；;]$/.test(line)) return null
  const limit = /。$/.test(line) ? 40 : 50
  if (squeeze(open).length > limit || RANK[label.style] === RANK.article) return null
  if (/。$/.test(line) && (STATEMENT.test(open) || (alone && !more))) return null
  return { text: squeeze(open), end: label.end + lead + line.length }
}

function gluedHeading(body: string, span: Span, label: Label, more: boolean, legal: boolean): Heading | null {
  const stop = body.search(/[。；;！？!?：:]/)
  if (stop < 0) return null
  const text = squeeze(body.slice(0, stop))
  const mark = body.charAt(stop)
  const end = label.end + stop + 1
  const follows = more || hasMore(body, stop, span, label)
  if (text === '' || !follows) return null
  const article = RANK[label.style] === RANK.article
  if (mark === '：' || mark === ':') {
    return !article && text.length <= 12 && !/[，,]/.test(text) && !NAMING.test(text) ? { text, end } : null
  }
  if (mark !== '。' || STATEMENT.test(text)) return null
  const clauses = text.replace(/[（(][^（()）]*[）)]/g, '').split(/[，,]/)
  if (legal && clauses.length > 1) return null
  const short =
    clauses.length === 1
      ? text.length <= 30
      : clauses.length <= 3 && text.length <= 34 && clauses.every((c) => c.length <= 18)
  return short && (!article || text.length <= 8) ? { text, end } : null
}

function hasMore(body: string, stop: number, span: Span, label: Label): boolean {
  return label.end + body.length < span.end || /[^\s”’）)]/.test(body.slice(stop + 1))
}
