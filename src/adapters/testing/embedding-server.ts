import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { segment } from '../../retrieval/segment.ts'

export interface Asked {
  path: string
  headers: IncomingHttpHeaders
  model: string
  input: string[]
}

/** How the server answers one request in place of vectors. */
export type Misbehaviour = (response: ServerResponse, vectors: number[][]) => void

export interface EmbeddingServer extends AsyncDisposable {
  base: string
  asked: Asked[]
  /** Taken one by one, one for each request. */
  next: Misbehaviour[]
  /** Holds for every request, where `next` is empty. */
  always: Misbehaviour | null
  dimension: number
}

/** What this model knows of English; no text of the corpus says it. */
const MEANINGS: Record<string, string> = { apprenticeship: '企业新型学徒制培训补贴' }

/** Speaks OpenAI's protocol on loopback; like texts get like vectors, the same ones each time. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const http = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const { model, input } = JSON.parse(body) as { model: string; input: string[] }
    server.asked.push({ path: request.url ?? '', headers: request.headers, model, input })
    const vectors = input.map((text) => vectorOf(text, server.dimension))
    const answer = server.next.shift() ?? server.always ?? good
    answer(response, vectors)
  })
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const server: EmbeddingServer = {
    base: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    asked: [],
    next: [],
    always: null,
    dimension: 512,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return server
}

/** In falling order: the protocol tells which is which by `index`. */
export const answerOf = (vectors: number[][]): string =>
  JSON.stringify({
    object: 'list',
    data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse(),
  })

export const good: Misbehaviour = (response, vectors) => {
  response.setHeader('content-type', 'application/json').end(answerOf(vectors))
}

export const status =
  (code: number, headers: Record<string, string> = {}): Misbehaviour =>
  (response) => {
    response.writeHead(code, headers).end('{"error":{"message":"key sk-hunter2 is not liked"}}')
  }

export const slow =
  (ms: number): Misbehaviour =>
  (response, vectors) => {
    setTimeout(() => response.destroyed || good(response, vectors), ms).unref()
  }

/** Well-formed HTTP around half a text. */
export const cutOff: Misbehaviour = (response, vectors) => {
  const whole = answerOf(vectors)
  response.setHeader('content-type', 'application/json').end(whole.slice(0, whole.length / 2))
}

/** The connection ends in the middle of the body. */
export const broken: Misbehaviour = (response, vectors) => {
  const whole = answerOf(vectors)
  response.writeHead(200, { 'content-length': String(whole.length) })
  response.write(whole.slice(0, whole.length / 2), () => response.destroy())
}

export const body =
  (text: string): Misbehaviour =>
  (response) => {
    response.end(text)
  }

function vectorOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0)
  const known = Object.entries(MEANINGS).reduce((all, [word, meaning]) => all.replaceAll(word, meaning), text)
  for (const term of segment(known)) {
    let hash = 7
    for (const character of term) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
    vector[hash % dimension] = (vector[hash % dimension] ?? 0) + 1
  }
  return vector
}
