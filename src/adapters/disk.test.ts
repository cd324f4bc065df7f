import { spawn, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../answer/reply.ts'

const UNSAVED = '（系统暂时不能保存对话，这一问一答没有存下来。）'
const QUESTION = '包头的企业新型学徒制补贴，12个学徒'
const FOLLOW_UP = '三年'

/** What stands on stderr beside the request log. */
const withoutRequests = (stderr: string): string =>
  stderr
    .split(/(?<=\n)/)
    .filter((line) => !line.includes('"requestId"'))
    .join('')

describe('the server on a real disk', () => {
  let home = ''
  let stop = async (): Promise<void> => {}
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'jiangce-faults-'))
  })
  afterEach(async () => {
    await stop()
    spawnSync('umount', [join(home, 'data')])
    rmSync(home, { recursive: true, force: true })
  })

  async function start(data: string) {
    const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: data }
    const child = spawn(process.execPath, ['src/node.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
    stop = async () => {
      child.kill('SIGKILL')
      await closed
    }
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => resolve(/http:\/\/\S+/.exec(String(chunk))?.[0] ?? ''))
      closed.then(() => reject(new Error(stderr)))
    })
    const ask = async (message: string, conversationId?: string): Promise<Reply> => {
      const response = await fetch(`${url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message, conversationId }),
      })
      expect(response.status).toBe(200)
      return (await response.json()) as Reply
    }
    const health = async () => (await fetch(`${url}/health`)).status
    return { ask, health, child, closed, stderr: () => withoutRequests(stderr) }
  }

  test('of one megabyte: it fills up, answers on, is red, and is well again when there is room', async ({
    skip,
  }) => {
    const data = join(home, 'data')
    mkdirSync(data)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', data], { encoding: 'utf8' })
    if (mounted.status !== 0)
      return skip(`no tmpfs of 1 MB here: ${mounted.error?.message ?? mounted.stderr.trim()}`)
    mkdirSync(join(home, 'index'))
    symlinkSync(join(home, 'index'), join(data, 'index'))
    const { ask, health, stderr } = await start(data)
    const kept = await ask(QUESTION)
    expect([await health(), kept.text.includes(UNSAVED)]).toEqual([200, false])

    writeFileSync(join(data, 'ballast'), Buffer.alloc(400_000))
    let last = kept
    let count = 0
    while (!last.text.includes(UNSAVED) && count < 500) {
      last = await ask(QUESTION)
      count += 1
    }
    expect(last.text).toContain(UNSAVED)
    const inMemory = await ask(FOLLOW_UP, last.conversationId)
    expect(inMemory.calculations).toMatchObject([{ min: '216000', max: '288000' }])
    expect(await health()).toBe(503)
    expect(stderr()).toMatch(
      /^\{"time":"[^"]+","event":"store-failed","reason":"[^"]*(?:full|I\/O)[^"]*"\}\n$/,
    )
    expect((await ask(FOLLOW_UP, kept.conversationId)).calculations).toMatchObject([{ min: '216000' }])

    rmSync(join(data, 'ballast'))
    expect(await health()).toBe(200)
    expect((await ask(FOLLOW_UP, kept.conversationId)).text).not.toContain(UNSAVED)
    await stop()
    const db = new DatabaseSync(join(data, 'jiangce.db'))
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    db.close()
  })

  test('with the store locked by another process: it answers, is red, and recovers', async () => {
    const { ask, health } = await start(home)
    await ask('你好')
    const other = new DatabaseSync(join(home, 'jiangce.db'))
    other.exec('BEGIN IMMEDIATE')
    expect((await ask(QUESTION)).text).toContain(UNSAVED)
    expect(await health()).toBe(503)
    other.exec('ROLLBACK')
    other.close()
    expect(await health()).toBe(200)
  })

  test('with the store cut short: one line, exit 1, the file as it was', async () => {
    const file = join(home, 'jiangce.db')
    writeFileSync(file, '')
    await expect(start(home)).rejects.toThrow(/^不能启动：对话库已损坏，是空文件：[^\n]+\n$/)
    expect(readFileSync(file)).toHaveLength(0)
    expect(readdirSync(home).toSorted()).toEqual(['jiangce.db', 'jiangce.lock'])
  })
})
