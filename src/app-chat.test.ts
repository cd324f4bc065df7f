import { describe, expect, test } from 'vitest'
import { reply as contract } from './answer/reply.ts'
import { post, service, sourceOf } from './api/testing/service.ts'

const EXAMPLE = '包头的企业，带12个学徒，培养三年，补贴一共多少'

const say = (body: Record<string, unknown>) => post('/api/chat', JSON.stringify(body))

/** A Reply whose every citation was held against the source text. */
async function replyTo(body: Record<string, unknown>) {
  const response = await say(body)
  expect(response.status).toBe(200)
  const reply = contract.strict().parse(await response.json())
  for (const { documentId, quote } of reply.citations) expect(sourceOf(documentId)).toContain(quote)
  for (const { citationIds } of reply.calculations) {
    for (const id of citationIds) expect(reply.citations.map((citation) => citation.id)).toContain(id)
  }
  return reply
}

describe('POST /api/chat', () => {
  test('answers the example of the contract', async () => {
    const reply = await replyTo({ message: EXAMPLE, asOf: '2026-11-20' })
    expect(reply).toMatchObject({
      kind: 'answer',
      questions: [],
      notices: [],
      calculations: [
        {
          entitlementId: 'baotou-2025-apprenticeship',
          name: '企业新型学徒制培训补贴',
          region: '包头市',
          recipient: 'enterprise',
          outcome: 'range',
          min: '216000',
          max: '288000',
          unit: '元',
          missing: [],
          citationIds: ['baotou-2025-skills-enterprise/四'],
        },
      ],
      citations: [
        {
          id: 'baotou-2025-skills-enterprise/四',
          documentNumber: null,
          statuses: ['in-force'],
          effectiveFrom: null,
          effectiveTo: null,
          path: '四',
          url: '/documents/baotou-2025-skills-enterprise#四',
        },
      ],
    })
    expect(reply.text).toContain('216000—288000元（12人 × 3年 × 6000—8000元/人·年）')
    expect(reply.text).toContain('每人每年6000元—8000元的培训补贴')
  })

  test('gives each conversation and each reply an id of 128 random bits', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => replyTo({ message: '你好' })))
    const ids = replies.flatMap(({ conversationId, replyId }) => [conversationId, replyId])
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(ids).size).toBe(40)
  })

  test('goes on with a conversation, and keeps it apart from every other', async () => {
    const { conversationId } = await replyTo({ message: '包头的学徒制补贴标准是多少' })
    const next = await replyTo({ message: '那金华呢？', conversationId })
    expect(next).toMatchObject({ conversationId, calculations: [{ region: '金华市', max: '6000' }] })
    const other = await replyTo({ message: '那金华呢？' })
    expect(other.conversationId).not.toBe(conversationId)
    expect(other.calculations).toEqual([])
  })

  test.each([
    ['企业那个，认定了66名高技能人才', 'enterprise', '39600'],
    ['个人那份呢', 'person', '3000'],
  ])('picks one of two answers by who gets it: %s', async (message, recipient, max) => {
    const both = await replyTo({ message: '金华新认定的个人培训补贴多少，企业技能等级认定补贴多少' })
    expect(both.calculations.map((calculation) => calculation.recipient).sort()).toEqual([
      'enterprise',
      'person',
    ])
    const one = await replyTo({ message, conversationId: both.conversationId })
    expect(one.calculations).toMatchObject([{ recipient, max }])
  })

  test('takes 怎么配套奖励 for a question about the sum', async () => {
    const reply = await replyTo({ message: '武侯的诸葛工匠在市里技能大赛得了奖，区里怎么配套奖励？' })
    expect(reply.calculations).toMatchObject([{ outcome: 'needs-facts', min: null, max: null }])
    expect(reply.questions).toHaveLength(1)
  })

  test('never passes the nearest clause off as the amount', async () => {
    const reply = await replyTo({ message: '金华去年给学校那边送了一批设备，政府给多少' })
    expect(reply.calculations).toEqual([])
    expect(reply.text).toContain('不一定就是您问的事')
    expect((await replyTo({ message: '包头退役军人培训补贴多少' })).kind).toBe('refusal')
  })

  test('takes the place of the request where the message names none, and the place said where it does', async () => {
    const region = async (message: string) =>
      (await replyTo({ message, region: '金华市' })).calculations.map((one) => one.region)
    expect(await region('学徒制补贴标准是多少')).toEqual(['金华市'])
    expect(await region('包头的学徒制补贴标准是多少')).toEqual(['包头市'])
  })

  test('answers for the day of the request', async () => {
    const reply = await replyTo({ message: '包头的学徒制补贴标准是多少', asOf: '2024-06-01' })
    expect(reply.calculations.map(({ min, max, unit }) => [min, max, unit])).toEqual([
      ['6000', '6000', '元/人·年'],
    ])
  })

  test('puts the notice of a draft first in its text', async () => {
    const reply = await replyTo({ message: '武侯区诸葛工匠奖励多少钱', asOf: '2024-01-01' })
    expect(reply.notices.map(({ code }) => code)).toEqual(['draft', 'expired'])
    expect(reply.text).toMatch(/^【注意】[^\n]*征求意见稿/)
    expect(reply.text).toContain('10000元')
  })

  test('asks which place is meant where several have such a rule', async () => {
    const reply = await replyTo({ message: '学徒制补贴多少钱' })
    expect(reply).toMatchObject({ kind: 'clarification', calculations: [], questions: [{ name: 'region' }] })
    for (const place of ['包头市', '金华市']) expect(reply.text).toContain(place)
  })

  test('never offers another place’s amount', async () => {
    const reply = await replyTo({ message: '杭州的首席技师奖多少钱' })
    expect(reply).toMatchObject({ kind: 'refusal', calculations: [], citations: [] })
  })

  test.each([
    ['blanks', '   \n\t'],
    ['emoji', '😀🎉👨‍👩‍👧'],
    ['zero-width characters', '\u200b\u200d\ufeff\u2060'],
    ['punctuation', '？？！……'],
    ['half a character', '\ud83d'],
  ])('takes %s alone as nothing asked yet', async (_, message) => {
    const reply = await replyTo({ message })
    expect(reply).toMatchObject({ kind: 'clarification', calculations: [], citations: [] })
    expect(reply.questions.length).toBe(1)
  })

  test('reads 2000 characters', async () => {
    await replyTo({ message: '学'.repeat(2000) })
    const reply = await replyTo({ message: EXAMPLE.padEnd(2000, '。') })
    expect(reply.calculations[0]?.max).toBe('288000')
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['an empty message', { message: '' }, 'message'],
    ['no message', {}, 'message'],
    ['a message that is no text', { message: 5 }, 'message'],
    ['2001 characters', { message: '学'.repeat(2001) }, 'message'],
    ['a day that does not exist', { message: '你好', asOf: '2023-02-30' }, 'asOf'],
    ['a conversation that is no text', { message: '你好', conversationId: null }, 'conversationId'],
  ])('rejects %s with a 422', async (_, body, path) => {
    const response = await say(body)
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ path }] })
  })

  test.each(['nope', '__proto__', '0'.repeat(32)])(
    'answers 404 for the conversation %s, and starts none',
    async (conversationId) => {
      for (const message of ['你好', ' ']) {
        const response = await say({ message, conversationId })
        expect(response.status).toBe(404)
        expect(await response.json()).toMatchObject({ type: 'urn:jiangce:problem:not-found', status: 404 })
      }
    },
  )

  test('answers the same question the same way', async () => {
    const answers = await Promise.all(
      [1, 2].map(async () => {
        const { conversationId: _, replyId: __, ...answer } = await replyTo({ message: EXAMPLE })
        return answer
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(service.today()).toBe('2026-11-20')
  })
})
