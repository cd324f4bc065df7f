import type { Corpus } from '../corpus/corpus.ts'
import type { Region } from '../corpus/region.ts'
import type { Weights } from '../corpus/weights.ts'
import type { Book } from '../entitlements/book.ts'
import type { FactDefinition, FactDefinitions } from '../entitlements/fact.ts'
import type { Provision } from '../entitlements/rule.ts'
import { frequencyIn } from '../retrieval/frequency.ts'
import { withoutAsides } from './asides.ts'
import { vocabularyOf as namesOfKinds, type Vocabulary } from './kinds-told.ts'
import { isHeld } from './place.ts'
import { createPlaceMender } from './place-slips.ts'
import { type SortsTold, sortsOf } from './sorts-told.ts'
import { type Corrector, createCorrector, createTranscriber, type Familiar } from './typos.ts'

/** How the words of a corpus are recognised, whatever words a person uses for them. */
export interface Lexicon {
  /** The rules, with names, aliases and fact words in canonical words. */
  book: Book
  /** Mends typing slips. */
  correct: Corrector
  /** Leaves out what is told by the way. */
  essence: Corrector
  /** Everyday words (文凭) as those of the texts (学历). */
  plain: (text: string) => string
  /** Every word as the first of its group: 比赛, 大赛 and 竞赛 become one. */
  canonical: (text: string) => string
  /** The words by which awards, levels and titles are named. */
  vocabulary: Vocabulary
  /** What a text tells of somebody, by the sorts of it. */
  sortsTold: SortsTold
}

export function readLexicon(
  { words, documents, regions, elsewhere, classifiers }: Corpus,
  book: Book,
): Lexicon {
  const texts = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join('\n')
  const namesOf = (places: Region[]) => places.flatMap(({ name, aliases }) => [name, ...aliases])
  const titles = documents.flatMap(({ meta }) => [meta.title, ...meta.aliases])
  const names = [...namesOf(regions), ...titles]
  // 新近挂牌 is no slip of 新津: who asks here seldom means a place that nothing holds for.
  const places = namesOf(regions.filter((region) => isHeld({ regions, documents }, { region })))
  const vocabulary = vocabularyOf(book)
  const first = (groups: string[][]) =>
    groups.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const))
  const kept = (kinds: string[]) => kinds.map((word) => [word, word] as const)
  const strange = first([...words.same, ...words.near]).filter(([word]) => !texts.includes(word))
  const plain = replacing(
    new Map([...strange, ...kept([...names, ...vocabulary, ...deniedIn(book), ...WHOLE])]),
  )
  const canonical = replacing(new Map([...first(words.same), ...kept([...names, ...WHOLE])]))
  const mend = createCorrector(
    [...vocabulary, ...places, ...titles],
    book.provisions.flatMap(({ rule }) => rule.aliases),
    texts,
    familiar(
      [classifiers.sentences, classifiers.scope].filter((one) => one !== null),
      [texts, ...vocabulary, ...names, ...elsewhere, ...words.same.flat(), ...words.near.flat()],
      places,
    ),
  )
  const mendPlaces = createPlaceMender(places, [...names, ...elsewhere])
  const matter = new Set([
    ...names,
    ...book.provisions
      .flatMap(({ rule }) => rule.aliases.flatMap((alias) => alias.split(' ')))
      .filter((word) => word.length > 1),
    ...vocabulary.filter((word) => word.length > 2),
  ])
  const speaks = holding(matter)
  const isOfFact = holding(new Set(book.provisions.flatMap(({ definitions }) => sumsIn(definitions))))
  const kinds = namesOfKinds(book)
  const transcribe = createTranscriber([
    ...ASKING,
    ...names,
    ...words.same.flat(),
    ...vocabulary,
    ...vocabulary.flatMap(pairs),
  ])
  return {
    book: { ...book, provisions: book.provisions.map((provision) => inWords(provision, canonical)) },
    correct: (text) => mendPlaces(mend(transcribe(text))),
    essence: (text) => withoutAsides(text, speaks, isOfFact),
    plain,
    canonical,
    vocabulary: kinds,
    sortsTold: sortsOf(book, kinds),
  }
}

/** What the sums are called that a rule reckons with: 设备投入, 工资总额. */
const sumsIn = (definitions: FactDefinitions): string[] =>
  Object.values(definitions)
    .filter(({ type }) => type === 'money')
    .flatMap(({ words }) => words)
    .filter((word) => word.length > 2 && !/[ /+]/u.test(word))

/** What is written side by side: in example messages, and, however seldom, in the texts and their words. */
function familiar(weights: Weights[], written: string[], places: string[]): Familiar {
  const counts = new Map<string, number>()
  const add = (pair: string, times: number) => counts.set(pair, (counts.get(pair) ?? 0) + times)
  for (const one of weights) for (const [term, times] of frequencyIn(one)) add(term, times)
  for (const text of written) for (const pair of pairs(text)) add(pair, 1)
  // Examples seldom name their place; whoever asks does.
  const ofPlaces = new Set(places.flatMap(pairs))
  for (const pair of ofPlaces) add(pair, OF_A_NAME)
  return {
    seen: (pair: string) => (pair.length === 2 ? (counts.get(pair) ?? 0) : 0),
    usual: ASKING,
    ofPlaces,
    characters: [...counts].flatMap(([term, times]) => (term.length === 1 && times >= USUAL ? [term] : [])),
  }
}

/** 另外省级的: no 外省 stands across the end of such a word. */
const WHOLE = ['另外', '此外', '以外']

const OF_A_NAME = 50
/** A character that fewer examples hold is never what was meant. */
const USUAL = 5

/** What is asked with, besides the words of the rules. */
const ASKING = [
  '多少',
  '多少钱',
  '补贴',
  '奖励',
  '奖金',
  '一共',
  '怎么',
  '什么',
  '可以',
  '能拿',
  '有没有',
  '几年',
  '现在',
  '总共',
  '合计',
  '分别',
  '最多',
  '最高',
  '紧缺',
  '我们',
  '企业',
]

/** 优秀技师 is also typed as 优秀 and 技师. */
const pairs = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2))

/** Whether a text holds any of the words. */
function holding(words: Set<string>): (text: string) => boolean {
  const byFirst = Map.groupBy(words, ([first]) => first)
  return (text) =>
    Array.from(text).some((c, at) => byFirst.get(c)?.some((word) => text.startsWith(word, at)) ?? false)
}

/** Swaps words, the longest that stands at a place first; what was swapped is not read again. */
function replacing(swaps: Map<string, string>): (text: string) => string {
  const longest = new Map<string, number>()
  for (const [first = '', words] of Map.groupBy(swaps.keys(), ([c]) => c))
    longest.set(first, Math.max(...words.map(({ length }) => length)))
  return (text) => {
    let swapped = ''
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest.get(text[at] as string) ?? 1, text.length - at)
      while (length > 1 && !swaps.has(text.slice(at, at + length))) length -= 1
      const word = text.slice(at, at + length)
      swapped += swaps.get(word) ?? word
      at += length
    }
    return swapped
  }
}

function inWords(provision: Provision, canonical: (text: string) => string): Provision {
  const { rule, definitions } = provision
  const aliases = [...new Set([rule.name, ...rule.aliases].map(canonical))]
  const facts = Object.entries(definitions).map(([name, fact]) => [name, factInWords(fact, canonical)])
  return {
    ...provision,
    rule: { ...rule, aliases, hints: rule.hints.map(canonical) },
    definitions: Object.fromEntries(facts),
  }
}

function factInWords(fact: FactDefinition, canonical: (text: string) => string): FactDefinition {
  const all = (words: string[]) => [...new Set(words.map(canonical))]
  switch (fact.type) {
    case 'choice': {
      const options = Object.entries(fact.options).map(([name, option]) => [
        name,
        { ...option, words: all(option.words) },
      ])
      return { ...fact, options: Object.fromEntries(options) }
    }
    case 'yes-no':
      return { ...fact, words: all(fact.words), denied: all(fact.denied) }
    default:
      return { ...fact, words: all(fact.words) }
  }
}

/** The words that tell that a condition fails, each piece of a phrase by itself: nothing else is read for them. */
const deniedIn = ({ provisions }: Book): string[] =>
  provisions.flatMap(({ definitions }) =>
    Object.values(definitions).flatMap((fact) =>
      fact.type === 'yes-no' ? fact.denied.flatMap((word) => word.split(/[ /+]/u)) : [],
    ),
  )

/** The words that a book's rules are named by and read their facts from. */
function vocabularyOf({ provisions }: Book): string[] {
  return provisions.flatMap(({ rule, definitions }) => [
    ...rule.aliases.flatMap((alias) => alias.split(' ')),
    ...Object.values(definitions).flatMap((definition) =>
      definition.type === 'choice'
        ? Object.values(definition.options).flatMap(({ words }) => words)
        : definition.words,
    ),
  ])
}
