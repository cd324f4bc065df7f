import { keepingLatest } from '../corpus/latest.ts'
import type { Weights } from '../corpus/weights.ts'
import type { GroupFinder } from './groups.ts'
import { segment } from './segment.ts'

/** Which of its labels a text is likeliest to have. */
export interface Classifier {
  labels: string[]
  /** One probability per label, in the order of `labels`; together 1. Equal ones for a text of unknown terms. */
  classify: (text: string) => Float64Array
}

/** The terms that a classifier tells texts apart by: those of the index, and the groups that its words belong to. */
export const featuresOf = (text: string, groupsOf: GroupFinder): Set<string> =>
  new Set([...segment(text), ...groupsOf(text)])

/** Softmax regression over the terms of a text, as `scripts/train.ts` leaves it. */
export function readClassifier({ labels, terms, scale, rows }: Weights, groupsOf: GroupFinder): Classifier {
  const view = new DataView(bytesOf(rows).buffer)
  const entries = new Map<string, { rarity: number; start: number; size: number }>()
  let at = 0
  for (const term of terms.split(' ')) {
    const size = view.getUint16(at + 2)
    entries.set(term, { rarity: view.getUint16(at) / 1000, start: at + 4, size })
    at += 4 + 3 * size
  }
  return {
    labels,
    classify: keepingLatest((text) => {
      const found = [...featuresOf(text, groupsOf)].flatMap((term) => entries.get(term) ?? [])
      const length = Math.hypot(...found.map((one) => one.rarity)) || 1
      const scores = new Float64Array(labels.length)
      for (const { rarity, start, size } of found) {
        const share = (rarity / length) * scale
        for (let i = 0; i < size; i += 1) {
          const label = view.getUint16(start + 3 * i)
          scores[label] = (scores[label] ?? 0) + share * view.getInt8(start + 3 * i + 2)
        }
      }
      return softmax(scores)
    }),
  }
}

/** A loop: ten times as fast as Uint8Array.from, at every start. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Scores as probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let [most, sum] = [-Infinity, 0]
  for (const score of scores) most = Math.max(most, score)
  for (let i = 0; i < scores.length; i += 1) {
    scores[i] = Math.exp((scores[i] as number) - most)
    sum += scores[i] as number
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) / sum
  return scores
}
