import type { Reply } from '../src/answer/reply.ts'
import { quantities } from '../src/corpus/quantity.ts'
import type { Calculation } from '../src/entitlements/calculation.ts'

export interface Expectation {
  kind?: string | string[]
  calculations?: Partial<Calculation>[]
  documents?: string[]
  quotes?: string[]
  notices?: string[]
  noNotices?: string[]
  textIncludes?: string[]
  textExcludes?: string[]
}
export interface Case {
  id: string
  asOf?: string
  region?: string
  /** numeric, clause, dialogue, safety, noisy and the like: counted apart. */
  category?: string
  turns: { message: string; expect: Expectation }[]
  why?: string
}

/** What is wrong with a reply, one line each. */
export function misses(reply: Reply, expect: Expectation): string[] {
  const wrong: string[] = []
  const kinds = [expect.kind ?? []].flat()
  if (kinds.length > 0 && !kinds.includes(reply.kind))
    wrong.push(`kind ${reply.kind}, expected ${kinds.join('|')}`)
  if (expect.calculations !== undefined)
    wrong.push(...calculationMisses(reply.calculations, expect.calculations))
  const cited = new Set(reply.citations.map(({ documentId }) => documentId))
  for (const id of expect.documents ?? []) if (!cited.has(id)) wrong.push(`does not cite ${id}`)
  for (const quote of expect.quotes ?? [])
    if (!reply.citations.some((citation) => citation.quote.includes(quote)))
      wrong.push(`does not quote ${quote}`)
  const codes = new Set<string>(reply.notices.map(({ code }) => code))
  for (const code of expect.notices ?? []) if (!codes.has(code)) wrong.push(`no notice ${code}`)
  for (const code of expect.noNotices ?? []) if (codes.has(code)) wrong.push(`notice ${code}`)
  for (const part of expect.textIncludes ?? [])
    if (!reply.text.includes(part)) wrong.push(`text lacks ${part}`)
  for (const part of expect.textExcludes ?? []) if (reply.text.includes(part)) wrong.push(`text has ${part}`)
  return wrong
}

function calculationMisses(actual: Calculation[], expected: Partial<Calculation>[]): string[] {
  const left = [...actual]
  const missing = expected.filter((want) => {
    const at = left.findIndex((have) =>
      Object.entries(want).every(([key, value]) => have[key as keyof Calculation] === value),
    )
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const show = ({ outcome, min, max, unit, name }: Partial<Calculation>) =>
    [outcome, min, max, unit, name].filter((part) => part !== undefined).join(' ')
  return [
    ...missing.map((want) => `no calculation ${show(want)}`),
    ...left.map((have) => `unexpected calculation ${show(have)}`),
  ]
}

/** Computed sums that are neither expected nor printed in a quoted clause: the one kind of miss that must not happen. */
export function wrongFigures(reply: Reply, { calculations }: Expectation): string[] {
  if (calculations === undefined) return []
  const right = new Set(calculations.flatMap(({ min, max }) => [min, max]))
  const printed = new Set(
    reply.citations.flatMap(({ quote }) => quantities(quote).map(({ value }) => value.toFixed())),
  )
  const isWrong = (figure: string | null) => figure !== null && !right.has(figure) && !printed.has(figure)
  return reply.calculations
    .filter(({ min, max }) => isWrong(min) || isWrong(max))
    .map(({ name, outcome, min, max, unit }) => `${name} ${outcome} ${min ?? ''}—${max ?? ''} ${unit}`)
}
