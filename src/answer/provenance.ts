import { type Citation, cite } from '../corpus/citation.ts'
import type { Clause } from '../corpus/clause.ts'
import { type Corpus, findDocument, type PolicyDocument } from '../corpus/corpus.ts'
import { statusesOn } from '../corpus/document.ts'
import type { Provision } from '../entitlements/rule.ts'
import { documentNotices } from './notices.ts'
import type { Answer } from './reply.ts'

const RESPONSIBLE = /（?[(]?(?:牵头单位|责任单位)：[^）)]*[）)]?/u

/** Who is responsible: the 责任单位 or 牵头单位 line of the clause, or the sentence that names who carries it out. */
export function authorityAnswer(corpus: Corpus, provisions: Provision[], question: string, on: string): Answer | null {
  const citations = unique(provisions.flatMap((provision) => {
    const document = findDocument(corpus, provision.documentId)
    return document === undefined ? [] : provision.rule.clauses.flatMap(({ clause }) => responsible(document, `${document.meta.id}/${clause}`, question, on))
  }))
  return citations.length === 0 ? null : quoting(corpus, citations, '由谁负责，文件是这样写的', on)
}

function responsible(document: PolicyDocument, clauseId: string, question: string, on: string): Citation[] {
  const clause = document.clauses.find(({ id }) => id === clauseId)
  const line = clause === undefined ? null : (RESPONSIBLE.exec(clause.text)?.[0] ?? null)
  if (line !== null) return [cite(document, clauseId, [line], on)]
  const named = document.clauses.flatMap((other) => sentencesOf(other).filter((sentence) => /具体实施|具体落实|牵头/.test(sentence)).map((sentence) => ({ id: other.id, sentence })))
  const best = named.toSorted((a, b) => shared(b.sentence, question) - shared(a.sentence, question))[0]
  return best === undefined ? [] : [cite(document, best.id, [best.sentence], on)]
}

/** Whether a document still holds: the words that say so, quoted, and its status on the day. */
export function validityAnswer(corpus: Corpus, documentIds: string[], on: string): Answer | null {
  const citations = documentIds.flatMap((id) => {
    const document = findDocument(corpus, id)
    if (document === undefined) return []
    const { first, last, draft } = document.meta
    const words = [last, first].flatMap((dated) => (typeof dated === 'object' ? [dated.words] : []))
    const found = [...words, ...(draft === null ? [] : [draft])].flatMap((phrase) => quoteOf(document, phrase, on))
    return found.slice(0, 1)
  })
  if (citations.length === 0) return null
  const lead = documentIds.map((id) => stateOf(corpus, id, on)).join('\n')
  return quoting(corpus, citations, lead, on)
}

function quoteOf(document: PolicyDocument, phrase: string, on: string): Citation[] {
  const clause = document.clauses.find(({ text }) => text.includes(phrase))
  if (clause === undefined) return []
  const sentence = sentencesOf(clause).find((one) => one.includes(phrase)) ?? clause.text
  return [cite(document, clause.id, [sentence], on)]
}

function stateOf(corpus: Corpus, id: string, on: string): string {
  const meta = findDocument(corpus, id)?.meta
  if (meta === undefined) return ''
  const open = meta.last === 'unknown' ? '文件没有写有效期的截止日' : ''
  const state = statusesOn(meta, on).includes('in-force') ? `在${on}没有被整体废止的记载` : ''
  return `《${meta.title}》${[state, open].filter((part) => part !== '').join('，') || '的有效期见下'}。`
}

function quoting(corpus: Corpus, citations: Citation[], lead: string, on: string): Answer {
  const notices = [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documentNotices(corpus, id, on))
  const lines = [
    ...notices.map(({ text }) => `【注意】${text}`),
    lead,
    ...citations.map(({ documentTitle, path, quote }) => `《${documentTitle}》${path}：“${quote}”`),
  ]
  return { kind: 'answer', text: lines.join('\n'), calculations: [], citations, questions: [], notices }
}

const sentencesOf = (clause: Clause): string[] => clause.sentences.map(({ start, end }) => clause.text.slice(start - clause.start, end - clause.start))

const shared = (sentence: string, question: string): number => {
  let length = 0
  for (let i = 0; i + 2 <= question.length; i += 1) if (sentence.includes(question.slice(i, i + 2))) length += 1
  return length
}

const unique = (citations: Citation[]): Citation[] => citations.filter((one, i) => citations.findIndex(({ id }) => id === one.id) === i)
