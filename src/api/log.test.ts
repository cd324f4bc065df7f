import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { Problem } from '../errors.ts'
import { requestLog } from './log.ts'

async function logged(
  path: string,
  init?: RequestInit,
): Promise<{ line: Record<string, unknown>; id: string | null }> {
  const lines: string[] = []
  const inner = new Hono()
    .get('/documents/:id', (c) => c.text('ok'))
    .post('/chat', () => {
      throw new Error('13812345678 said this')
    })
    .get('/gone', () => {
      throw new Problem('not-found', 'no')
    })
  const app = new Hono().use(requestLog((line) => lines.push(line))).route('/api', inner)
  app.onError((error, c) => c.text('', error instanceof Problem ? 404 : 500))
  const response = await app.request(path, init)
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/\n|13812345678|secret/)
  return { line: JSON.parse(lines[0] as string), id: response.headers.get('x-request-id') }
}

test('a request leaves one line with the pattern of its route and never its address', async () => {
  const { line, id } = await logged('/api/documents/secret?q=secret')
  expect(line).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    requestId: id,
    method: 'GET',
    route: '/api/documents/:id',
    status: 200,
    ms: expect.any(Number),
  })
})

test('an error says where it was thrown and not what it said; a problem is no error', async () => {
  const { line } = await logged('/api/chat', { method: 'POST', body: 'secret' })
  expect(line).toMatchObject({
    status: 500,
    error: 'Error',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
  })
  expect((await logged('/api/gone')).line).not.toHaveProperty('error')
})

test('an unknown address and an unknown method are not repeated', async () => {
  expect((await logged('/secret')).line).toMatchObject({ status: 404, route: '/*' })
  expect((await logged('/secret', { method: 'SECRET' })).line).toMatchObject({ method: 'OTHER' })
})
