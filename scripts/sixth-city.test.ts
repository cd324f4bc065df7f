import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemoryIndex } from '../src/adapters/index-memory.ts'
import { createMemoryStore } from '../src/adapters/store-memory.ts'
import type { Reply } from '../src/answer/reply.ts'
import type { Calculation } from '../src/entitlements/calculation.ts'
import { createService } from '../src/service.ts'
import { problemsOf } from './check-corpus.ts'
import { buildCorpus } from './corpus-folder.ts'
import { learned } from './train.ts'

/** A city that does not exist, in chapters and articles as none of the five texts is, with titles and sums of its own. */
const FOLDER = 'scripts/testing/luchuan-master-sails'
const SOURCE = readFileSync(`${FOLDER}/source.txt`, 'utf8')

const temporary = mkdtempSync(join(tmpdir(), 'sixth-city-'))
const root = join(temporary, 'corpus')
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

let app: Awaited<ReturnType<typeof createService>>['app']

beforeAll(async () => {
  cpSync('corpus', root, { recursive: true })
  cpSync(FOLDER, join(root, 'luchuan-master-sails'), { recursive: true })
  const corpus = learned(buildCorpus(root))
  writeFileSync(join(root, 'corpus.json'), JSON.stringify(corpus))
  const service = await createService({
    corpus,
    openIndex: createMemoryIndex,
    conversations: createMemoryStore(),
    now: () => new Date('2026-11-20T04:00:00Z'),
    defaultRegion: '',
  })
  app = service.app
})

async function get<T>(path: string): Promise<T> {
  const response = await app.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

const calculate = (id: string, inputs: object, asOf?: string) =>
  post<Calculation & { alternatives: Calculation[]; notices: { code: string }[] }>(
    `/api/entitlements/${id}/calculate`,
    { inputs, asOf },
  )

const ask = (message: string) => post<Reply>('/api/chat', { message })

describe('a sixth city, added as a folder and nothing else', () => {
  test('passes every check of the corpus', () => {
    expect(problemsOf(root)).toEqual([])
  })

  test('is counted, and its rules are listed by its full and its everyday name', async () => {
    expect(await get('/health')).toMatchObject({ corpus: { documents: 6 } })
    const ids = async (region: string) =>
      (await get<{ entitlements: { id: string }[] }>(`/api/entitlements?region=${region}`)).entitlements.map(
        ({ id }) => id,
      )
    expect(await ids('鹭川市')).toEqual([
      'luchuan-sail-award',
      'luchuan-training-award',
      'luchuan-workshop',
      'luchuan-award-match',
    ])
    expect(await ids('鹭川')).toEqual(await ids('鹭川市'))
    expect((await ids('包头')).filter((id) => id.startsWith('luchuan'))).toEqual([])
  })

  test.each<[string, Record<string, unknown>, string, string | null, string | null, string]>([
    ['luchuan-sail-award', { sail: 'gold' }, 'exact', '80000', '80000', '元'],
    ['luchuan-sail-award', { sail: 'bronze', marine: true, people: 3 }, 'exact', '72000', '72000', '元'],
    ['luchuan-sail-award', { sail: 'silver', marine: false }, 'exact', '50000', '50000', '元'],
    ['luchuan-sail-award', {}, 'needs-facts', null, null, '元'],
    ['luchuan-training-award', { trained: 299 }, 'not-eligible', null, null, '元'],
    ['luchuan-training-award', { trained: 300 }, 'exact', '120000', '120000', '元'],
    ['luchuan-training-award', { trained: 301 }, 'exact', '120150', '120150', '元'],
    ['luchuan-training-award', { trained: { min: 250, max: 350 } }, 'range', '120000', '127500', '元'],
    ['luchuan-training-award', {}, 'at-least', '120000', null, '元'],
    ['luchuan-workshop', { investment: 1_999_999.99 }, 'exact', '799999.996', '799999.996', '元'],
    ['luchuan-workshop', { investment: 2_000_000 }, 'exact', '800000', '800000', '元'],
    ['luchuan-workshop', { investment: 2_000_001, workshops: 2 }, 'exact', '1600000', '1600000', '元'],
    ['luchuan-workshop', {}, 'at-most', null, '800000', '元'],
    ['luchuan-award-match', { 'higher-award': 100_000, 'award-years': 3 }, 'exact', '240000', '240000', '元'],
    ['luchuan-award-match', { 'higher-award': 100_000, 'award-years': 4 }, 'exact', '240000', '240000', '元'],
    ['luchuan-award-match', { 'higher-award': 12_345 }, 'exact', '9876', '9876', '元/年'],
    ['luchuan-award-match', { 'award-years': 2 }, 'needs-facts', null, null, '元'],
  ])('%s with %j is %s %s %s %s', async (id, inputs, outcome, min, max, unit) => {
    expect(await calculate(id, inputs)).toMatchObject({ region: '鹭川市', outcome, min, max, unit })
  })

  test('gives each of its levels while none is said, and tells the uplift without applying it', async () => {
    const { alternatives, missing } = await calculate('luchuan-sail-award', {})
    expect(alternatives.map(({ variant, max }) => [variant, max])).toEqual([
      ['金帆匠师', '80000'],
      ['银帆匠师', '50000'],
      ['铜帆匠师', '20000'],
    ])
    expect(alternatives[0]?.remarks).toEqual(['从事海洋装备制造的，上浮20%，为96000元'])
    expect(missing).toEqual(['sail'])
  })

  test.each([
    ['2024-02-29', ['not-yet']],
    ['2024-03-01', []],
    ['2029-02-28', []],
    ['2029-03-01', ['expired']],
  ])('on %s carries the notices %j of its own printed days', async (asOf, codes) => {
    expect(
      (await calculate('luchuan-sail-award', { sail: 'gold' }, asOf)).notices.map(({ code }) => code),
    ).toEqual(codes)
  })

  test('has a page with an anchor for each of its articles', async () => {
    const page = await (await app.request('/documents/luchuan-master-sails')).text()
    const anchors = [...page.matchAll(/<section id="([^"]+)"/g)].map((match) => match[1])
    expect(anchors).toEqual([
      '标题',
      '题注',
      '第一章',
      '第一条',
      '第二条',
      '第二章',
      '第三条',
      '第四条',
      '第三章',
      '第五条',
      '第六条',
      '第四章',
      '第七条',
      '第八条',
    ])
    const { citations } = await get<{ citations: { url: string; documentNumber: string; quote: string }[] }>(
      '/api/entitlements/luchuan-workshop',
    )
    expect(citations).toMatchObject([
      { url: '/documents/luchuan-master-sails#第五条', documentNumber: '鹭政办发〔2024〕17号' },
    ])
    expect(SOURCE).toContain(citations[0]?.quote)
  })

  test('is found by search', async () => {
    const { hits } = await get<{ hits: { citation: { id: string } }[] }>(
      '/api/search?q=匠师工坊设备投入&limit=1',
    )
    expect(hits[0]?.citation.id).toBe('luchuan-master-sails/第五条')
  })
})

describe('in chat, the sixth city', () => {
  test.each([
    ['鹭川的金帆匠师能拿多少', '80000'],
    ['鹭川市的银帆匠师能拿多少', '50000'],
    ['鹭川铜帆匠师从事海洋装备制造，能拿多少钱', '24000'],
    ['鹭川企业一年培训了350人次，奖多少', '127500'],
    ['鹭川建两个匠师工坊，设备投入300万，能补多少', '1600000'],
  ])('answers %s with %s元 and its clause', async (question, amount) => {
    const reply = await ask(question)
    expect(reply.kind).toBe('answer')
    expect(reply.calculations.map(({ region, min, max }) => [region, min, max])).toEqual([
      ['鹭川市', amount, amount],
    ])
    expect(reply.text).toContain(`${amount}元`)
    expect(reply.text).toContain('《鹭川市匠师培养办法》')
    for (const { documentId, quote } of reply.citations) {
      expect(documentId).toBe('luchuan-master-sails')
      expect(SOURCE).toContain(quote)
    }
  })

  test('is named when it alone has such a rule and no place was said', async () => {
    const reply = await ask('金帆匠师奖励多少')
    expect(reply.calculations.map(({ max }) => max)).toEqual(['80000'])
    expect(reply.text).toContain('鹭川市')
  })

  test('never receives the amount of another city', async () => {
    const reply = await ask('鹭川的首席技师奖多少')
    expect(reply.calculations).toEqual([])
    expect(reply.text).not.toMatch(/100000|10万/)
  })

  test('changes nothing for the others', async () => {
    const reply = await ask('包头的首席技师奖多少')
    expect(reply.calculations.map(({ region, max }) => [region, max])).toEqual([['包头市', '100000']])
    const elsewhere = await ask('杭州的匠师奖励多少')
    expect(elsewhere).toMatchObject({ kind: 'refusal', calculations: [], citations: [] })
  })
})
