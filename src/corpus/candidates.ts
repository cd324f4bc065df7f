import type { Line } from './lines.ts'
import { isKin, isWeak, type Label, RANK, readLabel, type Style } from './numbering.ts'

export interface Candidate extends Label {
  line: number
  /** At the start of a line, behind a sentence, or behind the words of a heading in the same line. */
  place: 'line' | 'sentence' | 'heading'
}

/** How far a count is followed: a bound, so that a hostile text takes no more than linear time. */
export const LOOK_AHEAD = 200

const AFTER_SENTENCE = /[。！？!?）)]\s{0,4}(?=[第一二三四五六七八九十（(0-9０-９①-⒛㈠-㈩])/g
const AFTER_ANY = /[。！？!?；;：:）)]\s{0,4}(?=[第一二三四五六七八九十（(0-9０-９①-⒛㈠-㈩])/g
const WORD = /[。！？!?；;：:，,、“”‘’]/

/** Every place in these lines where a label may stand, in reading order. */
export function findCandidates(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
): Candidate[] {
  const found: Candidate[] = []
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line
    const inLine: Candidate[] = []
    const first = readLabel(source, line.start)
    if (first !== null) addWithHeadings(source, line, { ...first, line: i, place: 'line' }, inLine)
    // A whole document on few lines prints its lists behind colons and semicolons too.
    const flat = line.text.length > 1500
    for (const match of line.text.matchAll(flat ? AFTER_ANY : AFTER_SENTENCE)) {
      const at = line.start + match.index + match[0].length
      if (/[）)]/.test(match[0]) && !closesUnits(line.text, match.index)) continue
      const label = readLabel(source, at)
      if (label === null || isWeak(label.style) || /^[\s]*$/.test(source.slice(label.end, label.end + 1)))
        continue
      addWithHeadings(source, line, { ...label, line: i, place: 'sentence' }, inLine)
    }
    inLine.sort((a, b) => a.start - b.start)
    for (const candidate of inLine) if (candidate.start >= (found.at(-1)?.end ?? -1)) found.push(candidate)
  }
  return found
}

function addWithHeadings(source: string, line: Line, label: Candidate, into: Candidate[]): void {
  into.push(label)
  const limit = Math.min(line.end, label.end + 45)
  for (let at = label.end; at < limit; at++) {
    if (WORD.test(source.charAt(at))) return
    if (at < label.end + 2) continue
    const inner = readLabel(source, at)
    if (inner === null || isWeak(inner.style) || RANK[inner.style] <= RANK[label.style]) continue
    if (inner.style === 'article' && RANK[label.style] > RANK.section) continue
    addWithHeadings(source, line, { ...inner, line: label.line, place: 'heading' }, into)
    return
  }
}

/** The bracket that closes here opened with （责任单位： and the like. */
function closesUnits(text: string, close: number): boolean {
  const window = text.slice(Math.max(0, close - 300), close)
  const open = Math.max(window.lastIndexOf('（'), window.lastIndexOf('('))
  return open >= 0 && /^[（(](?:牵头|责任|配合|落实|主办|实施)/.test(window.slice(open, open + 4))
}

/** The next number of this label comes before the label itself is counted again. */
export function follows(candidates: readonly Candidate[], index: number): boolean {
  const c = candidates[index] as Candidate
  for (let k = index + 1; k < Math.min(candidates.length, index + LOOK_AHEAD); k++) {
    const other = candidates[k] as Candidate
    if (!isKin(other.style, c.style)) continue
    if (other.number === c.number + 1) return true
    if (other.number <= c.number) return false
  }
  return false
}

/** The label that a sentence seems to end before is printed on a line of its own further down. */
export function standsAtLine(candidates: readonly Candidate[], index: number): boolean {
  const c = candidates[index] as Candidate
  for (let k = index + 1; k < Math.min(candidates.length, index + LOOK_AHEAD); k++) {
    const other = candidates[k] as Candidate
    if (other.style !== c.style) {
      if (RANK[other.style] < RANK[c.style] && other.place === 'line') return false
      continue
    }
    if (other.place === 'line' && other.number === c.number) return true
    if (other.number !== c.number) return false
  }
  return false
}

/** The count of the open clause goes on behind this list, so the list stands inside it. */
export function resumes(
  candidates: readonly Candidate[],
  style: Style | null,
  number: number,
  index: number,
): boolean {
  if (style === null) return false
  for (let k = index + 1; k < Math.min(candidates.length, index + 40); k++) {
    const c = candidates[k] as Candidate
    if (RANK[c.style] <= RANK.han) return false
    if (c.style === style && c.place === 'line') return c.number === number + 1
  }
  return false
}
