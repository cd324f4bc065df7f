import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from '../src/corpus/parse.ts'

const USAGE = 'usage: npm run corpus:parse -- FILE [--id ID]'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function readArguments(): { file: string; id: string } {
  try {
    const { values, positionals } = parseArgs({ options: { id: { type: 'string' } }, allowPositionals: true })
    const file = positionals[0]
    if (file === undefined || positionals.length > 1) fail(USAGE)
    const id = values.id ?? basename(file, extname(file))
    if (id.trim() === '') fail('--id must not be empty')
    return { file, id }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message.split('\n')[0] : String(error)} (${USAGE})`)
  }
}

function readText(file: string): string {
  if (/^\.(?:html?|xhtml|pdf|docx?|wps|rtf|odt|xlsx?)$/i.test(extname(file))) {
    fail(`${file}: only plain text is read; save the document as a .txt file in UTF-8 first`)
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') fail(`${file}: no such file`)
    fail(`${file}: cannot be read (${code ?? String(error)})`)
  }
  let text: string
  try {
    // The byte order mark stays: the offsets count the characters of the file as it is.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail(`${file}: not UTF-8 text`)
  }
  if (text.trim() === '') fail(`${file}: empty`)
  return text
}

const { file, id } = readArguments()
const nodes = parse(readText(file), id).clauses.map(
  ({ id, label, path, heading, parent, start, end, text }) => ({
    id,
    label,
    path,
    heading,
    parent,
    start,
    end,
    text,
  }),
)
process.stdout.write(`${JSON.stringify(nodes, null, 2)}\n`)
