import { describe, expect, test } from 'vitest'
import { clauseIndexContract, corpus } from './clause-index.contract.ts'
import { createMemoryIndex, indexEntries } from './index-memory.ts'

describe('the memory index', () => {
  const index = createMemoryIndex(corpus)
  clauseIndexContract(async () => index)

  test('the score is that of BM25 computed by hand', async () => {
    const two = indexEntries([
      { clauseId: 'd/1', documentId: 'd', text: '补贴 a' },
      { clauseId: 'd/2', documentId: 'd', text: 'b c d e' },
    ])
    // 补, 贴 and 补贴 stand in one of two entries, once each; both entries are four terms long.
    const [hit, ...others] = await two.search('补贴', { limit: 9 })
    expect(others).toEqual([])
    expect(hit?.score).toBeCloseTo(3 * Math.log(2), 6)
  })

  test('equal entries stay in the order of the corpus', async () => {
    const entry = (clauseId: string) => ({ clauseId, documentId: 'd', text: '补贴标准' })
    const same = indexEntries([entry('d/2'), entry('d/10'), entry('d/1')])
    const hits = await same.search('补贴', { limit: 9 })
    expect(hits.map(({ clauseId }) => clauseId)).toEqual(['d/2', 'd/10', 'd/1'])
  })

  test('an empty corpus is searched and gives nothing', async () => {
    expect(await indexEntries([]).search('补贴', { limit: 9 })).toEqual([])
  })
})
