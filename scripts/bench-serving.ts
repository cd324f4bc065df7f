import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLanceIndex } from '../src/adapters/index-lancedb.ts'
import { corpus as schema } from '../src/corpus/corpus.ts'

/**
 * `npm run bench:serving`: the real server on loopback. Starting with and without a built index, one LanceDB query
 * as the reference, then search, a numeric turn with its durable write, a clause turn and three turns.
 */
const data = mkdtempSync(join(tmpdir(), 'jiangce-bench-'))
const NUMERIC = '包头的企业，带12个学徒，培养三年，补贴一共多少'
let asked = 0
/** Another number each time: nothing that was kept of the question before helps. */
const numericAgain = () => NUMERIC.replace('12', String(12 + (asked++ % 80)))

function start(): Promise<{ url: string; pid: number; stop: () => Promise<void>; ready: number }> {
  const begin = performance.now()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'src/node.ts'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint = String(chunk)
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server did not start: ${complaint}`)))
    child.stdout.on('data', (chunk) => {
      const url = /http:\/\/\S+/.exec(String(chunk))?.[0]
      if (url === undefined) return
      const stop = () =>
        new Promise<void>((done) => child.once('exit', () => done()) && child.kill('SIGTERM'))
      resolve({ url, pid: child.pid as number, stop, ready: performance.now() - begin })
    })
  })
}

async function measure(
  name: string,
  call: () => Promise<unknown>,
  count = 300,
): Promise<Record<string, number>> {
  for (let i = 0; i < 30; i += 1) await call()
  const times: number[] = []
  for (let i = 0; i < count; i += 1) {
    const begin = performance.now()
    await call()
    times.push(performance.now() - begin)
  }
  const single = (count * 1000) / times.reduce((sum, time) => sum + time, 0)
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let i = 0; i < count / 16; i += 1) await call()
    }),
  )
  const sixteen = (Math.ceil(count / 16) * 16 * 1000) / (performance.now() - begin)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] as number
  const row = { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond1: single, perSecond16: sixteen }
  console.log(name.padEnd(46), ...Object.values(row).map((value) => value.toFixed(1).padStart(9)))
  return row
}

const first = await start()
console.log(`ready without a built index ${first.ready.toFixed(0)} ms`)
await first.stop()
const server = await start()
console.log(`ready with a built index    ${server.ready.toFixed(0)} ms`)
console.log(
  ''.padEnd(46),
  ...['p50 ms', 'p95 ms', 'p99 ms', '/s at 1', '/s at 16'].map((head) => head.padStart(9)),
)

const chat = async (message: string, conversationId?: string) => {
  const response = await fetch(`${server.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message, conversationId, asOf: '2026-11-20' }),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return ((await response.json()) as { conversationId: string }).conversationId
}

try {
  const corpus = schema.parse(JSON.parse(readFileSync('corpus/corpus.json', 'utf8')))
  const index = await openLanceIndex(join(data, 'index'), corpus)
  const reference = await measure('one LanceDB query, in process (reference)', () =>
    index.search(NUMERIC, { limit: 10 }),
  )
  await measure('GET /api/search', () =>
    fetch(`${server.url}/api/search?q=${encodeURIComponent(NUMERIC)}`).then((r) => r.text()),
  )
  const numeric = await measure('chat, numeric, with its durable write', () => chat(numericAgain()))
  await measure('chat, clause', () => chat('内蒙古的高级技师能晚点退休吗，得谁同意'))
  await measure(
    'chat, three turns',
    async () => {
      const id = await chat('包头世赛金牌奖多少')
      await chat('金华呢', id)
      await chat('银牌呢', id)
    },
    100,
  )
  const ratio = (a: number | undefined, b: number | undefined) => ((a ?? 0) / (b ?? 1)).toFixed(2)
  console.log(`numeric turn p50 / LanceDB query p50: ${ratio(numeric.p50, reference.p50)} (at most 2)`)
  console.log(
    `numeric turns at 16 / LanceDB queries at 16: ${ratio(numeric.perSecond16, reference.perSecond16)} (at least 0.4)`,
  )
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  console.log(
    `server peak memory ${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)} MB (under 350)`,
  )
} finally {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
}
