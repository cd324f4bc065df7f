import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../src/answer/reply.ts'
import { type Case, misses, wrongFigures } from './score.ts'

/**
 * `npm run eval [-- set …] [--verbose]`: conversations through HTTP, against the real server with an empty `DATA_DIR`.
 * Every set was written from the texts alone, blind to the code; a set fails under its share of right conversations.
 */
const SETS: Record<string, number> = { twenty: 1, provisions: 0.97, plain: 0.95, workers: 0.9, desk: 0.82 }

const verbose = process.argv.includes('--verbose')
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const names = asked.length > 0 ? asked : Object.keys(SETS)

const data = mkdtempSync(join(tmpdir(), 'jiangce-eval-'))
const server = spawn(process.execPath, ['src/node.ts'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'pipe'],
})
let complaint = ''
server.stderr.on('data', (chunk) => {
  complaint = String(chunk)
})
const url = await new Promise<string>((resolve, reject) => {
  server.stdout.on('data', (chunk) => {
    const found = /http:\/\/\S+/.exec(String(chunk))
    if (found !== null) resolve(found[0])
  })
  server.once('exit', () => reject(new Error(`the server did not start: ${complaint}`)))
})

try {
  for (const name of names) process.exitCode = (await runSet(name)) ? process.exitCode : 1
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

async function runSet(name: string): Promise<boolean> {
  const lines = readFileSync(new URL(`conversations/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const cases = lines.map((line) => JSON.parse(line) as Case)
  let right = 0
  let figures = 0
  for (const one of cases) {
    const { wrong, strays } = await play(one)
    if (wrong.length === 0) right += 1
    figures += strays.length
    if (verbose && wrong.length > 0) console.log(`${one.id}\n  ${wrong.join('\n  ')}`)
    for (const stray of strays) console.log(`  ${one.id}: figure of its own: ${stray}`)
  }
  const threshold = SETS[name] ?? 1
  const share = right / cases.length
  const verdict = share >= threshold ? 'ok' : 'TOO FEW'
  console.log(
    `${name.padEnd(8)} ${right} of ${cases.length} conversations right (${(share * 100).toFixed(1)}%, at least ${threshold * 100}%), ${figures} wrong figures  ${verdict}`,
  )
  return share >= threshold
}

async function play({ asOf, region, turns }: Case): Promise<{ wrong: string[]; strays: string[] }> {
  let conversationId: string | undefined
  const wrong: string[] = []
  const strays: string[] = []
  for (const [i, { message, expect }] of turns.entries()) {
    const body = JSON.stringify({ message, asOf, region, conversationId })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${url}/api/chat`, { method: 'POST', headers, body })
    if (response.status !== 200)
      return { wrong: [...wrong, `turn ${i + 1}: HTTP ${response.status}`], strays }
    const reply = (await response.json()) as Reply
    conversationId = reply.conversationId
    wrong.push(...misses(reply, expect).map((miss) => `turn ${i + 1} “${message}”: ${miss}`))
    strays.push(...wrongFigures(reply, expect).map((figure) => `turn ${i + 1} “${message}”: ${figure}`))
  }
  return { wrong, strays }
}
