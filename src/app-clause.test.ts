import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function ask(message: string, { asOf = '2026-11-20', conversationId = '' } = {}): Promise<Reply> {
  const body = { message, asOf, ...(conversationId === '' ? {} : { conversationId }) }
  return (await (await post('/api/chat', JSON.stringify(body))).json()) as Reply
}
const quoted = ({ citations }: Reply) => citations.map(({ quote }) => quote).join('\n')
const codes = ({ notices }: Reply) => notices.map(({ code }) => code)

describe('whether a rule still holds', () => {
  test.each([
    ['早先评的八婺工匠，金华这回改了名堂，老称号是不是就失效了', '直接纳入金华工匠范围服务管理'],
    ['包头2021方案里首席技师那十万现在还算不算数', '分别给予20万元、10万元、3万元一次性奖补'],
  ])('is told by the rule: %s', async (message, quote) => {
    const reply = await ask(message)
    expect(reply.calculations).toEqual([])
    expect(quoted(reply)).toContain(quote)
  })

  test('names what replaced it', async () => {
    const reply = await ask('包头学徒补贴2021年那个六千块的标准现在还有效不')
    expect(quoted(reply)).toContain('6000元—8000元')
    expect(codes(reply)).toContain('superseded')
  })

  test('and how long its document does, where that is printed', async () => {
    const reply = await ask('武侯诸葛工匠那一万块奖金现在还算数不')
    expect(quoted(reply)).toContain('一次性奖励1万元')
    expect(quoted(reply)).toContain('有效期至2023年8月28日')
  })
})
