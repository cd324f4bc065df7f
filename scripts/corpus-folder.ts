import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Corpus, corpus as corpusSchema, type PolicyDocument } from '../src/corpus/corpus.ts'
import { documentMeta } from '../src/corpus/document.ts'
import { parse } from '../src/corpus/parse.ts'
import { findRegion, type Region, region } from '../src/corpus/region.ts'
import { factDefinition } from '../src/entitlements/fact.ts'
import { type Rulebook, rulebook } from '../src/entitlements/rule.ts'
import { NO_PROVISION } from '../src/retrieval/sentences.ts'
import { divisionsBelow, placesElsewhere } from './divisions.ts'
import {
  type Asked,
  asked as askedSchema,
  type Examples,
  examplesOf,
  kinds as kindsSchema,
} from './examples.ts'

/** A file of the corpus that cannot be read; says which, where and why. */
export class CorpusFileError extends Error {
  override name = 'CorpusFileError'
}

export interface DocumentFolder {
  folder: string
  source: string
  document: PolicyDocument
  rules: Rulebook
  asked: Asked
}

/** Reads every document folder below `root`. Throws a `CorpusFileError` on the first file that is broken. */
export function readFolders(root: string): DocumentFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFolder(join(root, name), name))
}

function readFolder(folder: string, name: string): DocumentFolder {
  const meta = readYaml(join(folder, 'document.yaml'), documentMeta)
  if (meta.id !== name)
    throw new CorpusFileError(`${folder}/document.yaml: id ${meta.id} is not the folder's name`)
  const source = readText(join(folder, 'source.txt'))
  const rules = readYaml(join(folder, 'entitlements.yaml'), rulebook)
  const file = join(folder, 'asked.yaml')
  const asked = readOptional(file, askedSchema, [])
  const { clauses } = parse(source, name)
  const ids = rules.entitlements.map(({ id }) => id)
  for (const { clause, sentence, entitlement } of asked) {
    if (entitlement !== undefined && entitlement !== NO_PROVISION && !ids.includes(entitlement))
      throw new CorpusFileError(`${file}: no such entitlement: ${entitlement}`)
    const text = clauses.find(({ id }) => id === `${name}/${clause}`)?.text ?? ''
    if (!text.includes(sentence)) throw new CorpusFileError(`${file}: ${clause} does not say “${sentence}”`)
  }
  return { folder, source, document: { meta, clauses, rules }, rules, asked }
}

const NOTHING_LEARNED = { sentences: null, scope: null }

/** A corpus before anything was learned from its example messages. */
export interface Unlearned {
  corpus: Corpus
  examples: Examples
}

/** The whole corpus below `root`, with its hash. Deterministic: the same files give the same object. */
export function buildCorpus(root: string): Unlearned {
  const folders = readFolders(root)
  const facts = readOptional(join(root, 'facts.yaml'), z.record(z.string(), factDefinition), {})
  const named = withDocuments(readOptional(join(root, 'regions.yaml'), z.array(region), []), folders)
  const regions = [...named, ...divisionsBelow(named)]
  const texts = folders.map(({ source }) => source)
  // A name that is also a word of the texts (新区) would turn ordinary questions into questions about elsewhere.
  const elsewhere = placesElsewhere(regions).filter((name) => !texts.some((text) => text.includes(name)))
  const words = readOptional(join(root, 'words.yaml'), corpusSchema.shape.words, { same: [], near: [] })
  const kinds = readOptional(join(root, 'kinds.yaml'), kindsSchema, {})
  const body = { regions, elsewhere, facts, words, documents: folders.map(({ document }) => document) }
  const examples = examplesOf(folders, kinds)
  const hash = createHash('sha256')
    .update(JSON.stringify([body, examples]))
    .digest('hex')
  return { corpus: { hash, ...body, classifiers: NOTHING_LEARNED }, examples }
}

function withDocuments(regions: Region[], folders: DocumentFolder[]): Region[] {
  const all = [...regions]
  for (const { document } of folders) {
    const { name, aliases, parent } = document.meta.region
    if (findRegion(all, name) === undefined) all.push({ name, aliases: everyday(name, aliases), parent })
  }
  return all
}

/** 云溪市 is called 云溪 too. */
function everyday(name: string, aliases: string[]): string[] {
  const short = name.replace(/[市区县旗盟省]$/, '')
  return [...new Set([...aliases, ...(short.length >= 2 && short !== name ? [short] : [])])]
}

function readOptional<T>(file: string, schema: z.ZodType<T>, fallback: T): T {
  return existsSync(file) ? readYaml(file, schema) : fallback
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (cause) {
    throw new CorpusFileError(`${file}: ${(cause as Error).message}`, { cause })
  }
}

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter: lines })
  const [broken] = document.errors
  if (broken !== undefined) {
    throw new CorpusFileError(
      `${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`,
    )
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol')
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
  const line = node?.range === undefined ? '' : `:${lines.linePos(node.range[0]).line}`
  throw new CorpusFileError(`${file}${line}: ${path.join('.')}: ${issue?.message}`)
}
