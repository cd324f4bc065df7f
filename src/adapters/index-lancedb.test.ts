import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Corpus } from '../corpus/corpus.ts'
import type { ClauseIndex } from '../retrieval/clause-index.ts'
import { clauseIndexContract, corpus } from './clause-index.contract.ts'
import { openLanceIndex } from './index-lancedb.ts'

type Opened = ClauseIndex & AsyncDisposable

describe('the LanceDB index', () => {
  let dir: string
  let index: Opened
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'jiangce-index-'))
    index = await openLanceIndex(dir, corpus)
  })
  afterAll(async () => {
    await index[Symbol.asyncDispose]()
    await rm(dir, { recursive: true, force: true })
  })
  clauseIndexContract(async () => index)
})

describe('the folder of the LanceDB index', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'jiangce-index-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  const first = async (index: ClauseIndex): Promise<string | undefined> =>
    (await index.search('企业新型学徒制补贴 技能强企', { limit: 1 }))[0]?.clauseId
  const EXPECTED = 'baotou-2025-skills-enterprise/四'

  async function openOnce(of: Corpus = corpus): Promise<void> {
    await using index = await openLanceIndex(dir, of)
    expect(await first(index)).toBe(EXPECTED)
  }

  async function filesIn(path: string): Promise<string[]> {
    const found = await readdir(path, { recursive: true, withFileTypes: true })
    return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  }

  /** The random names that LanceDB gives tell one build from another. */
  const build = async (): Promise<string[]> => (await filesIn(dir)).toSorted()

  test('an index that is there is used again, not built again', async () => {
    await openOnce()
    const before = await build()
    await openOnce()
    expect(await build()).toEqual(before)
  })

  test('nothing but the one index lies in it', async () => {
    await openOnce()
    expect(await readdir(dir)).toEqual([expect.stringMatching(/^clauses-[0-9a-f]{16}$/)])
  })

  test('another corpus gets another index and the old one goes', async () => {
    await openOnce()
    const before = await readdir(dir)
    await openOnce({ ...corpus, hash: 'another' })
    const after = await readdir(dir)
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
  })

  test('a clause that changed is found without the hash of the corpus changing', async () => {
    await openOnce()
    const documents = structuredClone(corpus.documents)
    const clause = documents[0]?.clauses.at(-1)
    if (clause) clause.text = '龘龘'
    await using index = await openLanceIndex(dir, { ...corpus, documents })
    expect((await index.search('龘龘', { limit: 9 })).map(({ clauseId }) => clauseId)).toEqual([clause?.id])
  })

  test('an index with any file truncated, changed or deleted is built again', async () => {
    await openOnce()
    const count = (await build()).length
    for (let i = 0; i < count; i++) {
      const before = await build()
      const file = before[i] as string
      if (i % 3 === 0) await truncate(file, Math.floor((await stat(file)).size / 2))
      else if (i % 3 === 1) await rm(file)
      else
        await writeFile(
          file,
          (await readFile(file)).map((byte, at) => (at === 7 ? byte ^ 1 : byte)),
        )
      await openOnce()
      expect(await build()).not.toEqual(before)
    }
  })

  test('a folder that holds something else under the same name is built again', async () => {
    await openOnce()
    const [name] = await readdir(dir)
    await rm(join(dir, name as string), { recursive: true })
    await mkdir(join(dir, name as string, 'clauses.lance'), { recursive: true })
    await openOnce()
  })

  test('an index that breaks while it is open is built again by the next question', async () => {
    await using index = await openLanceIndex(dir, corpus)
    await rm(dir, { recursive: true })
    await mkdir(dir)
    const asked = ['学徒', '中华技能大奖', '首席技师', '落户'].map((query) =>
      index.search(query, { limit: 3 }),
    )
    for (const hits of await Promise.all(asked)) expect(hits.length).toBeGreaterThan(0)
    expect(await readdir(dir)).toHaveLength(1)
    expect(await first(index)).toBe(EXPECTED)
  })

  test('what a process left behind goes once it is old, not while it may still be building', async () => {
    await mkdir(join(dir, '.building-old'))
    await mkdir(join(dir, '.building-new'))
    await mkdir(join(dir, 'not-ours'))
    await utimes(join(dir, '.building-old'), 0, 0)
    await openOnce()
    const [left, kept, ...index] = (await readdir(dir)).toSorted()
    expect([left, kept, index.length]).toEqual(['.building-new', expect.stringMatching(/^clauses-/), 1])
  })

  test('several that open at once agree on one index', async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openLanceIndex(dir, corpus)))
    for (const index of opened) expect(await first(index)).toBe(EXPECTED)
    for (const index of opened) await index[Symbol.asyncDispose]()
    expect(await readdir(dir)).toHaveLength(1)
  })

  test('several processes that start at once all answer and print nothing', async () => {
    const module = JSON.stringify(new URL('./index-lancedb.ts', import.meta.url).href)
    const file = JSON.stringify(new URL('../../corpus/corpus.json', import.meta.url).href)
    const program = `
      import { readFileSync } from 'node:fs'
      import { openLanceIndex } from ${module}
      const corpus = JSON.parse(readFileSync(new URL(${file}), 'utf8'))
      await using index = await openLanceIndex(${JSON.stringify(dir)}, corpus)
      const [hit] = await index.search('企业新型学徒制补贴 技能强企', { limit: 1 })
      if (hit?.clauseId !== ${JSON.stringify(EXPECTED)}) process.exit(3)`
    const run = () =>
      promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', program])
    const runs = await Promise.all([run(), run(), run()])
    for (const { stdout, stderr } of runs) expect(stdout + stderr).toBe('')
    expect(await readdir(dir)).toHaveLength(1)
  })

  test('a closed index says so', async () => {
    const index = await openLanceIndex(dir, corpus)
    await index[Symbol.asyncDispose]()
    await expect(index.search('学徒', { limit: 1 })).rejects.toThrow('closed')
  })
})
