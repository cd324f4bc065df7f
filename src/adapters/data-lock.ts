import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Holds DATA_DIR: `shared` by everything that uses the store, `exclusive` by what puts another in its place. SQLite
 * takes the locks, on an empty file of its own, and the system lets go of them however the process ends. Null: others
 * hold it.
 */
export function holdData(directory: string, kind: 'shared' | 'exclusive'): Disposable | null {
  const db = new DatabaseSync(join(directory, 'jiangce.lock'), { timeout: 1000 })
  try {
    db.exec(kind === 'shared' ? 'BEGIN' : 'BEGIN EXCLUSIVE')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return { [Symbol.dispose]: () => db.close() }
  } catch (error) {
    db.close()
    if ((error as { errcode?: number }).errcode === BUSY) return null
    throw error
  }
}

const BUSY = 5
