import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom. Folders of src on the left; other folders, root files and packages on the right. */
const ALLOWED: Record<string, string[]> = {
  corpus: ['zod', 'big.js'],
  entitlements: ['corpus', 'zod', 'big.js'],
  retrieval: ['corpus'],
  dialogue: ['corpus', 'entitlements', 'retrieval', 'zod', 'big.js', 'opencc-js', 'pinyin-pro', 'pinyin-pro'],
  answer: ['corpus', 'entitlements', 'retrieval', 'zod'],
  store: ['dialogue', 'answer'],
  'lookup.ts': ['corpus', 'entitlements', 'retrieval', 'dialogue', 'answer'],
  'silence.ts': ['corpus', 'retrieval', 'dialogue', 'answer', 'lookup.ts'],
  'respond.ts': [
    'corpus',
    'entitlements',
    'retrieval',
    'dialogue',
    'answer',
    'store',
    'lookup.ts',
    'silence.ts',
    'several.ts',
    'errors.ts',
  ],
  'several.ts': ['dialogue', 'answer', 'entitlements', 'lookup.ts'],
  pages: ['corpus', 'hono'],
  api: [
    'corpus',
    'entitlements',
    'retrieval',
    'answer',
    'pages',
    'respond.ts',
    'errors.ts',
    'hono',
    '@hono/zod-openapi',
    'zod',
  ],
  'app.ts': [
    'api',
    'corpus',
    'entitlements',
    'retrieval',
    'respond.ts',
    'store',
    'errors.ts',
    '@hono/zod-openapi',
  ],
  'service.ts': ['app.ts', 'corpus', 'entitlements', 'retrieval', 'respond.ts', 'store'],
  adapters: [
    'corpus',
    'retrieval',
    'dialogue',
    'answer',
    'store',
    'kysely',
    '@lancedb/lancedb',
    'apache-arrow',
    '@langchain/core',
    'node:',
  ],
  'errors.ts': ['zod'],
  'config.ts': ['zod'],
  'node.ts': ['service.ts', 'config.ts', 'adapters', '@hono/node-server', 'node:'],
  'worker.ts': ['service.ts', 'adapters', '../corpus'],
  'cli.ts': ['service.ts', 'config.ts', 'adapters', 'answer', 'corpus', 'entitlements', 'errors.ts', 'node:'],
}

const LONGEST = 300

interface Source {
  file: string
  owner: string
  imports: string[]
  lines: number
}

const sources: Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(?:test|contract)\.ts$|\/testing\//.test(file))
  .map((file) => {
    const text = readFileSync(join('src', file), 'utf8')
    const imports = [
      ...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm),
    ].map((m) => (m[1] ?? m[2] ?? m[3]) as string)
    return { file, owner: ownerOf(file), imports, lines: text.split('\n').length }
  })

function ownerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] as string) : file
}

/** The folder, root file or package that an import leads to. */
function targetOf({ file }: Source, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier.startsWith('node:') ? 'node:' : packageOf(specifier)
  const path = relative('src', join('src', dirname(file), specifier))
  return path.startsWith('..') ? `../${path.split('/')[1]}` : ownerOf(path)
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Every file that one file reaches through relative imports, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = sources.find((one) => one.file === file)
  for (const specifier of source?.imports ?? []) {
    if (specifier.startsWith('.')) reach(relative('src', join('src', dirname(file), specifier)), seen)
  }
  return seen
}

describe('who imports whom', () => {
  it('knows every folder and root file of src', () => {
    expect([...new Set(sources.map(({ owner }) => owner))].filter((owner) => !(owner in ALLOWED))).toEqual([])
  })

  it('follows the table', () => {
    const strays = sources.flatMap((source) =>
      source.imports
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => target !== source.owner && !(ALLOWED[source.owner] ?? []).includes(target))
        .map((target) => `${source.file} → ${target}`),
    )
    expect(strays).toEqual([])
  })

  it('has no pair of folders that import each other, and no cycle of files', () => {
    const edges = new Set(
      sources.flatMap((source) =>
        source.imports.map((specifier) => `${source.owner}>${targetOf(source, specifier)}`),
      ),
    )
    expect(
      [...edges].filter(
        (edge) => edge.split('>')[0] !== edge.split('>')[1] && edges.has(edge.split('>').reverse().join('>')),
      ),
    ).toEqual([])
    const cyclic = sources.filter(({ file, imports }) =>
      imports
        .filter((s) => s.startsWith('.'))
        .some((s) => reach(relative('src', join('src', dirname(file), s))).has(file)),
    )
    expect(cyclic.map(({ file }) => file)).toEqual([])
  })

  it('keeps files short', () => {
    expect(sources.filter(({ lines }) => lines > LONGEST).map(({ file }) => file)).toEqual([])
  })
})

describe('purity', () => {
  it('keeps the clock, the network, chance and the environment out of corpus and entitlements', () => {
    const impure = /\bDate\.now\(|new Date\(\)|\bfetch\(|Math\.random|process\.|crypto\./
    const found = sources
      .filter(({ owner }) => ['corpus', 'entitlements'].includes(owner))
      .filter(({ file }) => impure.test(readFileSync(join('src', file), 'utf8')))
    expect(found.map(({ file }) => file)).toEqual([])
  })

  it('reads the environment in the entries only', () => {
    const found = sources.filter(({ file }) => /process\.env/.test(readFileSync(join('src', file), 'utf8')))
    expect(found.map(({ file }) => file).sort()).toEqual(['cli.ts', 'node.ts'])
  })

  it('keeps what Workers cannot run out of the worker', () => {
    const reached = [...reach('worker.ts')]
    const packages = sources
      .filter(({ file }) => reached.includes(file))
      .flatMap(({ imports }) => imports.filter((specifier) => !specifier.startsWith('.')))
    expect(packages.filter((name) => /^node:|lancedb|wechaty|apache-arrow/.test(name))).toEqual([])
    expect(reached).toContain('respond.ts')
  })
})
