import { readFileSync } from 'node:fs'
import { corpus as schema } from '../src/corpus/corpus.ts'
import { type ConversationState, EMPTY_STATE } from '../src/dialogue/conversation.ts'
import { dayIn } from '../src/dialogue/day.ts'
import { factsIn } from '../src/dialogue/facts.ts'
import { readLexicon } from '../src/dialogue/lexicon.ts'
import { normalise } from '../src/dialogue/normalise.ts'
import { numbersIn } from '../src/dialogue/numbers.ts'
import { comesFromOutside } from '../src/dialogue/place.ts'
import { outOfScope } from '../src/dialogue/scope.ts'
import { type Understanding, understand } from '../src/dialogue/understand.ts'
import { findProvision, readBook } from '../src/entitlements/book.ts'
import { calculate } from '../src/entitlements/calculate.ts'
import { type FactValue, inputsSchema, writeInterval } from '../src/entitlements/fact.ts'
import type { Provision } from '../src/entitlements/rule.ts'
import { rankSentences } from '../src/retrieval/sentences.ts'

/** One case of a step: what goes in, and what must come out. */
interface StepCase {
  id: string
  text?: string
  region?: string
  asOf?: string
  documents?: string[]
  provision?: string
  inputs?: Record<string, unknown>
  expect: unknown
}

const corpus = schema.parse(
  JSON.parse(readFileSync(new URL('../corpus/corpus.json', import.meta.url), 'utf8')),
)
const lexicon = readLexicon(corpus, readBook(corpus))

/** Each step on its own, on cases that were written from the texts alone: how many must be right, and what it makes of one. */
export const STEPS: Record<string, { least: number; read: (one: StepCase) => unknown }> = {
  normalise: {
    least: 0.92,
    read: ({ text = '', asOf }) =>
      asOf === undefined
        ? numbersIn(normalise(text)).map(({ value, unit }) => `${writeInterval(value)}${unit}`)
        : dayIn(normalise(text), asOf),
  },
  place: {
    least: 0.95,
    read: (one) => {
      const { places, unheld } = understood(one)
      return unheld === null ? places.map(({ name }) => name) : [unheld]
    },
  },
  provision: {
    least: 0.85,
    read: (one) =>
      understood(one)
        .topics.map(({ provision }) => provision.rule.id)
        .sort(),
  },
  facts: {
    least: 0.9,
    read: ({ text = '', provision = '' }) => {
      const { definitions, region } = rule(provision)
      const outside = comesFromOutside(normalise(text), corpus, region)
      return factsIn(canonical(text), definitions, outside).map((facts) =>
        Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, written(value)])),
      )
    },
  },
  retrieval: {
    least: 0.94,
    read: ({ text = '', documents = [], expect }) => {
      const [best] = rankSentences(corpus, documents, lexicon.correct(normalise(text)))
      return best?.sentence.includes(String(expect)) ? expect : best?.sentence
    },
  },
  calculation: {
    least: 1,
    read: ({ provision = '', inputs = {} }) => {
      const found = rule(provision)
      const facts = inputsSchema(found.definitions).safeParse(inputs)
      if (!facts.success) return facts.error.issues
      return calculate(found, facts.data).map(({ outcome, min, max }) => ({ outcome, min, max }))
    },
  },
  safety: {
    least: 0.95,
    read: ({ text = '' }) => outOfScope(corpus, normalise(text), false),
  },
}

const canonical = (text: string): string => lexicon.canonical(lexicon.plain(lexicon.correct(normalise(text))))

function understood({ text = '', region, asOf = '2026-11-20' }: StepCase): Understanding {
  const state: ConversationState = EMPTY_STATE
  return understand(corpus, lexicon, { text: normalise(text), region, asOf, state })
}

function rule(id: string): Provision {
  const found = findProvision(lexicon.book, id)
  if (found === undefined) throw new Error(`no such provision: ${id}`)
  return found
}

const written = (value: FactValue): unknown => (typeof value === 'object' ? writeInterval(value) : value)

/** Runs the cases of the steps named; true where each is right often enough. */
export const runSteps = (names: string[], verbose: boolean): boolean =>
  names.map((name) => runStep(name, verbose)).every((enough) => enough)

function runStep(name: string, verbose: boolean): boolean {
  const { least, read } = STEPS[name] as (typeof STEPS)[string]
  const cases = readFileSync(new URL(`${name}/cases.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StepCase)
  const wrong = cases.flatMap((one) => {
    const [saw, expected] = [inOrder(read(one)), inOrder(one.expect)]
    return saw === expected ? [] : [`${one.id} “${one.text ?? one.provision}”: ${saw}, expected ${expected}`]
  })
  const right = cases.length - wrong.length
  const isEnough = right / cases.length >= least
  console.log(
    `${name.padEnd(24)} ${right} of ${cases.length} right (${((right / cases.length) * 100).toFixed(1)}%, at least ${least * 100}%)  ${isEnough ? 'ok' : 'NOT ENOUGH'}`,
  )
  if (verbose) for (const one of wrong) console.log(`  ${one}`)
  return isEnough
}

/** As text, with the keys of every object in one order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  )
