import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Corpus } from '../corpus/corpus.ts'
import { chatPage } from '../pages/chat.ts'
import { CHAT_SCRIPT } from '../pages/chat-script.ts'
import { CHAT_CSS } from '../pages/chat-style.ts'
import { DOCUMENT_CSS } from '../pages/document-style.ts'

/** Swagger UI sets its styles through the DOM: its page works under the same policy as the others. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page may load is said by the service; an address, which may name a clause, is told to no other site. */
export const pageHeaders = createMiddleware(async (c, next) => {
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  if (c.res.headers.get('content-type')?.startsWith('text/html')) c.header('content-security-policy', POLICY)
})

const CSS = 'text/css; charset=utf-8'

/** The page of the chat, and what the pages load. */
export function pageRoutes({ corpus }: { corpus: Corpus }) {
  const page = chatPage(corpus)
  const files: [path: string, text: string, type: string][] = [
    ['/chat.js', CHAT_SCRIPT, 'text/javascript; charset=utf-8'],
    ['/chat.css', CHAT_CSS, CSS],
    ['/document.css', DOCUMENT_CSS, CSS],
  ]
  const app = new Hono()
  app.get('/', (c) => c.html(page))
  for (const [path, text, type] of files)
    app.get(path, (c) => c.body(text, 200, { 'content-type': type, 'cache-control': 'no-cache' }))
  // Browsers ask for it on pages that name no icon, such as the description of the API.
  app.get('/favicon.ico', (c) => c.body(null, 204))
  return app
}
