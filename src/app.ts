import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { chatRoutes } from './api/chat.ts'
import { documentRoutes } from './api/documents.ts'
import { entitlementRoutes } from './api/entitlements.ts'
import { requestLog } from './api/log.ts'
import { pageHeaders, pageRoutes } from './api/pages.ts'
import { rejectInvalid, respondWithProblem } from './api/problems.ts'
import { searchRoutes } from './api/search.ts'
import type { Corpus } from './corpus/corpus.ts'
import type { Book } from './entitlements/book.ts'
import { Problem } from './errors.ts'
import type { Respond } from './respond.ts'
import type { ClauseIndex } from './retrieval/clause-index.ts'
import type { Health } from './store/resilient.ts'

export interface AppDeps {
  corpus: Corpus
  book: Book
  index: ClauseIndex
  respond: Respond
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: () => string
  /** Whether turns are saved. */
  storage: () => Promise<Health>
  /** Takes one line for each request; absent: no log. */
  log?: (line: string) => void
  /** The files of the API's documentation page; absent where a runtime serves them otherwise. */
  docsAsset?: (name: string) => Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | null>
}

/** The whole service for any runtime. Adapters come in as arguments; nothing here knows Node or Workers. */
export function createApp(deps: AppDeps) {
  const { corpus, book } = deps
  const app = new OpenAPIHono({ defaultHook: rejectInvalid })
  if (deps.log !== undefined) app.use(requestLog(deps.log))
  app.use(pageHeaders)
  app.onError(respondWithProblem)
  // Thrown, it would pass by the headers and the log.
  app.notFound((c) => respondWithProblem(new Problem('not-found', '没有这个地址'), c))
  const served = {
    hash: corpus.hash,
    documents: corpus.documents.length,
    clauses: corpus.documents.reduce((sum, { clauses }) => sum + clauses.length, 0),
    entitlements: book.provisions.length,
  }
  app.get('/health', async (c, next) => {
    const { healthy, failures } = await deps.storage()
    if (healthy) return next()
    return c.json({ status: 'degraded', corpus: served, store: { failures } }, 503, { 'retry-after': '5' })
  })
  app.openapi(healthRoute, (c) => c.json({ status: 'ok' as const, corpus: served }, 200))
  for (const routes of [entitlementRoutes(deps), documentRoutes(deps), searchRoutes(deps), chatRoutes(deps)])
    app.route('/', routes)
  app.route('/', pageRoutes(deps))
  app.doc('/openapi.json', { openapi: '3.0.3', info: { title: '匠策', version: corpus.hash.slice(0, 12) } })
  app.get('/docs', (c) => c.html(DOCS))
  app.get('/docs/:asset', async (c) => {
    const asset = (await deps.docsAsset?.(c.req.param('asset'))) ?? null
    if (asset === null) throw new Problem('not-found', '没有这个文件')
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=3600' })
  })
  return app
}

const healthSchema = z.object({
  status: z.literal('ok'),
  corpus: z.object({ hash: z.string(), documents: z.int(), clauses: z.int(), entitlements: z.int() }),
})

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  summary: '可以回答问题了',
  description: '能回答而不能保存对话时是503，status是degraded。',
  responses: { 200: { description: '正常', content: { 'application/json': { schema: healthSchema } } } },
})

const DOCS = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>匠策 API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="swagger"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`
