import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { holdData } from '../src/adapters/data-lock.ts'
import { DATABASE, inspect, StoreError, syncFolder } from '../src/adapters/store-sqlite.ts'
import { parseConfig } from '../src/config.ts'

const USAGE = `用法：
  npm run backup -- 文件    把DATA_DIR里的对话备份到一个新文件（服务可以在运行）
  npm run restore -- 文件   用备份替换DATA_DIR里的对话（服务须先停下）`

/** Copies the conversations while they are served; the copy is whole, checked and on the disk before it has its name. */
function backup(directory: string, target: string): string {
  if (existsSync(target)) throw new StoreError(`文件已经存在，不覆盖：${target}`)
  using lock = holdData(directory, 'shared')
  if (lock === null) throw new StoreError(`正在恢复备份：${directory}`)
  const source = join(directory, DATABASE)
  if (!existsSync(source)) throw new StoreError(`没有对话库：${source}`)
  const copy = `${target}.partial-${process.pid}`
  try {
    copyTo(source, copy)
    linkSync(copy, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new StoreError(`文件已经存在，不覆盖：${target}`)
    throw error
  } finally {
    rmSync(copy, { force: true })
  }
  syncFolder(dirname(target))
  return `已备份到${target}：${counted(target)}`
}

/** Puts a checked copy of a backup in the place of the store, in one step and only while nothing uses it. */
function restore(directory: string, source: string): string {
  if (!existsSync(source)) throw new StoreError(`没有这个文件：${source}`)
  inspect(source)
  using lock = holdData(directory, 'exclusive')
  if (lock === null) throw new StoreError('服务正在使用对话库，请先停下服务再恢复')
  const target = join(directory, DATABASE)
  const copy = join(directory, `.restoring-${process.pid}.db`)
  try {
    copyTo(source, copy)
    settle(target)
    renameSync(copy, target)
  } finally {
    rmSync(copy, { force: true })
  }
  syncFolder(directory)
  return `已恢复${source}：${counted(target)}`
}

/** One consistent, compact file without a log beside it. */
function copyTo(source: string, copy: string): void {
  rmSync(copy, { force: true })
  closeSync(openSync(copy, 'wx', 0o600))
  const db = new DatabaseSync(source, { readOnly: true, timeout: 5000 })
  try {
    db.prepare('VACUUM INTO ?').run(copy)
  } finally {
    db.close()
  }
  inspect(copy)
  const written = openSync(copy, 'r')
  fsyncSync(written)
  closeSync(written)
}

/**
 * Leaves no log of the former store that would be read into the new one. A former store that cannot be read is put
 * aside: somebody may still rescue something.
 */
function settle(target: string): void {
  if (!existsSync(target)) return
  try {
    inspect(target)
    const db = new DatabaseSync(target)
    db.exec('PRAGMA journal_mode = DELETE')
    db.close()
  } catch (error) {
    const aside = `${target}.damaged-${Date.now()}`
    for (const suffix of ['-wal', '-shm', ''])
      if (existsSync(target + suffix)) renameSync(target + suffix, aside + suffix)
    console.error(`原来的对话库不能读（${(error as Error).message}），已改名为${aside}`)
  }
}

function counted(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true })
  const count = (table: string) => Object.values(db.prepare(`SELECT count(*) FROM ${table}`).get() ?? {})[0]
  try {
    return `${count('conversation')}个会话，${count('turn')}轮问答`
  } finally {
    db.close()
  }
}

const [command, file, ...rest] = process.argv.slice(2)
const work = command === 'backup' ? backup : command === 'restore' ? restore : undefined
try {
  if (work === undefined || file === undefined || rest.length > 0) throw new StoreError(USAGE)
  const { DATA_DIR } = parseConfig({ DATA_DIR: process.env.DATA_DIR })
  if (!existsSync(DATA_DIR)) throw new StoreError(`没有DATA_DIR：${DATA_DIR}`)
  console.log(work(DATA_DIR, resolve(file)))
} catch (error) {
  const known = error instanceof StoreError || (error instanceof Error && 'code' in error)
  if (!known) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
