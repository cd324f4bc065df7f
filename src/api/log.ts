import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { Problem } from '../errors.ts'

/**
 * One JSON line for each request. The pattern of a route is written, never the address, and nothing that anybody
 * said: ids of conversations and content have no place in a log.
 */
export const requestLog = (write: (line: string) => void) =>
  createMiddleware(async (c, next) => {
    const requestId = crypto.randomUUID()
    const start = performance.now()
    await next()
    c.header('x-request-id', requestId)
    const line = {
      time: new Date().toISOString(),
      requestId,
      method: METHODS.has(c.req.method) ? c.req.method : 'OTHER',
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
      ...(c.error === undefined || c.error instanceof Problem ? {} : failure(c.error)),
    }
    write(JSON.stringify(line))
  })

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Where it failed. The message is left out: it may repeat what a person wrote. */
const failure = ({ name, stack = '' }: Error) => ({
  error: name,
  at: stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
    .map((line) => line.trim()),
})
