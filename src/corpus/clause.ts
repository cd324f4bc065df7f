/** The shapes of a parsed document. Offsets are UTF-16 code units of `source.txt`; ranges are half-open. */

export interface Span {
  start: number
  end: number
}

/**
 * One node of the clause tree. `text` is `source.slice(start, end)` to the letter: the node's own words
 * (label, heading, body), without those of its children, so that the spans of all nodes are disjoint.
 */
export interface Clause extends Span {
  /** `<documentId>/<printed labels joined>`, e.g. `baotou-2021-craftsman-city/三（二）4`; never a position. */
  id: string
  /** The printed label without its punctuation ("三", "（二）", "4", "⑴", "第十二条"), null where none is printed. */
  label: string | null
  /** The printed labels from the root, as a person writes them: "三、（二）4". Unlabelled text has a name: "前言". */
  path: string
  /** The heading that the text opens with, without label and closing punctuation; null where it has none. */
  heading: string | null
  /** `id` of the enclosing clause, null at the root. */
  parent: string | null
  text: string
  sentences: Span[]
}

/** The sentences of a clause, word for word. */
export const sentencesIn = ({
  text,
  start: from,
  sentences,
}: Pick<Clause, 'text' | 'start' | 'sentences'>): string[] =>
  sentences.map(({ start, end }) => text.slice(start - from, end - from))

export interface ParsedDocument {
  clauses: Clause[]
  /** Page numbers, print buttons and the like: the only characters that stand in no clause. */
  furniture: Span[]
}
