import { type Citation, cite } from '../corpus/citation.ts'
import type { Clause } from '../corpus/clause.ts'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import type { Hit } from '../retrieval/clause-index.ts'
import { segment } from '../retrieval/segment.ts'
import { documentNotices } from './notices.ts'
import type { Answer } from './reply.ts'

/** How much of a question must stand in a sentence before it is offered as an answer. */
const COVERAGE = 0.4

/** Quotes the sentences that hold most of the question's words; null where none holds enough of them. */
export function clauseAnswer(corpus: Corpus, hits: Hit[], question: string, on: string): Answer | null {
  const wanted = bigrams(question)
  const found = hits
    .flatMap(({ documentId, clauseId }) => {
      const document = findDocument(corpus, documentId)
      const clause = document?.clauses.find(({ id }) => id === clauseId)
      if (document === undefined || clause === undefined) return []
      return sentences(clause).map((sentence) => ({
        document,
        clauseId,
        sentence,
        covered: coverage(wanted, sentence),
      }))
    })
    .filter(({ covered }) => covered >= COVERAGE)
    .sort((a, b) => b.covered - a.covered)
  const [best] = found
  if (best === undefined) return null
  const citation = cite(best.document, best.clauseId, [best.sentence], on)
  const notices = documentNotices(corpus, citation.documentId, on)
  return {
    kind: 'answer',
    text: wording(
      citation,
      notices.map(({ text }) => text),
    ),
    calculations: [],
    citations: [citation],
    questions: [],
    notices,
  }
}

function wording({ documentTitle, path, quote }: Citation, notices: string[]): string {
  return [...notices.map((text) => `【注意】${text}`), `《${documentTitle}》${path}写的是：“${quote}”`].join(
    '\n',
  )
}

const sentences = (clause: Clause): string[] =>
  clause.sentences.map(({ start, end }) => clause.text.slice(start - clause.start, end - clause.start))

const bigrams = (text: string): Set<string> => new Set(segment(text).filter((token) => token.length > 1))

function coverage(wanted: Set<string>, sentence: string): number {
  const held = bigrams(sentence)
  return wanted.size === 0 ? 0 : [...wanted].filter((token) => held.has(token)).length / wanted.size
}
