import { describe, expect, test, vi } from 'vitest'
import { reply as contract, type Reply } from './answer/reply.ts'
import { chatRoutes } from './api/chat.ts'
import { sentencesOf } from './api/stream.ts'
import { service } from './api/testing/service.ts'
import { Problem, problemSchema } from './errors.ts'
import type { Respond } from './respond.ts'

const EXAMPLE = '包头的企业，带12个学徒，培养三年，补贴一共多少'

const request = (body: unknown, accept: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept },
  body: JSON.stringify(body),
})

const stream = (body: unknown) => service.app.request('/api/chat', request(body, 'text/event-stream'))

interface ServerEvent {
  name: string
  data: unknown
}

/** Read as a browser reads it: fields by line, events by blank line, comments ignored. */
const eventsIn = (text: string): ServerEvent[] =>
  text
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith(':')))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
      return { name: field('event'), data: JSON.parse(field('data')) }
    })

const deltasOf = (events: ServerEvent[]): string[] =>
  events.filter(({ name }) => name === 'delta').map(({ data }) => (data as { text: string }).text)

describe('POST /api/chat with Accept: text/event-stream', () => {
  test('streams the text sentence by sentence, then the whole reply', async () => {
    const response = await stream({ message: EXAMPLE, asOf: '2026-11-20' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const events = eventsIn(await response.text())
    const reply = contract.strict().parse(events.at(-1)?.data)
    expect(events.map(({ name }) => name)).toEqual([...deltasOf(events).map(() => 'delta'), 'reply'])
    expect(deltasOf(events).length).toBeGreaterThan(2)
    expect(deltasOf(events).join('')).toBe(reply.text)
    expect(reply.calculations[0]).toMatchObject({ min: '216000', max: '288000', unit: '元' })
  })

  test('goes on with the conversation that a plain request began', async () => {
    const first = await service.app.request(
      '/api/chat',
      request({ message: '包头的学徒制补贴标准是多少' }, '*/*'),
    )
    expect(first.headers.get('content-type')).toMatch(/^application\/json/)
    const { conversationId } = (await first.json()) as Reply
    const events = eventsIn(await (await stream({ message: '那金华呢？', conversationId })).text())
    expect(events.at(-1)?.data).toMatchObject({ conversationId, calculations: [{ region: '金华市' }] })
  })

  test.each([
    ['fields that are rejected', { message: '' }, 422],
    ['an unknown conversation', { message: '你好', conversationId: 'nope' }, 404],
  ])('answers %s with a problem and no stream', async (_, body, status) => {
    const response = await stream(body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problemSchema.parse(await response.json())).toMatchObject({ status })
  })
})

describe('a reply that takes long', () => {
  const slowly = async (respond: Respond, log?: (line: string) => void): Promise<ServerEvent[]> => {
    vi.useFakeTimers()
    try {
      const app = chatRoutes(log === undefined ? { respond } : { respond, log })
      const pending = app.request('/api/chat', request({ message: '13812345678' }, 'text/event-stream'))
      await vi.advanceTimersByTimeAsync(5000)
      const response = await pending
      expect(response.status).toBe(200)
      const text = await response.text()
      expect(text).not.toMatch(/13812345678|secret| at /)
      return eventsIn(text)
    } finally {
      vi.useRealTimers()
    }
  }
  const later = (error: Error): Respond => {
    return () => new Promise((_, reject) => setTimeout(() => reject(error), 3000))
  }

  test('fails with an error event that says what a problem says', async () => {
    const [only, ...more] = await slowly(later(new Problem('unavailable', '请稍后再试')))
    expect(more).toEqual([])
    expect(only).toEqual({
      name: 'error',
      data: {
        type: 'urn:jiangce:problem:unavailable',
        title: '服务暂时不可用',
        status: 503,
        detail: '请稍后再试',
      },
    })
  })

  test('tells nobody what an unexpected failure said, and logs its name alone', async () => {
    const lines: string[] = []
    const events = await slowly(later(new TypeError('secret of 13812345678')), (line) => lines.push(line))
    expect(events).toMatchObject([{ name: 'error', data: { status: 500 } }])
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'stream-failed', error: 'TypeError' },
    ])
    expect(lines.join()).not.toMatch(/secret|13812345678/)
  })

  test('is not missed by whoever has left', async () => {
    let reply: (reply: Reply) => void = () => undefined
    const respond: Respond = () => new Promise((resolve) => (reply = resolve))
    const response = await chatRoutes({ respond }).request(
      '/api/chat',
      request({ message: '你好' }, 'text/event-stream'),
    )
    await response.body?.cancel()
    reply({ text: '您好。' } as Reply)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(response.status).toBe(200)
  })
})

test.each(['', '一句。两句！“三句。”四\n\n五', '没有句号', '……？？', '\ud83d。\ud83d'])(
  'the sentences of %j join to it again',
  (text) => {
    expect(sentencesOf(text).join('')).toBe(text)
    expect(sentencesOf(text)).not.toContain('')
  },
)
