import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../config.ts'
import { search } from '../retrieval/search.ts'
import { corpus } from './clause-index.contract.ts'
import { createMemoryIndex } from './index-memory.ts'
import { cutOff, startEmbeddingServer } from './testing/embedding-server.ts'

describe('the settings of an embedding endpoint', () => {
  const reasonFor = (env: Record<string, string>): string => {
    try {
      parseConfig(env)
      return ''
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      return (error as Error).message
    }
  }
  const [base, model, key] = ['https://example.org/v1', 'small', 'sk-hunter2']

  test('may be left out, and the key alone may be', () => {
    expect(reasonFor({})).toBe('')
    expect(reasonFor({ EMBEDDING_BASE_URL: '', EMBEDDING_MODEL: '', EMBEDDING_API_KEY: '' })).toBe('')
    expect(reasonFor({ EMBEDDING_BASE_URL: base, EMBEDDING_MODEL: model })).toBe('')
    const env = { EMBEDDING_BASE_URL: base, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: key }
    expect(parseConfig(env)).toMatchObject(env)
  })

  test.each<[Record<string, string>, string]>([
    [{ EMBEDDING_BASE_URL: base }, 'EMBEDDING_MODEL：没有设置'],
    [{ EMBEDDING_MODEL: model }, 'EMBEDDING_BASE_URL：没有设置'],
    [{ EMBEDDING_API_KEY: key }, 'EMBEDDING_BASE_URL：没有设置；EMBEDDING_MODEL：没有设置'],
    [
      { EMBEDDING_BASE_URL: 'ftp://hunter2', EMBEDDING_API_KEY: 'hunter2\n', PORT: 'x' },
      'PORT：须是端口号；EMBEDDING_BASE_URL：须是http或https地址；EMBEDDING_API_KEY：只能是可见的ASCII字符；EMBEDDING_MODEL：没有设置',
    ],
    [
      { EMBEDDING_BASE_URL: 'https://me:hunter2@example.org', EMBEDDING_MODEL: model },
      'EMBEDDING_BASE_URL：不能带用户名和密码',
    ],
  ])('are named, all that are bad in one message: %j', (env, reason) => {
    expect(reasonFor(env)).toBe(`设置有误：${reason}`)
  })
})

describe('the service as a process', () => {
  let home = ''
  let child: ChildProcess | undefined
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'embedding-'))
  })
  afterEach(() => {
    child?.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  })

  const LOADED = '@langchain was loaded'
  const SPY = `import { registerHooks } from 'node:module'
    registerHooks({ load(url, context, next) {
      if (url.includes('/@langchain/core/')) globalThis.seen ??= (console.error('${LOADED}'), true)
      return next(url, context)
    } })`

  /** What it finds for a query, and what it wrote on stderr. */
  async function hitsOf(settings: Record<string, string>, query: string) {
    const spy = join(home, 'spy.mjs')
    writeFileSync(spy, SPY)
    const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(home, 'data'), ...settings }
    const args = ['--import', pathToFileURL(spy).href, 'src/node.ts']
    const started = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    let stderr = ''
    started.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const address = await new Promise<string>((resolve, reject) => {
      let stdout = ''
      started.stdout.on('data', (chunk) => {
        stdout += chunk
        const found = /http:\/\/\S+/.exec(stdout)?.[0]
        if (found !== undefined) resolve(found)
      })
      started.on('close', () => reject(new Error(`ended before it listened: ${stderr}`)))
    })
    const response = await fetch(`${address}/api/search?limit=20&q=${encodeURIComponent(query)}`)
    const { hits } = (await response.json()) as { hits: { citation: { id: string } }[] }
    return {
      ids: hits.map(({ citation }) => citation.id),
      lines: stderr.split('\n').filter((line) => line !== '' && !line.includes('"requestId"')),
    }
  }
  const lexicalIds = async (query: string): Promise<string[]> =>
    (await search(corpus, createMemoryIndex(corpus), query, { limit: 20 })).map(({ clauseId }) => clauseId)

  test('loads nothing of LangChain without the settings, and ranks as full text does', async () => {
    const { ids, lines } = await hitsOf({}, '首席技师津贴')
    expect(lines).toEqual([])
    expect(ids).toEqual(await lexicalIds('首席技师津贴'))
    expect(readdirSync(join(home, 'data', 'index'))).toEqual([expect.stringMatching(/^clauses-/)])
  })

  test('fuses the vectors of the endpoint when it is set', async () => {
    await using server = await startEmbeddingServer()
    const env = { EMBEDDING_BASE_URL: server.base, EMBEDDING_MODEL: 'small', EMBEDDING_API_KEY: 'sk-1' }
    const { ids, lines } = await hitsOf(env, 'apprenticeship')
    expect(lines).toEqual([LOADED])
    expect(ids.length).toBeGreaterThan(0)
    expect(server.asked.at(-1)).toMatchObject({ model: 'small', input: ['apprenticeship'] })
    expect(readdirSync(join(home, 'data', 'index')).toSorted()).toEqual([
      expect.stringMatching(/^clauses-/),
      expect.stringMatching(/^vectors-/),
    ])
  })

  test('starts with full text alone when the endpoint fails, and says so in one line', async () => {
    await using server = await startEmbeddingServer()
    server.always = cutOff
    const env = { EMBEDDING_BASE_URL: server.base, EMBEDDING_MODEL: 'small', EMBEDDING_API_KEY: 'sk-1' }
    const { ids, lines } = await hitsOf(env, '首席技师津贴')
    expect(ids).toEqual(await lexicalIds('首席技师津贴'))
    const [loaded, line = '', ...more] = lines
    expect([loaded, more]).toEqual([LOADED, []])
    expect(JSON.parse(line)).toEqual({
      time: expect.any(String),
      event: 'embedding-failed',
      reason: '嵌入服务的答复不是完整的JSON',
    })
  })
})
