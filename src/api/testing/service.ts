import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { createMemoryIndex } from '../../adapters/index-memory.ts'
import { createMemoryStore } from '../../adapters/store-memory.ts'
import { createService } from '../../service.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../../corpus/${path}`, import.meta.url), 'utf8')

/** The service as it is served, with the index in memory. It is already the 20th of November in Shanghai. */
export const service = await createService({
  corpus: JSON.parse(read('corpus.json')),
  openIndex: createMemoryIndex,
  conversations: createMemoryStore(),
  now: () => new Date('2026-11-19T16:30:00Z'),
  defaultRegion: '',
})

export const sourceOf = (documentId: string): string => read(`${documentId}/source.txt`)

export async function get<T>(path: string): Promise<T> {
  const response = await service.app.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}

/** What a test sends: text, or bytes that are none. */
export type Body = string | Uint8Array<ArrayBuffer>

export const post = (path: string, body: Body, type = 'application/json') =>
  service.app.request(path, { method: 'POST', headers: { 'content-type': type }, body })
