import { type Citation, cite } from '../corpus/citation.ts'
import { sentencesIn } from '../corpus/clause.ts'
import { type Corpus, findDocument, type PolicyDocument } from '../corpus/corpus.ts'
import { statusesOn } from '../corpus/document.ts'
import type { Ranked } from '../retrieval/sentences.ts'
import { documentNotices, widerRegion } from './notices.ts'
import { quoting } from './quoting.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

const RESPONSIBLE = /（?[(]?(?:牵头单位|责任单位)：[^）)]*[）)]?/u

export interface AuthorityQuestion {
  day: string
  places: string[]
  /** The clauses of what the question names, or of the answer that it goes on with. */
  clauses: string[]
  goesOn?: boolean
  /** It asks besides what the clause says. */
  more?: boolean
}

/**
 * Who is responsible: the 责任单位 or 牵头单位 line of the clause that the question is about, or the sentence that names
 * who carries it out. `found` are sentences that speak of the question, best first.
 */
export function authorityAnswer(
  corpus: Corpus,
  found: Ranked[],
  { day: on, places, clauses, goesOn = false, more = false }: AuthorityQuestion,
): Answer | null {
  for (const { document, clauseId } of byClause(found, clauses, goesOn ? ANSWERED : NAMED)) {
    const clause = document.clauses.find(({ id }) => id === clauseId)
    if (clause === undefined) continue
    const named = sentencesIn(clause).filter((sentence) => /具体实施|具体落实|牵头|统筹协调/.test(sentence))
    const line = RESPONSIBLE.exec(clause.text)?.[0]
    const lines = line === undefined ? named : [line]
    if (lines.length > 0) {
      const [told] = more
        ? found.filter((one) => one.clauseId === clauseId && !lines.includes(one.sentence))
        : []
      const cited = [cite(document, clauseId, [...(told === undefined ? [] : [told.sentence]), ...lines], on)]
      return provided(corpus, cited, say('authority'), on, places)
    }
  }
  const [silent] = found.filter(({ clauseId }) => clauses.includes(clauseId))
  if (silent === undefined) return null
  const { title, issuer } = silent.document.meta
  const cited = cite(silent.document, silent.clauseId, [silent.sentence], on)
  return provided(corpus, [cited], say('authority.none', { title, issuer }), on, places)
}

/** Clauses by how much of them speaks of the question; those of what is being talked about weigh more than mere words. */
function byClause(found: Ranked[], clauses: string[], most: number): Ranked[] {
  const sums = new Map<string, number>()
  for (const { clauseId, score } of found) sums.set(clauseId, (sums.get(clauseId) ?? 0) + score)
  const weight = ({ clauseId }: Ranked) => (sums.get(clauseId) ?? 0) * (clauses.includes(clauseId) ? most : 1)
  return [...found].sort((a, b) => weight(b) - weight(a))
}

/** A clause whose words the question uses, and one that was just answered from. */
const NAMED = 2
const ANSWERED = 20

/** Whether a document still holds: the words that say so, quoted, and its status on the day. */
export function validityAnswer(corpus: Corpus, documentIds: string[], on: string): Answer | null {
  // Of several the one that has ended tells most, then what is a draft; room for quotes is short.
  const endsFirst = documentIds.toSorted((a, b) => telling(corpus, b) - telling(corpus, a))
  const citations = endsFirst.flatMap((id) => {
    const document = findDocument(corpus, id)
    if (document === undefined) return []
    const { first, last, draft } = document.meta
    const words = [last, first].flatMap((dated) => (typeof dated === 'object' ? [dated.words] : []))
    const found = [...words, ...(draft === null ? [] : [draft])].flatMap((phrase) =>
      quoteOf(document, phrase, on),
    )
    return found.slice(0, 1)
  })
  if (citations.length === 0) return null
  const lead = documentIds.map((id) => stateOf(corpus, id, on)).join('\n')
  return provided(corpus, citations, lead, on)
}

/** The words that print a document's last day, where it has one. */
export const lastDays = (corpus: Corpus, documentIds: string[], on: string): Citation[] =>
  documentIds.flatMap((id) => {
    const document = findDocument(corpus, id)
    const last = document?.meta.last
    return document === undefined || typeof last !== 'object' ? [] : quoteOf(document, last.words, on)
  })

function telling(corpus: Corpus, id: string): number {
  const meta = findDocument(corpus, id)?.meta
  return typeof meta?.last === 'object' ? 2 : meta?.draft == null ? 0 : 1
}

function quoteOf(document: PolicyDocument, phrase: string, on: string): Citation[] {
  const clause = document.clauses.find(({ text }) => text.includes(phrase))
  if (clause === undefined) return []
  const sentence = sentencesIn(clause).find((one) => one.includes(phrase)) ?? clause.text
  return [cite(document, clause.id, [sentence], on)]
}

function stateOf(corpus: Corpus, id: string, on: string): string {
  const meta = findDocument(corpus, id)?.meta
  if (meta === undefined) return ''
  const inForce = statusesOn(meta, on).includes('in-force')
  const isOpen = meta.last === 'unknown'
  const key = inForce ? (isOpen ? 'in-force.open' : 'in-force') : isOpen ? 'open' : 'clause'
  return say(`validity.${key}`, { title: meta.title, day: on })
}

/** Where a document comes from: who issued it and when, and the higher document that it carries out, as it prints them. */
export function originAnswer(corpus: Corpus, documentIds: string[], on: string): Answer | null {
  const documents = documentIds.flatMap((id) => findDocument(corpus, id) ?? [])
  const citations = documents.flatMap((document) => {
    const { restsOn, issued } = document.meta
    const printed = [...restsOn, ...(typeof issued === 'object' ? [issued.words] : [])]
    return document.clauses
      .filter(
        ({ path, text }) =>
          ISSUING.test(path) || (PREFATORY.test(path) && printed.some((words) => text.includes(words))),
      )
      .map(({ id }) => cite(document, id, [], on))
  })
  if (citations.length === 0) return null
  const lead = documents.map(({ meta: { title, issuer, issued, restsOn } }) =>
    [
      say('origin', { title, issuer }),
      typeof issued === 'object' ? say('origin.day', { day: issued.words }) : '',
      restsOn.length > 0 ? say('origin.higher', { higher: restsOn.join('、') }) : '',
    ].join(''),
  )
  return provided(corpus, citations, lead.join('\n'), on)
}

/** Where a document names who issued it, and where it says what it carries out. */
const ISSUING = /(?:版头|题注|印发通知标题|落款|^印发通知)$/u
const PREFATORY = /前言/u

/** The quotes under what they say, with the notices of their documents. */
function provided(
  corpus: Corpus,
  citations: Citation[],
  lead: string,
  on: string,
  places: string[] = [],
): Answer {
  const documents = [...new Set(citations.map(({ documentId }) => documentId))]
  const regions = citations.map(({ region }) => region)
  const notices = [
    ...documents.flatMap((id) => documentNotices(corpus, id, on)),
    ...widerRegion(corpus, places, regions),
  ]
  return quoting(citations, notices, [lead])
}
