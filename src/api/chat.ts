import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { reply } from '../answer/reply.ts'
import type { Respond } from '../respond.ts'
import { dayField, jsonBody, problems, rejectInvalid } from './problems.ts'
import { replyStream } from './stream.ts'

const body = z.object({
  message: z.string().min(1).max(2000),
  conversationId: z.string().max(64).optional(),
  region: z.string().max(40).optional(),
  asOf: dayField.optional(),
})

const STREAM = 'text/event-stream'

const route = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: '提问，得到数额、条款和提醒',
  middleware: jsonBody,
  description:
    'Accept是text/event-stream时逐段返回：若干个delta事件{text}，最后一个reply事件是整个答复；中途出错是error事件。',
  request: { body: { required: true, content: { 'application/json': { schema: body } } } },
  responses: {
    200: {
      description: '答复',
      content: { 'application/json': { schema: reply }, [STREAM]: { schema: z.string() } },
    },
    ...problems(400, 404, 413, 415, 422),
  },
})

export interface ChatDeps {
  respond: Respond
  log?: (line: string) => void
}

export function chatRoutes({ respond, log }: ChatDeps) {
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  app.openapi(route, async (c) => {
    const replying = respond(c.req.valid('json'))
    const wanted = accepts(c, { header: 'Accept', supports: [STREAM], default: 'application/json' })
    if (wanted !== STREAM) return c.json(await replying, 200)
    return c.body(await replyStream(replying, log), 200, {
      'content-type': `${STREAM}; charset=utf-8`,
      'cache-control': 'no-store',
      // A proxy that collects the answer before it passes it on would undo the streaming.
      'x-accel-buffering': 'no',
    }) as never
  })
  return app
}
