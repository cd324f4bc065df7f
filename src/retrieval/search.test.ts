import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createMemoryIndex } from '../adapters/index-memory.ts'
import { type Corpus, corpus as corpusSchema } from '../corpus/corpus.ts'
import { entries } from './clause-index.ts'
import { search } from './search.ts'

const file = fileURLToPath(new URL('../../corpus/corpus.json', import.meta.url))
const corpus = corpusSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
const index = createMemoryIndex(corpus)

async function found(
  query: string,
  limit = 1,
  documentIds?: string[],
  of: Corpus = corpus,
): Promise<string[]> {
  const hits = await search(of, createMemoryIndex(of), query, { limit, ...(documentIds && { documentIds }) })
  return hits.map(({ clauseId }) => clauseId)
}

describe('search', () => {
  test.for([
    ['内人社办发〔2025〕93号', 'baotou-2025-skills-enterprise/前言'],
    ['请问内人社办发(2025)93号是什么文件', 'baotou-2025-skills-enterprise/前言'],
    ['人社办发［２０２５］ 93 号', 'baotou-2025-skills-enterprise/前言'],
    ['内人社办发【2025】第93号', 'baotou-2025-skills-enterprise/前言'],
    ['浙委办发2020年36号', 'jinhua-craftsman-draft/前言'],
    ['〔2018〕72号', 'wuhou-craftsman-draft/前言'],
  ])('a document number finds the clause that prints it: %s', async ([query, clauseId]) => {
    expect(await found(query as string)).toEqual([clauseId])
  })

  test('the number of another organ, year or document is not taken for it', async () => {
    const plain = async (query: string) =>
      (await index.search(query, { limit: 3 })).map(({ clauseId }) => clauseId)
    for (const query of ['京财发〔2025〕93号', '内人社办发〔2024〕93号', '内人社办发〔2025〕9号'])
      expect(await found(query, 3)).toEqual(await plain(query))
  })

  test('the number of a document itself finds that document', async () => {
    const documents = structuredClone(corpus.documents)
    const wuhou = documents.find(({ meta }) => meta.id === 'wuhou-craftsman-draft')
    if (wuhou) wuhou.meta.number = '成武工发〔2019〕5号'
    const hits = await found('成武工发(2019)5号 中华技能大奖 补贴标准', 5, undefined, {
      ...corpus,
      documents,
    })
    for (const clauseId of hits) expect(clauseId).toMatch(/^wuhou-/)
  })

  test.for([
    ['包头三（一）3', 'baotou-2021-craftsman-city/三（一）3'],
    ['工匠之都方案 三、（一）3 说了什么', 'baotou-2021-craftsman-city/三（一）3'],
    ['包头 三(二)', 'baotou-2021-craftsman-city/三（二）'],
    ['内蒙古第三部分（一）4', 'neimenggu-2015-high-skilled/三（一）4'],
    ['内蒙古三（一）第4条怎么规定', 'neimenggu-2015-high-skilled/三（一）4'],
    ['金华三、14', 'jinhua-craftsman-draft/三14'],
    ['技能强企第四条', 'baotou-2025-skills-enterprise/四'],
    ['技能强企第4条', 'baotou-2025-skills-enterprise/四'],
    ['包头2025年的意见第四条', 'baotou-2025-skills-enterprise/四'],
    ['昆区2021年 第四部分', 'baotou-2021-craftsman-city/四'],
    ['武侯第九条', 'wuhou-craftsman-draft/二（九）'],
    ['武侯（九）', 'wuhou-craftsman-draft/二（九）'],
    ['武侯第10条', 'wuhou-craftsman-draft/三（十）'],
    ['金华第3条', 'jinhua-craftsman-draft/二（一）3'],
    ['金华第三条', 'jinhua-craftsman-draft/三'],
  ])('a label and a hint at the document find the clause: %s', async ([query, clauseId]) => {
    expect(await found(query as string)).toEqual([clauseId])
  })

  test('a place that several documents regulate gets the clause of each', async () => {
    expect((await found('包头第四条', 2)).toSorted()).toEqual([
      'baotou-2021-craftsman-city/四',
      'baotou-2025-skills-enterprise/四',
    ])
  })

  test('a filter to documents is a hint too', async () => {
    expect(await found('第四条', 1, ['baotou-2025-skills-enterprise'])).toEqual([
      'baotou-2025-skills-enterprise/四',
    ])
  })

  test('a place without a document of its own lends no label', async () => {
    expect(await found('成都第九条', 1)).not.toEqual(['wuhou-craftsman-draft/二（九）'])
  })

  test.for(['金华初三14岁能参加吗', '包头三5万元', '金华二十三14'])(
    'quantities are no labels: %s',
    async (query) => {
      const plain = await index.search(query, { limit: 5 })
      expect(await search(corpus, index, query, { limit: 5 })).toEqual(plain)
    },
  )

  test.for([
    ['“从4000元提高到6000元”是什么意思', 'baotou-2021-craftsman-city/三（一）3'],
    ['包头的文件写着"按照培养等级给予企业每人每年6000元"吗', 'baotou-2025-skills-enterprise/四'],
    ['「有效期至２０２３年８月２８日」', 'wuhou-craftsman-draft/文末'],
  ])('a quoted phrase finds the clause that holds it: %s', async ([query, clauseId]) => {
    expect(await found(query as string)).toEqual([clauseId])
  })

  test('a term in quotation marks that stands everywhere changes nothing', async () => {
    const query = '“诸葛工匠”奖励'
    expect(await search(corpus, index, query, { limit: 9 })).toEqual(await index.search(query, { limit: 9 }))
  })

  test('what is named stands first, full text behind it, each once, in falling order', async () => {
    const hits = await search(corpus, index, '金华 二（一）1 世界技能大赛奖励', { limit: 50 })
    const plain = await index.search('金华 二（一）1 世界技能大赛奖励', { limit: 50 })
    expect(hits[0]?.clauseId).toBe('jinhua-craftsman-draft/二（一）1')
    expect(hits.slice(1)).toEqual(plain.filter(({ clauseId }) => clauseId !== hits[0]?.clauseId))
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test('a named clause outside the filter is not given', async () => {
    const hits = await found('内人社办发〔2025〕93号 “从4000元提高到6000元”', 50, ['jinhua-craftsman-draft'])
    for (const clauseId of hits) expect(clauseId).toMatch(/^jinhua-/)
  })

  test('empty and overlong queries are answered', async () => {
    expect(await found('')).toEqual([])
    expect(await found(`“${'工'.repeat(1998)}`, 3)).toHaveLength(3)
    expect(await found('（一）'.repeat(660), 3)).toHaveLength(3)
    expect(await found('第'.repeat(2000), 3)).toHaveLength(1)
    expect(await found('发2025'.repeat(330), 3)).toHaveLength(3)
  })
})

describe('entries', () => {
  test('a clause is indexed with its place, its title, the headings above it and its own words', () => {
    const entry = entries(corpus).find(({ clauseId }) => clauseId === 'baotou-2021-craftsman-city/三（一）3')
    expect(entry?.text).toMatch(
      /^包头市\n包头市打造“工匠之都”实施方案\n主要措施\n全面实施职业技能提升行动\n3．全面深化校企合作育人机制。/,
    )
  })

  test('every clause of the corpus has one entry, in the order of the corpus', () => {
    expect(entries(corpus).map(({ clauseId }) => clauseId)).toEqual(
      corpus.documents.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    )
  })
})
