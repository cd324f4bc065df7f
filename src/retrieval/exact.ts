import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import { earliest } from '../corpus/document.ts'
import { chain } from '../corpus/region.ts'
import { documentNumbers, sameNumber } from './document-number.ts'
import { createLabelMatcher } from './label.ts'

/** How many ways a query names each clause to the letter; a clause that is not named is not in the map. */
export type ExactMatcher = (query: string, documentIds?: string[]) => Map<string, number>

/** A quoted phrase found in more clauses than this is a term, not a pointer: “工匠之都” stands everywhere. */
const FEW = 5
const QUOTED = /[“"「『]([^“”"「」『』]{2,400})[”"」』]/gu

export function createExactMatcher(corpus: Corpus): ExactMatcher {
  const documents = corpus.documents.map((document) => ({
    document,
    labels: createLabelMatcher(document.clauses),
    own: document.meta.number === null ? [] : documentNumbers(document.meta.number),
    clauses: document.clauses.map(({ id, text }) => ({
      id,
      numbers: documentNumbers(text),
      plain: withoutSpace(text),
    })),
  }))

  return (query, documentIds) => {
    const named = new Map<string, number>()
    const allowed = documents.filter(({ document }) => documentIds?.includes(document.meta.id) ?? true)
    const name = (ids: Iterable<string>): void => {
      for (const id of ids) named.set(id, (named.get(id) ?? 0) + 1)
    }

    for (const number of documentNumbers(query))
      for (const { own, clauses } of allowed) {
        const whole = own.some((one) => sameNumber(one, number))
        name(
          clauses
            .filter(({ numbers }) => whole || numbers.some((one) => sameNumber(one, number)))
            .map(({ id }) => id),
        )
      }

    for (const [, phrase = ''] of query.matchAll(QUOTED)) {
      const wanted = withoutSpace(phrase)
      const holds = ({ plain }: { plain: string }): boolean => plain.includes(wanted)
      if (wanted.length < 2 || documents.flatMap(({ clauses }) => clauses).filter(holds).length > FEW)
        continue
      name(allowed.flatMap(({ clauses }) => clauses.filter(holds).map(({ id }) => id)))
    }

    const hinted = hintedDocuments(corpus, query)
    const scoped = hinted !== null || allowed.length < documents.length
    for (const { document, labels } of allowed) {
      if (hinted?.has(document.meta.id) === false) continue
      const paths = labels.paths(query)
      const found = paths.length > 0 || !scoped ? paths : labels.single(query)
      name(new Set(found.map(({ clauseId }) => clauseId)))
    }
    return named
  }
}

/** The documents that the words of a query point at, by title or else by place and year; null: it names neither. */
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
