import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
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
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConversationStore, keyOf } from '../store/conversations.ts'
import { holdData } from './data-lock.ts'
import { MIGRATIONS } from './migrations.ts'
import { ANSWER, newKey, STATE, storeContract, turnOf } from './store.contract.ts'
import { migrate, openSqliteStore, type SqliteStore } from './store-sqlite.ts'

let dir = ''
const file = (): string => join(dir, 'jiangce.db')
const temporary = (): string => mkdtempSync(join(tmpdir(), 'jiangce-store-'))

describe('the SQLite store', () => {
  let folder = ''
  let store: SqliteStore
  beforeAll(async () => {
    folder = temporary()
    store = await openSqliteStore(folder)
  })
  afterAll(async () => {
    await store[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })
  storeContract(async (): Promise<ConversationStore> => store)
})

beforeEach(() => {
  dir = temporary()
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Every file of the folder as it is on disk. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]),
  )

const refusal = async (): Promise<string> => {
  const before = files()['jiangce.db']
  const error = await openSqliteStore(dir).then(
    () => new Error('it opened'),
    (reason: Error) => reason,
  )
  expect(files()['jiangce.db']).toBe(before)
  expect([error.name, error.message.includes('\n')]).toEqual(['StoreError', false])
  return error.message
}

async function withTurns(count: number): Promise<void> {
  await using store = await openSqliteStore(dir)
  for (let i = 0; i < count; i++)
    await store.append(await newKey(), turnOf(1, { message: '句'.repeat(500) }), STATE)
}

describe('what lies on the disk', () => {
  test('a conversation survives the process that wrote it', async () => {
    const key = await newKey()
    const turn = turnOf(1)
    {
      await using store = await openSqliteStore(dir)
      await store.append(key, turn, STATE)
    }
    await using store = await openSqliteStore(dir)
    expect(await store.find(key)).toEqual({ turns: 1, state: STATE })
    expect(await store.turns(key)).toEqual([turn])
  })

  test('nobody else may read the file, and no id of a conversation is in it', async () => {
    const id = '0123456789abcdef0123456789abcdef'
    await using store = await openSqliteStore(dir)
    await store.append(await keyOf(id), turnOf(1), STATE)
    for (const name of readdirSync(dir).filter((name) => name.startsWith('jiangce.db'))) {
      expect([name, statSync(join(dir, name)).mode & 0o077]).toEqual([name, 0])
      expect(readFileSync(join(dir, name), 'latin1')).not.toContain(id)
    }
  })

  test.each(['remove', 'removeBefore'] as const)('after %s the text is in no file any more', async (how) => {
    await using store = await openSqliteStore(dir)
    const key = await newKey()
    const message = 'SECRET-WORDS '.repeat(2000)
    await store.append(key, turnOf(1, { message, at: 5 }), { ...STATE, question: 'SECRET-WORDS' })
    await store.append(await newKey(), turnOf(1), STATE)
    const found = () =>
      readdirSync(dir).filter((name) => readFileSync(join(dir, name), 'latin1').includes('SECRET-WORDS'))
    expect(found()).not.toEqual([])
    if (how === 'remove') await store.remove(key)
    else await store.removeBefore(6)
    expect(found()).toEqual([])
  })

  test('a statement that fails leaves nothing of its turn', async () => {
    await using store = await openSqliteStore(dir)
    const [key, other] = [await newKey(), await newKey()]
    const turn = turnOf(1)
    await store.append(key, turn, STATE)
    await expect(store.append(other, { ...turn }, STATE)).rejects.toThrow(/UNIQUE/)
    expect(await store.find(other)).toBeUndefined()
    expect(await store.append(other, turnOf(1), STATE)).toBe('stored')
  })

  test('while another process holds the write lock a write fails soon and reads go on', async () => {
    await using store = await openSqliteStore(dir)
    const key = await newKey()
    await store.append(key, turnOf(1), STATE)
    const other = new DatabaseSync(file())
    other.exec('BEGIN IMMEDIATE')
    const start = performance.now()
    await expect(store.append(key, turnOf(2), STATE)).rejects.toThrow(/locked/)
    expect(performance.now() - start).toBeLessThan(2000)
    expect((await store.find(key))?.turns).toBe(1)
    other.exec('ROLLBACK')
    other.close()
    expect(await store.append(key, turnOf(2), STATE)).toBe('stored')
  })

  test('of turns with one number from several stores on one folder exactly one is stored', async () => {
    await using one = await openSqliteStore(dir)
    await using two = await openSqliteStore(dir)
    const key = await newKey()
    await one.append(key, turnOf(1), STATE)
    for (let number = 2; number < 30; number++) {
      const outcomes = await Promise.all([one, two].map((store) => store.append(key, turnOf(number), STATE)))
      expect(outcomes.toSorted()).toEqual(['stored', 'taken'])
    }
    expect(await two.turns(key)).toHaveLength(29)
  })
})

describe('a first start', () => {
  test('by several processes at once makes one database', async () => {
    const module = JSON.stringify(new URL('./store-sqlite.ts', import.meta.url).href)
    const program = `
      import { openSqliteStore } from ${module}
      await using store = await openSqliteStore(${JSON.stringify(dir)})
      await store.probe()`
    const run = () =>
      promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', program])
    for (const { stdout, stderr } of await Promise.all([run(), run(), run(), run()]))
      expect(stdout + stderr).toBe('')
    expect(readdirSync(dir).toSorted()).toEqual(['jiangce.db', 'jiangce.lock'])
  })

  test('clears away what one left that was killed', async () => {
    writeFileSync(join(dir, '.new-999999999.db'), 'half')
    writeFileSync(join(dir, '.new-999999999.db-journal'), 'half')
    await withTurns(1)
    expect(readdirSync(dir).toSorted()).toEqual(['jiangce.db', 'jiangce.lock'])
  })
})

describe('every earlier version opens', () => {
  /** The rows that lay in a database of each version; a new version brings its own. */
  const ROWS: string[][] = [
    [
      `INSERT INTO conversation VALUES ('k', 1, '{"place":"包头市","day":null,"question":"学徒","facts":{"n":{"min":"12","max":null},"full":true}}', 5)`,
      `INSERT INTO turn VALUES ('k', 1, 5, 'r', '学徒补贴', '${JSON.stringify(ANSWER)}')`,
    ],
  ]
  /** A migration that was released is never changed. */
  const RELEASED = ['f12ded4d']

  test('each has its rows here, and none that was released has changed', () => {
    expect(ROWS).toHaveLength(MIGRATIONS.length)
    const hash = (migration: readonly string[]) =>
      createHash('sha256').update(migration.join(';')).digest('hex').slice(0, 8)
    expect(MIGRATIONS.map(hash)).toEqual(RELEASED)
  })

  test.each(MIGRATIONS.map((_, i) => i + 1))(
    'version %i keeps its conversations and takes new turns',
    async (version) => {
      const db = new DatabaseSync(file())
      db.exec('PRAGMA application_id = 0x6a696163')
      migrate(db, MIGRATIONS.slice(0, version))
      for (const row of ROWS[version - 1] as string[]) db.exec(row)
      db.close()
      await using store = await openSqliteStore(dir)
      const key = 'k' as Awaited<ReturnType<typeof keyOf>>
      expect(await store.find(key)).toMatchObject({
        turns: 1,
        state: { place: '包头市', question: '学徒', facts: { full: true } },
      })
      expect(await store.turns(key)).toEqual([
        { number: 1, at: 5, replyId: 'r', message: '学徒补贴', reply: ANSWER },
      ])
      expect(await store.append(key, turnOf(2), STATE)).toBe('stored')
    },
  )

  test('a migration that fails leaves the version before it, whole', () => {
    const db = new DatabaseSync(':memory:')
    const good = ['CREATE TABLE one (a INTEGER) STRICT', 'INSERT INTO one VALUES (1)']
    expect(() => migrate(db, [good, ['ALTER TABLE one ADD b TEXT', 'no SQL']])).toThrow(/syntax/)
    expect(db.prepare('SELECT * FROM one').get()).toEqual({ a: 1 })
    migrate(db, [good, ['ALTER TABLE one ADD b TEXT']])
    migrate(db, [good, ['ALTER TABLE one ADD b TEXT']])
    expect([db.prepare('SELECT * FROM one').all(), db.prepare('PRAGMA user_version').get()]).toEqual([
      [{ a: 1, b: null }],
      { user_version: 2 },
    ])
  })
})

describe('what cannot be opened is refused in one line and left as it is', () => {
  test('a version that this program does not know', async () => {
    await withTurns(1)
    const db = new DatabaseSync(file())
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(await refusal()).toMatch(
      /^对话库的版本是99，这个程序只认识到\d+，请用新版本的程序：.*jiangce\.db（没有改动它）$/,
    )
  })

  test.each([0.1, 0.5, 0.9])('a file cut short to %d of its length', async (part) => {
    await withTurns(100)
    truncateSync(file(), Math.floor(statSync(file()).size * part))
    expect(await refusal()).toMatch(/^对话库已损坏，请恢复备份（/)
  })

  test('a file cut short at the end of a page', async () => {
    await withTurns(100)
    truncateSync(file(), statSync(file()).size - 4096)
    expect(await refusal()).toMatch(/^对话库已损坏，请恢复备份（/)
  })

  test('a file of which nothing is left', async () => {
    await withTurns(1)
    truncateSync(file(), 0)
    expect(await refusal()).toMatch(/^对话库已损坏，是空文件：/)
  })

  test('a file with a page that was overwritten', async () => {
    await withTurns(100)
    const bytes = readFileSync(file())
    bytes.fill(0xff, 4096 * 3, 4096 * 4)
    writeFileSync(file(), bytes)
    expect(await refusal()).toMatch(/^对话库已损坏，请恢复备份（/)
  })

  test('a file that is no database', async () => {
    writeFileSync(file(), 'no database at all, though longer than its header would have to be'.repeat(30))
    expect(await refusal()).toMatch(/^对话库已损坏，请恢复备份（file is not a database）/)
  })

  test("another program's database", async () => {
    const db = new DatabaseSync(file())
    db.exec('CREATE TABLE theirs (a)')
    db.close()
    expect(await refusal()).toMatch(/^对话库不是匠策的数据库：/)
  })

  test('a folder that a restore holds', async () => {
    using lock = holdData(dir, 'exclusive')
    expect(lock).not.toBeNull()
    expect(await refusal()).toMatch(/^正在恢复备份，对话库不能打开：/)
  })
})
