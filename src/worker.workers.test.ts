import { exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

describe('the same service in workerd', () => {
  it('is healthy and knows the five documents', async () => {
    const response = await exports.default.fetch('http://localhost/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'ok', corpus: { documents: 5 } })
  })
})
