import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { corpus as corpusSchema } from '../corpus/corpus.ts'
import type { ClauseIndex, Hit } from '../retrieval/clause-index.ts'
import { createMemoryIndex } from './index-memory.ts'

const file = fileURLToPath(new URL('../../corpus/corpus.json', import.meta.url))
export const corpus = corpusSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

export const QUERIES = [
  '包头的企业，带12个学徒，培养三年，补贴一共多少',
  '企业新型学徒制培训补贴标准',
  '中华技能大奖获得者奖励多少钱',
  '首席技师津贴',
  '世界技能大赛金奖',
  '诸葛工匠一次性奖励',
  '技能大师工作室建设经费',
  '高技能人才公共实训基地',
  '昆都仑区有没有工匠补贴',
  '引进高级技师安家补助',
  '职工教育经费按工资总额的8%提取',
  '从4000元提高到6000元',
  '内人社办发〔2025〕93号',
  '三（一）3',
  '第四条',
  '有效期到什么时候',
  '征求意见稿',
  '责任单位：市人社局',
  '技师学院毕业生落户',
  '企业自主开展职业技能等级评价',
  '竞赛获奖选手晋升',
  '校企合作',
  '技能',
  '的',
  'AI 数字化 ８＋Ｎ',
  'what about Baotou 2025?',
  '学徒 学徒 学徒',
]
const SYNTAX = [
  "补贴'; DROP TABLE clauses; --",
  '"技能大赛" AND NOT (奖励 OR 补贴)',
  'terms:技能 +工匠 -补贴 技能* 技能~2 技能^3 [1 TO 5]',
  '{"match":{"terms":"工匠"}} \\ \n\t\u0000 /技.能/ %_',
]
const limit = 1000

/** What every index gives: plain BM25 over our own terms, in one order. */
export function clauseIndexContract(open: () => Promise<ClauseIndex>): void {
  const plain = createMemoryIndex(corpus)
  const orderOf = (hits: Hit[]): string[] => hits.map(({ clauseId }) => clauseId)

  describe('as a clause index', () => {
    test.for([...QUERIES, ...SYNTAX])('it ranks as plain BM25 does: %j', async (query) => {
      const hits = await (await open()).search(query, { limit })
      const expected = await plain.search(query, { limit })
      expect(hits.length).toBeGreaterThan(0)
      expect(orderOf(hits)).toEqual(orderOf(expected))
      for (const [i, { score }] of hits.entries())
        expect(Math.abs(score / (expected[i]?.score ?? 0) - 1)).toBeLessThan(1e-5)
    })

    test('it finds the clause that grants the apprenticeship subsidy first', async () => {
      const [first] = await (await open()).search('企业新型学徒制补贴 技能强企', { limit: 1 })
      expect(first).toMatchObject({
        clauseId: 'baotou-2025-skills-enterprise/四',
        documentId: 'baotou-2025-skills-enterprise',
      })
    })

    test('a limit cuts the same ranking', async () => {
      const index = await open()
      const all = await index.search('技能人才', { limit })
      for (const few of [0, 1, 3, 10, all.length])
        expect(await index.search('技能人才', { limit: few })).toEqual(all.slice(0, few))
    })

    test('a filter keeps the scores and the order of the whole corpus', async () => {
      const index = await open()
      const all = await index.search('高技能人才补贴', { limit })
      for (const documentIds of [
        ['jinhua-craftsman-draft'],
        ['wuhou-craftsman-draft', 'baotou-2021-craftsman-city'],
      ]) {
        const wanted = all.filter(({ documentId }) => documentIds.includes(documentId))
        expect(await index.search('高技能人才补贴', { limit, documentIds })).toEqual(wanted)
        expect(await index.search('高技能人才补贴', { limit: 2, documentIds })).toEqual(wanted.slice(0, 2))
      }
    })

    test('no document, or one that does not exist, gives nothing', async () => {
      const index = await open()
      for (const documentIds of [[], ['nowhere'], ["' OR 1=1 --"]])
        expect(await index.search('补贴', { limit, documentIds })).toEqual([])
    })

    test.for(['', '   ', '，。！？“”……——', '\u200b\u3000\n', '🙂👍'])(
      'nothing is found for %j',
      async (query) => {
        expect(await (await open()).search(query, { limit })).toEqual([])
      },
    )

    test('words that stand nowhere find nothing', async () => {
      expect(await (await open()).search('zzyzx 龘', { limit })).toEqual([])
    })

    test('two thousand equal characters ask for no more than two', async () => {
      const index = await open()
      expect(await index.search('工'.repeat(2000), { limit })).toEqual(await index.search('工工', { limit }))
    })

    test('a word of two thousand letters and two thousand different characters are searched', async () => {
      const index = await open()
      expect(await index.search('a'.repeat(2000), { limit })).toEqual([])
      const different = Array.from({ length: 2000 }, (_, i) => String.fromCodePoint(0x4e00 + i * 9)).join('')
      expect(orderOf(await index.search(different, { limit }))).toEqual(
        orderOf(await plain.search(different, { limit })),
      )
    })

    test('full width, case and order of words do not matter', async () => {
      const index = await open()
      const hits = orderOf(await index.search('奖励 5000 元 it', { limit }))
      expect(orderOf(await index.search('ＩＴ　元　５０００　奖励', { limit }))).toEqual(hits)
    })

    test('the same question asked at once gives the same answer each time', async () => {
      const index = await open()
      const asked = Array.from({ length: 8 }, () => index.search('首席技师', { limit: 5 }))
      const [first, ...others] = await Promise.all(asked)
      for (const other of others) expect(other).toEqual(first)
    })
  })
}
