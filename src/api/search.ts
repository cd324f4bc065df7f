import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { citation, cite } from '../corpus/citation.ts'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import { chain, findRegion } from '../corpus/region.ts'
import { Problem } from '../errors.ts'
import type { ClauseIndex } from '../retrieval/clause-index.ts'
import { search } from '../retrieval/search.ts'
import { dayField, problems, rejectInvalid } from './problems.ts'

const route = createRoute({
  method: 'get',
  path: '/api/search',
  summary: '按相关程度排列的条款',
  request: {
    query: z.object({
      q: z.string().min(1).max(2000),
      region: z.string().optional(),
      asOf: dayField.optional(),
      limit: z.coerce
        .number('须是整数')
        .int('须是整数')
        .min(1, '不能小于1')
        .max(50, '不能大于50')
        .default(10),
    }),
  },
  responses: {
    200: {
      description: '条款',
      content: {
        'application/json': {
          schema: z.object({ hits: z.array(z.object({ score: z.number(), citation })) }),
        },
      },
    },
    ...problems(404, 422),
  },
})

/** Ranked clauses; a region keeps its own documents and those of the places that it lies in. */
export function searchRoutes({
  corpus,
  index,
  today,
}: {
  corpus: Corpus
  index: ClauseIndex
  today: () => string
}) {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(route, async (c) => {
    const { q, region, asOf, limit } = c.req.valid('query')
    const on = asOf ?? today()
    const documentIds = region === undefined ? undefined : documentsOf(corpus, region)
    const hits = await search(corpus, index, q, {
      limit,
      ...(documentIds === undefined ? {} : { documentIds }),
    })
    const shown = hits.flatMap(({ score, documentId, clauseId }) => {
      const document = findDocument(corpus, documentId)
      return document === undefined ? [] : [{ score, citation: cite(document, clauseId, [], on) }]
    })
    return c.json({ hits: shown }, 200)
  })
  return app
}

function documentsOf(corpus: Corpus, name: string): string[] {
  const region = findRegion(corpus.regions, name)
  if (region === undefined) throw new Problem('not-found', '文件库里没有这个地方')
  const places = chain(corpus.regions, region.name)
  return corpus.documents.filter(({ meta }) => places.includes(meta.region.name)).map(({ meta }) => meta.id)
}
