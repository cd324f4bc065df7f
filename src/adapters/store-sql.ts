import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Answer } from '../answer/reply.ts'
import { readState, writeState } from '../dialogue/conversation.ts'
import type { ConversationStore, Turn } from '../store/conversations.ts'

export interface Statement {
  sql: string
  parameters: readonly unknown[]
}
export interface Outcome {
  rows: Record<string, unknown>[]
  changes: number
}
/** What a database must be able to do: run a list of statements, all or none, in order, for good. */
export type Batch = (statements: Statement[]) => Promise<Outcome[]>

interface TurnRow {
  conversation: string
  number: number
  at: number
  reply_id: string
  message: string
  reply: string
}
interface Tables {
  conversation: { key: string; turns: number; state: string; updated_at: number }
  turn: TurnRow
  probe: { id: number; filler: string }
}

// Kysely writes the statements and runs none: a batch is all that every database can do (D1 has no transactions).
const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** About as much as a long reply: a disk that takes this takes a turn. */
const PROBE_SIZE = 64 * 1024

export function sqlConversations(batch: Batch): ConversationStore {
  const run = async (...queries: Compilable[]): Promise<Outcome[]> =>
    batch(
      queries.map((query) => {
        const { sql: text, parameters } = query.compile()
        return { sql: text, parameters }
      }),
    )
  const one = async <T>(query: Compilable<T>): Promise<T[]> => ((await run(query))[0]?.rows ?? []) as T[]

  return {
    async find(key) {
      const [row] = await one(db.selectFrom('conversation').select(['turns', 'state']).where('key', '=', key))
      return row === undefined ? undefined : { turns: row.turns, state: readState(row.state) }
    },

    async append(key, { number, at, replyId, message, reply }, state) {
      const begin = db
        .insertInto('conversation')
        .values({ key, turns: 0, state: '', updated_at: at })
        .onConflict((conflict) => conflict.doNothing())
      // Both statements ask for the number that came before: of two turns at once the second changes nothing.
      const insert = db
        .insertInto('turn')
        .columns(['conversation', 'number', 'at', 'reply_id', 'message', 'reply'])
        .expression(
          db
            .selectFrom('conversation')
            .select([
              'key',
              sql.val(number).as('number'),
              sql.val(at).as('at'),
              sql.val(replyId).as('reply_id'),
              sql.val(message).as('message'),
              sql.val(JSON.stringify(reply)).as('reply'),
            ])
            .where('key', '=', key)
            .where('turns', '=', number - 1),
        )
      const move = db
        .updateTable('conversation')
        .set({ turns: number, state: writeState(state), updated_at: at })
        .where('key', '=', key)
        .where('turns', '=', number - 1)
      const outcomes = await run(...(number === 1 ? [begin] : []), insert, move)
      return outcomes.at(-1)?.changes === 1 ? 'stored' : 'taken'
    },

    async turns(key) {
      const rows = await one(
        db.selectFrom('turn').selectAll().where('conversation', '=', key).orderBy('number'),
      )
      return rows.map(toTurn)
    },

    async findReply(replyId) {
      const [row] = await one(db.selectFrom('turn').selectAll().where('reply_id', '=', replyId))
      return row === undefined ? undefined : toTurn(row)
    },

    async remove(key) {
      const [, outcome] = await run(
        db.deleteFrom('turn').where('conversation', '=', key),
        db.deleteFrom('conversation').where('key', '=', key),
      )
      return outcome?.changes === 1
    },

    async removeBefore(at) {
      const [outcome] = await run(
        db.deleteFrom('turn').where('at', '<', at),
        db.deleteFrom('conversation').where('updated_at', '<', at),
      )
      return outcome?.changes ?? 0
    },

    async probe() {
      await run(
        db
          .insertInto('probe')
          .values({ id: 1, filler: 'x'.repeat(PROBE_SIZE) })
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet({ filler: (eb) => eb.ref('excluded.filler') }),
          ),
      )
      await run(db.deleteFrom('probe'))
    },
  }
}

const toTurn = ({ number, at, reply_id, message, reply }: TurnRow): Turn => ({
  number,
  at,
  replyId: reply_id,
  message,
  reply: JSON.parse(reply) as Answer,
})
