import type { Weights } from '../corpus/weights.ts'

/** In how many of the examples a term stands that were learned from; 0 where in none or only one. */
export type Frequency = (term: string) => number

/** Reads back from each term's rarity how many examples it stands in. */
export function frequencyIn({ terms, rows }: Weights): Map<string, number> {
  const bytes = atob(rows)
  const two = (at: number) => bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)
  const rarities = new Map<string, number>()
  let at = 0
  for (const term of terms.split(' ')) {
    rarities.set(term, two(at) / 1000)
    at += 4 + 3 * two(at + 2)
  }
  // The rarest terms stand in two examples: rarity = ln(1 + examples / (2 + 1)).
  const examples = 3 * Math.expm1(Math.max(0, ...rarities.values()))
  return new Map([...rarities].map(([term, rarity]) => [term, Math.round(examples / Math.expm1(rarity)) - 1]))
}
