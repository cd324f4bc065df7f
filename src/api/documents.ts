import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { type Corpus, clause, findDocument, type PolicyDocument } from '../corpus/corpus.ts'
import { knownDay, STATUSES, statusesOn } from '../corpus/document.ts'
import { Problem } from '../errors.ts'
import { documentPage } from '../pages/document.ts'
import { dayField, problems, rejectInvalid } from './problems.ts'

const meta = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  region: z.string(),
  statuses: z.array(z.enum(STATUSES)),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  restsOn: z.array(z.string()),
  url: z.string(),
})

const node = clause.omit({ start: true, end: true, sentences: true })

const query = z.object({ asOf: dayField.optional() })
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The documents, as data and as pages that show a clause where it stands. */
export function documentRoutes({ corpus, today }: { corpus: Corpus; today: () => string }) {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  const find = (id: string): PolicyDocument => {
    const document = findDocument(corpus, id)
    if (document === undefined) throw new Problem('not-found', '没有这份文件')
    return document
  }
  const describe = ({ meta }: PolicyDocument, on: string) => ({
    id: meta.id,
    title: meta.title,
    number: meta.number,
    issuer: meta.issuer,
    region: meta.region.name,
    statuses: statusesOn(meta, on),
    effectiveFrom: knownDay(meta.first),
    effectiveTo: knownDay(meta.last),
    restsOn: meta.restsOn,
    url: `/documents/${meta.id}`,
  })

  const list = createRoute({
    method: 'get',
    path: '/api/documents',
    summary: '文件库里的文件',
    request: { query },
    responses: { 200: json(z.object({ documents: z.array(meta) }), '文件'), ...problems(422) },
  })
  app.openapi(list, (c) => {
    const on = c.req.valid('query').asOf ?? today()
    return c.json({ documents: corpus.documents.map((document) => describe(document, on)) }, 200)
  })

  const get = createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    summary: '一份文件和它的条款',
    request: { params: z.object({ id: z.string() }), query },
    responses: { 200: json(meta.extend({ clauses: z.array(node) }), '文件和条款'), ...problems(404, 422) },
  })
  app.openapi(get, (c) => {
    const document = find(c.req.valid('param').id)
    const on = c.req.valid('query').asOf ?? today()
    const clauses = document.clauses.map(({ id, label, path, heading, parent, text }) => ({
      id,
      label,
      path,
      heading,
      parent,
      text,
    }))
    return c.json({ ...describe(document, on), clauses }, 200)
  })

  app.get('/documents/:id', (c) =>
    c.html(documentPage(find(c.req.param('id')), today(), c.req.query('quote'))),
  )
  return app
}
