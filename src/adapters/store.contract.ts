import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../answer/reply.ts'
import { type ConversationState, EMPTY_STATE } from '../dialogue/conversation.ts'
import { type ConversationKey, type ConversationStore, keyOf, type Turn } from '../store/conversations.ts'

let serial = 0
export const newKey = (): Promise<ConversationKey> => keyOf(`conversation ${serial++}`)

export const ANSWER: Answer = {
  kind: 'answer',
  text: '首席技师奖补：最高100000元。\n依据：《…》“原文”',
  calculations: [],
  citations: [],
  questions: [{ name: 'people', label: '几个人？', options: ['一', '二'] }],
  notices: [{ code: 'masked', text: '已隐去' }],
}

export function turnOf(number: number, more: Partial<Turn> = {}): Turn {
  const id = serial++
  return {
    number,
    at: 1_700_000_000_000 + number,
    replyId: `reply ${id}`,
    message: `第${number}句 '; --`,
    reply: ANSWER,
    ...more,
  }
}

export const STATE: ConversationState = {
  ...EMPTY_STATE,
  place: '包头市',
  day: '2025-06-01',
  question: '学徒补贴多少',
  facts: {
    apprentices: { min: new Big('12'), max: new Big('12') },
    wages: { min: null, max: new Big('1234567890.125') },
    level: 'technician',
    full: false,
  },
}

/** What every adapter must do; each brings an empty store or shares one, for no test looks at another's keys. */
export function storeContract(open: () => Promise<ConversationStore>): void {
  describe('as every store', () => {
    test('a conversation that was never begun is not there', async () => {
      const store = await open()
      const key = await newKey()
      expect(await store.find(key)).toBeUndefined()
      expect(await store.turns(key)).toEqual([])
      expect(await store.findReply('nobody')).toBeUndefined()
      expect(await store.remove(key)).toBe(false)
    })

    test('a turn comes back whole: the message, the reply, the state with its exact decimals', async () => {
      const store = await open()
      const key = await newKey()
      const turn = turnOf(1, { message: '𝟏 \u0000 “包头” \u200b\n😀 \\' })
      expect(await store.append(key, turn, STATE)).toBe('stored')
      expect(await store.find(key)).toEqual({ turns: 1, state: STATE })
      expect(await store.turns(key)).toEqual([turn])
      expect(await store.findReply(turn.replyId)).toEqual(turn)
    })

    test('what the caller changes afterwards changes nothing that was stored', async () => {
      const store = await open()
      const key = await newKey()
      const state = { ...STATE, facts: { ...STATE.facts } }
      await store.append(key, turnOf(1), state)
      state.facts.full = true
      const found = await store.find(key)
      expect(found?.state.facts.full).toBe(false)
      if (found) found.state.place = '成都市'
      expect((await store.find(key))?.state.place).toBe('包头市')
    })

    test('turns come in order and the state is that after the last one', async () => {
      const store = await open()
      const key = await newKey()
      const turns = Array.from({ length: 12 }, (_, i) => turnOf(i + 1))
      for (const turn of turns) await store.append(key, turn, { ...STATE, question: turn.message })
      expect(await store.turns(key)).toEqual(turns)
      expect(await store.find(key)).toEqual({ turns: 12, state: { ...STATE, question: turns[11]?.message } })
    })

    test.each([0, 1, 3, 99])(
      'after the first turn, number %i is taken or too far and nothing changes',
      async (number) => {
        const store = await open()
        const key = await newKey()
        const first = turnOf(1)
        await store.append(key, first, STATE)
        expect(await store.append(key, turnOf(number), EMPTY_STATE)).toBe('taken')
        expect(await store.find(key)).toEqual({ turns: 1, state: STATE })
        expect(await store.turns(key)).toEqual([first])
      },
    )

    test('a second turn does not begin a conversation', async () => {
      const store = await open()
      const key = await newKey()
      expect(await store.append(key, turnOf(2), STATE)).toBe('taken')
      expect(await store.find(key)).toBeUndefined()
    })

    test('of many turns with one number exactly one is stored', async () => {
      const store = await open()
      const key = await newKey()
      await store.append(key, turnOf(1), STATE)
      const all = await Promise.all(Array.from({ length: 20 }, () => store.append(key, turnOf(2), STATE)))
      expect(all.filter((outcome) => outcome === 'stored')).toHaveLength(1)
      expect(await store.turns(key)).toHaveLength(2)
    })

    test('a removed conversation is gone with its replies, others stay, and it cannot be gone on with', async () => {
      const store = await open()
      const [key, other] = [await newKey(), await newKey()]
      const [turn, kept] = [turnOf(1), turnOf(1)]
      await store.append(key, turn, STATE)
      await store.append(other, kept, STATE)
      expect(await store.remove(key)).toBe(true)
      expect(await store.remove(key)).toBe(false)
      expect([await store.find(key), await store.turns(key), await store.findReply(turn.replyId)]).toEqual([
        undefined,
        [],
        undefined,
      ])
      expect(await store.append(key, turnOf(2), STATE)).toBe('taken')
      expect(await store.turns(other)).toEqual([kept])
    })

    test('what is old goes turn by turn, and a conversation with its last one', async () => {
      const store = await open()
      const [old, lasting] = [await newKey(), await newKey()]
      await store.append(old, turnOf(1, { at: 1000 }), STATE)
      await store.append(lasting, turnOf(1, { at: 1000 }), STATE)
      const second = turnOf(2, { at: 2000 })
      await store.append(lasting, second, STATE)
      expect(await store.removeBefore(1000)).toBe(0)
      expect(await store.removeBefore(2000)).toBe(2)
      expect(await store.find(old)).toBeUndefined()
      expect(await store.turns(lasting)).toEqual([second])
      expect(await store.append(lasting, turnOf(3, { at: 3000 }), STATE)).toBe('stored')
      expect((await store.find(lasting))?.turns).toBe(3)
    })

    test('a probe leaves nothing behind', async () => {
      const store = await open()
      await store.probe()
      await store.probe()
    })
  })
}
