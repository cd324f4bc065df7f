import { describe, expect, test } from 'vitest'
import { type Body, post, service } from './api/testing/service.ts'

const { app } = service
const CALCULATE = '/api/entitlements/baotou-2025-apprenticeship/calculate'

interface Rejection {
  type: string
  title: string
  status: number
  detail: string
  errors?: { path: string; message: string }[]
}

/** The problem that a response carries, after what every problem owes its reader was checked. */
async function problem(response: Response): Promise<Rejection> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const text = await response.text()
  expect(text).not.toMatch(/\bat .+:\d+|node_modules|\.ts\b|Error\b/)
  const body = JSON.parse(text) as Rejection
  expect(body.status).toBe(response.status)
  expect(body.status).toBeLessThan(500)
  expect(body.type).toMatch(/^urn:jiangce:problem:[a-z-]+$/)
  for (const said of [body.title, body.detail, ...(body.errors ?? []).map(({ message }) => message)]) {
    expect(said).toMatch(/[\u4e00-\u9fff]/)
  }
  return body
}

const rejected = async (path: string, body: Body, type?: string) => problem(await post(path, body, type))

const json = (value: unknown): string => JSON.stringify(value)
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('an input that cannot be', () => {
  test.each<[string, string, string]>([
    ['a word for a count', '"abc"', '须是不小于0的十进制数'],
    ['a yes for a count', 'true', '须是数字'],
    ['a list for a count', '[12]', '须是数字'],
    ['a range upside down', '{"min":3,"max":2}', '下限不能大于上限'],
    ['a negative count', '-1', '不能小于0'],
    ['a negative count as text', '"-1"', '须是不小于0的十进制数'],
    ['a number beyond all numbers', '1e309', '须是数字'],
    ['a number beyond all numbers as text', '"1e309"', '须是不小于0的十进制数'],
    ['a NaN as text', '"NaN"', '须是不小于0的十进制数'],
    ['more people than there can be', '99999999', '不能大于1000000'],
    ['one and a half people', '1.5', '须是整数'],
    ['one and a half people as text', '"1.5"', '须是整数'],
    ['arrays in 20,000 layers', nested(20_000), '须是数字'],
  ])('%s is a 422 that names the input', async (_, value, message) => {
    const { status, errors } = await rejected(CALCULATE, `{"inputs":{"apprentices":${value}}}`)
    expect([status, errors]).toEqual([422, [{ path: 'inputs.apprentices', message }]])
  })

  test('of a range the bad end is named', async () => {
    const paths = async (value: object) =>
      (await rejected(CALCULATE, json({ inputs: { apprentices: value } }))).errors?.map(({ path }) => path)
    expect(await paths({ min: 1 })).toEqual(['inputs.apprentices.max'])
    expect(await paths({ min: 1, max: null })).toEqual(['inputs.apprentices.max'])
    expect(await paths({ min: -1, max: 1.5 })).toEqual(['inputs.apprentices.min', 'inputs.apprentices.max'])
    expect(await paths({ min: 1, max: 2, about: 3 })).toEqual(['inputs.apprentices.about'])
  })

  test('every bad input is named, the good ones are not', async () => {
    const { errors } = await rejected(
      CALCULATE,
      json({ inputs: { apprentices: -1, years: 61, apprenticeship: true, wages: 1 } }),
    )
    expect(errors?.map(({ path }) => path)).toEqual(['inputs.apprentices', 'inputs.years', 'inputs.wages'])
  })

  test('a choice, a sum, a share and a yes are each told what they should be', async () => {
    const messages = async (id: string, inputs: object) =>
      (await rejected(`/api/entitlements/${id}/calculate`, json({ inputs }))).errors?.map(
        ({ message }) => message,
      )
    expect(await messages('jinhua-craftsman-award', { craftsman: 'king' })).toEqual([
      '须是其中之一：great、outstanding、craftsman、other',
    ])
    expect(await messages('jinhua-talent-introduction', { salary: '20万', manufacturer: 'yes' })).toEqual([
      '须是不小于0的十进制数',
      '须是true或false',
    ])
    expect(await messages('baotou-2025-wage-growth', { 'manager-growth': 101 })).toEqual(['不能大于100'])
  })

  test('an input of no such name is a 422, and so is one that every object has', async () => {
    for (const name of ['foo', 'constructor', 'toString', 'hasOwnProperty']) {
      const { status, errors } = await rejected(CALCULATE, json({ inputs: { [name]: 1 } }))
      expect([status, errors]).toEqual([422, [{ path: `inputs.${name}`, message: '没有这个字段' }]])
    }
  })

  test('a prototype smuggled in counts for nothing', async () => {
    const plain = await (await post(CALCULATE, '{"inputs":{}}')).json()
    const response = await post(CALCULATE, '{"inputs":{"__proto__":{"apprentices":12}}}')
    expect([response.status, await response.json()]).toEqual([200, plain])
    expect((await rejected(CALCULATE, '{"__proto__":{"inputs":{"apprentices":12}}}')).errors?.[0]?.path).toBe(
      '__proto__',
    )
    expect(({} as Record<string, unknown>).apprentices).toBeUndefined()
  })

  test('of a key said twice the last counts', async () => {
    const twice = await post(CALCULATE, '{"inputs":{"apprentices":1,"apprentices":2,"years":1}}')
    expect(await twice.json()).toMatchObject({ min: '12000', max: '16000' })
  })
})

describe('a body that cannot be', () => {
  test.each<[string, Body, string]>([
    ['a list', '[]', ''],
    ['a text', '"12"', ''],
    ['null', 'null', ''],
    ['a number', '12', ''],
    ['arrays in 20,000 layers', nested(20_000), ''],
    ['inputs as a list', '{"inputs":[]}', 'inputs'],
    ['inputs as null', '{"inputs":null}', 'inputs'],
    ['a field of no such name', '{"inputs":{},"extra":1}', 'extra'],
    ['a day that does not exist', '{"asOf":"2023-02-30"}', 'asOf'],
    ['a day of another calendar', '{"asOf":"2023/02/28"}', 'asOf'],
    ['a moment instead of a day', '{"asOf":"2023-02-28T00:00:00Z"}', 'asOf'],
  ])('%s is a 422', async (_, body, path) => {
    const { status, errors } = await rejected(CALCULATE, body)
    expect([status, errors?.map((error) => error.path)]).toEqual([422, [path]])
  })

  test.each<[string, Body]>([
    ['nothing', ''],
    ['a bare NaN', '{"inputs":{"apprentices":NaN}}'],
    ['half an object', '{"inputs":{'],
    ['a trailing comma', '{"inputs":{},}'],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['half a character', new TextEncoder().encode('{"inputs":{"学').slice(0, -1)],
  ])('%s is a 400', async (_, body) => {
    expect((await rejected(CALCULATE, body)).status).toBe(400)
    expect((await rejected('/api/chat', body)).status).toBe(400)
  })

  test('64 KB are read, one byte more is a 413', async () => {
    const sized = (bytes: number): string => `{}${' '.repeat(bytes - 2)}`
    expect((await post(CALCULATE, sized(65_536))).status).toBe(200)
    for (const path of [CALCULATE, '/api/chat']) {
      expect((await rejected(path, sized(65_537))).status).toBe(413)
      expect((await rejected(path, sized(5_000_000))).status).toBe(413)
    }
  })

  test('a stream without a length is cut off at the same size', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(16_384))
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
    const request = new Request(`http://localhost${CALCULATE}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect((await problem(await app.request(request))).status).toBe(413)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/json',
    '',
  ])('of type “%s” is a 415', async (type) => {
    expect((await rejected(CALCULATE, '{}', type)).status).toBe(415)
    expect((await rejected('/api/chat', '{"message":"你好"}', type)).status).toBe(415)
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'of type “%s” is read',
    async (type) => {
      expect((await post(CALCULATE, '{}', type)).status).toBe(200)
    },
  )
})

describe('an address that cannot be', () => {
  test.each([
    '/nowhere',
    '/api',
    '/api/entitlements/nope',
    '/api/entitlements/constructor',
    '/api/entitlements/%E0%A4%A',
    '/api/documents/nope',
    '/documents/nope',
    '/documents/__proto__',
    '/documents/%ff',
    '/docs/nope.js',
    '/docs/..%2f..%2fpackage.json',
    '/api/entitlements?region=火星',
    '/api/search?q=a&region=火星',
  ])('%s is a 404', async (path) => {
    expect((await problem(await app.request(path))).status).toBe(404)
  })

  test('an unknown provision is a 404, whatever its inputs', async () => {
    expect((await rejected('/api/entitlements/nope/calculate', '{}')).status).toBe(404)
  })

  test.each([
    ['GET', CALCULATE],
    ['GET', '/api/chat'],
    ['DELETE', '/api/chat'],
    ['PUT', '/api/entitlements'],
    ['POST', '/health'],
    ['PATCH', '/openapi.json'],
  ])('%s %s is a problem of the method or the address', async (method, path) => {
    expect([404, 405]).toContain((await problem(await app.request(path, { method }))).status)
  })

  test.each([
    ['/api/entitlements?recipient=dog', 'recipient', '须是其中之一：person、enterprise、institution'],
    ['/api/entitlements?asOf=2023-02-30', 'asOf', '须是真实存在的日期，写作YYYY-MM-DD'],
    ['/api/documents?asOf=yesterday', 'asOf', '须是真实存在的日期，写作YYYY-MM-DD'],
    ['/api/search', 'q', '缺少或类型不对'],
    ['/api/search?q=', 'q', '不能为空'],
    ['/api/search?q=a&q=b', 'q', '缺少或类型不对'],
    [`/api/search?q=${'a'.repeat(2001)}`, 'q', '不能超过2000个字符'],
    ['/api/search?q=a&limit=0', 'limit', '不能小于1'],
    ['/api/search?q=a&limit=51', 'limit', '不能大于50'],
    ['/api/search?q=a&limit=1.5', 'limit', '须是整数'],
    ['/api/search?q=a&limit=x', 'limit', '须是整数'],
  ])('%s is a 422 that names %s', async (path, field, message) => {
    const { status, errors } = await problem(await app.request(path))
    expect([status, errors]).toEqual([422, [{ path: field, message }]])
  })
})

describe('a message of 2,000 equal characters', () => {
  // A pattern that grows faster than the message would not come back within the time of a test.
  test.each([...'啊一万各块不说技，包岁…'])('is answered: %s', async (character) => {
    const response = await post('/api/chat', json({ message: character.repeat(2000) }))
    expect(response.status).toBe(200)
  })
})
