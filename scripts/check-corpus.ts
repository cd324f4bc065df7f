import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { wordsOf } from '../src/corpus/document.ts'
import { quantities } from '../src/corpus/quantity.ts'
import { findProvision, readBook } from '../src/entitlements/book.ts'
import { runExample } from '../src/entitlements/example.ts'
import { type FactDefinitions, factDefinition } from '../src/entitlements/fact.ts'
import { type AuditKind, audit, isOpen, printedLiterals, same } from './audit.ts'
import { buildCorpus, CorpusFileError, type DocumentFolder, readFolders } from './corpus-folder.ts'

/** Everything that is wrong with the corpus below `root`, one line each; empty when it may be served. */
export function problemsOf(root: string): string[] {
  const folders = readFolders(root)
  const shared = sharedFacts(root)
  const book = readBook(buildCorpus(root).corpus)
  return [
    ...duplicates(folders),
    ...folders.flatMap((folder) => [
      ...validity(folder),
      ...quotes(folder),
      ...numbers(folder, shared),
      ...audit(folder, shared)
        .filter(isOpen)
        .map(({ kind, clause, text }) => `${folder.document.meta.id}/${clause}: open ${kind}: ${text}`),
      ...folder.rules.entitlements.flatMap((rule) =>
        rule.examples.flatMap((example) => {
          const provision = findProvision(book, rule.id)
          const wrong = provision === undefined ? 'no provision' : runExample(provision, example)
          return wrong === null ? [] : [`${rule.id}: ${wrong}`]
        }),
      ),
    ]),
    ...stale(root),
  ]
}

const sharedFacts = (root: string): FactDefinitions =>
  existsSync(`${root}/facts.yaml`)
    ? z.record(z.string(), factDefinition).parse(parse(readFileSync(`${root}/facts.yaml`, 'utf8')))
    : {}

function duplicates(folders: DocumentFolder[]): string[] {
  const clauses = folders.flatMap(({ document }) => document.clauses.map(({ id }) => id))
  const rules = folders.flatMap(({ rules }) => rules.entitlements.map(({ id }) => id))
  const unknown = folders.flatMap(({ rules: { entitlements } }) =>
    entitlements.flatMap(({ id: own, replaces, paidBy = [] }) => [
      ...replaces.map((id) => ({ id, problem: `${own}: replaces unknown rule ${id}` })),
      ...[paidBy].flat().map((id) => ({ id, problem: `${own}: paid by unknown rule ${id}` })),
    ]),
  )
  return [
    ...[...clauses, ...rules]
      .filter((id, i, all) => all.indexOf(id) !== i)
      .map((id) => `duplicate id: ${id}`),
    ...unknown.flatMap(({ id, problem }) => (rules.includes(id) ? [] : [problem])),
  ]
}

function validity({ document: { meta }, source }: DocumentFolder): string[] {
  const missing = wordsOf(meta)
    .filter((words) => !source.includes(words))
    .map((words) => `${meta.id}: not in the text: ${words}`)
  const from = typeof meta.first === 'object' && ('day' in meta.first ? meta.first.day : meta.first.notBefore)
  const to = typeof meta.last === 'object' && 'day' in meta.last && meta.last.day
  return from && to && from > to
    ? [...missing, `${meta.id}: last day ${to} before first day ${from}`]
    : missing
}

function quotes({ document, rules }: DocumentFolder): string[] {
  const cited = [
    ...rules.entitlements.flatMap((rule) => rule.clauses.map((clause) => ({ by: rule.id, ...clause }))),
    ...rules.asides.map((aside) => ({ by: 'aside', ...aside })),
    ...(rules.stacking === undefined ? [] : [{ by: 'stacking', ...rules.stacking }]),
  ]
  return cited.flatMap(({ by, clause, quote }) => {
    const found = document.clauses.find(({ id }) => id === `${document.meta.id}/${clause}`)
    if (found === undefined) return [`${by}: no such clause: ${clause}`]
    return found.text.includes(quote) ? [] : [`${by}: quote is not in ${clause}: ${quote.slice(0, 40)}`]
  })
}

/** Every number of a rule must be read out of its own quote; so must the words of a grant without a sum. */
function numbers({ rules }: DocumentFolder, shared: FactDefinitions): string[] {
  const facts = { ...shared, ...rules.facts }
  return rules.entitlements.flatMap((rule) => {
    const quoted = rule.clauses.flatMap(({ quote }) => quantities(quote))
    const text = rule.clauses.map(({ quote }) => quote).join('')
    const unread = printedLiterals(rule, facts)
      .flatMap(quantities)
      .filter((number) => !quoted.some((other) => same(other, number)))
      .map((number) => `${rule.id}: ${number.text} is not in its quote`)
    const unstated = [...JSON.stringify(rule.amount).matchAll(/"unstated":"([^"]+)"/g)].map(
      (match) => match[1] as string,
    )
    return [
      ...unread,
      ...unstated
        .filter((words) => !text.includes(words))
        .map((words) => `${rule.id}: not in its quote: ${words}`),
    ]
  })
}

function stale(root: string): string[] {
  const file = `${root}/corpus.json`
  const built = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { hash?: string }).hash
    : undefined
  return built === buildCorpus(root).corpus.hash ? [] : ['corpus.json is out of date: npm run corpus:build']
}

/** Found, bound, set aside by reason, open: one row per document and kind. */
export function table(root: string): string[] {
  const shared = sharedFacts(root)
  const kinds: AuditKind[] = ['sum', 'percentage', 'ratio', 'count', 'grant']
  return readFolders(root).flatMap((folder) => {
    const findings = audit(folder, shared)
    return kinds.map((kind) => {
      const mine = findings.filter((finding) => finding.kind === kind)
      const aside = mine.filter(({ bound, aside }) => bound === null && aside !== null)
      const reasons = Object.entries(Object.groupBy(aside, ({ aside }) => aside as string)).map(
        ([reason, list]) => `${reason} ${list?.length}`,
      )
      const bound = mine.filter((finding) => finding.bound !== null).length
      const open = mine.filter(isOpen).length
      return `${folder.document.meta.id.padEnd(30)} ${kind.padEnd(10)} found ${String(mine.length).padStart(3)}  bound ${String(bound).padStart(3)}  aside ${String(aside.length).padStart(3)}  open ${open}  ${reasons.join(', ')}`
    })
  })
}

if (import.meta.main) {
  try {
    const problems = problemsOf('corpus')
    console.log(table('corpus').join('\n'))
    for (const problem of problems) console.error(problem)
    console.log(problems.length === 0 ? 'corpus: no problems' : `corpus: ${problems.length} problems`)
    process.exitCode = problems.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof CorpusFileError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
