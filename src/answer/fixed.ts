import type { Corpus } from '../corpus/corpus.ts'
import { chain, findRegion } from '../corpus/region.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

const HOTLINES = say('hotlines')

const plain = (kind: Answer['kind'], text: string, extra: Partial<Answer> = {}): Answer => ({
  kind,
  text,
  calculations: [],
  citations: [],
  questions: [],
  notices: [],
  ...extra,
})

export const heldRegions = (corpus: Corpus): string[] => [
  ...new Set(corpus.documents.map(({ meta }) => meta.region.name)),
]

const held = (corpus: Corpus): string => heldRegions(corpus).join('、')

export const empty = (): Answer =>
  plain('clarification', say('empty'), {
    questions: [{ name: 'message', label: say('empty.question') }],
  })

export const human = (): Answer => plain('handoff', say('human', { hotlines: HOTLINES }))

export const greeting = (corpus: Corpus): Answer => plain('answer', say('greeting', { held: held(corpus) }))

/** The documents that may hold for a place: its own and those of the places that it lies in. */
export function documentsFor(corpus: Corpus, place: string): string[] {
  const region = findRegion(corpus.regions, place)
  if (region === undefined) return []
  const places = chain(corpus.regions, region.name)
  return corpus.documents.filter(({ meta }) => places.includes(meta.region.name)).map(({ meta }) => meta.id)
}

export const otherPlace = (corpus: Corpus, place: string): Answer =>
  plain('refusal', say('other-place', { place, held: held(corpus), hotlines: HOTLINES }))

export const whichPlace = (regions: string[]): Answer =>
  plain('clarification', say('which-place', { regions: regions.join('、') }), {
    questions: [{ name: 'region', label: say('which-place.question'), options: regions }],
  })

export const whatAbout = (place: string): Answer =>
  plain('clarification', place === '' ? say('what-about') : say('what-about.place', { place }), {
    questions: [{ name: 'topic', label: say('what-about.question') }],
  })

/** A number was put right, and it cannot be told which one. */
export const whichFact = (facts: string[]): Answer =>
  plain('clarification', say('which-fact', { facts: facts.join('、') }), {
    questions: [{ name: 'fact', label: say('which-fact.question'), options: facts }],
  })

/** The documents of the place regulate nothing of the kind. */
export function notProvided(corpus: Corpus, places: string[], topics: { words: string[] }[]): Answer {
  const titles = places
    .flatMap((place) => documentsFor(corpus, place))
    .map((id) => `《${corpus.documents.find(({ meta }) => meta.id === id)?.meta.title}》`)
  const words = [...new Set(topics.flatMap((topic) => topic.words))].slice(0, 3).join('、')
  return plain(
    'answer',
    say('not-provided', { places: places.join('、'), titles: [...new Set(titles)].join('、'), words }),
  )
}

export const nothingFound = (corpus: Corpus): Answer =>
  plain('refusal', say('nothing-found', { scope: scopeOf(corpus), hotlines: HOTLINES }))

const scopeOf = (corpus: Corpus): string => say('scope', { held: held(corpus) })

type Refused = 'other-field' | 'personal-file' | 'private-data' | 'advice' | 'fraud' | 'scam' | 'orders'

/** A request that is never met, or a matter outside of the documents. */
export function outside(kind: Refused | 'crisis', corpus: Corpus): Answer {
  if (kind === 'crisis') return plain('handoff', say('crisis'))
  const values = { reason: say(`refusal.${kind}`), hotlines: HOTLINES, scope: scopeOf(corpus) }
  return plain('refusal', say('refusal', values))
}
