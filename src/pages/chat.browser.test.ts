import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const CHROMIUM = '/usr/bin/chromium'
const EXAMPLE = '包头的企业，带12个学徒，培养三年，补贴一共多少'
const PHONE = { width: 375, height: 812 }
/** Set to a folder: what the pages look like is left there. */
const PICTURES = process.env.PICTURES

const hasBrowser = existsSync(CHROMIUM)
if (!hasBrowser) console.warn(`skipped: there is no ${CHROMIUM}`)

let home = ''
let url = ''
let server: ChildProcess
let browser: Browser
let context: BrowserContext
/** What no page may do: errors in its console, violations of its policy, requests to another host. */
let faults: string[] = []

/** The real service, as `npm start` runs it. */
async function serve(): Promise<string> {
  const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(home, 'data') }
  server = spawn(process.execPath, ['src/node.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (chunk) => {
      printed += chunk
      const found = /http:\/\/\S+/.exec(printed)?.[0]
      if (found !== undefined) resolve(found)
    })
    server.on('exit', (code) => reject(new Error(`the service ended with ${code}`)))
  })
}

async function open(path = '/', viewport = PHONE): Promise<Page> {
  await context?.close()
  context = await browser.newContext({ viewport, locale: 'zh-CN' })
  await context.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))",
  )
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol !== 'data:' && host !== new URL(url).host) faults.push(`foreign: ${request.url()}`)
  })
  const page = await context.newPage()
  await page.goto(url + path)
  return page
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: '问题' }).fill(question)
  await page.getByRole('textbox', { name: '问题' }).press('Enter')
  await page.locator('#log[aria-busy=false]').waitFor()
}

const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`)

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, name) })
}

/** What is hard to read or to hit: as a list, so that a failure names the element. */
const UNFIT = `(() => {
  const shown = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 1
  const name = (e) => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 20)
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number)
  const light = (text) => rgb(text).slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const ground = (e) => {
    const color = getComputedStyle(e).backgroundColor
    return (rgb(color)[3] ?? 1) > 0 ? color : e.parentElement === null ? 'rgb(255,255,255)' : ground(e.parentElement)
  }
  const contrast = (e) => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  const worded = [...document.body.querySelectorAll('*')].filter((e) => shown(e) &&
    [...e.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  const targets = [...document.querySelectorAll('a, button, select, textarea, summary')].filter(shown)
  return [
    ...targets.filter((e) => e.getBoundingClientRect().height < 44).map((e) => 'low: ' + name(e)),
    ...worded.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 16).map((e) => 'small: ' + name(e)),
    ...worded.filter((e) => contrast(e) < 4.5).map((e) => 'faint: ' + name(e) + contrast(e)),
    ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []),
  ]
})()`

beforeAll(async () => {
  if (!hasBrowser) return
  home = mkdtempSync(join(tmpdir(), 'browser-'))
  url = await serve()
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  server?.kill('SIGKILL')
  if (home !== '') rmSync(home, { recursive: true, force: true })
})

beforeEach(() => {
  faults = []
})

afterEach(() => {
  expect(faults).toEqual([])
})

describe.skipIf(!hasBrowser)('the page of the chat', () => {
  test.each([
    ['a phone', PHONE, 'chat-phone'],
    ['a desktop', { width: 1280, height: 900 }, 'chat-desktop'],
  ])('on %s shows the amount, how it was computed and the clause', async (_, viewport, file) => {
    const page = await open('/', viewport)
    await picture(page, `${file}-start.png`)
    expect(await page.evaluate(UNFIT)).toEqual([])
    await ask(page, EXAMPLE)
    const amount = page.getByText('216,000—288,000元', { exact: true })
    expect(await amount.isVisible()).toBe(true)
    expect(Number.parseFloat(await styleOf(page, '.amount', 'fontSize'))).toBeGreaterThan(28)
    expect((await amount.boundingBox())?.y).toBeLessThan(viewport.height / 2)
    await picture(page, `${file}.png`)
    await page.getByText('怎么算的').click()
    expect(await page.getByText('12人 × 3年 × 6000—8000元/人·年', { exact: false }).last().isVisible()).toBe(
      true,
    )
    expect(await page.evaluate(UNFIT)).toEqual([])
    await picture(page, `${file}-steps.png`)
  })

  test('leads from a citation to its clause, where the passage is marked', async () => {
    const page = await open()
    await ask(page, EXAMPLE)
    const [document] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: '《关于进一步推动技能强企工作的实施意见》四' }).click(),
    ])
    await document.waitForLoadState()
    expect(new URL(document.url()).hash).toBe(`#${encodeURIComponent('四')}`)
    const clause = document.locator('section:target')
    expect(await styleOf(document, 'section:target', 'backgroundColor')).toBe('rgb(255, 243, 214)')
    expect(await clause.locator('mark').innerText()).toMatch(
      /^深化产教融合.*每人每年6000元—8000元的培训补贴。$/s,
    )
    expect((await clause.boundingBox())?.y).toBeLessThan(PHONE.height)
    expect(await document.evaluate(UNFIT)).toEqual([])
    await picture(document, 'document-phone.png')
    const wide = await open(document.url().slice(url.length), { width: 1280, height: 900 })
    expect((await wide.locator('section:target').boundingBox())?.y).toBeLessThan(900)
    await picture(wide, 'document-desktop.png')
  })

  test('puts the notices of a draft that has expired above its amount', async () => {
    const page = await open()
    await ask(page, '武侯区诸葛工匠奖励多少钱')
    const boxes = await Promise.all(
      [page.locator('.notice-draft'), page.locator('.notice-expired'), page.getByText('10,000元')].map(
        async (part) => (await part.boundingBox())?.y ?? Number.NaN,
      ),
    )
    expect(boxes.toSorted((a, b) => a - b)).toEqual(boxes)
    expect(await page.evaluate(UNFIT)).toEqual([])
    await picture(page, 'chat-notices.png')
  })

  test('shows several amounts one below the other, each with its name', async () => {
    const page = await open()
    await ask(page, '金华大工匠、金华杰出工匠、金华工匠分别给多少钱')
    expect(await page.locator('.several .calculation').count()).toBeGreaterThan(2)
    const shown = await page.locator('.calculation').allInnerTexts()
    for (const [i, which, amount] of [
      [0, '金华大工匠', '50,000元'],
      [1, '金华杰出工匠', '30,000元'],
      [2, '金华工匠', '10,000元'],
    ] as const) {
      expect(shown[i]).toContain(`（${which}）`)
      expect(shown[i]).toContain(amount)
    }
    expect(await page.evaluate(UNFIT)).toEqual([])
    await page.locator('.several').scrollIntoViewIfNeeded()
    await picture(page, 'chat-several.png')
  })

  test('sends an example and an offered option at a touch, in one conversation that no address names', async () => {
    const page = await open()
    await ask(page, '学徒制补贴多少钱')
    const id = await page.evaluate("sessionStorage.getItem('conversationId')")
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    await picture(page, 'chat-question.png')
    await page.getByRole('button', { name: '金华市' }).click()
    await page.locator('.amount').first().waitFor()
    expect(await page.locator('.said').allInnerTexts()).toEqual(['学徒制补贴多少钱', '金华市'])
    expect(await page.evaluate("sessionStorage.getItem('conversationId')")).toBe(id)
    expect(page.url()).toBe(`${url}/`)
    await page.reload()
    expect(await page.getByText('接着上一次的对话').isVisible()).toBe(true)
    await page.getByRole('button', { name: '新对话' }).click()
    await page.getByRole('button', { name: EXAMPLE }).click()
    await page.getByText('216,000—288,000元', { exact: true }).waitFor()
  })

  test('takes the place chosen, breaks a line with Shift and Enter, and shows what is written as text', async () => {
    const page = await open()
    const box = page.getByRole('textbox', { name: '问题' })
    await page.getByRole('combobox', { name: '地方' }).selectOption('金华市')
    await box.fill('<img src=x onerror=alert(1)>')
    await box.press('Shift+Enter')
    await box.pressSequentially('学徒制补贴标准是多少')
    await box.press('Enter')
    await page.locator('.amount').first().waitFor()
    expect(await page.locator('.said').innerText()).toBe('<img src=x onerror=alert(1)>\n学徒制补贴标准是多少')
    expect(await page.locator('.what').first().innerText()).toContain('金华市')
    expect(await page.locator('img').count()).toBe(0)
  })

  test('says that it failed and keeps what was written; sent again, it is answered', async () => {
    const page = await open()
    await page.route('**/api/chat', (route) => route.abort())
    await ask(page, EXAMPLE)
    expect(await page.getByRole('alert').innerText()).toContain('没有得到答复：网络不通')
    expect(await page.getByRole('textbox', { name: '问题' }).inputValue()).toBe(EXAMPLE)
    await picture(page, 'chat-failure.png')
    expect(await page.getByRole('button', { name: EXAMPLE }).isVisible()).toBe(true)
    await page.unroute('**/api/chat')
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByText('216,000—288,000元', { exact: true }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(faults.splice(0).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([])
  })

  test('asks in one piece where the stream breaks off, and begins anew where the conversation is gone', async () => {
    const page = await open()
    const accepted: (string | undefined)[] = []
    await page.evaluate("sessionStorage.setItem('conversationId', '0'.repeat(32))")
    await page.reload()
    await page.route('**/api/chat', (route) => {
      const { accept } = route.request().headers()
      const isFirst = !(route.request().postData() ?? '').includes('conversationId')
      accepted.push(accept)
      if (!isFirst || accept !== 'text/event-stream') return route.continue()
      return route.fulfill({
        contentType: 'text/event-stream',
        body: 'event: delta\ndata: {"text":"半"}\n\n',
      })
    })
    await ask(page, EXAMPLE)
    expect(await page.getByText('216,000—288,000元', { exact: true }).isVisible()).toBe(true)
    expect(await page.getByText('这是新的对话').isVisible()).toBe(true)
    expect(accepted).toEqual(['text/event-stream', 'text/event-stream', 'application/json'])
    expect(faults.splice(0).filter((fault) => !fault.includes('404'))).toEqual([])
  })
})

test.skipIf(!hasBrowser)('the description of the API works under the policy of the pages', async () => {
  const page = await open('/docs', { width: 1280, height: 900 })
  await page.getByText('/api/search').first().click()
  await page.getByText('Try it out').first().click()
  await page.getByRole('button', { name: 'Execute' }).waitFor()
  await picture(page, 'docs.png')
})
