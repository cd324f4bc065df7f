import { BaseRetriever } from '@langchain/core/retrievers'
import { RunnableLambda } from '@langchain/core/runnables'
import { expect, test } from 'vitest'
import { corpus } from './clause-index.contract.ts'
import { createMemoryIndex } from './index-memory.ts'
import { ClauseRetriever } from './retriever-langchain.ts'

const index = createMemoryIndex(corpus)
const today = () => '2026-01-01'
const retriever = new ClauseRetriever({ corpus, index, today })

test('a retriever of LangChain gives the clauses word for word, with their citations', async () => {
  expect(retriever).toBeInstanceOf(BaseRetriever)
  const [first, ...others] = await retriever.invoke('企业新型学徒制补贴 技能强企')
  const clause = corpus.documents
    .flatMap(({ clauses }) => clauses)
    .find(({ id }) => id === 'baotou-2025-skills-enterprise/四')
  expect(others).toHaveLength(4)
  expect(first).toMatchObject({
    id: clause?.id,
    pageContent: clause?.text,
    metadata: {
      id: clause?.id,
      documentId: 'baotou-2025-skills-enterprise',
      region: '包头市',
      quote: clause?.text,
      url: '/documents/baotou-2025-skills-enterprise#四',
    },
  })
})

test('it ranks as the search does: what a query names to the letter stands first', async () => {
  const [first] = await retriever.invoke('金华第三条')
  expect(first?.id).toBe('jinhua-craftsman-draft/三')
})

test('a limit and a choice of documents hold', async () => {
  const few = new ClauseRetriever({ corpus, index, today, limit: 3, documentIds: ['wuhou-craftsman-draft'] })
  const found = await few.invoke('技能人才补贴')
  expect(found).toHaveLength(3)
  for (const { metadata } of found) expect(metadata.documentId).toBe('wuhou-craftsman-draft')
})

test('a query without words finds nothing', async () => {
  expect(await retriever.invoke('🙂')).toEqual([])
})

test('it stands in a chain', async () => {
  const chain = retriever.pipe(
    RunnableLambda.from((found: { metadata: { path: string } }[]) => found[0]?.metadata.path),
  )
  expect(await chain.invoke('包头三（一）3')).toBe('三、（一）3')
})
