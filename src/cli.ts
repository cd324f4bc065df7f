import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { openLanceIndex } from './adapters/index-lancedb.ts'
import { createMemoryStore } from './adapters/store-memory.ts'
import { citationsFor } from './answer/citations.ts'
import { sentence } from './answer/compose.ts'
import { noticesFor } from './answer/notices.ts'
import { ConfigError, parseConfig } from './config.ts'
import { chain, findRegion } from './corpus/region.ts'
import { findProvision } from './entitlements/book.ts'
import { calculate } from './entitlements/calculate.ts'
import { type FactDefinition, inputsSchema } from './entitlements/fact.ts'
import type { Provision } from './entitlements/rule.ts'
import { standingOf } from './entitlements/standing.ts'
import { fieldErrors, Problem } from './errors.ts'
import { createService } from './service.ts'

const USAGE = `用法：
  npm run ask -- "问题" [--region 包头市] [--as-of 2026-01-01]
  npm run calc -- list [--region 包头] [--as-of 2026-01-01]
  npm run calc -- <待遇编号> 名称=值 … [--as-of 2026-01-01]`

class UsageError extends Error {}

const options = {
  region: { type: 'string' },
  'as-of': { type: 'string' },
  json: { type: 'boolean' },
} as const

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
  const [command, ...rest] = positionals
  const asOf = values['as-of']
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`不是真实存在的日期：${asOf}`)
  if (command === 'ask') return ask(rest.join(' '), values.region, asOf, values.json ?? false)
  if (command === 'calc' && rest[0] === 'list') return list(values.region, asOf)
  if (command === 'calc' && rest[0] !== undefined) return calc(rest[0], rest.slice(1), asOf)
  throw new UsageError(USAGE)
}

async function service() {
  const config = parseConfig(process.env)
  return createService({
    corpus: JSON.parse(readFileSync(new URL('../corpus/corpus.json', import.meta.url), 'utf8')),
    openIndex: (corpus) => openLanceIndex(join(config.DATA_DIR, 'index'), corpus),
    conversations: createMemoryStore(),
    now: () => new Date(),
    defaultRegion: config.DEFAULT_REGION,
  })
}

async function ask(
  question: string,
  region: string | undefined,
  asOf: string | undefined,
  json: boolean,
): Promise<void> {
  const { respond } = await service()
  if (question !== '') {
    const reply = await respond({ message: question, region, asOf })
    console.log(json ? JSON.stringify(reply, null, 2) : reply.text)
    return
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '问：' })
  let conversationId: string | undefined
  let isOpen = true
  // Piped input ends while its last lines are still being answered; a prompt would then throw.
  lines.once('close', () => {
    isOpen = false
  })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() !== '') {
      const reply = await respond({ message: line, conversationId, region, asOf })
      conversationId = reply.conversationId
      console.log(`${reply.text}\n`)
    }
    if (isOpen) lines.prompt()
  }
}

async function list(region: string | undefined, asOf: string | undefined): Promise<void> {
  const { corpus, book, today } = await service()
  const known = region === undefined ? undefined : findRegion(corpus.regions, region)
  if (region !== undefined && known === undefined) throw new UsageError(`文件库里没有这个地方：${region}`)
  const places = known === undefined ? null : chain(corpus.regions, known.name)
  const on = asOf ?? today()
  for (const provision of book.provisions) {
    if (places !== null && !places.includes(provision.region)) continue
    if (!['current', 'open'].includes(standingOf(corpus, book, provision, on))) continue
    console.log(`${provision.rule.id}\t${provision.region}\t${provision.rule.name}`)
  }
}

async function calc(id: string, pairs: string[], asOf: string | undefined): Promise<void> {
  const { corpus, book, today } = await service()
  const provision = findProvision(book, id)
  if (provision === undefined) throw new UsageError(`没有这项待遇：${id}（npm run calc -- list 列出全部）`)
  const facts = inputsSchema(provision.definitions).safeParse(
    Object.fromEntries(pairs.map((pair) => readPair(pair, provision))),
  )
  if (!facts.success)
    throw new UsageError(
      fieldErrors(facts.error)
        .map(({ path, message }) => `${path}：${message}`)
        .join('\n'),
    )
  const on = asOf ?? today()
  for (const { text } of noticesFor(corpus, book, [provision], on)) console.log(`【注意】${text}`)
  for (const calculation of calculate(provision, facts.data)) {
    console.log(sentence(calculation))
    for (const { label, expression, value, citationId } of calculation.steps)
      console.log(`  ${label}：${expression} = ${value}　[${citationId}]`)
    for (const { label, value, unit, source } of calculation.inputs)
      console.log(`  ${SOURCES[source]}：${label} ${value}${unit}`)
    for (const remark of calculation.remarks) console.log(`  说明：${remark}`)
    for (const name of calculation.missing)
      console.log(
        `  还缺：${name}　${provision.definitions[name]?.label}（${hint(provision.definitions[name])}）`,
      )
  }
  for (const { documentTitle, path, quote } of citationsFor(corpus, book, provision, on))
    console.log(`依据：《${documentTitle}》${path}：“${quote}”`)
}

const SOURCES = { said: '已知', assumed: '假定', derived: '按条款' }

function readPair(pair: string, { definitions }: Provision): [string, unknown] {
  const at = pair.indexOf('=')
  if (at < 1) throw new UsageError(`写作 名称=值：${pair}`)
  const name = pair.slice(0, at)
  const value = pair.slice(at + 1)
  const definition = definitions[name]
  if (definition === undefined)
    throw new UsageError(`没有这个输入：${name}（可用：${Object.keys(definitions).join('、')}）`)
  if (definition.type === 'yes-no')
    return [name, { true: true, yes: true, 是: true, false: false, no: false, 否: false }[value] ?? value]
  const range = /^([\d.]+)\.\.([\d.]+)$/.exec(value)
  return [name, range === null ? value : { min: range[1], max: range[2] }]
}

function hint(definition: FactDefinition | undefined): string {
  if (definition?.type === 'choice')
    return Object.entries(definition.options)
      .map(([key, { label }]) => `${key}=${label}`)
      .join('、')
  if (definition?.type === 'yes-no') return '是/否'
  return definition?.type === 'money' ? '元' : definition?.type === 'count' ? definition.unit : '%'
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

/** What the person can put right: shown as it is, without a stack. */
function isExpected(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof Problem) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!isExpected(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
