import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { firstFailure } from './shim.ts'

/** Runs the tests over one mutated module in a thread of its own; the thread is ended when it does not come back. */
const { target, code, tests } = workerData as { target: string | null; code: string; tests: string[] }

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest'
      ? { url: new URL('./shim.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === target ? { format: 'module', source: code, shortCircuit: true } : next(url, context),
})

// The same cases for every mutant, and no search for a smaller counterexample.
fc.configureGlobal({ seed: 20_250_101, endOnFailure: true })

let killed: string | null = null
for (const file of tests) {
  try {
    await import(file)
    killed = await firstFailure()
  } catch (error) {
    killed = `does not load: ${String((error as Error).message).split('\n')[0]}`
  }
  if (killed !== null) {
    killed = `${file.split('/').at(-1)}: ${killed}`
    break
  }
}
parentPort?.postMessage({ killed })
