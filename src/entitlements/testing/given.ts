import { readFileSync } from 'node:fs'
import Big from 'big.js'
import fc from 'fast-check'
import type { Corpus } from '../../corpus/corpus.ts'
import { type Amount, children, factsOf } from '../amount.ts'
import { readBook } from '../book.ts'
import { type FactDefinition, type Facts, type FactValue, writeValue } from '../fact.ts'
import type { Provision } from '../rule.ts'
import { literalOf, plainText } from './oracle.ts'

/** The corpus as it is served, and its provisions; read once per process. */
export const corpus = JSON.parse(
  readFileSync(new URL('../../../corpus/corpus.json', import.meta.url), 'utf8'),
) as Corpus
export const book = readBook(corpus)

export function provision(id: string): Provision {
  const found = book.provisions.find(({ rule }) => rule.id === id)
  if (found === undefined) throw new Error(`no such provision: ${id}`)
  return found
}

/** Provisions whose result depends on what is said; the others are tried too, but more rarely. */
const lively = book.provisions.filter(({ definitions }) => Object.keys(definitions).length > 0)
const quiet = book.provisions.filter(({ definitions }) => Object.keys(definitions).length === 0)

const number = (text: string): FactValue => ({ min: new Big(text), max: new Big(text) })

/** Numbers that a rule prints, and their neighbours: where something may change. */
function around(rule: Provision['rule']): number[] {
  const printed = [...JSON.stringify([rule.amount, rule.conditions]).matchAll(/"([^"]*)"/g)].map(
    (match) => match[1] as string,
  )
  const values = printed
    .filter((text) => /^[\d两三半][^—]*[%％年名人月次]$/.test(text))
    .map((text) => Number(plainText(literalOf(text))))
  return values
    .flatMap((n) => [n, n * 12].flatMap((x) => [x - 1, x, x + 1]))
    .filter((n) => n >= 0 && Number.isInteger(n))
}

function someValue(definition: FactDefinition, near: number[]): fc.Arbitrary<FactValue> {
  if (definition.type === 'choice') return fc.constantFrom(...Object.keys(definition.options))
  if (definition.type === 'yes-no') return fc.boolean()
  const one =
    definition.type === 'count'
      ? fc
          .oneof(
            fc.integer({ min: 0, max: 40 }),
            fc.integer({ min: 0, max: 2000 }),
            fc.constantFrom(0, 1, ...near),
          )
          .map(String)
      : definition.type === 'percent'
        ? fc.oneof(
            fc.nat(10_000).map((n) => plainCents(n)),
            fc.constantFrom('0', ...near.filter((n) => n <= 100).map(String)),
          )
        : fc.oneof(
            fc.nat(3_000_000).map(String),
            fc.nat(800_000_000).map((n) => plainCents(n)),
            fc.constantFrom('0', '1', '50000', '1000000'),
          )
  const between = fc.tuple(one, one).map(([a, b]): FactValue => {
    const [low, high] = new Big(a).lte(new Big(b)) ? [a, b] : [b, a]
    return { min: new Big(low), max: new Big(high) }
  })
  return fc.oneof({ weight: 3, arbitrary: one.map(number) }, { weight: 1, arbitrary: between })
}

const plainCents = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`

export interface Situation {
  provision: Provision
  facts: Facts
}

/** Some or all facts of a provision, as a person could say them. */
export function factsFor({ rule, definitions }: Provision): fc.Arbitrary<Facts> {
  const near = around(rule)
  const shape = Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      // Mostly met, or conditions would hide the arithmetic.
      definition.type === 'yes-no'
        ? fc.oneof(
            { weight: 4, arbitrary: fc.constant<FactValue>(true) },
            { weight: 1, arbitrary: someValue(definition, near) },
          )
        : someValue(definition, near),
    ]),
  )
  return fc
    .record(shape, { requiredKeys: [] })
    .map((values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          { value: value as FactValue, source: 'said' as const },
        ]),
      ),
    )
}

export const situations: fc.Arbitrary<Situation> = fc
  .oneof(
    { weight: 9, arbitrary: fc.constantFrom(...lively) },
    { weight: 1, arbitrary: fc.constantFrom(...quiet) },
  )
  .chain((chosen) =>
    factsFor(chosen).map((facts) => ({
      provision: chosen,
      facts,
      [fc.toStringMethod]: () => told(chosen, facts),
    })),
  )

/** A counterexample that can be read. */
const told = ({ rule, definitions }: Provision, facts: Facts): string =>
  `${rule.id} ${JSON.stringify(Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, writeValue(value, definitions[name] as FactDefinition)])))}`

/** Facts whose absence is not "unknown": presumed or told, see the contract. */
export function isPresumed(name: string, { rule, definitions }: Provision): boolean {
  const definition = definitions[name]
  const presumed = definition?.type === 'count' && (definition.self || definition.printed !== undefined)
  // All the years of a run are asked about unless one is named.
  return presumed || upliftsOf(rule.amount).includes(name) || name === 'asked-year'
}

export const amountFacts = (node: Amount): string[] => [
  ...factsOf(node),
  ...children(node).flatMap(amountFacts),
]

const upliftsOf = (node: Amount): string[] => [
  ...('uplift' in node ? [node.when] : []),
  ...children(node).flatMap(upliftsOf),
]
