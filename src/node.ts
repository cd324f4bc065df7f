import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { serve } from '@hono/node-server'
import { openLanceIndex } from './adapters/index-lancedb.ts'
import { openSqliteStore } from './adapters/store-sqlite.ts'
import { type Config, ConfigError, parseConfig } from './config.ts'
import { createService } from './service.ts'

/** One clear line, exit 1: a service that cannot start says why and nothing else. */
function fail(reason: string): never {
  console.error(reason)
  process.exit(1)
}

function readConfig(): Config {
  try {
    return parseConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message)
    throw error
  }
}

function prepareDataDir(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
  } catch (error) {
    fail(`DATA_DIR不能写入：${directory}（${(error as NodeJS.ErrnoException).code}）`)
  }
}

const CORPUS = new URL('../corpus/corpus.json', import.meta.url)

function readCorpus(): unknown {
  try {
    return JSON.parse(readFileSync(CORPUS, 'utf8'))
  } catch (error) {
    return fail(`不能读取corpus/corpus.json：${reasonOf(error)}`)
  }
}

/** What is wrong in one line: where the shape is not the expected one, the first place and how many more. */
function reasonOf(error: unknown): string {
  const { message, issues = [] } = error as Error & { issues?: { path: PropertyKey[]; message: string }[] }
  const [first] = issues
  const more = issues.length > 1 ? `（另有${issues.length - 1}处）` : ''
  return first === undefined
    ? message.replace(/\s+/g, ' ').slice(0, 300)
    : `corpus.json的${first.path.join('.')}：${first.message}${more}`
}

const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const DOCS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}
// By default Swagger UI sends the address of the description to a validator on a foreign host.
const START =
  "window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger', validatorUrl: null })\n"

async function docsAsset(name: string) {
  if (name === 'start.js')
    return { body: new TextEncoder().encode(START), type: 'text/javascript; charset=utf-8' }
  const type = DOCS[name]
  return type === undefined ? null : { body: new Uint8Array(await readFile(join(SWAGGER, name))), type }
}

const DAY = 86_400_000
/** How long requests that run may take to end. */
const PATIENCE = 10_000

function logChange(part: string, healthy: boolean, error?: unknown): void {
  const reason = error instanceof Error ? { reason: error.message } : {}
  const event = healthy ? `${part}-recovered` : `${part}-failed`
  console.error(JSON.stringify({ time: new Date().toISOString(), event, ...reason }))
}

function logStoreChange(healthy: boolean, error?: unknown): void {
  logChange('store', healthy, error)
}

/** While it is ill the full text answers alone. */
function logEmbeddingChange(healthy: boolean, error?: unknown): void {
  logChange('embedding', healthy, error)
}

/** What cannot be removed today is removed tomorrow; the failure shows in the log. */
function forgetOld(): void {
  conversations
    .removeBefore(Date.now() - config.RETENTION_DAYS * DAY)
    .catch((error: unknown) => logStoreChange(false, error))
}

const config = readConfig()
prepareDataDir(config.DATA_DIR)
const store = await openSqliteStore(config.DATA_DIR).catch((error: Error) =>
  fail(`不能启动：${error.message}`),
)
const { app, conversations } = await createService({
  corpus: readCorpus(),
  openIndex: async (corpus) => {
    const dir = join(config.DATA_DIR, 'index')
    const lexical = await openLanceIndex(dir, corpus)
    const { EMBEDDING_BASE_URL: base, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: key } = config
    if (base === undefined || model === undefined) return lexical
    const [{ fuseVectors }, { OpenAIEmbeddings }] = await Promise.all([
      import('./adapters/index-fused.ts'),
      import('./adapters/embeddings-openai.ts'),
    ])
    const embeddings = new OpenAIEmbeddings({ base, model, key })
    return fuseVectors(lexical, {
      corpus,
      embeddings,
      model: [model, base],
      dir,
      onChange: logEmbeddingChange,
    })
  },
  conversations: store,
  onStoreChange: logStoreChange,
  log: (line) => console.error(line),
  onStray: (figures) =>
    console.error(
      JSON.stringify({ time: new Date().toISOString(), event: 'figure-without-source', figures }),
    ),
  now: () => new Date(),
  defaultRegion: config.DEFAULT_REGION,
  docsAsset,
}).catch((error: unknown) => fail(`不能启动：${reasonOf(error)}`))
const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ address, port }) => {
  console.log(`匠策 http://${address}:${port}`)
})
server.on('error', (error: NodeJS.ErrnoException) => {
  fail(
    error.code === 'EADDRINUSE'
      ? `端口${config.PORT}已被占用`
      : `不能监听${config.HOST}:${config.PORT}（${error.code}）`,
  )
})
forgetOld()
setInterval(forgetOld, DAY).unref()

let isClosing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Asked twice, or kept waiting: what is stored is stored, and what was not answered was not acknowledged.
    if (isClosing) process.exit(1)
    isClosing = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    // A client keeps its connection open after its last answer.
    setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50).unref()
    server.close(async () => {
      await store[Symbol.asyncDispose]()
      process.exit(0)
    })
  })
