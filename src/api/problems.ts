import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { type ZodError, z } from 'zod'
import { fieldErrors, Problem, problemSchema } from '../errors.ts'

/** The one place where a failure becomes a response. Only a `Problem` speaks; anything else is just "internal". */
export function respondWithProblem(error: Error, c: Context): Response {
  const problem = asProblem(error)
  return c.body(JSON.stringify(problem), problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/** What a caller is told of a failure; of an unexpected one nothing but that it happened. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 400)
    return new Problem('malformed-json', '请求体不是有效的JSON')
  return new Problem('internal', '服务出错，请稍后再试')
}

/** The hook that every route shares: fields that the schema rejects are a 422 with their paths. */
export const rejectInvalid = (result: { success: boolean; error?: unknown }): undefined => {
  if (result.success) return
  throw new Problem('invalid-fields', '请求的字段有误', fieldErrors(result.error as ZodError))
}

const BODY_LIMIT = 64 * 1024

/** JSON bodies only, well-formed and small, each failure told apart before the schema sees the body. */
export const jsonBody: MiddlewareHandler[] = [
  createMiddleware(async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
      throw new Problem('unsupported-media-type', '请求体须是application/json')
    await next()
  }),
  bodyLimit({
    maxSize: BODY_LIMIT,
    onError: () => {
      throw new Problem('too-large', `请求体不能超过${BODY_LIMIT / 1024}KB`)
    },
  }),
  createMiddleware(async (c, next) => {
    try {
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer()))
    } catch {
      throw new Problem('malformed-json', '请求体不是有效的UTF-8 JSON')
    }
    await next()
  }),
]

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** The failures that a route may answer with, for its description. */
export const problems = (...statuses: (400 | 404 | 413 | 415 | 422)[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: TITLES[status], content: problemContent }]),
  )

const TITLES = {
  400: '不是有效的JSON',
  404: '没有找到',
  413: '请求太大',
  415: '须是application/json',
  422: '字段有误',
}

/** `asOf`: the day that is asked about. */
export const dayField = z.iso.date({ error: '须是真实存在的日期，写作YYYY-MM-DD' })
