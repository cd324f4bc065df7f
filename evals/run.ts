import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../src/answer/reply.ts'
import { type Case, misses, wrongFigures } from './score.ts'
import { VARIANTS } from './variants.ts'

/**
 * `npm run eval [-- set …] [--verbose]`: conversations through HTTP, against the real server with an empty `DATA_DIR`.
 * Every set was written from the texts alone, blind to the code. A set fails under its share of right conversations or
 * over its number of wrong figures. `blind` is set aside: run for its figures only, its cases never printed.
 */
const SETS: Record<string, { least: number; figures: number; file?: string }> = {
  twenty: { least: 1, figures: 0 },
  provisions: { least: 0.98, figures: 0 },
  plain: { least: 0.97, figures: 0 },
  workers: { least: 0.93, figures: 0 },
  desk: { least: 0.88, figures: 0 },
  voices: { least: 0.84, figures: 8 },
  blind: { least: 0.67, figures: 20, file: 'blind/voices.jsonl' },
}

/** How often what is computed stays the same when the same is said in another way. */
const UNCHANGED = 0.99

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
  if (asked.length === 0) process.exitCode = (await runVariants()) ? process.exitCode : 1
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

async function runVariants(): Promise<boolean> {
  const cases = ['provisions', 'plain', 'workers', 'voices']
    .flatMap(read)
    .filter(
      ({ turns: [first], turns }) => turns.length === 1 && (first?.expect.calculations?.length ?? 0) > 0,
    )
  const computed = async ({ asOf, region }: Case, message: string) => {
    const { calculations } = await send({ message, asOf, region })
    return JSON.stringify(
      calculations.map(({ entitlementId, outcome, min, max, unit }) => [
        entitlementId,
        outcome,
        min,
        max,
        unit,
      ]),
    )
  }
  let [all, same] = [0, 0]
  const rows: string[] = []
  for (const [name, vary] of VARIANTS) {
    let [tried, kept] = [0, 0]
    for (const one of cases) {
      const message = one.turns[0]?.message ?? ''
      const varied = vary(message)
      if (varied === message || varied.length > 2000) continue
      tried += 1
      if ((await computed(one, message)) === (await computed(one, varied))) kept += 1
    }
    rows.push(`  ${name.padEnd(14)} ${kept} of ${tried}`)
    all += tried
    same += kept
  }
  const share = same / all
  console.log(
    `variants   ${same} of ${all} computed the same (${(share * 100).toFixed(1)}%, at least ${UNCHANGED * 100}%)`,
  )
  for (const row of rows) console.log(row)
  return share >= UNCHANGED
}

function read(name: string): Case[] {
  const { file = `conversations/${name}.jsonl` } = SETS[name] ?? {}
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Case)
}

async function send(body: object): Promise<Reply> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/chat`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${JSON.stringify(body)}`)
  return (await response.json()) as Reply
}

async function runSet(name: string): Promise<boolean> {
  const {
    least,
    figures: most,
    file = `conversations/${name}.jsonl`,
  } = SETS[name] ?? { least: 1, figures: 0 }
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const cases = lines.map((line) => JSON.parse(line) as Case)
  const kinds = new Map<string, { right: number; all: number; figures: number }>()
  for (const one of cases) {
    const { wrong, strays } = await play(one)
    const kind = kinds.get(one.category ?? '') ?? { right: 0, all: 0, figures: 0 }
    kinds.set(one.category ?? '', {
      right: kind.right + (wrong.length === 0 ? 1 : 0),
      all: kind.all + 1,
      figures: kind.figures + strays.length,
    })
    if (name === 'blind') continue
    if (verbose && wrong.length > 0) console.log(`${one.id}\n  ${wrong.join('\n  ')}`)
    for (const stray of strays) console.log(`  ${one.id}: figure of its own: ${stray}`)
  }
  const sum = (key: 'right' | 'all' | 'figures') => [...kinds.values()].reduce((n, kind) => n + kind[key], 0)
  const share = sum('right') / sum('all')
  const isEnough = share >= least && sum('figures') <= most
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`
  console.log(
    `${name.padEnd(10)} ${sum('right')} of ${sum('all')} right (${percent(share)}, at least ${percent(least)}), ${sum('figures')} wrong figures (at most ${most})  ${isEnough ? 'ok' : 'NOT ENOUGH'}`,
  )
  if (kinds.size > 1)
    for (const [kind, { right, all, figures }] of [...kinds].sort())
      console.log(
        `  ${kind.padEnd(14)} ${right} of ${all} (${percent(right / all)}), ${figures} wrong figures`,
      )
  return isEnough
}

async function play({ asOf, region, turns }: Case): Promise<{ wrong: string[]; strays: string[] }> {
  let conversationId: string | undefined
  const wrong: string[] = []
  const strays: string[] = []
  for (const [i, { message, expect }] of turns.entries()) {
    const reply = await send({ message, asOf, region, conversationId })
    conversationId = reply.conversationId
    wrong.push(...misses(reply, expect).map((miss) => `turn ${i + 1} “${message}”: ${miss}`))
    strays.push(...wrongFigures(reply, expect).map((figure) => `turn ${i + 1} “${message}”: ${figure}`))
  }
  return { wrong, strays }
}
