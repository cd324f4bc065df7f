import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newKey, STATE, turnOf } from '../src/adapters/store.contract.ts'
import { openSqliteStore } from '../src/adapters/store-sqlite.ts'

let home = ''
let file = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'jiangce-backup-'))
  file = join(home, '..', `${home.split('/').at(-1)}.backup`)
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
  rmSync(file, { force: true })
})

const run = (...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['scripts/backup.ts', ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: home },
    encoding: 'utf8',
  })

function done(...args: string[]): string {
  const { status, stdout, stderr } = run(...args)
  expect([status, stderr]).toEqual([0, ''])
  return stdout.trim()
}

function refused(...args: string[]): string {
  const { status, stdout, stderr } = run(...args)
  expect([status, stdout]).toEqual([1, ''])
  return stderr.trim()
}

async function fill(count: number) {
  const keys = await Promise.all(Array.from({ length: count }, newKey))
  await using store = await openSqliteStore(home)
  for (const key of keys) await store.append(key, turnOf(1), STATE)
  return keys
}

describe('backup and restore', () => {
  test('what is backed up while it is served comes back, without what came later', async () => {
    const store = await openSqliteStore(home)
    const [before, after] = [await newKey(), await newKey()]
    await store.append(before, turnOf(1), STATE)
    expect(done('backup', file)).toBe(`已备份到${file}：1个会话，1轮问答`)
    expect(statSync(file).mode & 0o077).toBe(0)
    await store.append(after, turnOf(1), STATE)
    await store.append(before, turnOf(2), STATE)
    await store[Symbol.asyncDispose]()
    expect(done('restore', file)).toBe(`已恢复${file}：1个会话，1轮问答`)
    await using again = await openSqliteStore(home)
    expect(await again.find(before)).toEqual({ turns: 1, state: STATE })
    expect(await again.find(after)).toBeUndefined()
    expect(await again.append(before, turnOf(2), STATE)).toBe('stored')
  })

  test('a backup under writes is whole: every turn that it has has its conversation', async () => {
    await using store = await openSqliteStore(home)
    let stop = false
    const writing = (async () => {
      while (!stop) {
        await store.append(await newKey(), turnOf(1), STATE)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    })()
    const child = spawn(process.execPath, ['scripts/backup.ts', 'backup', file], {
      env: { PATH: process.env.PATH, DATA_DIR: home },
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    stop = true
    await writing
    expect(code).toBe(0)
    const db = new DatabaseSync(file, { readOnly: true })
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    const count = (table: string) => Object.values(db.prepare(`SELECT count(*) FROM ${table}`).get() ?? {})[0]
    expect(count('turn')).toBe(count('conversation'))
    expect(count('turn')).toBeGreaterThan(0)
    db.close()
  })

  test('a file that is there is never overwritten', async () => {
    await fill(1)
    writeFileSync(file, 'precious')
    expect(refused('backup', file)).toBe(`文件已经存在，不覆盖：${file}`)
    expect(readFileSync(file, 'utf8')).toBe('precious')
  })

  test('a restore is refused while the store is open, also after the holder was asked twice', async () => {
    await fill(1)
    done('backup', file)
    const store = await openSqliteStore(home)
    for (let i = 0; i < 2; i++)
      expect(refused('restore', file)).toBe('服务正在使用对话库，请先停下服务再恢复')
    await store.append(await newKey(), turnOf(1), STATE)
    await store[Symbol.asyncDispose]()
    done('restore', file)
  })

  test('a backup that is cut short, empty, newer or not ours is refused and the store stays', async () => {
    const [key] = await fill(50)
    done('backup', file)
    const whole = readFileSync(file)
    const spoil: [() => void, RegExp][] = [
      [() => truncateSync(file, whole.length - 4096), /^对话库已损坏/],
      [() => truncateSync(file, 0), /^对话库已损坏，是空文件/],
      [() => writeFileSync(file, 'x'.repeat(5000)), /^对话库已损坏/],
      [() => setVersion(99), /^对话库的版本是99/],
    ]
    for (const [damage, line] of spoil) {
      writeFileSync(file, whole)
      damage()
      expect(refused('restore', file)).toMatch(line)
      await using store = await openSqliteStore(home)
      expect(await store.find(key as NonNullable<typeof key>)).toBeDefined()
    }
    expect(refused('restore', `${file}.none`)).toMatch(/^没有这个文件/)
  })

  const setVersion = (version: number): void => {
    const db = new DatabaseSync(file)
    db.exec(`PRAGMA user_version = ${version}`)
    db.close()
  }

  test('a damaged store is put aside and replaced, its log with it', async () => {
    const [key] = await fill(50)
    done('backup', file)
    truncateSync(join(home, 'jiangce.db'), 5000)
    writeFileSync(join(home, 'jiangce.db-wal'), 'a log')
    const { status, stderr } = run('restore', file)
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^原来的对话库不能读（.*），已改名为.*damaged-\d+\n$/),
    ])
    await using store = await openSqliteStore(home)
    expect(await store.find(key as NonNullable<typeof key>)).toBeDefined()
    const aside = readdirSync(home).filter((name) => name.includes('damaged'))
    expect(aside.map((name) => name.replace(/.*damaged-\d+/, '')).toSorted()).toEqual(['', '-shm', '-wal'])
  })

  test('a store that was killed is replaced without its log', async () => {
    await fill(1)
    done('backup', file)
    const module = JSON.stringify(new URL('../src/adapters/store-sqlite.ts', import.meta.url).href)
    const contract = `
      import { openSqliteStore } from ${module}
      const store = await openSqliteStore(${JSON.stringify(home)})
      const reply = { kind: 'answer', text: '', calculations: [], citations: [], questions: [], notices: [] }
      await store.append('later', { number: 1, at: 1, replyId: 'later', message: 'later', reply }, { place: null, day: null, question: '', facts: {} })
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', contract])
    expect(readdirSync(home)).toContain('jiangce.db-wal')
    done('restore', file)
    expect(readdirSync(home).toSorted()).toEqual(['jiangce.db', 'jiangce.lock'])
    await using store = await openSqliteStore(home)
    expect(await store.turns('later' as Awaited<ReturnType<typeof newKey>>)).toEqual([])
  })

  test('a folder that has no store yet is restored into', async () => {
    await fill(3)
    done('backup', file)
    rmSync(home, { recursive: true })
    expect(refused('restore', file)).toMatch(/^没有DATA_DIR/)
    home = mkdtempSync(join(tmpdir(), 'jiangce-backup-'))
    expect(done('restore', file)).toContain('3个会话')
  })

  test('says how it is used', () => {
    for (const args of [[], ['backup'], ['restore'], ['backup', 'a', 'b']])
      expect(refused(...args)).toMatch(/^用法/)
    expect(refused('backup', file)).toMatch(/^没有对话库/)
  })
})
