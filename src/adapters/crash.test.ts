import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../answer/reply.ts'
import { keyOf } from '../store/conversations.ts'
import { openSqliteStore } from './store-sqlite.ts'

const ROUNDS = 40
const TABS = 6
const WITHIN_MS = 90_000
const MESSAGES = [
  '包头的企业新型学徒制补贴',
  '12个学徒',
  '三年',
  '一共多少',
  '那金华呢',
  '你好',
  '我电话13812345678，包头首席技师奖多少',
]

let data = ''
let child: ChildProcess | undefined

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'jiangce-crash-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

interface Server {
  url: string
  process: ChildProcess
  ended: Promise<number | null>
}

/** The real server; rejects with what it printed when it does not come to listen. */
async function start(): Promise<Server> {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: data }
  const started = spawn(process.execPath, ['src/node.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  let stderr = ''
  started.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (chunk) => resolve(/http:\/\/\S+/.exec(String(chunk))?.[0] ?? ''))
    ended.then(() => reject(new Error(`did not start: ${stderr}`)))
  })
  return { url, process: started, ended }
}

interface Acknowledged {
  message: string
  reply: Reply
}
/** What each tab was told, and whether its last message got no answer. */
interface Tab {
  told: Acknowledged[]
  unanswered: boolean
}

async function ask(url: string, message: string, conversationId?: string): Promise<Reply> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message, conversationId }),
  })
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${response.status} ${body}`)
  return JSON.parse(body) as Reply
}

/** Talks until the server dies: a connection that breaks is the end, an answer of another kind is a fault. */
async function talk(url: string, tab: Tab, isKilled: () => boolean): Promise<void> {
  for (let i = tab.told.length; ; i++) {
    const message = MESSAGES[i % MESSAGES.length] as string
    try {
      const reply = await ask(url, message, tab.told.at(-1)?.reply.conversationId)
      tab.told.push({ message, reply })
    } catch (error) {
      if (!isKilled()) throw error
      tab.unanswered = true
      return
    }
  }
}

/** Every acknowledged turn is stored exactly once and as it was told; beyond them at most the one without an answer. */
async function check(tabs: Tab[], began: number): Promise<number> {
  await using store = await openSqliteStore(data)
  let beyond = 0
  for (const { told, unanswered } of tabs) {
    const first = told[0]
    if (first === undefined) continue
    const turns = await store.turns(await keyOf(first.reply.conversationId))
    expect(turns.map(({ number }) => number)).toEqual(turns.map((_, i) => i + 1))
    for (const { reply } of told) {
      const { conversationId: _, replyId, ...answer } = reply
      expect(turns.filter((turn) => turn.replyId === replyId)).toMatchObject([{ reply: answer }])
    }
    // A tab goes on after the restart, so each kill may have left it one turn that it was never told of.
    expect(turns.length - told.length).toBeLessThanOrEqual(unanswered ? began : 0)
    beyond += turns.length - told.length
  }
  const db = new DatabaseSync(join(data, 'jiangce.db'))
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  const seen = db.prepare('SELECT count(*) AS count, count(DISTINCT reply_id) AS replies FROM turn').get()
  expect(seen?.count).toBe(seen?.replies)
  db.close()
  return beyond
}

describe('a server that is killed', () => {
  test(
    `loses no acknowledged turn and doubles none, ${ROUNDS} times`,
    async () => {
      const begun = performance.now()
      const all: Tab[] = []
      let tabs: Tab[] = []
      let rounds = 0
      let beyond = 0
      while (rounds < ROUNDS && performance.now() - begun < WITHIN_MS) {
        // Half of the tabs go on with their conversation over the restart, half begin anew.
        tabs = Array.from(
          { length: TABS },
          (_, i) => (i % 2 === 0 ? tabs[i] : undefined) ?? { told: [], unanswered: false },
        )
        all.push(...tabs.filter((tab) => !all.includes(tab)))
        const server = await start()
        let isKilled = false
        const talking = Promise.all(tabs.map((tab) => talk(server.url, tab, () => isKilled)))
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 600))
        isKilled = true
        server.process.kill('SIGKILL')
        await Promise.all([talking, server.ended])
        rounds += 1
        beyond = await check(all, rounds)
      }
      const acknowledged = all.reduce((sum, { told }) => sum + told.length, 0)
      const seconds = Math.round((performance.now() - begun) / 1000)
      console.log(
        `crash: ${rounds} × kill -9 in ${seconds} s, ${all.length} conversations, ${acknowledged} acknowledged turns, 0 lost, 0 doubled; ${beyond} stored whose answer was not received`,
      )
      expect(acknowledged).toBeGreaterThan(rounds * TABS)
      expect(rounds).toBeGreaterThan(ROUNDS / 4)
    },
    WITHIN_MS + 60_000,
  )

  test('goes on with a conversation after the restart, with every fact that was said before', async () => {
    const before = await start()
    const { conversationId } = await ask(before.url, '包头的企业新型学徒制补贴，12个学徒')
    before.process.kill('SIGKILL')
    await before.ended
    const after = await start()
    const reply = await ask(after.url, '三年', conversationId)
    expect(reply.calculations).toMatchObject([{ min: '216000', max: '288000', unit: '元' }])
    await expect(ask(after.url, '你好', 'f'.repeat(32))).rejects.toThrow(/^404/)
  })
})

describe('a server that is told to end', () => {
  test('answers and stores what runs, then ends with 0 and leaves one whole file', async () => {
    const server = await start()
    const { conversationId } = await ask(server.url, '包头的企业新型学徒制补贴')
    const running = Array.from({ length: 30 }, (_, i) =>
      ask(server.url, `${i + 1}个学徒`, i === 0 ? conversationId : undefined),
    )
    await running[0]
    server.process.kill('SIGTERM')
    const settled = await Promise.allSettled(running)
    expect(await server.ended).toBe(0)
    const replies = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    for (const one of settled)
      if (one.status === 'rejected') expect(String(one.reason)).toMatch(/fetch failed/)
    await using store = await openSqliteStore(data)
    for (const { replyId } of replies) expect(await store.findReply(replyId)).toBeDefined()
    expect(replies.length).toBeGreaterThan(0)
  })
})
