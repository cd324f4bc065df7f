import { nearly, sound } from './sound.ts'

/** How often two neighbouring characters stand side by side in the texts and in what people ask of them. */
export type Seen = (pair: string) => number

const HAN = /^\p{Script=Han}$/u
/** Numerals, negations, measures and the small words between others: they stand beside anything. */
const KEPT = /[的了是在有和就都也还要会能人个各或及与把被给对从为所该每全〇零一二两三四五六七八九十百千万亿半几俩仨不没未非无省市县区旗国年月天元块]/u

/** Seen together at least so often, where both neighbours or only one of them agrees. */
const BOTH = 8
const ONE = 30
/** The same for what only nearly sounds the same. */
const BOTH_NEARLY = 20
const ONE_NEARLY = 90
/** How many times as often as any other character that sounds the same. */
const OVER_OTHERS = 3

/**
 * Mends a character that never stands beside either neighbour, where another of the same sound often does: evidence
 * from both sides, so that it needs no list of words and leaves what is rare but right as it is.
 */
export function createProofreader(
  seen: Seen,
  characters: string[],
  terms: Set<string>,
): (text: string[]) => string[] {
  const usual = characters.filter((c) => HAN.test(c) && !KEPT.test(c))
  const bySound = Map.groupBy(usual, sound)
  const byNear = Map.groupBy(usual, (c) => nearly(sound(c)))
  const mend = (c: string, before: string, after: string): string => {
    if (seen(before + c) > 0 || seen(c + after) > 0) return c
    const best = (candidates: string[], both: number, one: number): string | null => {
      const scored = candidates
        .filter((other) => other !== c)
        .map((other) => ({ other, left: seen(before + other), right: seen(other + after) }))
        .filter(({ other }) => terms.has(before + other) || terms.has(other + after))
        .map(({ other, left, right }) => ({ other, sum: left + right, least: Math.min(left, right) }))
        .filter(({ sum, least }) => sum >= (least > 0 ? both : one))
        .sort((a, b) => b.sum - a.sum)
      const [first, second] = scored
      if (first === undefined) return null
      return second === undefined || first.sum >= OVER_OTHERS * second.sum ? first.other : null
    }
    return (
      best(bySound.get(sound(c)) ?? [], BOTH, ONE) ??
      best(byNear.get(nearly(sound(c))) ?? [], BOTH_NEARLY, ONE_NEARLY) ??
      c
    )
  }
  return (text) => {
    const mended = [...text]
    for (const [i, c] of text.entries()) {
      if (!HAN.test(c) || KEPT.test(c)) continue
      mended[i] = mend(c, mended[i - 1] ?? '', text[i + 1] ?? '')
    }
    return mended
  }
}
