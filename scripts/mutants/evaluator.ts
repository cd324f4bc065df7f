import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Mutant, mutantsOf } from './syntax.ts'

const ENTITLEMENTS = [
  'interval',
  'term',
  'evaluate',
  'condition',
  'calculate',
  'relevance',
  'total',
  'standing',
].map((name) => `src/entitlements/${name}.ts`)
const CORPUS = ['quantity', 'numeral', 'document'].map((name) => `src/corpus/${name}.ts`)

const TESTS = [
  'src/entitlements/calculate.property.test.ts',
  'src/entitlements/boundary.test.ts',
  'src/entitlements/relevance.test.ts',
  'src/entitlements/total.test.ts',
  'src/entitlements/evaluate.test.ts',
  'src/entitlements/condition.test.ts',
  'src/entitlements/steps.test.ts',
  'src/corpus/numeral.test.ts',
  'src/corpus/quantity.test.ts',
  'src/corpus/document.test.ts',
]

/** Longer than all tests take, so that a thread that runs on is in a loop without end. */
const LIMIT_MS = 20_000

export interface Verdict {
  mutant: Mutant
  /** The test that noticed; null where none did. */
  killed: string | null
}

/** A module's own tests first: most mutants end there. */
function testsFor(file: string): string[] {
  const own = TESTS.filter((test) => test.startsWith(file.replace(/\.ts$/, '')))
  return [
    ...own,
    ...TESTS.filter(
      (test) => !own.includes(test) && (test.startsWith('src/entitlements') || file.startsWith('src/corpus')),
    ),
  ]
}

function run(workerData: { target: string | null; code: string; tests: string[] }): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish('runs without end'), LIMIT_MS)
    let finished = false
    function finish(killed: string | null): void {
      if (finished) return
      finished = true
      clearTimeout(timer)
      void worker.terminate()
      resolve(killed)
    }
    worker.on('message', ({ killed }: { killed: string | null }) => finish(killed))
    worker.on('error', (error) => finish(`fails: ${(error as Error).message}`))
    worker.on('exit', () => finish('ends at once'))
  })
}

/** The tree as it is now, so that whoever works in it meanwhile changes nothing here. */
function snapshot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  for (const part of ['src', 'corpus', 'package.json']) cpSync(part, join(folder, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Every mutant of the calculator and the readers, each against all tests. Throws when they fail without any mutant. */
export async function evaluatorVerdicts(
  only: string | undefined,
  progress: (done: number, all: number) => void,
): Promise<Verdict[]> {
  const folder = snapshot()
  const url = (file: string): string => pathToFileURL(join(folder, file)).href
  try {
    const before = await run({ target: null, code: '', tests: TESTS.map(url) })
    if (before !== null) throw new Error(`the tests fail without any mutant: ${before}`)
    const files = [...ENTITLEMENTS, ...CORPUS].filter((file) => only === undefined || file.includes(only))
    const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(folder, file), 'utf8')))
    const verdicts: Verdict[] = []
    let next = 0
    const take = async (): Promise<void> => {
      for (let mutant = mutants[next++]; mutant !== undefined; mutant = mutants[next++]) {
        const { file, code } = mutant
        verdicts.push({
          mutant,
          killed: await run({ target: url(file), code, tests: testsFor(file).map(url) }),
        })
        progress(verdicts.length, mutants.length)
      }
    }
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, take))
    return verdicts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
