import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let home = ''
const children: ChildProcess[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'node-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

interface Running {
  child: ChildProcess
  /** Where it listens; rejects when it ends before. */
  url: Promise<string>
  ended: Promise<{ code: number | null; stdout: string; stderr: string; requests: string[] }>
}

/** The request log apart from what else stands on stderr. */
function logged(stderr: string): { stderr: string; requests: string[] } {
  const lines = stderr.split(/(?<=\n)/)
  const isRequest = (line: string) => line.startsWith('{') && line.includes('"requestId"')
  return { stderr: lines.filter((line) => !isRequest(line)).join(''), requests: lines.filter(isRequest) }
}

/** The service as `npm start` runs it, with these settings and no others. */
function start(settings: Record<string, string>, entry = 'src/node.ts'): Running {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(home, 'data'), ...settings }
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended: Running['ended'] = new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, ...logged(stderr) }))
  })
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      const found = /http:\/\/\S+/.exec(stdout)?.[0]
      if (found !== undefined) resolve(found)
    })
    ended.then(() => reject(new Error(`ended before it listened: ${stderr}`)))
  })
  url.catch(() => undefined)
  return { child, url, ended }
}

/** The one line that a service leaves which cannot start. */
async function refusal(settings: Record<string, string>, entry?: string): Promise<string> {
  const { code, stdout, stderr } = await start(settings, entry).ended
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^[^\n]+\n$/)
  return stderr.trim()
}

/** Every file of the index with its size and the moment it was written. */
function indexFiles(): string[] {
  const root = join(home, 'data', 'index')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()
  return files
    .map((file) => ({ file, stat: statSync(join(root, file)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ file, stat }) => `${file} ${stat.size} ${stat.mtimeMs}`)
}

const ask = async (url: string, message: string) => {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { kind: string; text: string }
}

describe('the service as a process', () => {
  test('prints its address, answers, and ends with 0 when it is told to, even while a connection is kept open', async () => {
    const { child, url, ended } = start({})
    const address = await url
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const health = await fetch(`${address}/health`)
    expect([health.status, ((await health.json()) as { status: string }).status]).toEqual([200, 'ok'])
    const reply = await ask(address, '包头的首席技师奖多少')
    expect(reply.kind).toBe('answer')
    expect(reply.text).toContain('100000元')
    child.kill('SIGTERM')
    const { requests, ...rest } = await ended
    expect(rest).toEqual({ code: 0, stdout: expect.stringMatching(/^[^\n]+\n$/), stderr: '' })
    expect(requests.map((line) => JSON.parse(line).route)).toEqual(['/health', '/api/chat'])
    expect(requests.join('')).not.toMatch(/首席技师|包头/)
  })

  test('ends with 0 on SIGINT too', async () => {
    const { child, url, ended } = start({})
    await url
    child.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })

  test('builds its index once: a second start finds it and leaves it as it is', async () => {
    const first = start({})
    await first.url
    const built = indexFiles()
    expect(built.length).toBeGreaterThan(3)
    first.child.kill('SIGTERM')
    await first.ended
    const second = start({})
    expect((await ask(await second.url, '什么是产教评技能生态链')).kind).toBe('answer')
    expect(indexFiles()).toEqual(built)
  })

  test('serves the page of the API from its own files, and asks no foreign host to check it', async () => {
    const address = await start({}).url
    for (const [file, type] of [
      ['swagger-ui.css', 'text/css'],
      ['swagger-ui-bundle.js', 'text/javascript'],
      ['start.js', 'text/javascript'],
    ]) {
      const response = await fetch(`${address}/docs/${file}`)
      expect([file, response.status, response.headers.get('content-type')]).toEqual([
        file,
        200,
        `${type}; charset=utf-8`,
      ])
    }
    const script = await (await fetch(`${address}/docs/start.js`)).text()
    expect(script).toContain('validatorUrl: null')
    expect(script).not.toMatch(/https?:/)
    for (const path of ['/docs/package.json', '/docs/..%2fpackage.json', '/docs/%2e%2e/package.json']) {
      expect((await fetch(`${address}${path}`)).status).toBe(404)
    }
  })

  test('writes nothing outside of its data folder', async () => {
    await start({}).url
    expect(readdirSync(home)).toEqual(['data'])
  })
})

describe('a start that cannot succeed says why in one line and ends with 1', () => {
  test('when the port is in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    expect(await refusal({ PORT: String(port) })).toBe(`端口${port}已被占用`)
    other.close()
  })

  test('when there is no such address to listen on', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toMatch(/^不能监听192\.0\.2\.1:0（E\w+）$/)
  })

  test('when nothing can be written to the data folder', async () => {
    writeFileSync(join(home, 'file'), '')
    const directory = join(home, 'file', 'data')
    expect(await refusal({ DATA_DIR: directory })).toBe(`DATA_DIR不能写入：${directory}（ENOTDIR）`)
    expect(await refusal({ DATA_DIR: join(home, 'file') })).toMatch(/^DATA_DIR不能写入：/)
  })

  test('when the index cannot be built where it belongs', async () => {
    mkdirSync(join(home, 'data'))
    writeFileSync(join(home, 'data', 'index'), '')
    expect(await refusal({})).toMatch(/^不能启动：.*index/)
  })

  test('when several settings are bad: each is named, and no value is repeated', async () => {
    const line = await refusal({
      PORT: '70000',
      PUBLIC_URL: 'ftp://someone:hunter2@example.org',
      LLM_API_KEY: 'sk-hunter3',
      WECHAT_SECRET: 'hunter4',
    })
    expect(line).toMatch(/^设置有误：.*PORT：须是端口号.*PUBLIC_URL：须是http或https地址/)
    expect(line).not.toMatch(/hunter|70000|example/)
  })

  test.each(['x', '-1', '1.5', '65536', '0x50', ' '])('when the port is “%s”', async (port) => {
    expect(await refusal({ PORT: port })).toBe('设置有误：PORT：须是端口号')
  })

  describe('when the corpus', () => {
    /** A copy of the service beside a corpus of its own. */
    function withCorpus(text: string | null): string {
      cpSync('src', join(home, 'src'), { recursive: true })
      cpSync('package.json', join(home, 'package.json'))
      symlinkSync(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
      mkdirSync(join(home, 'corpus'))
      if (text !== null) writeFileSync(join(home, 'corpus', 'corpus.json'), text)
      return join(home, 'src', 'node.ts')
    }
    const served = (): Record<string, unknown> => JSON.parse(readFileSync('corpus/corpus.json', 'utf8'))

    test.each<[string, () => string | null, RegExp]>([
      ['is not there', () => null, /^不能读取corpus\/corpus\.json：ENOENT/],
      ['is cut off', () => JSON.stringify(served()).slice(0, 5000), /^不能读取corpus\/corpus\.json：.*JSON/],
      ['has another shape', () => '{"documents":[]}', /^不能启动：corpus\.json的hash：.*（另有\d处）$/],
      [
        'has a rule that asks for an unknown fact',
        () => JSON.stringify({ ...served(), facts: {} }),
        /^不能启动：baotou-\S+: no such fact: /,
      ],
    ])('%s', async (_, text, line) => {
      expect(await refusal({}, withCorpus(text()))).toMatch(line)
    })
  })
})
