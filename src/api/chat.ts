import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { reply } from '../answer/reply.ts'
import type { Respond } from '../respond.ts'
import { dayField, jsonBody, problems, rejectInvalid } from './problems.ts'

const body = z.object({
  message: z.string().min(1).max(2000),
  conversationId: z.string().max(64).optional(),
  region: z.string().max(40).optional(),
  asOf: dayField.optional(),
})

const route = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: '提问，得到数额、条款和提醒',
  middleware: jsonBody,
  request: { body: { required: true, content: { 'application/json': { schema: body } } } },
  responses: {
    200: { description: '答复', content: { 'application/json': { schema: reply } } },
    ...problems(400, 404, 413, 415, 422),
  },
})

export function chatRoutes({ respond }: { respond: Respond }) {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(route, async (c) => c.json(await respond(c.req.valid('json')), 200))
  return app
}
