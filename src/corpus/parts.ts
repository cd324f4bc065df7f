import { bare, endsClosed, endsSentence, type Line } from './lines.ts'
import {
  type AttachmentHead,
  attachmentHead,
  endsInDate,
  isColophon,
  isRemark,
  isSignature,
  looksTitle,
  TITLE_END,
} from './wording.ts'

/** A document, an attachment, or the document that a notice encloses: each counts its clauses anew. */
export interface Part {
  from: number
  to: number
  kind: 'first' | 'enclosed' | 'attachment'
  /** "附件1": as printed, without spaces. */
  label: string | null
  labelEnd: number
  /** The first part cites this one by its title: it is the notice that issues it. */
  cited: boolean
}
const NUMBERED =
  /^(?:[〇零一二三四五六七八九十百]{1,4}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|第.{1,6}[编章节条]|[0-9０-９]{1,3}[.．、])/
const ITEM =
  /^(?:[0-9０-９]{1,3}\s*[.．、)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|《|附件)/

/** Where the list "附件：1.… 2.…" that closes a text ends, or null where these lines open an attachment itself. */
export function listEnd(lines: readonly Line[], i: number, head: AttachmentHead): number | null {
  const next = lines[i + 1]?.text ?? ''
  if (!head.colon || (head.rest === '' && !ITEM.test(next))) return null
  if (head.rest === '' && attachmentHead(next) !== null) return null
  let to = i + 1
  for (; to < lines.length && to < i + 60; to++) {
    const text = lines[to]?.text ?? ''
    if (text.length > 70 || /[。！？]/.test(text) || isSignature(text) || isRemark(text) || isColophon(text))
      break
    const other = attachmentHead(text)
    if (other !== null && (other.rest === '' || !other.colon)) break
    if (
      !ITEM.test(text) &&
      (lines[to]?.gap === true ||
        endsClosed(lines[to - 1]?.text ?? '') ||
        !ITEM.test(lines[to - 1]?.text ?? ''))
    )
      break
  }
  const after = lines[to]?.text
  const closes =
    after === undefined ||
    isSignature(after) ||
    isRemark(after) ||
    isColophon(after) ||
    attachmentHead(after) !== null
  return closes || /^[1１一]\s*[.．、]/.test(head.rest) ? to : null
}

function issues(text: string): boolean {
  return /印发|发布|公布|转发|下发|颁布/.test(text)
}

/** Cuts a file into the notice, the document it encloses, and the attachments. */
export function splitParts(lines: readonly Line[]): Part[] {
  const parts: Part[] = [{ from: 0, to: lines.length, kind: 'first', label: null, labelEnd: 0, cited: false }]
  const current = (): Part => parts[parts.length - 1] as Part
  const open = (from: number, kind: Part['kind'], label: string | null, labelEnd: number): void => {
    current().to = from
    if (current().from === from && parts.length > 1) parts.pop()
    parts.push({ from, to: lines.length, kind, label, labelEnd, cited: isCited(lines, from, cited) })
  }
  let cited = ''
  let prose = false
  let signed = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const text = line.text
    const head = attachmentHead(text)
    if (head !== null && i > 0) {
      const end = listEnd(lines, i, head)
      if (end !== null) {
        i = end - 1
        continue
      }
      if (head.rest === '' || head.colon || !/[。，；]/.test(head.rest)) {
        open(i, 'attachment', head.label, line.start + head.length)
        prose = signed = false
        continue
      }
    }
    if (prose && i > 0 && startsEnclosed(lines, i, cited, signed)) {
      open(i, 'enclosed', null, 0)
      prose = signed = false
      continue
    }
    if (endsInDate(text)) signed ||= prose
    else if (!isRemark(text) && !isSignature(text) && !isColophon(text)) {
      signed = false
      prose ||= /[。]$/.test(text) || (endsSentence(text) && text.length > 12)
    }
    if (isColophon(text)) signed = true
    if (parts.length === 1 && cited.length < 4000) cited += bare(text.slice(0, 2000))
  }
  return parts
}

function isCited(lines: readonly Line[], i: number, cited: string): boolean {
  const first = bare(lines[i]?.text.slice(0, 80) ?? '')
  const name = first.length >= 6 ? first : first + bare(lines[i + 1]?.text.slice(0, 80) ?? '')
  return name.length >= 6 && issues(cited) && cited.includes(name)
}

function startsEnclosed(lines: readonly Line[], i: number, cited: string, signed: boolean): boolean {
  const text = lines[i]?.text ?? ''
  const before = lines[i - 1]?.text ?? ''
  if (NUMBERED.test(text)) return false
  if (!looksTitle(text) || isSignature(text) || isRemark(text) || isColophon(text)) {
    return signed && /^(?:编制)?说\s*明\s*[:：]?$/.test(text)
  }
  const joined = text + (lines[i + 1]?.text ?? '')
  const titled =
    TITLE_END.test(text) || (joined.length <= 100 && looksTitle(joined) && TITLE_END.test(joined))
  if (signed) return titled || /^(?:编制)?说\s*明$/.test(text) || /^\[表格\]$/.test(lines[i + 1]?.text ?? '')
  return endsClosed(before) && titled && isCited(lines, i, cited)
}
