import { describe, expect, test } from 'vitest'
import type { Notice } from './answer/notices.ts'
import { get, post, service, sourceOf } from './api/testing/service.ts'
import type { Citation } from './corpus/citation.ts'
import type { Calculation } from './entitlements/calculation.ts'

const { corpus, book } = service

interface Calculated extends Calculation {
  alternatives: Calculation[]
  citations: Citation[]
  notices: Notice[]
}

async function calculated(
  id: string,
  inputs: Record<string, unknown> = {},
  asOf?: string,
): Promise<Calculated> {
  const response = await post(`/api/entitlements/${id}/calculate`, JSON.stringify({ inputs, asOf }))
  expect(response.status).toBe(200)
  return (await response.json()) as Calculated
}

interface Summary {
  id: string
  region: string
  recipient: string
  statuses: string[]
  inputs: { properties: Record<string, unknown> }
}

const list = async (query = ''): Promise<Summary[]> =>
  (await get<{ entitlements: Summary[] }>(`/api/entitlements${query}`)).entitlements

const codes = ({ notices }: { notices: Notice[] }): string[] => notices.map(({ code }) => code)

describe('GET /health', () => {
  test('says what is served', async () => {
    const clauses = corpus.documents.flatMap((document) => document.clauses)
    expect(await get('/health')).toEqual({
      status: 'ok',
      corpus: {
        hash: corpus.hash,
        documents: 5,
        clauses: clauses.length,
        entitlements: book.provisions.length,
      },
    })
  })
})

describe('GET /api/entitlements', () => {
  const replaced = book.provisions.flatMap(({ rule }) => rule.replaces)
  const standing = book.provisions.filter(({ rule }) => !replaced.includes(rule.id))

  test('lists what stands today, each with a JSON Schema of exactly its own inputs', async () => {
    const all = await list()
    expect(replaced.length).toBeGreaterThan(0)
    expect(all.map(({ id }) => id)).toEqual(standing.map(({ rule }) => rule.id))
    for (const [i, { inputs }] of all.entries()) {
      expect(inputs).toMatchObject({ type: 'object', additionalProperties: false })
      expect(Object.keys(inputs.properties)).toEqual(Object.keys(standing[i]?.definitions ?? {}))
    }
  })

  test('of a place keeps its own rules and those of the places that it lies in, by any of its names', async () => {
    const regions = async (name: string) => [
      ...new Set((await list(`?region=${name}`)).map(({ region }) => region)),
    ]
    expect(await regions('包头')).toEqual(['包头市', '内蒙古自治区'])
    expect(await list('?region=昆区')).toEqual(await list('?region=包头市'))
    expect(await regions('成都市武侯区')).toEqual(['武侯区'])
    expect(await regions('成都')).toEqual([])
  })

  test('keeps one kind of recipient', async () => {
    const kinds = ['person', 'enterprise', 'institution']
    const lists = await Promise.all(kinds.map((kind) => list(`?recipient=${kind}`)))
    for (const [i, found] of lists.entries())
      expect(new Set(found.map(({ recipient }) => recipient))).toEqual(new Set([kinds[i]]))
    expect(lists.flat().length).toBe(standing.length)
  })

  test.each([
    ['2021-04-12', []],
    ['2021-04-13', ['baotou-2021-apprenticeship']],
    ['2024-12-31', ['baotou-2021-apprenticeship']],
    ['2025-01-01', ['baotou-2021-apprenticeship', 'baotou-2025-apprenticeship']],
    ['2025-12-31', ['baotou-2021-apprenticeship', 'baotou-2025-apprenticeship']],
    ['2026-01-01', ['baotou-2025-apprenticeship']],
  ])('on %s has %j of the two apprenticeship rules of Baotou', async (asOf, expected) => {
    const ids = (await list(`?region=包头&asOf=${asOf}`)).map(({ id }) => id)
    expect(ids.filter((id) => /^baotou-20\d\d-apprenticeship$/.test(id))).toEqual(expected)
  })

  test('has nothing that held before the first of its documents', async () => {
    expect(await list('?asOf=2015-01-31')).toEqual([])
  })
})

describe('GET /api/entitlements/{id}', () => {
  test('tells conditions, readings, remarks and the clause of each provision, verbatim from its source', async () => {
    for (const { rule, documentId } of book.provisions) {
      const found = await get<Summary & { conditions: string[]; citations: Citation[] }>(
        `/api/entitlements/${rule.id}`,
      )
      expect(found.conditions).toEqual(rule.conditions.map(({ text }) => text))
      expect(found.citations.length).toBeGreaterThan(0)
      for (const { quote } of found.citations) expect(sourceOf(documentId)).toContain(quote)
    }
  })

  test('tells what holds on the day asked about', async () => {
    const on = (asOf: string) =>
      get<{ statuses: string[]; notices: Notice[] }>(`/api/entitlements/wuhou-zhuge-craftsman?asOf=${asOf}`)
    expect((await on('2023-08-28')).statuses).toEqual(['draft'])
    const after = await on('2023-08-29')
    expect(after.statuses).toEqual(['draft', 'expired'])
    expect(codes(after)).toEqual(['draft', 'expired'])
  })
})

describe('POST /api/entitlements/{id}/calculate', () => {
  test('gives the worked example of the contract: 12 apprentices for 3 years', async () => {
    const result = await calculated('baotou-2025-apprenticeship', { apprentices: 12, years: 3 }, '2026-11-20')
    expect(result).toMatchObject({
      entitlementId: 'baotou-2025-apprenticeship',
      name: '企业新型学徒制培训补贴',
      region: '包头市',
      recipient: 'enterprise',
      outcome: 'range',
      min: '216000',
      max: '288000',
      unit: '元',
      missing: [],
      alternatives: [],
      notices: [],
      citationIds: ['baotou-2025-skills-enterprise/四'],
    })
    expect(result.steps.at(-1)).toMatchObject({
      label: '合计',
      expression: '12人 × 3年 × 6000—8000元/人·年',
      value: '216000—288000',
    })
    expect(result.inputs).toContainEqual(
      expect.objectContaining({ name: 'apprentices', value: '12', unit: '人', source: 'said' }),
    )
    expect(result.inputs).toContainEqual(
      expect.objectContaining({ name: 'apprenticeship', source: 'assumed' }),
    )
    expect(result.citations).toMatchObject([
      {
        id: 'baotou-2025-skills-enterprise/四',
        path: '四',
        url: '/documents/baotou-2025-skills-enterprise#四',
      },
    ])
    expect(result.citations[0]?.quote).toMatch(/按照培养等级给予企业每人每年6000元—8000元的培训补贴。$/)
  })

  test('gives the rate with the other count as its unit while one count is missing', async () => {
    expect(await calculated('baotou-2025-apprenticeship', { apprentices: 30 })).toMatchObject({
      min: '180000',
      max: '240000',
      unit: '元/年',
      missing: ['years'],
    })
  })

  test('takes null as not known, text as exact and min with max as a range', async () => {
    expect(await calculated('baotou-2025-apprenticeship', { apprentices: null })).toEqual(
      await calculated('baotou-2025-apprenticeship'),
    )
    expect(await calculated('jinhua-talent-introduction', { salary: '333333.33' })).toMatchObject({
      outcome: 'exact',
      max: '499999.995',
    })
    const range = await calculated('baotou-2021-skill-upgrade', { people: { min: 20, max: 30 } })
    expect(range).toMatchObject({ outcome: 'range', min: '20000', max: '150000' })
  })

  test('gives one alternative for each printed value while a level is not said, and none is the answer', async () => {
    const open = await calculated('jinhua-craftsman-award')
    expect(open).toMatchObject({
      name: '金华工匠经费资助',
      variant: null,
      outcome: 'needs-facts',
      min: null,
      max: null,
      missing: ['craftsman'],
    })
    expect(open.alternatives.map(({ variant, max }) => [variant, max])).toEqual([
      ['金华大工匠', '50000'],
      ['金华杰出工匠', '30000'],
      ['金华工匠', '10000'],
    ])
    const said = await calculated('jinhua-craftsman-award', { craftsman: 'outstanding' })
    expect(said).toMatchObject({ outcome: 'exact', min: '30000', max: '30000', alternatives: [] })
  })

  test('says why a condition fails', async () => {
    const refused = await calculated('jinhua-public-base', { visits: 1000 })
    expect(refused).toMatchObject({ outcome: 'not-eligible', min: null, max: null })
    expect(refused.steps[0]?.expression).toContain('年实训超1000人次')
  })

  test.each([
    ['jinhua-craftsman-award', '2026-11-20', ['draft']],
    ['wuhou-zhuge-craftsman', '2023-08-28', ['draft']],
    ['wuhou-zhuge-craftsman', '2023-08-29', ['draft', 'expired']],
    ['wuhou-zhuge-craftsman', '2017-12-31', ['draft', 'not-yet']],
    ['baotou-2021-apprenticeship', '2021-04-12', ['not-yet']],
    ['baotou-2021-apprenticeship', '2024-12-31', []],
    ['baotou-2021-apprenticeship', '2025-01-01', ['date-unknown']],
    ['baotou-2021-apprenticeship', '2025-12-31', ['date-unknown']],
    ['baotou-2021-apprenticeship', '2026-01-01', ['superseded']],
    ['baotou-2025-apprenticeship', '2024-12-31', ['not-yet']],
    ['baotou-2025-apprenticeship', '2025-06-30', ['date-unknown']],
    ['baotou-2025-apprenticeship', '2026-01-01', []],
    ['baotou-2021-selected-technician', '2026-01-01', []],
  ])('%s on %s carries the notices %j, and its amount all the same', async (id, asOf, expected) => {
    const result = await calculated(id, {}, asOf)
    expect(codes(result)).toEqual(expected)
    expect(result.outcome).not.toBe('not-eligible')
    for (const { text } of result.notices) expect(text).toMatch(/^《|^“|^后出的文件/)
  })

  test('a rule that was replaced is cited as superseded, and is not called in force', async () => {
    const { citations } = await calculated('baotou-2021-apprenticeship', {}, '2026-01-01')
    expect(citations[0]?.statuses).toEqual(['superseded'])
  })

  test('counts from today in Shanghai when no day is given', async () => {
    expect(await calculated('wuhou-zhuge-craftsman')).toEqual(
      await calculated('wuhou-zhuge-craftsman', {}, '2026-11-20'),
    )
    expect((await calculated('wuhou-zhuge-craftsman')).notices.at(-1)?.text).toContain('2026-11-20')
  })

  test('gives plain decimal amounts, known citations and clauses for every provision and every worked example', async () => {
    for (const { rule, documentId } of book.provisions) {
      for (const { given } of rule.examples) {
        const { alternatives, citations, ...headline } = await calculated(rule.id, given)
        for (const one of [headline, ...alternatives]) {
          for (const amount of [one.min, one.max])
            if (amount !== null) expect(amount).toMatch(/^\d+(\.\d+)?$/)
          expect(citations.map(({ id }) => id)).toEqual(one.citationIds)
          for (const step of one.steps) expect(one.citationIds).toContain(step.citationId)
        }
        for (const { quote } of citations) expect(sourceOf(documentId)).toContain(quote)
      }
    }
  })
})
