import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

const SEAL = 'seal.json'
const UNFINISHED = /^\.(?:building|discarded)-/
const HOUR = 3_600_000

/**
 * Provides `parent/name`: a folder that is built beside, sealed with the checksum of every file and moved in
 * whole. An intact one is reused; a damaged one is replaced. Processes that start at once build twice and
 * agree on one.
 */
export async function provideSealed(
  parent: string,
  name: string,
  build: (path: string) => Promise<void>,
): Promise<string> {
  const target = join(parent, name)
  if (await isIntact(target)) return target
  await mkdir(parent, { recursive: true })
  const building = join(parent, `.building-${randomUUID()}`)
  try {
    await build(building)
    await seal(building)
    for (let attempt = 1; !(await isIntact(target)); attempt++) {
      await discard(target)
      await rename(building, target).catch((cause: unknown) => {
        // Another process moved its own in between: the next look tells whether it is whole.
        if (attempt >= 5) throw cause
      })
    }
  } finally {
    await rm(building, { recursive: true, force: true })
  }
  return target
}

/** Takes a folder away in whole: nobody ever meets half of it under its name. */
export async function discard(path: string): Promise<void> {
  const aside = join(dirname(path), `.discarded-${randomUUID()}`)
  await rename(path, aside).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
  })
  await rm(aside, { recursive: true, force: true })
}

/** Removes what is not `name`, and what a process left behind that ended while building. Never fails. */
export async function tidy(parent: string, name: string, isOurs: (name: string) => boolean): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  for (const other of names) {
    const path = join(parent, other)
    const stale = (other !== name && isOurs(other)) || (UNFINISHED.test(other) && (await isOld(path)))
    if (stale) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > HOUR
}

async function seal(path: string): Promise<void> {
  await writeFile(join(path, SEAL), JSON.stringify(await checksums(path)))
}

/** Whether every file is there as it was sealed. */
async function isIntact(path: string): Promise<boolean> {
  try {
    const sealed = new Map(JSON.parse(await readFile(join(path, SEAL), 'utf8')) as [string, string][])
    const present = new Map(await checksums(path))
    return sealed.size > 0 && [...sealed].every(([file, sum]) => present.get(file) === sum)
  } catch {
    return false
  }
}

async function checksums(path: string): Promise<[string, string][]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile() && entry.name !== SEAL)
  return Promise.all(
    files.map(async (entry): Promise<[string, string]> => {
      const file = join(entry.parentPath, entry.name)
      const sum = createHash('sha256').update(await readFile(file))
      return [relative(path, file), sum.digest('hex')]
    }),
  )
}
