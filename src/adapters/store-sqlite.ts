import { closeSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { ConversationStore } from '../store/conversations.ts'
import { holdData } from './data-lock.ts'
import { MIGRATIONS } from './migrations.ts'
import { type Batch, type Outcome, sqlConversations } from './store-sql.ts'

export const DATABASE = 'jiangce.db'
/** "jiac": marks the file as ours, for `file` and for a restore that was given another program's database. */
const APPLICATION_ID = 0x6a696163
/** Others hold a write lock for milliseconds; waiting blocks every answer of this process. */
const BUSY_TIMEOUT = 500

/** A store that cannot be opened; the message is one line for whoever runs the service. */
export class StoreError extends Error {
  override name = 'StoreError'
}

export type SqliteStore = ConversationStore & AsyncDisposable

/**
 * Opens `jiangce.db` of a folder, making it or bringing it up to date. A file that is damaged, newer than this
 * program or not ours is refused and left as it is.
 */
export async function openSqliteStore(directory: string): Promise<SqliteStore> {
  const file = join(directory, DATABASE)
  const lock = holdData(directory, 'shared')
  if (lock === null) throw new StoreError(`正在恢复备份，对话库不能打开：${file}`)
  let db: DatabaseSync | undefined
  try {
    if (!existsSync(file)) create(directory, file)
    inspect(file)
    db = connect(file)
    migrate(db)
    return opened(db, lock)
  } catch (error) {
    db?.close()
    lock[Symbol.dispose]()
    if (error instanceof StoreError) throw error
    throw new StoreError(`对话库不能打开：${file}（${(error as Error).message}）`)
  }
}

function opened(db: DatabaseSync, lock: Disposable): SqliteStore {
  const store = sqlConversations(batchOn(db))
  // Without this the text that was removed stays in the log for a while, though no query finds it.
  const forget = (): void => db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return {
    ...store,
    async remove(key) {
      const removed = await store.remove(key)
      if (removed) forget()
      return removed
    },
    async removeBefore(at) {
      const removed = await store.removeBefore(at)
      if (removed > 0) forget()
      return removed
    },
    async [Symbol.asyncDispose]() {
      if (db.isOpen) db.close()
      lock[Symbol.dispose]()
    },
  }
}

/** Made whole under another name: an empty or half-made file under the right one is damage, never a first start. */
function create(directory: string, file: string): void {
  for (const name of readdirSync(directory)) {
    if (name.startsWith('.new-') && !isAlive(Number(/^\.new-(\d+)/.exec(name)?.[1])))
      rmSync(join(directory, name))
  }
  const made = join(directory, `.new-${process.pid}.db`)
  rmSync(made, { force: true })
  closeSync(openSync(made, 'wx', 0o600))
  const db = new DatabaseSync(made)
  try {
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    migrate(db)
  } finally {
    db.close()
  }
  try {
    linkSync(made, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(made)
  }
  syncFolder(directory)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A name in a folder outlives a power cut only once the folder was written. */
export function syncFolder(directory: string): void {
  const folder = openSync(directory, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** The version of a database that is whole, ours and known to this program; throws otherwise. Changes nothing. */
export function inspect(file: string): number {
  const refuse = (reason: string): never => {
    throw new StoreError(`对话库${reason}：${file}（没有改动它）`)
  }
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT })
    const numberOf = (pragma: string): number =>
      Number(Object.values(db?.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
    if (statSync(file).size === 0) return refuse('已损坏，是空文件')
    if (numberOf('application_id') !== APPLICATION_ID) return refuse('不是匠策的数据库')
    const version = numberOf('user_version')
    if (version > MIGRATIONS.length)
      return refuse(`的版本是${version}，这个程序只认识到${MIGRATIONS.length}，请用新版本的程序`)
    const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
    return found === 'ok' ? version : refuse(`已损坏，请恢复备份（${found.replace(/\s+/g, ' ')}）`)
  } catch (error) {
    const { errcode, message } = error as Error & { errcode?: number }
    if (errcode === CORRUPT || errcode === NOT_A_DATABASE) return refuse(`已损坏，请恢复备份（${message}）`)
    throw error
  } finally {
    db?.close()
  }
}

const CORRUPT = 11
const NOT_A_DATABASE = 26

function connect(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('PRAGMA foreign_keys = ON')
  // What is removed is overwritten in the file.
  db.exec('PRAGMA secure_delete = ON')
  return db
}

/** Each migration whole or not at all; of several processes that start at once one runs it. */
export function migrate(db: DatabaseSync, migrations: readonly (readonly string[])[] = MIGRATIONS): void {
  for (const [i, statements] of migrations.entries()) {
    if (versionOf(db) > i) continue
    transaction(db, () => {
      if (versionOf(db) > i) return
      for (const statement of statements) db.exec(statement)
      db.exec(`PRAGMA user_version = ${i + 1}`)
    })
  }
}

const versionOf = (db: DatabaseSync): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk has already rolled back.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function batchOn(db: DatabaseSync): Batch {
  const prepared = new Map<string, { statement: StatementSync; returnsRows: boolean }>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare(sql)
    const fresh = { statement, returnsRows: statement.columns().length > 0 }
    prepared.set(sql, fresh)
    return fresh
  }
  const run = ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): Outcome => {
    const { statement, returnsRows } = prepare(sql)
    const values = parameters as SQLInputValue[]
    return returnsRows
      ? { rows: statement.all(...values), changes: 0 }
      : { rows: [], changes: Number(statement.run(...values).changes) }
  }
  return async (statements) => {
    const [only, ...others] = statements
    if (only === undefined) return []
    return others.length === 0 ? [run(only)] : transaction(db, () => statements.map(run))
  }
}
