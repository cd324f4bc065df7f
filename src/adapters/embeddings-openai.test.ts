import { Embeddings } from '@langchain/core/embeddings'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OpenAIEmbeddings } from './embeddings-openai.ts'
import {
  answerOf,
  body,
  broken,
  cutOff,
  type EmbeddingServer,
  good,
  type Misbehaviour,
  slow,
  startEmbeddingServer,
  status,
} from './testing/embedding-server.ts'

const KEY = 'sk-hunter2'
let server: EmbeddingServer

beforeEach(async () => {
  server = await startEmbeddingServer()
})
afterEach(() => server[Symbol.asyncDispose]())

const client = (more: { base?: string; key?: string | undefined; timeout?: number } = {}) =>
  new OpenAIEmbeddings({ base: server.base, model: 'small', key: KEY, ...more })
const reasonFor = async (asking: Promise<unknown>): Promise<string> =>
  asking.then(
    () => 'nothing was wrong',
    (error: Error) => `${error.name}: ${error.message}`,
  )

describe('an endpoint that speaks the protocol of OpenAI', () => {
  test('is asked for its model, with the key, and gives one vector per text in their order', async () => {
    const embeddings = client()
    expect(embeddings).toBeInstanceOf(Embeddings)
    const vectors = await embeddings.embedDocuments(['学徒', '首席技师', '学徒'])
    expect(vectors).toHaveLength(3)
    expect(vectors[0]).toEqual(vectors[2])
    expect(vectors[0]).not.toEqual(vectors[1])
    expect(await embeddings.embedQuery('首席技师')).toEqual(vectors[1])
    expect(server.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      model: 'small',
      input: ['学徒', '首席技师', '学徒'],
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    })
  })

  test('gets no authorization where there is no key', async () => {
    await client({ key: undefined }).embedQuery('学徒')
    expect(server.asked[0]?.headers).not.toHaveProperty('authorization')
  })

  test('is found below an address with a slash or a query', async () => {
    await client({ base: `${server.base}/` }).embedQuery('学徒')
    await client({ base: `${server.base}?api-version=1` }).embedQuery('学徒')
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/embeddings', '/v1/embeddings?api-version=1'])
  })

  test('gets 64 texts at once', async () => {
    const texts = Array.from({ length: 150 }, (_, i) => `第${i}条`)
    expect(await client().embedDocuments(texts)).toHaveLength(150)
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 64, 22])
    expect(server.asked.flatMap(({ input }) => input)).toEqual(texts)
  })

  test('is not asked for nothing', async () => {
    expect(await client().embedDocuments([])).toEqual([])
    expect(server.asked).toEqual([])
  })

  test('gets fewer texts at once when it does not take as many', async () => {
    server.always = (response, vectors) => (vectors.length > 10 ? status(400) : good)(response, vectors)
    const texts = Array.from({ length: 70 }, (_, i) => `第${i}条`)
    const vectors = await client().embedDocuments(texts)
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 32, 16, ...Array(8).fill(8), 6])
    server.always = null
    expect(vectors).toEqual(await client().embedDocuments(texts))
  })
})

describe('an endpoint that misbehaves', () => {
  test.each([429, 500, 503])('is asked once more after %i', async (code) => {
    server.next = [status(code, { 'retry-after': '0' })]
    expect(await client().embedQuery('学徒')).toHaveLength(512)
    expect(server.asked).toHaveLength(2)
  })

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('is given the time that Retry-After asks for in %s', async (_, after) => {
    server.next = [status(429, { 'retry-after': after() })]
    const before = performance.now()
    await client().embedQuery('学徒')
    expect(performance.now() - before).toBeGreaterThan(900)
  })

  test('is not waited for when Retry-After asks for more than an answer may take', async () => {
    server.next = [status(429, { 'retry-after': '3600' })]
    const before = performance.now()
    expect(await reasonFor(client().embedQuery('学徒'))).toBe('EmbeddingError: 嵌入服务答复HTTP 429')
    expect(performance.now() - before).toBeLessThan(900)
    expect(server.asked).toHaveLength(1)
  })

  test('is not asked a third time', async () => {
    server.always = status(500, { 'retry-after': '0' })
    expect(await reasonFor(client().embedQuery('学徒'))).toBe('EmbeddingError: 嵌入服务答复HTTP 500')
    expect(server.asked).toHaveLength(2)
  })

  test('is given up when it is slow to answer', async () => {
    server.always = slow(2000)
    const before = performance.now()
    expect(await reasonFor(client({ timeout: 200 }).embedQuery('学徒'))).toBe(
      'EmbeddingError: 嵌入服务200毫秒内没有答复',
    )
    expect(performance.now() - before).toBeLessThan(1500)
  })

  test('is named as out of reach when nobody listens', async () => {
    await server[Symbol.asyncDispose]()
    expect(await reasonFor(client().embedQuery('学徒'))).toBe(
      'EmbeddingError: 不能连接嵌入服务（ECONNREFUSED）',
    )
  })

  const INCOMPLETE = '嵌入服务的答复不是完整的JSON'
  const OTHER = '嵌入服务给出的向量与所问的文本不符'
  const UNEVEN = '嵌入服务给出的向量维数不一'
  test.each<[string, Misbehaviour, string]>([
    ['refuses the key', status(401), '嵌入服务答复HTTP 401'],
    ['leads elsewhere', status(302, { location: '/v1/embeddings' }), '嵌入服务答复HTTP 302'],
    ['cuts its JSON off', cutOff, INCOMPLETE],
    ['ends the connection', broken, '不能连接嵌入服务'],
    ['answers with a page', body('<html>hunter2</html>'), INCOMPLETE],
    ['answers with nothing', body(''), INCOMPLETE],
    ['answers with another shape', body('{"data":{}}'), INCOMPLETE],
    ['answers with null', body('null'), INCOMPLETE],
    ['leaves a text out', (response) => response.end(answerOf([[1, 2]])), OTHER],
    ['gives one too many', (response) => response.end(answerOf([[1], [2], [3]])), OTHER],
    ['gives no numbers', (response) => response.end('{"data":[{"index":0,"embedding":["x"]},null]}'), OTHER],
    ['gives empty vectors', (response) => response.end(answerOf([[], []])), OTHER],
    ['gives vectors of two lengths', (response) => response.end(answerOf([[1, 2], [1]])), UNEVEN],
    [
      'numbers them oddly',
      (response) => response.end('{"data":[{"index":-1,"embedding":[1]},{"index":1,"embedding":[1]}]}'),
      OTHER,
    ],
  ])('is told of, without the key or the texts, when it %s', async (_, misbehaviour, reason) => {
    server.always = misbehaviour
    const said = await reasonFor(client().embedDocuments(['学徒', '首席技师']))
    expect(said).toContain(`EmbeddingError: ${reason}`)
    expect(said).not.toMatch(/hunter2|127\.0\.0\.1|学徒/)
  })
})
