import { createHash } from 'node:crypto'
import { connect, Index, MatchQuery, type Table } from '@lancedb/lancedb'
import type { Corpus } from '../corpus/corpus.ts'
import { type ClauseIndex, type Entry, entries, rank } from '../retrieval/clause-index.ts'
import { queryTerms, segment } from '../retrieval/segment.ts'
import { discard, provideSealed, tidy } from './sealed-folder.ts'

/** Raise it when the table or its options change; corpus and segmentation are told by their own content. */
const FORMAT = 1
const TABLE = 'clauses'

interface Row extends Record<string, unknown> {
  position: number
  clauseId: string
  documentId: string
  terms: string
}

/**
 * The clauses in an embedded LanceDB under `dir`, in a folder named after what is indexed. It is built when
 * it is missing or damaged, at the start or when a query fails later (a newer process may have tidied it
 * away).
 */
export async function openLanceIndex(dir: string, corpus: Corpus): Promise<ClauseIndex & AsyncDisposable> {
  const indexed = entries(corpus)
  const rows = indexed.map(toRow)
  const name = nameOf(corpus, rows)
  const provide = (): Promise<string> => provideSealed(dir, name, (path) => build(path, rows))
  const open = async (): Promise<Opened> => {
    const path = await provide()
    try {
      return await openTable(path)
    } catch {
      // Every file is as it was written, yet this release of LanceDB cannot read it.
      await discard(path)
      return openTable(await provide())
    }
  }

  let opened = await open()
  let reopening: Promise<Opened> | null = null
  let disposed = false
  await tidy(dir, name, (other) => /^clauses-[0-9a-f]{16}$/.test(other))

  const reopen = async (): Promise<Opened> => {
    opened.close()
    opened = await open()
    return opened
  }

  return {
    async search(query, { limit, documentIds }) {
      if (disposed) throw new Error('the index is closed')
      const terms = queryTerms(query)
      if (terms.length === 0) return []
      // All that match, then filtered: scores stay those of the whole corpus and no tie is cut by the engine.
      const found = await match(opened.table, terms, indexed.length).catch(async () => {
        reopening ??= reopen().finally(() => {
          reopening = null
        })
        return match((await reopening).table, terms, indexed.length)
      })
      const allowed = documentIds === undefined ? null : new Set(documentIds)
      const kept = found.filter(({ position }) => allowed?.has(indexed[position]?.documentId ?? '') ?? true)
      return rank(indexed, kept, limit)
    },
    async [Symbol.asyncDispose]() {
      disposed = true
      opened.close()
    },
  }
}

function toRow({ clauseId, documentId, text }: Entry, position: number): Row {
  return { position, clauseId, documentId, terms: segment(text).join(' ') }
}

function nameOf(corpus: Corpus, rows: Row[]): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, corpus.hash, rows]))
  return `clauses-${hash.digest('hex').slice(0, 16)}`
}

async function build(path: string, rows: Row[]): Promise<void> {
  const connection = await connect(path)
  const table = await connection.createTable(TABLE, rows)
  const config = Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    maxTokenLength: 1_000_000,
  })
  await table.createIndex('terms', { config, waitTimeoutSeconds: 60 })
  table.close()
  connection.close()
}

interface Opened {
  table: Table
  close(): void
}

async function openTable(path: string): Promise<Opened> {
  const connection = await connect(path)
  const table = await connection.openTable(TABLE)
  await match(table, ['工'], 1)
  return {
    table,
    close() {
      table.close()
      connection.close()
    },
  }
}

async function match(
  table: Table,
  terms: string[],
  limit: number,
): Promise<{ position: number; score: number }[]> {
  const found: { position: number; _score: number }[] = await table
    .query()
    .fullTextSearch(new MatchQuery(terms.join(' '), 'terms'))
    // Without `_score` among the columns LanceDB warns on stderr.
    .select(['position', '_score'])
    .limit(limit)
    .toArray()
  return found.map(({ position, _score }) => ({ position, score: _score }))
}
