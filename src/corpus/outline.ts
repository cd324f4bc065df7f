import { type Candidate, findCandidates, follows, LOOK_AHEAD, resumes, standsAtLine } from './candidates.ts'
import { endsClosed, endsOpen, endsSentence, type Line, type Page } from './lines.ts'
import { isKin, isWeak, type Label, RANK, type Style } from './numbering.ts'

/** Where a clause begins: at a label, or at a paragraph that goes on above the list before it. */
export interface Mark {
  at: number
  label: Label | null
  /** Index into the marks of the same outline, null at the root. */
  parent: number | null
  /** Set for a paragraph without a label: its ordinal in the article, or 0 where it has none. */
  paragraph: number | null
  /** The paragraph follows a line that closed the clause before it: （责任单位：…）. */
  detached: boolean
  style: Style | null
  /** Where further paragraphs of the clause begin. */
  further: number[]
}

interface Open {
  mark: number
  rank: number
  style: Style | null
  number: number
  sub: number
  line: number
  /** The item before this one ended in a semicolon: the list is one long sentence, and over at its full stop. */
  semicolons: boolean
  paragraphs: number
  label: Label | null
}

const UNITS_LINE =
  /^[（(](?:牵头|责任|配合|落实|主办|协办|承办|实施)(?:单位|部门)?.{0,3}[:：].{0,300}[）)]。?$/
const DEEPEST = 12

export class Outline {
  readonly marks: Mark[] = []
  private readonly stack: Open[] = []
  private readonly seen = new Map<Style, number>()
  private readonly source: string
  private readonly page: Page
  private readonly candidates: Candidate[]

  constructor(source: string, page: Page, from: number, to: number) {
    this.source = source
    this.page = page
    this.candidates = findCandidates(source, page.lines, from, to)
    let next = 0
    for (let i = from; i < to; i++) {
      const line = page.lines[i] as Line
      let labelled = false
      for (; this.candidates[next]?.line === i; next++) {
        const candidate = this.candidates[next] as Candidate
        if (this.accept(candidate, next, from)) labelled ||= candidate.place === 'line'
      }
      if (!labelled && this.stack.length > 0) this.continueWith(line, i, next)
    }
  }

  private line(i: number): string {
    return this.page.lines[i]?.text ?? ''
  }

  /** The line above breaks off in the middle of a sentence. */
  private isMid(i: number, from: number): boolean {
    if (i <= from) return false
    const before = this.line(i - 1)
    if (endsOpen(before)) return true
    return this.page.wrapped && !endsClosed(before) && before.length >= this.page.width * 0.85
  }

  private accept(c: Candidate, index: number, from: number): boolean {
    const spot = this.place(c, index)
    if (spot === null) return false
    const { depth, fit } = spot
    if (c.place === 'heading') {
      const top = this.stack.at(-1)
      if (top?.label === null || top === undefined || depth !== this.stack.length) return false
      if (c.line !== top.line || (fit !== 'next' && !(fit === 'first' && follows(this.candidates, index))))
        return false
    } else if (c.place === 'sentence') {
      if (fit === 'first' ? !follows(this.candidates, index) : fit !== 'next') return false
      if (standsAtLine(this.candidates, index)) return false
    } else if (this.isMid(c.line, from)) {
      if (isWeak(c.style) || (fit !== 'next' && !(fit === 'first' && follows(this.candidates, index))))
        return false
      if (standsAtLine(this.candidates, index)) return false
    } else if (isWeak(c.style) && fit !== 'next' && !(fit === 'first' && follows(this.candidates, index)))
      return false
    else if (fit === 'skip' && this.isStray(c, index)) return false
    this.push(c, depth)
    return true
  }

  private push(c: Candidate, depth: number): void {
    const closed = this.stack[depth]
    const previous = this.marks.at(-1)
    const own = previous === undefined ? '' : this.source.slice(previous.at, c.start).trimEnd().slice(-2)
    this.stack.length = depth
    const parent = this.stack.at(-1)
    this.marks.push({
      at: c.start,
      label: c,
      parent: parent?.mark ?? null,
      paragraph: null,
      detached: false,
      style: c.style,
      further: [],
    })
    this.stack.push({
      mark: this.marks.length - 1,
      rank: RANK[c.style],
      style: c.style,
      number: c.number,
      sub: c.sub,
      line: c.line,
      semicolons: /[；;]/.test(own) && closed !== undefined && isKin(closed.style ?? c.style, c.style),
      paragraphs: 1,
      label: c,
    })
    this.seen.set(c.style, c.number)
  }

  /** Where in the open clauses the label belongs, and how well its number fits there. */
  private place(
    c: Candidate,
    index: number,
  ): { depth: number; fit: 'next' | 'first' | 'skip' | 'repeat' } | null {
    const rank = RANK[c.style]
    if (c.style === 'decimal') return this.placeDecimal(c)
    if (rank <= RANK.article) return this.placeStructural(c, rank)
    for (const same of [true, false]) {
      for (let d = this.stack.length - 1; d >= 0; d--) {
        const open = this.stack[d] as Open
        if (open.style === null || !(same ? open.style === c.style : isKin(open.style, c.style))) continue
        if (c.number === open.number + 1) return { depth: d, fit: 'next' }
      }
    }
    const own = this.stack.findLastIndex((open) => open.style === c.style)
    if (own >= 0) {
      const open = this.stack[own] as Open
      if (c.number > open.number) return c.number <= open.number + 20 ? { depth: own, fit: 'skip' } : null
      if (c.number === 1 && c.place === 'line' && this.leadsIn(c) && this.stack.length < DEEPEST)
        return { depth: this.stack.length, fit: 'first' }
      if (c.number === open.number || c.number === 1) return { depth: own, fit: 'repeat' }
      return null
    }
    const fit = c.number === 1 ? 'first' : c.number === (this.seen.get(c.style) ?? -1) + 1 ? 'next' : 'skip'
    if (fit === 'skip' && c.number > 60) return null
    return { depth: this.childDepth(c, rank, index), fit }
  }

  /** A style that is not open begins below the open clause, unless its usual level is higher than that. */
  private childDepth(c: Candidate, rank: number, index: number): number {
    const top = this.stack.at(-1)
    if (top === undefined || top.rank < rank) return this.stack.length
    if (rank > RANK.han && (this.leadsIn(c) || resumes(this.candidates, top.style, top.number, index)))
      return this.stack.length
    const depth = this.stack.findIndex((open) => open.rank >= rank)
    return depth < 0 ? this.stack.length : depth
  }

  private leadsIn(c: Candidate): boolean {
    return /[：:]\s*$/.test(this.source.slice(Math.max(0, c.start - 12), c.start))
  }

  private placeStructural(
    c: Candidate,
    rank: number,
  ): { depth: number; fit: 'next' | 'first' | 'skip' | 'repeat' } | null {
    const open = this.stack.find((entry) => entry.style === c.style)
    const last = open?.number ?? this.seen.get(c.style)
    let depth = this.stack.findIndex((entry) => entry.rank >= rank)
    if (depth < 0) depth = this.stack.length
    const top = this.stack.at(-1)
    if (c.style === 'article' && open === undefined && top?.style === 'han' && this.headsOnly(top, c))
      depth = this.stack.length
    if (last === undefined) return { depth, fit: c.number === 1 ? 'first' : 'skip' }
    if (c.number === last && c.sub > (open?.sub ?? 0)) return { depth, fit: 'next' }
    if (c.number === last + 1) return { depth, fit: 'next' }
    if (c.number === 1) return { depth, fit: 'first' }
    if (c.number > last) return { depth, fit: 'skip' }
    return c.number === last ? { depth, fit: 'repeat' } : null
  }

  private headsOnly(top: Open, c: Candidate): boolean {
    const at = this.marks[top.mark]?.at ?? 0
    const own = this.source.slice(at, Math.min(c.start, at + 61))
    return own.length <= 60 && !/[。；]/.test(own)
  }

  private placeDecimal(c: Candidate): { depth: number; fit: 'next' | 'first' } | null {
    const parts = c.text.split('.')
    const above = parts.slice(0, -1).join('.')
    for (let d = this.stack.length - 1; d >= 0; d--) {
      const open = this.stack[d] as Open
      const text = open.label?.text ?? ''
      const known = open.style === 'decimal' ? text : String(open.number)
      if (open.style === 'decimal' && text.split('.').length === parts.length) {
        if (text.split('.').slice(0, -1).join('.') === above && c.sub === open.sub + 1)
          return { depth: d, fit: 'next' }
      } else if (known === above && c.sub === 1) return { depth: d + 1, fit: 'next' }
    }
    return null
  }

  /** The count of this label does not begin here, or a smaller number is still to come: it is only cited. */
  private isStray(c: Candidate, index: number): boolean {
    const wanted = (this.seen.get(c.style) ?? 0) + 1
    if (!this.seen.has(c.style)) {
      return RANK[c.style] >= RANK.han && this.marks.length > 0 && !follows(this.candidates, index)
    }
    for (let k = index + 1; k < Math.min(this.candidates.length, index + LOOK_AHEAD); k++) {
      const other = this.candidates[k] as Candidate
      if (other.style !== c.style) continue
      if (other.number === 1) return false
      if (other.place === 'line' && other.number >= wanted && other.number <= c.number) return true
    }
    return false
  }

  /** An unlabelled line: it goes on with the open clause, or takes up the clause above a finished list. */
  private continueWith(line: Line, i: number, next: number): void {
    const item = this.stack.at(-1) as Open
    const before = this.line(i - 1)
    const afterUnits = isUnits(before)
    if (!endsSentence(before) && !afterUnits) {
      if (item.style === 'article' && !this.page.wrapped && !endsOpen(before)) item.paragraphs++
      return
    }
    if (isUnits(line.text) || /^[（([]/.test(line.text) || line.text.includes('|')) return
    const parent = this.stack.at(-2)
    if (afterUnits) this.pushParagraph(line, i, true)
    else if (this.isOver(item, parent, before, next)) this.pushParagraph(line, i, false)
    else {
      item.paragraphs++
      this.marks[item.mark]?.further.push(line.start)
    }
  }

  /** The open clause is finished, so that this paragraph belongs to the clause above it. */
  private isOver(item: Open, parent: Open | undefined, before: string, next: number): boolean {
    if (parent === undefined) return false
    const { wrapped, width } = this.page
    if (item.label === null) return parent.style === 'article' && !wrapped
    if (item.rank < RANK.hanBracket) return false
    const following = this.candidates[next]
    if (following?.style === item.style && following.number === 1 && item.number > 1) return true
    if (item.semicolons && (!wrapped || before.length < width * 0.8)) return true
    const legal = parent.style === 'article' || (parent.style === null && parent.rank < RANK.han)
    return legal && !wrapped
  }

  private pushParagraph(line: Line, i: number, detached: boolean): void {
    let owner = this.stack.length - 2
    while (owner >= 0 && this.stack[owner]?.label === null) owner--
    const parent = this.stack[owner]
    this.stack.length = Math.max(owner + 1, 0)
    if (parent !== undefined) parent.paragraphs++
    const counted = parent !== undefined && parent.style === 'article' && !this.page.wrapped
    this.marks.push({
      at: line.start,
      label: null,
      parent: parent?.mark ?? null,
      style: null,
      further: [],
      detached,
      // Paragraphs of an article are counted as lawyers do: its own, not the items of its lists.
      paragraph: counted ? parent.paragraphs : 0,
    })
    this.stack.push({
      mark: this.marks.length - 1,
      rank: (parent?.rank ?? -1) + 0.5,
      style: null,
      number: 0,
      sub: 0,
      line: i,
      semicolons: false,
      paragraphs: 1,
      label: null,
    })
  }
}

function isUnits(text: string): boolean {
  return text.length <= 400 && UNITS_LINE.test(text)
}
