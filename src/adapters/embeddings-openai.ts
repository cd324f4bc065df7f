import { setTimeout as wait } from 'node:timers/promises'
import { Embeddings } from '@langchain/core/embeddings'

const BATCH = 64
const TIMEOUT = 10_000
const PAUSE = 500
/** What endpoints answer to more texts, or more text, than they take at once. */
const TOO_MUCH = [400, 413, 422]

export interface EmbeddingEndpoint {
  /** What stands before `/embeddings`, such as `https://host/v1`. */
  base: string
  model: string
  key?: string | undefined
  timeout?: number
}

/** Why there are no vectors, without the key, the address or the words that were sent. */
export class EmbeddingError extends Error {
  override name = 'EmbeddingError'
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

/**
 * Any endpoint that speaks OpenAI's protocol. LangChain's own caller is not used: it tries seven times, and
 * somebody waits for the answer.
 */
export class OpenAIEmbeddings extends Embeddings {
  readonly #address: URL
  readonly #headers: Record<string, string>
  readonly #model: string
  readonly #timeout: number
  #batch = BATCH

  constructor({ base, model, key, timeout = TIMEOUT }: EmbeddingEndpoint) {
    super({})
    this.#address = new URL(base)
    this.#address.pathname = `${this.#address.pathname.replace(/\/+$/, '')}/embeddings`
    this.#headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    this.#model = model
    this.#timeout = timeout
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = []
    while (vectors.length < texts.length) {
      const some = texts.slice(vectors.length, vectors.length + this.#batch)
      try {
        vectors.push(...(await this.#embed(some)))
      } catch (error) {
        // Some endpoints take no more than 10 texts at once, and say so only in words.
        const isTooMuch = error instanceof EmbeddingError && TOO_MUCH.includes(error.status ?? 0)
        if (!isTooMuch || some.length === 1) throw error
        this.#batch = Math.ceil(some.length / 2)
      }
    }
    return vectors
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.#embed([text])
    return vector as number[]
  }

  async #embed(input: string[]): Promise<number[][]> {
    const first = await this.#post(input)
    const pause = pauseAfter(first)
    if (pause === null || pause > this.#timeout) return vectorsIn(first, input.length)
    await wait(pause)
    return vectorsIn(await this.#post(input), input.length)
  }

  async #post(input: string[]): Promise<Answer> {
    try {
      const response = await fetch(this.#address, {
        method: 'POST',
        headers: this.#headers,
        body: JSON.stringify({ model: this.#model, input }),
        // A redirect would turn the question into a GET.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#timeout),
      })
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: await response.text(),
      }
    } catch (error) {
      throw new EmbeddingError(whyNot(error, this.#timeout))
    }
  }
}

interface Answer {
  status: number
  retryAfter: string | null
  body: string
}

/** How long to wait before asking once more; null: asking again would change nothing. */
function pauseAfter({ status, retryAfter }: Answer): number | null {
  if (status !== 429 && status < 500) return null
  if (retryAfter === null) return PAUSE
  const pause = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
  return Number.isNaN(pause) ? PAUSE : Math.max(0, pause)
}

function vectorsIn({ status, body }: Answer, count: number): number[][] {
  if (status !== 200) throw new EmbeddingError(`嵌入服务答复HTTP ${status}`, status)
  const vectors: number[][] = []
  for (const { index, embedding } of dataIn(body)) {
    const isVector = Array.isArray(embedding) && embedding.length > 0 && embedding.every(Number.isFinite)
    if (isVector && isIndex(index)) vectors[index] = embedding
  }
  const isWhole = vectors.length === count && Object.keys(vectors).length === count
  if (!isWhole) throw new EmbeddingError('嵌入服务给出的向量与所问的文本不符')
  if (vectors.some(({ length }) => length !== vectors[0]?.length))
    throw new EmbeddingError('嵌入服务给出的向量维数不一')
  return vectors
}

const isIndex = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

function dataIn(body: string): { index?: unknown; embedding?: unknown }[] {
  try {
    const { data } = JSON.parse(body)
    if (Array.isArray(data)) return data.map((item) => item ?? {})
  } catch {
    // Said below, without the text that could not be read: it may repeat what was asked.
  }
  throw new EmbeddingError('嵌入服务的答复不是完整的JSON')
}

function whyNot(error: unknown, timeout: number): string {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  if (name === 'TimeoutError') return `嵌入服务${timeout}毫秒内没有答复`
  return `不能连接嵌入服务（${cause?.code ?? name}）`
}
