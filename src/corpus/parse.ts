import type { Clause, ParsedDocument, Span } from './clause.ts'
import { contentsEnd, nameHead, nameTail } from './frame.ts'
import { readHeading } from './heading.ts'
import { endsSentence, type Page, readPage } from './lines.ts'
import { type Label, RANK } from './numbering.ts'
import { type Mark, Outline } from './outline.ts'
import { type Part, splitParts } from './parts.ts'
import { cutSentences } from './sentences.ts'

/** A clause before its span and names are known: it runs to where the next one begins. */
interface Draft {
  at: number
  label: Label | null
  name: string
  parent: Draft | null
  /** "附件1", or "印发通知" for what a notice says before the document it encloses. */
  scope: string
  attachment: { label: string; end: number } | null
}

/**
 * Turns the text of an official document into its clauses, in reading order. Every character that is not white
 * space stands in exactly one clause, or in one piece of furniture (which may stand inside a clause that a page
 * break interrupts).
 */
export function parse(source: string, documentId: string): ParsedDocument {
  const page = readPage(source)
  const parts = splitParts(page.lines)
  const notice = parts.some((part) => part.kind === 'enclosed' && part.cited)
  const drafts: Draft[] = []
  const labels = new Map<string, number>()
  for (const part of parts) {
    const times = (labels.get(part.label ?? '') ?? 0) + 1
    labels.set(part.label ?? '', times)
    const label = part.label !== null && times > 1 ? `${part.label}~${times}` : part.label
    for (const draft of draftPart(
      source,
      page,
      part,
      label ?? (notice && part.kind === 'first' ? NOTICE : ''),
    )) {
      drafts.push(draft)
    }
  }
  drafts.sort((a, b) => a.at - b.at)
  return { clauses: finish(source, documentId, page, drafts), furniture: page.furniture }
}

/** What a notice says before the document it encloses, which is the one that people cite by bare numbers. */
const NOTICE = '印发通知'
const NOTICE_NAMES: Record<string, string> = {
  标题: '印发通知标题',
  题注: '印发通知题注',
  主送: '印发通知主送',
  前言: '印发通知',
  正文: '印发通知',
  落款: '印发通知落款',
  文末: '印发通知文末',
  附件清单: '印发通知附件清单',
}

function draftPart(source: string, page: Page, part: Part, scope: string): Draft[] {
  const { lines } = page
  const drafts: Draft[] = []
  const named = (line: number, name: string): Draft => {
    const plain = scope === NOTICE ? (NOTICE_NAMES[name] ?? name) : name
    const own = scope === NOTICE || scope === '' ? '' : scope
    return {
      at: lines[line]?.start ?? 0,
      label: null,
      name: plain,
      parent: null,
      scope: own,
      attachment: null,
    }
  }
  const articles = lines.slice(part.from, part.to).some((line) => /^第\s?[一1]\s?条/.test(line.text))
  // 附件1某市总工会: the line that opens an attachment signs nothing.
  const behind = part.kind === 'attachment' ? part.from + 1 : part.from
  let tail = nameTail(lines, behind, part.to, articles)
  let bodyEnd = tail[0]?.line ?? part.to
  const contents = contentsEnd(lines, part.from, bodyEnd)
  const outline = new Outline(source, page, contents?.end ?? part.from, bodyEnd)
  if (outline.marks.length === 0 && tail[0]?.name === '文末') {
    // Closing words are told apart only from clauses: a text without clauses is one text.
    tail = tail.slice(1)
    bodyEnd = tail[0]?.line ?? part.to
  }
  const first = outline.marks[0]?.at ?? Number.POSITIVE_INFINITY
  let headEnd = part.from
  while (headEnd < bodyEnd && (lines[headEnd]?.start ?? 0) < first) headEnd++
  let root: Draft | null = null
  if (part.kind === 'attachment') {
    root = {
      ...named(part.from, part.label ?? '附件'),
      attachment: { label: part.label ?? '', end: part.labelEnd },
    }
    drafts.push(root)
  } else {
    const stop = contents?.start ?? headEnd
    for (const head of nameHead(lines, part.from, stop, outline.marks.length > 0))
      drafts.push(named(head.line, head.name))
    if (contents !== null) {
      drafts.push(named(contents.start, '目录'))
      if (contents.end < headEnd)
        drafts.push(
          ...nameHead(lines, contents.end, headEnd, true).map((head) => named(head.line, head.name)),
        )
    }
    const lead = drafts.at(-1)
    if (lead?.name === '说明') root = lead
  }
  const built: Draft[] = []
  const closing = detachedEnd(outline.marks)
  for (const [k, mark] of outline.marks.entries()) {
    const parent = mark.parent === null ? root : (built[mark.parent] ?? root)
    const draft: Draft = { at: mark.at, label: mark.label, name: '', parent, scope, attachment: null }
    if (mark.label === null) {
      draft.name =
        mark.paragraph === null || mark.paragraph === 0 ? '后段' : `第${hanOrdinal(mark.paragraph)}款`
      if (k === closing)
        Object.assign(draft, { name: scope === NOTICE ? '印发通知文末' : '文末', parent: null })
    }
    built.push(draft)
  }
  for (const draft of built) drafts.push(draft)
  const closingWords = tail[0]?.name === '文末' ? null : looseEnd(source, outline.marks)
  if (closingWords !== null) drafts.push({ ...named(part.from, '文末'), at: closingWords })
  for (const end of tail) drafts.push(named(end.line, end.name))
  return drafts
}

/** The paragraph behind the last clause, where that clause was already closed, belongs to no clause. */
function detachedEnd(marks: readonly Mark[]): number {
  return marks.at(-1)?.detached === true ? marks.length - 1 : -1
}

const LOOSE =
  /^(?:各|本|以上|上述|请|此前|之前|执行|在执行|原|有关|凡|未尽|自|如遇|如有|联系|市|省|特此|我[市省区县])/

/**
 * Closing words under a text whose clauses all have one paragraph: the second paragraph of the last clause is none of
 * its own.
 */
function looseEnd(source: string, marks: readonly Mark[]): number | null {
  const last = marks.at(-1)
  const at = last?.further[0]
  if (last === undefined || at === undefined || last.style === null || RANK[last.style] <= RANK.article)
    return null
  const kin = marks.filter((mark) => mark.style === last.style && mark !== last)
  if (kin.length < 3 || marks.some((mark) => mark !== last && mark.further.length > 0)) return null
  return LOOSE.test(source.slice(at, at + 4)) ? at : null
}

const HAN = '零一二三四五六七八九十'

function hanOrdinal(n: number): string {
  if (n <= 10) return HAN.charAt(n)
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : HAN.charAt(tens)}十${n % 10 === 0 ? '' : HAN.charAt(n % 10)}`
}

interface Names {
  id: string
  path: string
}

/** Numbers that meet are parted by a point, or 1 and 2） would read 12）. */
function joined(above: string, own: string): string {
  return /[0-9]$/.test(above) && /^[0-9]/.test(own) ? `${above}.${own}` : above + own
}

function printed(draft: Draft, names: ReadonlyMap<Draft, Names>): Names {
  const { label, parent } = draft
  const scoped = draft.scope === '' ? '' : `${draft.scope}/`
  const spoken = draft.scope === '' ? '' : `${draft.scope} `
  if (draft.attachment !== null) return { id: draft.scope, path: draft.scope }
  const above = parent === null || parent.attachment !== null ? null : (names.get(parent) ?? null)
  const own = label === null ? draft.name : label.text
  if (above === null || label?.style === 'article') return { id: scoped + own, path: spoken + own }
  const comma = parent?.label?.style === 'han' ? '、' : ''
  if (label?.style === 'decimal' && parent?.label !== null && /^[0-9.]+$/.test(parent?.label?.text ?? '')) {
    const stem = above.id.slice(0, above.id.length - (parent?.label?.text.length ?? 0))
    const said = above.path.slice(0, above.path.length - (parent?.label?.text.length ?? 0))
    return { id: stem + own, path: said + own }
  }
  return { id: joined(above.id, own), path: joined(above.path + comma, own) }
}

function finish(source: string, documentId: string, page: Page, drafts: readonly Draft[]): Clause[] {
  const names = new Map<Draft, Names>()
  const taken = new Map<string, number>()
  const parents = new Set(drafts.map((draft) => draft.parent))
  const spans = spansOf(page, drafts)
  return drafts.map((draft, k) => {
    const own = unique(draft, printed(draft, names), taken)
    names.set(draft, own)
    const span = spans[k] as Span
    const parent = draft.parent === null ? null : `${documentId}/${names.get(draft.parent)?.id}`
    const label = draft.label
    const width = page.wrapped ? page.width : null
    const heading =
      label === null ? null : readHeading(source, span, label, parents.has(draft), width, inArticle(draft))
    const body = label?.end ?? draft.attachment?.end ?? span.start
    return {
      id: `${documentId}/${own.id}`,
      label: label?.text ?? draft.attachment?.label ?? null,
      path: own.path,
      heading: draft.attachment === null ? (heading?.text ?? null) : attachmentTitle(source, span, body),
      parent,
      start: span.start,
      end: span.end,
      text: source.slice(span.start, span.end),
      sentences: cutSentences(
        source,
        span,
        heading === null ? [] : [heading.end],
        page.wrapped || draft.name.endsWith('标题'),
        body,
      ),
    }
  })
}

function inArticle(draft: Draft): boolean {
  for (let above = draft.parent; above !== null; above = above.parent) {
    if (above.label?.style === 'article') return true
  }
  return false
}

/** The same number printed twice is told apart by the part it stands in, else by a tilde. */
function unique(draft: Draft, names: Names, taken: Map<string, number>): Names {
  let { id, path } = names
  if (taken.has(id)) {
    let top: Draft | null = draft.parent
    while (top !== null && top.parent !== null) top = top.parent
    if (
      top?.label !== null &&
      top !== null &&
      RANK[top.label.style] <= RANK.book &&
      !id.startsWith(top.label.text)
    ) {
      id = `${top.label.text}/${id}`
      path = `${top.label.text} ${path}`
    }
  }
  const base = { id, path }
  for (let n = (taken.get(id) ?? 0) + 1; taken.has(id); n++) {
    taken.set(base.id, n)
    id = `${base.id}~${n}`
    path = `${base.path}~${n}`
  }
  taken.set(id, 1)
  return { id, path }
}

function attachmentTitle(source: string, span: Span, body: number): string | null {
  const rest = source.slice(body, span.end).replace(/^[\s:：]+/, '')
  const line = rest.split(/[\n\r]/)[0]?.trim() ?? ''
  return line === '' || line.length > 60 || endsSentence(line) ? null : line.replace(/\s+/g, '')
}

/** Each draft runs to the last printed word before the next one; furniture in between belongs to no clause. */
function spansOf(page: Page, drafts: readonly Draft[]): Span[] {
  let line = 0
  return drafts.map((draft, k) => {
    const next = drafts[k + 1]?.at ?? Number.POSITIVE_INFINITY
    let end = draft.at
    while (line < page.lines.length && (page.lines[line]?.start ?? 0) < next) {
      end = page.lines[line]?.end ?? end
      line++
    }
    line--
    const last = page.lines[line]
    if (last !== undefined && next < last.end) {
      const piece = last.text.slice(0, next - last.start)
      end = last.start + piece.trimEnd().length
    } else if (last !== undefined) line++
    return { start: draft.at, end }
  })
}
