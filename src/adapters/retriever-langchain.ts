import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import { type Citation, cite } from '../corpus/citation.ts'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import type { ClauseIndex } from '../retrieval/clause-index.ts'
import { search } from '../retrieval/search.ts'

export interface ClauseRetrieverInput extends BaseRetrieverInput {
  corpus: Corpus
  index: ClauseIndex
  /** The day for which the standing of each document is told. */
  today: () => string
  limit?: number
  /** Only these documents; absent: all. */
  documentIds?: string[]
}

/** The clauses for LangChain's chains: each a document in its own words, with its citation as metadata. */
export class ClauseRetriever extends BaseRetriever<Citation> {
  static override lc_name(): string {
    return 'ClauseRetriever'
  }

  lc_namespace = ['jiangce', 'retrievers']
  readonly #input: ClauseRetrieverInput

  constructor(input: ClauseRetrieverInput) {
    super(input)
    this.#input = input
  }

  override async _getRelevantDocuments(query: string): Promise<Document<Citation>[]> {
    const { corpus, index, today, limit = 5, documentIds } = this.#input
    const on = today()
    const hits = await search(corpus, index, query, { limit, ...(documentIds && { documentIds }) })
    return hits.flatMap(({ documentId, clauseId }) => {
      const document = findDocument(corpus, documentId)
      if (document === undefined) return []
      const metadata = cite(document, clauseId, [], on)
      return [new Document({ id: clauseId, pageContent: metadata.quote, metadata })]
    })
  }
}
