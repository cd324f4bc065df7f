import type { Corpus } from '../src/corpus/corpus.ts'
import type { Weights } from '../src/corpus/weights.ts'
import { featuresOf, softmax } from '../src/retrieval/classifier.ts'
import { type GroupFinder, groupFinder } from '../src/retrieval/groups.ts'
import type { Unlearned } from './corpus-folder.ts'

export interface Example {
  text: string
  label: string
}

const PASSES = 6
const STEP = 4
/** Terms that stand in one example only tell nothing of others. */
const LEAST_EXAMPLES = 2
/** Weights nearer to 0 than this are left out. */
const FAINT = 0.7
const STRONGEST = 127

/**
 * Softmax regression by stochastic gradient descent, in a fixed order: the same examples give the same weights. Labels
 * come in the order in which the examples name them first.
 */
export function train(examples: Example[], groupsOf: GroupFinder): Weights {
  const labels = [...new Set(examples.map(({ label }) => label))]
  const found = examples.map(({ text, label }) => ({
    terms: featuresOf(text, groupsOf),
    label: labels.indexOf(label),
  }))
  const containing = new Map<string, number>()
  for (const { terms } of found)
    for (const term of terms) containing.set(term, (containing.get(term) ?? 0) + 1)
  const terms = [...containing.keys()].filter((term) => (containing.get(term) ?? 0) >= LEAST_EXAMPLES)
  const numbers = new Map(terms.map((term, i) => [term, i]))
  const rarity = terms.map((term) => round(Math.log(1 + examples.length / ((containing.get(term) ?? 0) + 1))))
  const data = found.map(({ terms: own, label }) => {
    const known = [...own].flatMap((term) => numbers.get(term) ?? [])
    const length = Math.hypot(...known.map((term) => rarity[term] ?? 0)) || 1
    return { known: known.map((term) => ({ term, share: (rarity[term] ?? 0) / length })), label }
  })
  const learned = descend(data, terms.length, labels.length)
  return { labels, terms: terms.join(' '), ...packed(learned, rarity, labels.length) }
}

/** A corpus with what its example messages teach. */
export function learned({ corpus, examples }: Unlearned): Corpus {
  const from = (own: Example[]) => (own.length === 0 ? null : train(own, groupFinder(corpus.words)))
  return {
    ...corpus,
    classifiers: { sentences: from(examples.sentences), scope: from(examples.scope) },
  }
}

interface Datum {
  known: { term: number; share: number }[]
  label: number
}

function descend(data: Datum[], terms: number, labels: number): Float32Array {
  const learned = new Float32Array(terms * labels)
  const random = sequence()
  for (let pass = 0; pass < PASSES; pass += 1) {
    const step = STEP * (1 - pass / PASSES)
    for (const { known, label } of shuffled(data, random)) {
      const errors = new Float64Array(labels)
      for (const { term, share } of known)
        for (let i = 0; i < labels; i += 1)
          errors[i] = (errors[i] as number) + share * (learned[term * labels + i] as number)
      softmax(errors)
      errors[label] = (errors[label] as number) - 1
      for (let i = 0; i < labels; i += 1) {
        const error = errors[i] as number
        if (Math.abs(error) < NEGLIGIBLE) continue
        for (const { term, share } of known)
          learned[term * labels + i] = (learned[term * labels + i] as number) - step * share * error
      }
    }
  }
  return learned
}

const NEGLIGIBLE = 1e-4

function packed(learned: Float32Array, rarity: number[], labels: number): Pick<Weights, 'scale' | 'rows'> {
  let most = 0
  for (const weight of learned) most = Math.max(most, Math.abs(weight))
  const scale = most / STRONGEST
  const bytes: number[] = []
  for (const [term, rare] of rarity.entries()) {
    const own = [...learned.subarray(term * labels, (term + 1) * labels)].flatMap((weight, label) =>
      Math.abs(weight) < FAINT ? [] : [{ label, weight: Math.round(weight / scale) & 0xff }],
    )
    const thousandths = Math.round(rare * 1000)
    bytes.push(thousandths >> 8, thousandths & 0xff, own.length >> 8, own.length & 0xff)
    for (const { label, weight } of own) bytes.push(label >> 8, label & 0xff, weight)
  }
  return { scale, rows: Buffer.from(bytes).toString('base64') }
}

function shuffled<T>(items: T[], random: () => number): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const item = order[i] as T
    order[i] = order[j] as T
    order[j] = item
  }
  return order
}

/** A fixed sequence of numbers from 0 to 1 (linear congruence, constants of Numerical Recipes). */
function sequence(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 2 ** 32
  }
}

const round = (x: number): number => Math.round(x * 1000) / 1000
