import { z } from 'zod'

export const region = z.object({
  name: z.string().min(2),
  aliases: z.array(z.string()).default([]),
  parent: z.string().nullable(),
})
export type Region = z.infer<typeof region>

/** The region of a name as people write it: full, short or everyday. */
export function findRegion(regions: Region[], name: string): Region | undefined {
  return regions.find((candidate) => candidate.name === name || candidate.aliases.includes(name))
}

/** A place and all that it lies in, the most local first: 昆都仑区, 包头市, 内蒙古自治区. */
export function chain(regions: Region[], name: string): string[] {
  const names: string[] = []
  let next: string | null = name
  while (next !== null && !names.includes(next)) {
    names.push(next)
    next = findRegion(regions, next)?.parent ?? null
  }
  return names
}
