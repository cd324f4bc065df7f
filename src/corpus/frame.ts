import { bare, endsClosed, endsOpen, endsSentence, type Line } from './lines.ts'
import { listEnd } from './parts.ts'
import {
  ADDRESSED,
  attachmentHead,
  CLOSING,
  DATED_NOTE,
  isColophon,
  isNumber,
  isRemark,
  isSignature,
  isVersionNote,
  looksTitle,
  META,
  PREFACE,
  SECOND_TITLE,
  TITLE_END,
  URGENT,
} from './wording.ts'

/** The unlabelled parts around the clauses, named after GB/T 9704 where it has a word for them. */
export type PartName =
  | '版头'
  | '标题'
  | '题注'
  | '目录'
  | '主送'
  | '前言'
  | '正文'
  | '说明'
  | '文末'
  | '附件清单'
  | '落款'
  | '附注'
  | '版记'
  | '附表'

export interface Named {
  line: number
  name: PartName
}
/** Names the lines before the first label of a part. */
export function nameHead(lines: readonly Line[], from: number, to: number, labelled: boolean): Named[] {
  const named: Named[] = []
  let i = from
  const take = (name: PartName, count: number): void => {
    if (count <= 0) return
    if (named.at(-1)?.name !== name) named.push({ line: i, name })
    i += count
  }
  const text = (k: number): string => (k < to ? (lines[k]?.text ?? '') : '')
  take('版头', letterhead(lines, from, to))
  if (labelled || tables(lines, i, to).length === 0) take('标题', titleLength(lines, i, to))
  while (i < to && isNote(text(i))) take('题注', noteLength(lines, i, to))
  const addressed = addresseeLength(lines, i, to)
  take('主送', addressed)
  while (i < to && addressed === 0 && isNote(text(i))) take('题注', noteLength(lines, i, to))
  if (!labelled) for (const table of tables(lines, i, to)) named.push({ line: table, name: '附表' })
  if (named.at(-1)?.name === '附表') return named
  if (i < to && /^(?:编制)?说\s*明\s*[:：]?$/.test(text(i))) take('说明', to - i)
  if (i < to) take(labelled ? '前言' : '正文', to - i)
  return named
}

/** The titles of tables that stand alone: the row 表格 comes right below. */
function tables(lines: readonly Line[], from: number, to: number): number[] {
  const found: number[] = []
  for (let k = from; k < to; k++) {
    const near = [lines[k + 1]?.text, lines[k + 2]?.text]
    if (near.includes('[表格]') && looksTitle(lines[k]?.text ?? '') && TITLE_END.test(lines[k]?.text ?? ''))
      found.push(k)
  }
  return found[0] === from ? found : []
}

function letterhead(lines: readonly Line[], from: number, to: number): number {
  let count = 0
  for (let k = from; k < Math.min(to, from + 14); k++) {
    const text = lines[k]?.text ?? ''
    if (META.test(text) || URGENT.test(text) || (text.length <= 30 && /文件$/.test(text)))
      count = k - from + 1
    else if (isNumber(text) && !/^[（(]/.test(text)) {
      const above = lines.slice(from, k).map((line) => line.text)
      if (
        above.every((line) => isSignature(line) || /文件$/.test(line) || META.test(line) || URGENT.test(line))
      )
        count = k - from + 1
    } else if (!isSignature(text)) break
  }
  return count
}

function titleLength(lines: readonly Line[], from: number, to: number): number {
  let ended = false
  let k = from
  for (; k < to && k < from + 8; k++) {
    const text = lines[k]?.text ?? ''
    const before = k === from ? '' : (lines[k - 1]?.text ?? '')
    const openBracket = /[（(《〈<][^）)》〉>]*$/.test(before)
    if (openBracket && text.length <= 60 && !endsSentence(text)) {
      ended = true
      continue
    }
    if (isVersionNote(text) && k > from) continue
    if (!looksTitle(text) || isRemark(text)) break
    if (k > from && (isNote(text) || (PREFACE.test(text) && text.length > 30))) break
    if (
      ended &&
      !/^《.{2,60}》$/.test(text) &&
      (text.length > 40 || /[，：]/.test(text) || !SECOND_TITLE.test(text))
    )
      break
    ended ||= TITLE_END.test(text)
  }
  return k - from
}

function isNote(text: string): boolean {
  if (text.length > 300) return false
  if (isNumber(text) || META.test(text)) return true
  if (DATED_NOTE.test(text)) return !endsSentence(text.replace(/[）)]$/, ''))
  return (
    /^[（(].{4,290}(?:通过|批准|公布|发布|施行|修正|修订|号|日|月|实施)\s*[）)]?$/.test(text) &&
    !/[。]/.test(text)
  )
}

function noteLength(lines: readonly Line[], from: number, to: number): number {
  const text = lines[from]?.text ?? ''
  if (!/^[（(]/.test(text) || /[）)]$/.test(text)) return 1
  for (let k = from + 1; k < Math.min(to, from + 8); k++)
    if (/[）)]$/.test(lines[k]?.text ?? '')) return k - from + 1
  return 1
}

function addresseeLength(lines: readonly Line[], from: number, to: number): number {
  let joined = ''
  for (let k = from; k < Math.min(to, from + 8); k++) {
    const text = lines[k]?.text ?? ''
    joined += text
    if (joined.length > 1500 || /[。；]/.test(text)) return 0
    if (!/[:：]$/.test(text)) continue
    const plain = !/如下|现将|现就|按照|根据|为了|说明|备注/.test(joined)
    const known =
      /^(?:各|本市各|全市各|全省各|市各|省各|区各|有关|相关)/.test(joined) || ADDRESSED.test(joined)
    return plain && known ? k - from + 1 : 0
  }
  return 0
}

/** Names the lines behind the last clause of a part: signature, remarks, list of attachments, closing words. */
export function nameTail(lines: readonly Line[], from: number, to: number, articles: boolean): Named[] {
  const named: Named[] = []
  let top = to
  const put = (name: PartName): void => {
    top--
    if (named[0]?.name === name) named[0].line = top
    else named.unshift({ line: top, name })
  }
  const opens = (k: number): boolean => k <= from || !endsOpen(lines[k - 1]?.text ?? '')
  while (top > from) {
    const text = lines[top - 1]?.text ?? ''
    if (isColophon(text)) put('版记')
    else if (isRemark(text)) put('附注')
    else if (isSignature(text) && opens(top - 1)) put('落款')
    else break
  }
  top = dropUnclosedSignature(lines, from, top, named)
  for (let k = top - 1; k >= from && k > top - 60; k--) {
    const text = lines[k]?.text ?? ''
    const head = attachmentHead(text)
    if (head !== null && listEnd(lines, k, head) === top) {
      named.unshift({ line: k, name: '附件清单' })
      top = k
      if (attachmentHead(lines[k - 1]?.text ?? '') === null) break
    } else if (text.length > 70 || /[。！？]/.test(text)) break
  }
  const lists = named.filter((part) => part.name === '附件清单')
  for (const extra of lists.slice(1)) named.splice(named.indexOf(extra), 1)
  let closing = top
  for (let k = top - 1; k > from && k >= closing - 4; k--) {
    const text = lines[k]?.text ?? ''
    if (!CLOSING.test(text) || !(/[。！？）)]$/.test(lines[k - 1]?.text ?? '') || /^特此/.test(text)))
      continue
    if (!articles || /^特此/.test(text)) closing = k
  }
  if (closing < top) named.unshift({ line: closing, name: '文末' })
  return named
}

/** A broken line that ends like the name of an office is no signature: the line above must have been closed. */
function dropUnclosedSignature(lines: readonly Line[], from: number, top: number, named: Named[]): number {
  const first = named[0]
  if (first?.name !== '落款' || top <= from) return top
  const before = lines[top - 1]?.text ?? ''
  if (endsClosed(before) || before.length < 30 || attachmentHead(before) !== null) return top
  const next = named[1]?.line ?? top + 1
  named.shift()
  return next
}

/** A table of contents: from the line 目录 to the line that prints its first entry again. */
export function contentsEnd(
  lines: readonly Line[],
  from: number,
  to: number,
): { start: number; end: number } | null {
  for (let k = from; k < Math.min(to, from + 60); k++) {
    if (!/^目\s*[录次]$/.test(lines[k]?.text ?? '')) continue
    const entry = (line: number): string =>
      bare((lines[line]?.text ?? '').slice(0, 80)).replace(/[.．·…\-—\d]+$/, '')
    const first = entry(k + 1)
    for (let m = k + 2; m < Math.min(to, k + 400); m++) {
      if (entry(m) === first) return { start: k, end: m }
    }
    let end = k + 1
    while (end < to && (lines[end]?.text.length ?? 0) <= 60 && !/[。；]/.test(lines[end]?.text ?? '')) end++
    return { start: k, end }
  }
  return null
}
