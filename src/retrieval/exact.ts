import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import { earliest } from '../corpus/document.ts'
import { chain } from '../corpus/region.ts'
import { type DocumentNumber, documentNumbers, sameNumber } from './document-number.ts'
import { createLabelMatcher, type LabelMatcher } from './label.ts'

/** How many ways a query names each clause to the letter; a clause that is not named is not in the map. */
export type ExactMatcher = (query: string, documentIds?: string[]) => Map<string, number>

/** A quoted phrase found in more clauses than this is a term, not a pointer: “工匠之都” stands everywhere. */
const FEW = 5
const QUOTED = /[“"「『]([^“”"「」『』]{2,400})[”"」』]/gu

export function createExactMatcher(corpus: Corpus): ExactMatcher {
  const all = corpus.documents.map(prepare)

  return (query, documentIds) => {
    const allowed = all.filter(({ id }) => documentIds?.includes(id) ?? true)
    const hinted = hintedDocuments(corpus, query)
    const near = allowed.filter(({ id }) => hinted?.has(id) ?? true)
    const scoped = hinted !== null || allowed.length < all.length

    const ways = [
      ...numbersIn(query).map((number) => byNumber(allowed, number)),
      ...phrasesIn(query).map((phrase) => byPhrase(all, allowed, phrase)),
      near.flatMap(({ labels }) => byLabel(labels, query, scoped)),
    ]
    const named = new Map<string, number>()
    for (const ids of ways) for (const id of new Set(ids)) named.set(id, (named.get(id) ?? 0) + 1)
    return named
  }
}

interface Prepared {
  id: string
  /** The number of the document itself; `clauses` hold those that are printed in it. */
  own: DocumentNumber[]
  labels: LabelMatcher
  clauses: { id: string; numbers: DocumentNumber[]; plain: string }[]
}

function prepare({ meta, clauses }: PolicyDocument): Prepared {
  return {
    id: meta.id,
    own: documentNumbers(meta.number ?? ''),
    labels: createLabelMatcher(clauses),
    clauses: clauses.map(({ id, text }) => ({
      id,
      numbers: documentNumbers(text),
      plain: withoutSpace(text),
    })),
  }
}

function numbersIn(query: string): DocumentNumber[] {
  return [...new Map(documentNumbers(query).map((number) => [JSON.stringify(number), number])).values()]
}

function byNumber(documents: Prepared[], number: DocumentNumber): string[] {
  const says = (numbers: DocumentNumber[]): boolean => numbers.some((one) => sameNumber(one, number))
  return documents.flatMap(({ own, clauses }) => {
    const whole = says(own)
    return clauses.filter(({ numbers }) => whole || says(numbers)).map(({ id }) => id)
  })
}

function phrasesIn(query: string): string[] {
  const phrases = [...query.matchAll(QUOTED)].map(([, phrase = '']) => withoutSpace(phrase))
  return [...new Set(phrases)].filter(({ length }) => length > 1)
}

function byPhrase(all: Prepared[], allowed: Prepared[], phrase: string): string[] {
  const holding = ({ clauses }: Prepared): string[] =>
    clauses.filter(({ plain }) => plain.includes(phrase)).map(({ id }) => id)
  return all.flatMap(holding).length > FEW ? [] : allowed.flatMap(holding)
}

function byLabel(labels: LabelMatcher, query: string, scoped: boolean): string[] {
  const paths = labels.paths(query)
  const found = paths.length > 0 || !scoped ? paths : labels.single(query)
  return found.map(({ clauseId }) => clauseId)
}

/**
 * The documents that the words of a query point at, by title or else by place and year; null: it names
 * neither.
 */
function hintedDocuments(corpus: Corpus, query: string): Set<string> | null {
  const words = lettersOf(query)
  const says = (name: string): boolean => words.includes(lettersOf(name))
  const titled = corpus.documents.filter(({ meta }) => [meta.title, ...meta.aliases].some(says))
  if (titled.length > 0) return idsOf(titled)

  const places = corpus.regions.filter(({ name, aliases }) => [name, ...aliases].some(says))
  if (places.length === 0) return null
  const local = places.flatMap(({ name }) => mostLocal(corpus, name))
  const years: string[] = query.normalize('NFKC').match(/(?:19|20)\d\d(?=\s*年)/g) ?? []
  const dated = local.filter(({ meta }) => years.includes(earliest(meta.first).slice(0, 4)))
  return idsOf(dated.length > 0 ? dated : local)
}

/** The documents of a place, or of the nearest place around it that has any. */
function mostLocal({ documents, regions }: Corpus, place: string): PolicyDocument[] {
  for (const name of chain(regions, place)) {
    const local = documents.filter(({ meta }) => meta.region.name === name)
    if (local.length > 0) return local
  }
  return []
}

const idsOf = (documents: PolicyDocument[]): Set<string> => new Set(documents.map(({ meta }) => meta.id))
const withoutSpace = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
