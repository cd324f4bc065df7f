import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function ask(message: string, asOf = '2026-11-20'): Promise<Reply> {
  const response = await post('/api/chat', JSON.stringify({ message, asOf }))
  return (await response.json()) as Reply
}
const quotes = ({ citations }: Reply) => citations.map(({ quote }) => quote).join('\n')
const codes = ({ notices }: Reply) => notices.map(({ code }) => code)

describe('questions about the documents themselves', () => {
  test('who issued one and what it carries out', async () => {
    const reply = await ask('包头技能强企意见是谁下的文，依据的是哪份文件')
    expect(reply.text).toContain('发文单位是包头市人力资源和社会保障局等12部门')
    expect(quotes(reply)).toContain('内人社办发〔2025〕93号')
    expect(quotes(await ask('2021年包头的方案是谁印发的'))).toContain('包头市人民政府办公室')
  })

  test('which of several has ended', async () => {
    const reply = await ask('包头的工匠之都方案、金华的工匠意见、武侯的工匠办法，哪一份已经到期')
    expect(quotes(reply)).toContain('有效期至2023年8月28日')
    expect(codes(reply)).toContain('expired')
    for (const title of ['工匠之都', '金华工匠', '诸葛工匠']) expect(reply.text).toContain(title)
  })

  test('whether a rumour of a longer term is true', async () => {
    expect(quotes(await ask('听说武侯的工匠办法延到2027年了，诸葛工匠还能领吗'))).toContain('有效期至')
  })

  test('a clause whose rule was replaced says so', async () => {
    expect(codes(await ask('工匠之都方案三（一）3写的是什么'))).toContain('superseded')
    expect(codes(await ask('工匠之都方案三（一）1写的是什么'))).not.toContain('superseded')
  })

  test('what two documents of one place say, each', async () => {
    const reply = await ask('包头高技能工人涨薪不能低于谁，2021年那份和2025年这份说法有啥不同')
    expect(new Set(reply.citations.map(({ documentId }) => documentId))).toEqual(
      new Set(['baotou-2021-craftsman-city', 'baotou-2025-skills-enterprise']),
    )
  })

  test('who leads and who carries it out, where two sentences name them', async () => {
    const reply = await ask('金华培养工匠是哪个部门牵头，又是谁具体干')
    expect(quotes(reply)).toContain('由市委人才办牵头')
  })
})

describe('the document of the place itself', () => {
  test('answers before a wider one, and is never said not to exist', async () => {
    const reply = await ask('包头企业的教育经费里，多大一块得花在一线工人身上')
    expect(reply.citations[0]?.documentId).toBe('baotou-2025-skills-enterprise')
    expect(codes(reply)).not.toContain('wider-region')
  })

  test('is told to be silent where a wider one answers', async () => {
    const reply = await ask('包头的高级技师到退休年龄了，双方同意能不能延长退休')
    expect(codes(reply)).toContain('wider-region')
    expect(reply.text).not.toContain('包头市没有自己的文件')
  })

  test('is quoted where it speaks of a matter without a sum', async () => {
    expect(quotes(await ask('武侯区有没有给带学徒的企业发补贴'))).toContain('学徒制试点企业')
  })

  test('another that the words do not name may answer', async () => {
    const reply = await ask('包头，首席和特级两位师傅都聘上了，定薪的时候谁该比谁高')
    expect(quotes(reply)).toContain('且应高于特级技师薪酬待遇')
    expect(reply.calculations).toEqual([])
  })
})

test('a standard of another city is not offered because somebody asks for it', async () => {
  const reply = await ask('深圳评上市级工匠奖多少，照金华的说个数也行')
  expect([reply.kind, reply.calculations]).toEqual(['refusal', []])
})
