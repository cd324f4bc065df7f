import { z } from 'zod'
import type { Corpus } from '../corpus/corpus.ts'
import { allFacts } from './amount.ts'
import { type FactDefinitions, factDefinition } from './fact.ts'
import { type Entitlement, type Provision, type Rulebook, rulebook } from './rule.ts'

/** Every provision of a corpus, ready to be calculated. */
export interface Book {
  provisions: Provision[]
  /** Per document, the clause that forbids adding awards of one kind. */
  stacking: Record<string, NonNullable<Rulebook['stacking']>>
}

const sharedFacts = z.record(z.string(), factDefinition)

/** Reads the rules of a corpus. Throws on a rule that names a fact, rule or group that does not exist. */
export function readBook(corpus: Corpus): Book {
  const shared = sharedFacts.parse(corpus.facts ?? {})
  const book: Book = { provisions: [], stacking: {} }
  for (const { meta, rules } of corpus.documents) {
    const read = rulebook.parse(rules)
    const known = { ...shared, ...read.facts }
    if (read.stacking !== undefined) book.stacking[meta.id] = read.stacking
    for (const rule of read.entitlements) {
      const definitions = definitionsFor(rule, known)
      book.provisions.push({ rule, documentId: meta.id, region: meta.region.name, definitions })
    }
  }
  return book
}

function definitionsFor(rule: Entitlement, known: FactDefinitions): FactDefinitions {
  const definitions: FactDefinitions = {}
  const add = (name: string, label?: string) => {
    const definition = known[name]
    if (definition !== undefined) definitions[name] = definition
    else if (label !== undefined)
      definitions[name] = {
        type: 'yes-no',
        label,
        words: [],
        denied: [],
        fromOutside: false,
        granted: false,
        outweighs: false,
        presumed: false,
      }
    else throw new Error(`${rule.id}: no such fact: ${name}`)
    if (definition?.type === 'percent')
      for (const part of [definition.part, definition.whole]) if (part !== undefined) add(part)
  }
  for (const name of allFacts(rule.amount)) add(name)
  for (const condition of rule.conditions) {
    if (condition.when !== undefined) add(condition.when.fact)
    // A plain yes-or-no demand needs no definition beside its own words.
    if ('fact' in condition) add(condition.fact, 'is' in condition ? condition.text : undefined)
  }
  return definitions
}

export function findProvision({ provisions }: Book, id: string): Provision | undefined {
  return provisions.find(({ rule }) => rule.id === id)
}
