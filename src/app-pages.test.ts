import { describe, expect, test } from 'vitest'
import { service } from './api/testing/service.ts'

const { app } = service
const CLAUSE = '/documents/baotou-2025-skills-enterprise'
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const html = async (path: string): Promise<string> => (await app.request(path)).text()
const marksIn = (page: string): string[] =>
  [...page.matchAll(/<mark>([\s\S]*?)<\/mark>/g)].map((match) => match[1] as string)

describe('the pages', () => {
  test.each(['/', CLAUSE])(
    '%s holds no script or style of its own, and names no foreign host',
    async (path) => {
      const response = await app.request(path)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('content-security-policy')).toBe(POLICY)
      const page = await response.text()
      expect(page).not.toMatch(/<style|\sstyle=|<script(?! src=)|\son\w+=|https?:|="\/\//)
      const assets = [...page.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map((match) => match[1] as string)
      expect(assets.length).toBeGreaterThan(0)
      for (const asset of assets.filter((one) => !one.startsWith('/docs/')))
        expect([asset, (await app.request(asset)).status]).toEqual([asset, 200])
    },
  )

  test.each([
    ['/chat.js', 'text/javascript'],
    ['/chat.css', 'text/css'],
    ['/document.css', 'text/css'],
  ])('%s is served as %s', async (path, type) => {
    const response = await app.request(path)
    expect(response.headers.get('content-type')).toContain(type)
    expect(await response.text()).not.toMatch(/https?:|innerHTML|insertAdjacentHTML|@import/)
  })

  test.each(['/', '/chat.js', '/health', '/docs', '/api/nowhere'])(
    '%s is taken for what it says it is, and tells no other site where a person was',
    async (path) => {
      const { headers } = await app.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )
})

describe('a document with ?quote=', () => {
  const at = (quote: string) => html(`${CLAUSE}?quote=${encodeURIComponent(quote)}`)

  test('marks the passage to the end of its sentence, and changes no other word', async () => {
    const page = await at('深化产教融合,全面推行以')
    const marks = marksIn(page)
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatch(/^深化产教融合[^。]*6000元—8000元的培训补贴。$/)
    expect(page.replace(/<\/?mark>/g, '')).toBe(await html(CLAUSE))
  })

  test('marks a whole sentence and no more of the next', async () => {
    const [mark] = marksIn(await at('按照培养等级给予企业每人每年6000元—8000元的培训补贴。'))
    expect(mark).toBe('按照培养等级给予企业每人每年6000元—8000元的培训补贴。')
  })

  test.each(['', '的', '企业', '没有这样的话', '<script>alert(1)</script>', '%', '.*.*'])(
    'shows the document as it is where %j marks nothing',
    async (quote) => {
      expect(await at(quote)).toBe(await html(CLAUSE))
    },
  )
})
