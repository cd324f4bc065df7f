import { describe, expect, test } from 'vitest'
import { get, service, sourceOf } from './api/testing/service.ts'
import type { Citation } from './corpus/citation.ts'

const { app, corpus, book } = service

describe('documents', () => {
  test('are listed with what each says of itself, and what holds on the day', async () => {
    const { documents } = await get<{ documents: Record<string, unknown>[] }>(
      '/api/documents?asOf=2025-06-01',
    )
    expect(
      documents.map(({ id, effectiveFrom, effectiveTo, statuses }) => [
        id,
        effectiveFrom,
        effectiveTo,
        statuses,
      ]),
    ).toEqual([
      ['baotou-2021-craftsman-city', '2021-04-13', null, ['in-force']],
      ['baotou-2025-skills-enterprise', null, null, ['in-force']],
      ['jinhua-craftsman-draft', null, null, ['draft']],
      ['neimenggu-2015-high-skilled', null, null, ['in-force']],
      ['wuhou-craftsman-draft', null, '2023-08-28', ['draft', 'expired']],
    ])
  })

  test.each(corpus.documents.map(({ meta }) => meta.id))(
    '%s is given with its clauses, verbatim, and has a page with an anchor for each',
    async (id) => {
      const { clauses } = await get<{ clauses: { id: string; parent: string | null; text: string }[] }>(
        `/api/documents/${id}`,
      )
      expect(clauses.length).toBeGreaterThan(5)
      for (const { parent, text } of clauses) {
        expect(sourceOf(id)).toContain(text)
        if (parent !== null) expect(clauses.map((clause) => clause.id)).toContain(parent)
      }
      const page = await app.request(`/documents/${id}`)
      expect(page.headers.get('content-type')).toMatch(/^text\/html/)
      const anchors = [...(await page.text()).matchAll(/<section id="([^"]+)"/g)].map((match) => match[1])
      expect(anchors).toEqual(clauses.map((clause) => clause.id.slice(id.length + 1)))
      expect(new Set(anchors).size).toBe(anchors.length)
    },
  )

  test('every citation leads to a page and an anchor that exist', async () => {
    const pages = new Map<string, string>()
    for (const { rule } of book.provisions) {
      const { citations } = await get<{ citations: Citation[] }>(`/api/entitlements/${rule.id}`)
      for (const { url } of citations) {
        const [path, anchor] = url.split('#') as [string, string]
        if (!pages.has(path)) pages.set(path, await (await app.request(path)).text())
        expect(pages.get(path)).toContain(`id="${anchor}"`)
      }
    }
    expect(pages.size).toBe(5)
  })
})

describe('GET /api/search', () => {
  const hits = async (query: string) =>
    (await get<{ hits: { score: number; citation: Citation }[] }>(`/api/search?${query}`)).hits

  test('ranks clauses, the best first, each verbatim', async () => {
    const found = await hits('q=引才补贴总额不超过50万元')
    expect(found[0]?.citation.id).toBe('jinhua-craftsman-draft/二（一）3')
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    for (const { citation } of found) expect(sourceOf(citation.documentId)).toContain(citation.quote)
  })

  test('keeps to a place, to the number asked for, and to what holds on the day', async () => {
    const found = await hits('q=工作室&region=昆区&limit=3')
    expect(found.length).toBe(3)
    for (const { citation } of found) expect(['包头市', '内蒙古自治区']).toContain(citation.region)
    const [expired] = await hits('q=诸葛工匠&limit=1&asOf=2024-01-01')
    expect(expired?.citation.statuses).toEqual(['draft', 'expired'])
  })

  test('finds nothing for what no clause contains', async () => {
    expect(await hits('q=😀')).toEqual([])
  })
})

describe('the description of the API', () => {
  const paths = [
    '/health',
    '/api/entitlements',
    '/api/entitlements/{id}',
    '/api/entitlements/{id}/calculate',
    '/api/documents',
    '/api/documents/{id}',
    '/api/search',
    '/api/chat',
  ]

  interface Operation {
    parameters?: { name: string; in: string }[]
    responses: Record<string, { description: string; content: Record<string, { schema: object }> }>
  }
  interface Description {
    openapi: string
    paths: Record<string, Record<string, Operation>>
  }

  test('holds every path, its parameters, its answers and its problems', async () => {
    const { openapi, paths: described } = await get<Description>('/openapi.json')
    expect(openapi).toMatch(/^3\./)
    expect(Object.keys(described).toSorted()).toEqual(paths.toSorted())
    for (const [path, operations] of Object.entries(described)) {
      for (const { parameters = [], responses } of Object.values(operations)) {
        const inPath = parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => `{${name}}`)
        expect(inPath).toEqual([...path.matchAll(/\{\w+\}/g)].map(([name]) => name))
        for (const [status, { description, content }] of Object.entries(responses)) {
          expect(description).not.toBe('')
          const streamed = path === '/api/chat' ? ['text/event-stream'] : []
          expect(Object.keys(content)).toEqual(
            status === '200' ? ['application/json', ...streamed] : ['application/problem+json'],
          )
        }
      }
    }
  })

  test('refers only to what it contains, and uses no word that its version does not know', async () => {
    const description = await get<Description>('/openapi.json')
    const nodes: Record<string, unknown>[] = []
    JSON.stringify(description, (_, value) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) nodes.push(value)
      return value
    })
    for (const { $ref } of nodes) {
      if (typeof $ref !== 'string') continue
      const target = $ref
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], description)
      expect([$ref, target]).not.toEqual([$ref, undefined])
    }
    for (const node of nodes) {
      expect(node.type).not.toBe('null')
      expect(Array.isArray(node.type)).toBe(false)
    }
  })

  test('has a page that names no foreign host', async () => {
    const page = await (await app.request('/docs')).text()
    const links = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1])
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) expect(link).toMatch(/^\/docs\/[\w.-]+$/)
    expect(page).not.toMatch(/https?:|\/\/\w/)
  })
})
