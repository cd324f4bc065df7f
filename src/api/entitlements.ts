import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { citationsFor } from '../answer/citations.ts'
import { notice, noticesFor } from '../answer/notices.ts'
import { citation } from '../corpus/citation.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { chain, findRegion } from '../corpus/region.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import { calculate } from '../entitlements/calculate.ts'
import { calculation } from '../entitlements/calculation.ts'
import { inputsSchema } from '../entitlements/fact.ts'
import { type Provision, RECIPIENTS } from '../entitlements/rule.ts'
import { standingOf } from '../entitlements/standing.ts'
import { fieldErrors, Problem } from '../errors.ts'
import { dayField, jsonBody, problems, rejectInvalid } from './problems.ts'

const summary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['payment', 'treatment', 'duty']),
  recipient: z.enum(RECIPIENTS),
  region: z.string(),
  documentId: z.string(),
  statuses: citation.shape.statuses,
  clauses: z.array(z.string()),
  inputs: z.record(z.string(), z.unknown()).meta({ description: '输入的JSON Schema' }),
})

const detail = summary.extend({
  conditions: z.array(z.string()),
  readings: z.array(z.object({ text: z.string(), basis: z.string() })),
  remarks: z.array(z.string()),
  citations: z.array(citation),
  notices: z.array(notice),
})

const calculated = calculation.extend({
  /** The other printed values or readings, where a choice was not made or the clause reads two ways. */
  alternatives: z.array(calculation),
  citations: z.array(citation),
  notices: z.array(notice),
})

const body = z.strictObject({
  inputs: z.record(z.string(), z.unknown()).default({}),
  asOf: dayField.optional(),
})

const id = z.object({ id: z.string() })
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export interface EntitlementDeps {
  corpus: Corpus
  book: Book
  today: () => string
}

/** What can be claimed, and the calculator over HTTP. */
export function entitlementRoutes({ corpus, book, today }: EntitlementDeps) {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  const find = (wanted: string): Provision => {
    const provision = findProvision(book, wanted)
    if (provision === undefined) throw new Problem('not-found', '没有这项待遇')
    return provision
  }
  const summarise = (provision: Provision, on: string) => {
    const { rule, documentId, region, definitions } = provision
    const [cited] = citationsFor(corpus, book, provision, on)
    const { id, name, kind, recipient } = rule
    const inputs = z.toJSONSchema(inputsSchema(definitions), { io: 'input', unrepresentable: 'any' })
    return {
      id,
      name,
      kind,
      recipient,
      region,
      documentId,
      statuses: cited?.statuses ?? [],
      clauses: rule.clauses.map(({ clause }) => clause),
      inputs,
    }
  }

  const list = createRoute({
    method: 'get',
    path: '/api/entitlements',
    summary: '可以申领的待遇，连同各自的输入',
    request: {
      query: z.object({
        region: z.string().optional(),
        recipient: z.enum(RECIPIENTS).optional(),
        asOf: dayField.optional(),
      }),
    },
    responses: { 200: json(z.object({ entitlements: z.array(summary) }), '待遇'), ...problems(404, 422) },
  })
  app.openapi(list, (c) => {
    const { region, recipient, asOf } = c.req.valid('query')
    const on = asOf ?? today()
    const places = region === undefined ? null : placesOf(corpus, region)
    const entitlements = book.provisions
      .filter((provision) => places === null || places.includes(provision.region))
      .filter((provision) => recipient === undefined || provision.rule.recipient === recipient)
      .filter((provision) => ['current', 'open'].includes(standingOf(corpus, book, provision, on)))
      .map((provision) => summarise(provision, on))
    return c.json({ entitlements }, 200)
  })

  const get = createRoute({
    method: 'get',
    path: '/api/entitlements/{id}',
    summary: '一项待遇：条件、条款、读法、输入',
    request: { params: id, query: z.object({ asOf: dayField.optional() }) },
    responses: { 200: json(detail, '待遇'), ...problems(404, 422) },
  })
  app.openapi(get, (c) => {
    const provision = find(c.req.valid('param').id)
    const on = c.req.valid('query').asOf ?? today()
    const { conditions, readings, remarks } = provision.rule
    const citations = citationsFor(corpus, book, provision, on)
    const notices = noticesFor(corpus, book, [provision], on)
    return c.json(
      {
        ...summarise(provision, on),
        conditions: conditions.map(({ text }) => text),
        readings,
        remarks,
        citations,
        notices,
      },
      200,
    )
  })

  const compute = createRoute({
    method: 'post',
    path: '/api/entitlements/{id}/calculate',
    summary: '按事实计算一项待遇',
    middleware: jsonBody,
    request: { params: id, body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: { 200: json(calculated, '计算结果和条款'), ...problems(400, 404, 413, 415, 422) },
  })
  app.openapi(compute, (c) => {
    const provision = find(c.req.valid('param').id)
    const { inputs, asOf } = c.req.valid('json')
    const facts = inputsSchema(provision.definitions).safeParse(inputs)
    if (!facts.success) throw new Problem('invalid-fields', '输入有误', fieldErrors(facts.error, ['inputs']))
    const on = asOf ?? today()
    const [first, ...rest] = calculate(provision, facts.data)
    if (first === undefined) throw new Problem('internal', '没有算出结果')
    const citations = citationsFor(corpus, book, provision, on)
    return c.json(
      { ...headline(first, rest), citations, notices: noticesFor(corpus, book, [provision], on) },
      200,
    )
  })
  return app
}

type Calculation = z.infer<typeof calculation>

/** With several printed values none is the answer: the result says what decides between them. */
function headline(first: Calculation, rest: Calculation[]) {
  if (rest.length === 0) return { ...first, alternatives: [] }
  const all = [first, ...rest]
  const missing = [...new Set(all.flatMap((one) => one.missing))]
  const name = first.variant === null ? first.name : first.name.slice(0, -first.variant.length - 2)
  return {
    ...first,
    name,
    variant: null,
    outcome: 'needs-facts' as const,
    min: null,
    max: null,
    steps: [],
    missing,
    alternatives: all,
  }
}

function placesOf(corpus: Corpus, name: string): string[] {
  const region = findRegion(corpus.regions, name)
  if (region === undefined) throw new Problem('not-found', '文件库里没有这个地方')
  return chain(corpus.regions, region.name)
}
