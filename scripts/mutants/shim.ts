import { isDeepStrictEqual } from 'node:util'

/** As much of vitest as the tests of the calculator use, without its start-up: a mutation run starts it a thousand times. */
type Run = (...row: never[]) => unknown
interface Case {
  name: string
  run: () => unknown
}

const cases: Case[] = []

export const describe = (_name: string, run: () => void): void => run()

function add(name: string, run: Run): void {
  cases.push({ name, run: () => run() })
}

export const test = Object.assign(add, {
  each:
    (rows: readonly unknown[]) =>
    (name: string, run: Run): void => {
      for (const row of rows)
        cases.push({ name, run: () => run(...((Array.isArray(row) ? row : [row]) as never[])) })
    },
})

/** The first test that fails; null where all pass. */
export async function firstFailure(): Promise<string | null> {
  for (const { name, run } of cases.splice(0)) {
    try {
      await run()
    } catch (error) {
      return `${name}: ${String((error as Error).message).split('\n')[0]}`
    }
  }
  return null
}

export function expect(actual: unknown) {
  return { ...matchers(actual, true), not: matchers(actual, false) }
}

function matchers(actual: unknown, wanted: boolean) {
  const hold = (holds: boolean, what: string, other?: unknown) => {
    if (holds !== wanted)
      throw new Error(
        `${wanted ? '' : 'not '}${what}: ${JSON.stringify(actual)} against ${JSON.stringify(other)}`,
      )
  }
  return {
    toBe: (other: unknown) => hold(Object.is(actual, other), 'toBe', other),
    toEqual: (other: unknown) => hold(isDeepStrictEqual(actual, other), 'toEqual', other),
    toMatchObject: (other: unknown) => hold(holdsAll(actual, other), 'toMatchObject', other),
    toContain: (other: unknown) => hold((actual as unknown[]).includes(other), 'toContain', other),
    toMatch: (other: RegExp) => hold(other.test(actual as string), 'toMatch', String(other)),
    toThrow: (message = '') => hold(throwsWith(actual as () => unknown, message), 'toThrow', message),
  }
}

function throwsWith(run: () => unknown, message: string): boolean {
  try {
    run()
    return false
  } catch (error) {
    return (error as Error).message.includes(message)
  }
}

function holdsAll(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected))
    return isDeepStrictEqual(actual, expected)
  return Object.entries(expected).every(([key, value]) =>
    holdsAll((actual as Record<string, unknown>)[key], value),
  )
}
