/**
 * The schema of the store, one release after the other; the number of a migration is its place in the list. A
 * migration that was released is never changed: what it made lies in every DATA_DIR. SQLite and D1 run the same ones.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE conversation (
      key TEXT PRIMARY KEY,
      turns INTEGER NOT NULL,
      state TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE turn (
      conversation TEXT NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      at INTEGER NOT NULL,
      reply_id TEXT NOT NULL UNIQUE,
      message TEXT NOT NULL,
      reply TEXT NOT NULL,
      PRIMARY KEY (conversation, number)
    ) STRICT`,
    'CREATE INDEX turn_at ON turn (at)',
    'CREATE INDEX conversation_updated_at ON conversation (updated_at)',
    'CREATE TABLE probe (id INTEGER PRIMARY KEY CHECK (id = 1), filler TEXT NOT NULL) STRICT',
  ],
]
