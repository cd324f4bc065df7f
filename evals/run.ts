import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../src/answer/reply.ts'
import { type Case, misses } from './score.ts'

/** `npm run eval`: the cases through HTTP, against the real server with an empty `DATA_DIR`. */
const THRESHOLD = 1
const file = process.argv[2] ?? 'evals/plain/cases.jsonl'
const limit = Number(process.argv[3] ?? '20')
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(0, limit)
  .map((line) => JSON.parse(line) as Case)

const data = mkdtempSync(join(tmpdir(), 'jiangce-eval-'))
const server = spawn(process.execPath, ['src/node.ts'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const url = await new Promise<string>((resolve, reject) => {
  server.stdout.on('data', (chunk) => {
    const found = /http:\/\/\S+/.exec(String(chunk))
    if (found !== null) resolve(found[0])
  })
  server.once('exit', () => reject(new Error('the server did not start')))
})

let passed = 0
try {
  for (const one of cases) {
    const wrong = await play(one)
    if (wrong.length === 0) passed += 1
    else console.log(`${one.id}\n  ${wrong.join('\n  ')}`)
  }
} finally {
  server.kill('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
console.log(`${file}: ${passed} of ${cases.length} conversations right`)
process.exitCode = passed >= cases.length * THRESHOLD ? 0 : 1

async function play({ asOf, region, turns }: Case): Promise<string[]> {
  let conversationId: string | undefined
  const wrong: string[] = []
  for (const [i, { message, expect }] of turns.entries()) {
    const body = JSON.stringify({ message, asOf, region, conversationId })
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (response.status !== 200) return [...wrong, `turn ${i + 1}: HTTP ${response.status}`]
    const reply = (await response.json()) as Reply
    conversationId = reply.conversationId
    wrong.push(...misses(reply, expect).map((miss) => `turn ${i + 1} “${message}”: ${miss}`))
  }
  return wrong
}
