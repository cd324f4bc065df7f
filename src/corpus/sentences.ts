import type { Span } from './clause.ts'
import { isFurniture } from './lines.ts'

const PAIRS: Record<string, string> = {
  '”': '“',
  '’': '‘',
  '）': '（',
  ')': '(',
  '】': '【',
  '》': '《',
  '」': '「',
  '〕': '〔',
  ']': '[',
}
const OPENING = new Set(Object.values(PAIRS))
/** A bracket or quotation longer than this was never closed: a misprint must not swallow the sentences behind it. */
const REACH = 500
const UNITS = /^[（(](?:(?:牵头|责任|配合|落实|主办|协办|承办|实施)(?:单位|部门|领导|人)?\s*[:：]|责任|牵头)/

/** For each opening mark the place of its closing mark; full and half width brackets may be mixed. */
function matchPairs(text: string): Map<number, number> {
  const open = new Map<string, number[]>()
  const pairs = new Map<number, number>()
  const family = (mark: string): string => (mark === '(' ? '（' : mark)
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (OPENING.has(c)) {
      const places = open.get(family(c))
      if (places === undefined) open.set(family(c), [i])
      else places.push(i)
      continue
    }
    const partner = PAIRS[c]
    if (partner === undefined) continue
    const place = open.get(family(partner))?.pop()
    if (place !== undefined && i - place <= REACH) pairs.set(place, i)
  }
  return pairs
}

/**
 * Cuts a clause into sentences. A sentence ends at 。！？, at a line that ends in no punctuation where the lines of
 * the text are whole (never right behind the label, at `body`), and around a trailing （责任单位：…）; never inside quotation marks or brackets, never at ；.
 */
export function cutSentences(
  source: string,
  span: Span,
  cuts: readonly number[],
  wrapped: boolean,
  body: number,
): Span[] {
  const text = source.slice(span.start, span.end)
  const pairs = matchPairs(text)
  const sentences: Span[] = []
  let from = 0
  const cut = (to: number): void => {
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const start = span.start + from + (piece.length - piece.trimStart().length)
      sentences.push({ start, end: start + trimmed.length })
    }
    from = to
  }
  const forced = new Set(cuts.map((at) => at - span.start))
  for (let i = 0; i < text.length; i++) {
    if (forced.has(i)) cut(i)
    const c = text.charAt(i)
    const close = pairs.get(i)
    if (close !== undefined) {
      const units = (c === '（' || c === '(') && UNITS.test(text.slice(i, i + 8))
      if (units) cut(i)
      i = close
      if (units) {
        if (text.charAt(i + 1) === '。') i++
        cut(i + 1)
      }
      continue
    }
    if (/[。！？!?]/.test(c)) {
      while (/[。！？!?”’」』）)】]/.test(text.charAt(i + 1)) && !forced.has(i + 1)) i++
      cut(i + 1)
    } else if (c === '\n' && !wrapped && span.start + i > body && endsBare(text, from, i)) cut(i)
  }
  cut(text.length)
  return sentences
}

function endsBare(text: string, from: number, newline: number): boolean {
  const line = text.slice(Math.max(from, newline - 80), newline).trimEnd()
  if (line === '' || isFurniture(line.slice(line.lastIndexOf('\n') + 1).trim())) return false
  return !/[，,、；;：:（(“‘《]$/.test(line)
}
