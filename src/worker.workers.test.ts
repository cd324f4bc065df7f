import { describe, expect, it } from 'vitest'
import worker from './worker.ts'

describe('the same service in workerd', () => {
  it('is healthy and knows the five documents', async () => {
    const response = await worker.fetch(new Request('http://localhost/health'))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'ok', corpus: { documents: 5 } })
    expect(globalThis.navigator.userAgent).toBe('Cloudflare-Workers')
  })

  it('computes a cited amount', async () => {
    const body = JSON.stringify({
      message: '包头的企业，带12个学徒，培养三年，补贴一共多少',
      asOf: '2026-11-20',
    })
    const response = await worker.fetch(
      new Request('http://localhost/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    )
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      calculations: [{ outcome: 'range', min: '216000', max: '288000', unit: '元' }],
    })
  })
})
