import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { Corpus } from '../corpus/corpus.ts'
import { mask } from '../dialogue/mask.ts'
import { type ClauseIndex, type Entry, entries, rank } from '../retrieval/clause-index.ts'
import { queryTerms } from '../retrieval/segment.ts'
import { discard, provideSealed, tidy } from './sealed-folder.ts'

/** Raise it when the file or what is embedded of a clause changes. */
const FORMAT = 1
const FILE = 'vectors.f32'
/** The usual constant of reciprocal rank fusion. */
const K = 60
/** How long a question waits for its vector: the lexical ranking is there already. */
const PATIENCE = 3000
/** How long an endpoint that failed is left alone. */
const REST = 30_000

export interface Vectors {
  corpus: Corpus
  embeddings: EmbeddingsInterface
  /** What the vectors depend on beside the corpus: the model and where it is asked. */
  model: string[]
  /** Where they are kept, in a folder named after all that they depend on. */
  dir: string
  /** Called when the vectors fail and when they are back, not for each question in between. */
  onChange?: (healthy: boolean, error?: unknown) => void
  patience?: number
  rest?: number
}

/**
 * Fuses the lexical ranking with that of an embedding model, by reciprocal rank. Without the model the lexical
 * ranking answers alone, at the start and later; it is never worse off than without a setting.
 */
export async function fuseVectors(
  lexical: ClauseIndex & Partial<AsyncDisposable>,
  vectors: Vectors,
): Promise<ClauseIndex & AsyncDisposable> {
  const indexed = entries(vectors.corpus)
  const positions = new Map(indexed.map(({ clauseId }, position) => [clauseId, position]))
  const nearest = await openNearest(indexed, vectors)
  return {
    async search(query, options) {
      // What holds no word (an emoji, a dash) asks nothing, whatever a model makes of it.
      const near = queryTerms(query).length === 0 ? null : await nearest(query)
      if (near === null) return lexical.search(query, options)
      const found = await lexical.search(query, { limit: indexed.length })
      const scores = new Map<number, number>()
      for (const ranking of [found.map(({ clauseId }) => positions.get(clauseId) as number), near])
        for (const [above, position] of ranking.entries())
          scores.set(position, (scores.get(position) ?? 0) + 1 / (K + above + 1))
      const allowed = options.documentIds === undefined ? null : new Set(options.documentIds)
      const scored = [...scores]
        .map(([position, score]) => ({ position, score }))
        .filter(({ position }) => allowed?.has(indexed[position]?.documentId ?? '') ?? true)
      return rank(indexed, scored, options.limit)
    },
    async [Symbol.asyncDispose]() {
      await lexical[Symbol.asyncDispose]?.()
    },
  }
}

/** The positions of the clauses that are like a query, best first; null: there are no vectors now. */
type Nearest = (query: string) => Promise<number[] | null>

async function openNearest(
  indexed: Entry[],
  { corpus, embeddings, model, dir, onChange = () => undefined, patience = PATIENCE, rest = REST }: Vectors,
): Promise<Nearest> {
  const texts = indexed.map(({ text }) => text)
  const name = nameOf(corpus, texts, model)
  let clauses: Float32Array[] | null = null
  let isLoading = false
  let healthy = true
  let restsUntil = 0

  const failed = (error: unknown): void => {
    restsUntil = performance.now() + rest
    if (healthy) onChange(false, error)
    healthy = false
  }
  const recovered = (): void => {
    restsUntil = 0
    if (!healthy) onChange(true)
    healthy = true
  }
  const load = async (): Promise<void> => {
    isLoading = true
    try {
      const path = await provideSealed(dir, name, (building) => build(building, texts, embeddings))
      clauses = await read(join(path, FILE), texts.length)
      await tidy(dir, name, (other) => /^vectors-[0-9a-f]{16}$/.test(other))
      recovered()
    } catch (error) {
      failed(error)
    }
    isLoading = false
  }

  await load()
  return async (query) => {
    if (performance.now() < restsUntil) return null
    const held = clauses
    if (held === null) {
      // Nobody waits for them: that may take as long as the endpoint likes.
      if (!isLoading) void load()
      return null
    }
    try {
      // What leaves for another service is masked like what is stored.
      const asked = unit(await within(patience, embeddings.embedQuery(mask(query).text)))
      if (asked.length !== held[0]?.length) {
        // Another model answers under the same name: the vectors of the clauses are worth nothing now.
        clauses = null
        await discard(join(dir, name))
        throw new Error('嵌入模型的维数变了，条款的向量须重算')
      }
      const near = byLikeness(held, asked)
      recovered()
      return near
    } catch (error) {
      failed(error)
      return null
    }
  }
}

function byLikeness(clauses: Float32Array[], asked: Float32Array): number[] {
  return clauses
    .map((clause, position) => ({ position, likeness: cosine(clause, asked) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.position - b.position)
    .map(({ position }) => position)
}

/** Of vectors of length one. */
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

function unit(vector: number[]): Float32Array {
  const length = Math.hypot(...vector)
  return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length))
}

function nameOf(corpus: Corpus, texts: string[], model: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, corpus.hash, texts, model]))
  return `vectors-${hash.digest('hex').slice(0, 16)}`
}

async function build(path: string, texts: string[], embeddings: EmbeddingsInterface): Promise<void> {
  const vectors = await embeddings.embedDocuments(texts)
  const dimension = vectors[0]?.length ?? 0
  if (vectors.length !== texts.length || vectors.some(({ length }) => length !== dimension))
    throw new Error('嵌入服务给出的向量维数不一')
  const all = new Float32Array(texts.length * dimension)
  for (const [i, vector] of vectors.entries()) all.set(unit(vector), i * dimension)
  await mkdir(path)
  await writeFile(join(path, FILE), new Uint8Array(all.buffer))
}

async function read(file: string, count: number): Promise<Float32Array[]> {
  const all = new Float32Array(new Uint8Array(await readFile(file)).buffer)
  const dimension = all.length / count
  return Array.from({ length: count }, (_, i) => all.subarray(i * dimension, (i + 1) * dimension))
}

async function within<T>(patience: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`嵌入服务${patience}毫秒内没有答复`)), patience)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
