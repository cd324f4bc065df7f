import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ClauseIndex, Hit } from '../retrieval/clause-index.ts'
import { search } from '../retrieval/search.ts'
import { corpus, QUERIES } from './clause-index.contract.ts'
import { OpenAIEmbeddings } from './embeddings-openai.ts'
import { fuseVectors, type Vectors } from './index-fused.ts'
import { createMemoryIndex } from './index-memory.ts'
import {
  answerOf,
  cutOff,
  type EmbeddingServer,
  type Misbehaviour,
  slow,
  startEmbeddingServer,
  status,
} from './testing/embedding-server.ts'

const lexical = createMemoryIndex(corpus)
const CLAUSES = corpus.documents.flatMap(({ clauses }) => clauses).length
const BATCHES = Math.ceil(CLAUSES / 64)
const limit = 1000

let dir: string
let server: EmbeddingServer
let changes: string[]

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jiangce-fused-'))
  server = await startEmbeddingServer()
  changes = []
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

const open = (more: Partial<Vectors> & { name?: string; timeout?: number } = {}) => {
  const { name = 'small', timeout = 10_000, ...rest } = more
  return fuseVectors(lexical, {
    corpus,
    embeddings: new OpenAIEmbeddings({ base: server.base, model: name, timeout }),
    model: [name, server.base],
    dir,
    onChange: (healthy, error) => changes.push(healthy ? 'well' : (error as Error).message),
    ...rest,
  })
}
const orderOf = (hits: Hit[]): string[] => hits.map(({ clauseId }) => clauseId)
const folders = async (): Promise<string[]> => (await readdir(dir)).toSorted()

async function expectLexical(index: ClauseIndex): Promise<void> {
  for (const query of QUERIES)
    expect(await index.search(query, { limit: 20 })).toEqual(await lexical.search(query, { limit: 20 }))
}

describe('the fused index', () => {
  test('is the reciprocal rank fusion of both rankings, ties in the order of the corpus', async () => {
    // Three vectors that differ in length alone, all others apart from the query: the vector ranking is these three, in corpus order.
    const alike = [5, 3, 9]
    const ids = corpus.documents.flatMap(({ clauses }) => clauses.map(({ id }) => id))
    const embeddings = {
      embedDocuments: async (texts: string[]) => texts.map((_, i) => (alike.includes(i) ? [i, 0] : [0, 1])),
      embedQuery: async () => [1, 0],
    }
    const index = await open({ embeddings })
    const near = [3, 5, 9].map((i) => ids[i] as string)
    const found = orderOf(await lexical.search('首席技师津贴', { limit }))
    const scores = new Map<string, number>()
    for (const ranking of [found, near])
      for (const [i, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (61 + i))
    const expected = [...scores].sort(([a, x], [b, y]) => y - x || ids.indexOf(a) - ids.indexOf(b))
    const hits = await index.search('首席技师津贴', { limit })
    expect(orderOf(hits)).toEqual(expected.map(([id]) => id))
    for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.[1] ?? 0, 7)
  })

  test('finds by meaning what no word of the query says', async () => {
    const query = 'apprenticeship'
    expect(await lexical.search(query, { limit })).toEqual([])
    const meant = orderOf(await lexical.search('企业新型学徒制培训补贴', { limit: 5 }))
    const [first] = await (await open()).search(query, { limit: 1 })
    expect(meant).toContain(first?.clauseId)
  })

  test('keeps first what a query names to the letter', async () => {
    const [first] = await search(corpus, await open(), '金华第三条', { limit: 1 })
    expect(first?.clauseId).toBe('jinhua-craftsman-draft/三')
  })

  test('cuts and filters one ranking of the whole corpus, the same each time', async () => {
    const index = await open()
    const all = await index.search('高技能人才补贴', { limit })
    expect(await index.search('高技能人才补贴', { limit })).toEqual(all)
    for (const few of [0, 1, 7])
      expect(await index.search('高技能人才补贴', { limit: few })).toEqual(all.slice(0, few))
    const documentIds = ['wuhou-craftsman-draft']
    const wanted = all.filter(({ documentId }) => documentIds.includes(documentId))
    expect(await index.search('高技能人才补贴', { limit, documentIds })).toEqual(wanted)
    expect(await index.search('高技能人才补贴', { limit, documentIds: [] })).toEqual([])
  })

  test('does not send what holds no word, and masks personal numbers in the rest', async () => {
    const index = await open()
    server.asked.length = 0
    expect(await index.search('🙂', { limit })).toEqual([])
    expect(server.asked).toEqual([])
    await index.search('我的手机13812345678，学徒补贴', { limit })
    expect(server.asked.map(({ input }) => input)).toEqual([['我的手机［手机号］，学徒补贴']])
  })
})

describe('the vectors on disk', () => {
  test('are asked for once: a second start reads them and ranks the same', async () => {
    const first = await (await open()).search('首席技师', { limit })
    expect(server.asked).toHaveLength(BATCHES + 1)
    server.asked.length = 0
    const again = await open()
    expect(server.asked).toEqual([])
    expect(await again.search('首席技师', { limit })).toEqual(first)
    expect(await folders()).toEqual([expect.stringMatching(/^vectors-[0-9a-f]{16}$/)])
  })

  test('of another model or corpus are built beside the old ones, which go once the new ones are whole', async () => {
    await writeFile(join(dir, 'clauses-0123456789abcdef'), '')
    await open()
    const before = await folders()
    let during: string[] = []
    const watch: Misbehaviour = (response, vectors) => {
      void folders().then((found) => {
        during = found
        response.end(answerOf(vectors))
      })
    }
    server.next = [watch]
    await open({ name: 'large' })
    expect(during).toEqual(before)
    const after = await folders()
    expect([after.length, after[0]]).toEqual([2, 'clauses-0123456789abcdef'])
    expect(after).not.toEqual(before)
    await open({ name: 'large', corpus: { ...corpus, hash: 'another' } })
    expect(await folders()).not.toEqual(after)
    expect(changes).toEqual([])
  })

  test('stay when the new model does not answer', async () => {
    await open()
    const before = await folders()
    server.always = status(404)
    await expectLexical(await open({ name: 'large' }))
    expect(await folders()).toEqual(before)
  })

  test('that are damaged are asked for again', async () => {
    await open()
    const [name] = await folders()
    const file = join(dir, name as string, 'vectors.f32')
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length / 2))
    server.asked.length = 0
    await open()
    expect(server.asked).toHaveLength(BATCHES)
    expect(await readFile(file)).toEqual(bytes)
  })
})

describe('when the endpoint fails at the start', () => {
  test.each<[string, Misbehaviour, string]>([
    ['with 500', status(500, { 'retry-after': '0' }), '嵌入服务答复HTTP 500'],
    ['with 401', status(401), '嵌入服务答复HTTP 401'],
    ['with half a text', cutOff, '嵌入服务的答复不是完整的JSON'],
    ['by silence', slow(3000), '嵌入服务200毫秒内没有答复'],
  ])('%s, full text answers alone and one line says so', async (_, misbehaviour, reason) => {
    server.always = misbehaviour
    await expectLexical(await open({ timeout: 200 }))
    expect(changes).toEqual([reason])
    expect(await folders()).toEqual([])
  })

  test('nor are vectors of two dimensions taken', async () => {
    server.next = [(response, vectors) => response.end(answerOf(vectors.map((one) => one.slice(1))))]
    await expectLexical(await open())
    expect(changes).toEqual(['嵌入服务给出的向量维数不一'])
  })

  test('the vectors are fetched once it answers again, and no question waits for them', async () => {
    server.always = status(404)
    const index = await open({ rest: 100 })
    server.always = null
    server.next = [slow(500)]
    await wait(150)
    const before = performance.now()
    expect(await index.search('apprenticeship', { limit })).toEqual([])
    expect(performance.now() - before).toBeLessThan(400)
    await vi.waitFor(() => expect(changes).toEqual(['嵌入服务答复HTTP 404', 'well']), { timeout: 5000 })
    expect((await index.search('apprenticeship', { limit })).length).toBeGreaterThan(0)
  })

  test('a disk that cannot be written costs the vectors, not the answers', async () => {
    await writeFile(join(dir, 'file'), '')
    await expectLexical(await open({ dir: join(dir, 'file') }))
    expect(changes).toHaveLength(1)
  })
})

describe('when the endpoint fails at a question', () => {
  test.each<[string, Misbehaviour, string]>([
    ['with 500', status(500, { 'retry-after': '0' }), '嵌入服务答复HTTP 500'],
    ['with 429', status(429, { 'retry-after': '3600' }), '嵌入服务答复HTTP 429'],
    ['with half a text', cutOff, '嵌入服务的答复不是完整的JSON'],
    ['by silence', slow(3000), '嵌入服务200毫秒内没有答复'],
  ])(
    '%s, full text answers alone, one line says so, and it is left alone for a while',
    async (_, misbehaviour, reason) => {
      const index = await open({ patience: 200 })
      server.always = misbehaviour
      const before = performance.now()
      await expectLexical(index)
      expect(performance.now() - before).toBeLessThan(2000)
      expect(changes).toEqual([reason])
      expect(server.asked.length).toBeLessThanOrEqual(BATCHES + 2)
    },
  )

  test('eight questions at once say so once', async () => {
    const index = await open()
    server.always = status(400)
    await Promise.all(Array.from({ length: 8 }, () => index.search('首席技师', { limit: 5 })))
    expect(changes).toEqual(['嵌入服务答复HTTP 400'])
  })

  test('both rankings count again once it answers', async () => {
    const index = await open({ rest: 50 })
    const fused = await index.search('首席技师', { limit })
    server.next = [status(400)]
    expect(await index.search('首席技师', { limit })).toEqual(await lexical.search('首席技师', { limit }))
    await wait(100)
    expect(await index.search('首席技师', { limit })).toEqual(fused)
    expect(changes).toEqual(['嵌入服务答复HTTP 400', 'well'])
  })

  test('a vector of another dimension is not compared: those of the clauses are fetched anew', async () => {
    const index = await open({ rest: 50 })
    server.dimension = 256
    expect(await index.search('首席技师', { limit })).toEqual(await lexical.search('首席技师', { limit }))
    expect(changes).toEqual(['嵌入模型的维数变了，条款的向量须重算'])
    await wait(100)
    await index.search('首席技师', { limit })
    await vi.waitFor(() => expect(changes.at(-1)).toBe('well'), { timeout: 5000 })
    expect((await index.search('apprenticeship', { limit })).length).toBeGreaterThan(0)
    expect(changes).toHaveLength(2)
  })
})

test('closing it closes the lexical index', async () => {
  const dispose = vi.fn(async () => undefined)
  const closing = { ...lexical, [Symbol.asyncDispose]: dispose }
  const embeddings = new OpenAIEmbeddings({ base: server.base, model: 'small' })
  const index = await fuseVectors(closing, { corpus, embeddings, model: [], dir })
  await index[Symbol.asyncDispose]()
  expect(dispose).toHaveBeenCalledOnce()
})
