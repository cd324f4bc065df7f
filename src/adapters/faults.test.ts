import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../answer/reply.ts'
import { createService } from '../service.ts'
import { type ConversationStore, keyOf } from '../store/conversations.ts'
import { createMemoryIndex } from './index-memory.ts'
import { createMemoryStore } from './store-memory.ts'

const UNSAVED = '（系统暂时不能保存对话，这一问一答没有存下来。）'
const UNREAD = '（系统暂时读不到前面的对话'

/** A store on a disk that can be filled and a file that can be made unreadable. */
function faulty() {
  const store = createMemoryStore()
  const is = { full: false, unreadable: false }
  const guarded = <T>(broken: keyof typeof is, work: () => Promise<T>): Promise<T> =>
    is[broken] ? Promise.reject(new Error('database or disk is full')) : work()
  const wrapped: ConversationStore = {
    ...store,
    find: (key) => guarded('unreadable', () => store.find(key)),
    append: (key, turn, state) => guarded('full', () => store.append(key, turn, state)),
    probe: () => guarded('full', () => store.probe()),
    remove: (key) => guarded('full', () => store.remove(key)),
  }
  return { is, store, wrapped }
}

async function serve(conversations: ConversationStore, changes: boolean[] = []) {
  const { app, ...service } = await createService({
    corpus: JSON.parse(readFileSync('corpus/corpus.json', 'utf8')),
    openIndex: createMemoryIndex,
    conversations,
    onStoreChange: (healthy) => changes.push(healthy),
    now: () => new Date('2026-11-19T16:30:00Z'),
    defaultRegion: '',
  })
  const say = (message: string, conversationId?: string) =>
    app.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message, conversationId }),
    })
  return {
    ...service,
    say,
    async ask(message: string, conversationId?: string): Promise<Reply> {
      const response = await say(message, conversationId)
      expect(response.status).toBe(200)
      return (await response.json()) as Reply
    },
    async health() {
      const response = await app.request('/health')
      return {
        code: response.status,
        retry: response.headers.get('retry-after'),
        ...((await response.json()) as { status: string; store?: { failures: number } }),
      }
    },
  }
}

const QUESTION = '包头的企业新型学徒制补贴，12个学徒'
const FOLLOW_UP = '三年'

describe('a turn is stored before it is acknowledged', () => {
  test('whole, masked, and under the hash of the id alone', async () => {
    const store = createMemoryStore()
    const { ask } = await serve(store)
    const reply = await ask('我电话13812345678，包头首席技师奖多少')
    const { conversationId, replyId, ...answer } = reply
    const [turn] = await store.turns(await keyOf(conversationId))
    expect(turn).toMatchObject({
      number: 1,
      replyId,
      message: '我电话［手机号］，包头首席技师奖多少',
      reply: answer,
    })
    expect(JSON.stringify([turn, await store.find(await keyOf(conversationId))])).not.toMatch(
      new RegExp(`13812345678|${conversationId}`),
    )
    expect(reply.notices.filter(({ code }) => code === 'masked')).toHaveLength(1)
    expect(reply.text).toContain('已经隐去')
    expect(reply.text).toContain('100000元')
    expect(JSON.stringify(reply)).not.toContain('13812345678')
  })

  test('a number alone asks nothing, and is hidden all the same', async () => {
    const { ask } = await serve(createMemoryStore())
    const reply = await ask('138 1234 5678')
    expect([reply.kind, reply.notices.map(({ code }) => code)]).toEqual(['clarification', ['masked']])
  })

  test('two tabs at once: both turns are stored, the second after the first, with the facts of both', async () => {
    const store = createMemoryStore()
    const { ask } = await serve(store)
    const { conversationId } = await ask('包头的企业新型学徒制补贴')
    await Promise.all([
      ask('12个学徒', conversationId),
      ask('培养三年', conversationId),
      ask('你好', conversationId),
    ])
    const turns = await store.turns(await keyOf(conversationId))
    expect(turns.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const last = await ask('一共多少', conversationId)
    expect(last.calculations).toMatchObject([{ min: '216000', max: '288000', unit: '元' }])
  })

  test('a conversation that is always taken ends in a 503, not in a loop', async () => {
    const store = createMemoryStore()
    const { say, ask } = await serve({
      ...store,
      append: async (key, turn, state) => (turn.number === 1 ? store.append(key, turn, state) : 'taken'),
    })
    const { conversationId } = await ask('你好')
    expect((await say('你好', conversationId)).status).toBe(503)
  })
})

describe('a full disk', () => {
  test('is answered on from memory, nothing is claimed as saved, and health is red until a write succeeds', async () => {
    const { is, store, wrapped } = faulty()
    const changes: boolean[] = []
    const { ask, health } = await serve(wrapped, changes)
    const first = await ask('你好')
    expect([await health(), first.text.includes(UNSAVED)]).toEqual([
      expect.objectContaining({ code: 200, status: 'ok' }),
      false,
    ])

    is.full = true
    const unsaved = await ask(QUESTION)
    expect([unsaved.kind, unsaved.text.endsWith(UNSAVED)]).toEqual(['answer', true])
    const more = await ask(FOLLOW_UP, unsaved.conversationId)
    expect(more.calculations).toMatchObject([{ min: '216000', max: '288000' }])
    expect(more.text.endsWith(UNSAVED)).toBe(true)
    expect(await health()).toMatchObject({
      code: 503,
      status: 'degraded',
      retry: '5',
      store: { failures: 3 },
    })
    expect(await store.turns(await keyOf(unsaved.conversationId))).toEqual([])

    is.full = false
    expect(await health()).toMatchObject({ code: 200, status: 'ok' })
    const saved = await ask('那20个学徒呢', unsaved.conversationId)
    expect(saved.text).not.toContain(UNSAVED)
    expect(saved.calculations).toMatchObject([{ min: '360000', max: '480000' }])
    expect(await store.turns(await keyOf(unsaved.conversationId))).toMatchObject([
      { number: 1, replyId: saved.replyId },
    ])
    expect(changes).toEqual([false, true])
  })

  test('in the middle of a stored conversation: it goes on from the unsaved turn, and afterwards in the store', async () => {
    const { is, store, wrapped } = faulty()
    const { ask } = await serve(wrapped)
    const { conversationId } = await ask(QUESTION)
    is.full = true
    await ask('改成20个学徒', conversationId)
    is.full = false
    expect((await ask(FOLLOW_UP, conversationId)).calculations).toMatchObject([
      { min: '360000', max: '480000' },
    ])
    expect((await store.turns(await keyOf(conversationId))).map(({ number }) => number)).toEqual([1, 2])
  })

  test('an unknown conversation stays unknown, and a removal that failed is not claimed', async () => {
    const { is, wrapped } = faulty()
    const { say, conversations } = await serve(wrapped)
    is.full = true
    expect((await say('你好', 'f'.repeat(32))).status).toBe(404)
    await expect(conversations.remove(await keyOf('x'))).rejects.toThrow('full')
  })
})

describe('a store that cannot be read', () => {
  test('answers what it still holds, says where it does not know what came before, and begins nothing', async () => {
    const { is, store, wrapped } = faulty()
    const { ask, health } = await serve(wrapped)
    const { conversationId } = await ask(QUESTION)
    is.unreadable = true
    expect((await ask(FOLLOW_UP, conversationId)).calculations).toMatchObject([
      { min: '216000', max: '288000' },
    ])
    const stranger = 'e'.repeat(32)
    const reply = await ask('包头首席技师奖多少', stranger)
    expect(reply.text).toContain(UNREAD)
    expect(await store.find(await keyOf(stranger))).toBeUndefined()
    is.unreadable = false
    expect((await health()).status).toBe('ok')
  })
})
