import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import { type Classifier, readClassifier } from './classifier.ts'
import { groupFinder } from './groups.ts'
import { segment } from './segment.ts'

/** A sentence of the corpus and how much of a question it speaks of: from 0 to about 1. */
export interface Ranked {
  document: PolicyDocument
  clauseId: string
  sentence: string
  score: number
  /**
   * Which of several provisions that rest on it the question is likeliest about, where that is known; `none` for what it
   * says besides.
   */
  entitlement: string | null
}

/** What stands above a sentence says what it is about, less surely than the sentence itself. */
const ABOVE = 0.4
/** A group of words for one thing tells more than a pair of neighbouring characters. */
const GROUP = 2
/** How much the sentence that example questions point at counts beside the sentence's own words. */
const LEARNED = 0.85
/** The label of messages that no sentence answers. */
export const NOWHERE = 'nowhere'
/** The provision of a question that a sentence with provisions answers by what else it says. */
export const NO_PROVISION = 'none'
/** What no sentence says counts against every one. */
const UNKNOWN = 2
/** How far a long sentence is held to say less of everything in it. */
const LENGTH = 0.15
/** Titles, addressees and signatures name the matter of the whole document and answer nothing. */
const FORMAL = /(?:标题|主送|版头|附注|落款|题注|前言|印发通知)$/u
const IDLE =
  /[的了吗呢吧么啊呀哦嘛啦我你您他她它们这那哪谁怎啥]|多少|可以|一个|什么|有没|没有|是不|不是|能不|还是|就是|几个|现在|请问|问一|想问|知道|到底|里面|时候/u

/**
 * The fifty sentences of the given documents (all for an empty list) that answer best, best first. How likely a sentence is the answer is learned
 * from questions that people ask of it; a document without such questions is ranked by its words alone, where rare
 * words weigh more and a word finds those of its group (文凭, 学历). `weightOf` tells which of the documents the question is
 * likelier about, before a word of it is read: 1 each where it is left out.
 */
export function rankSentences(
  corpus: Corpus,
  documentIds: string[],
  question: string,
  weightOf: (document: PolicyDocument) => number = () => 1,
): Ranked[] {
  const { sentences, labelled, learned, classifier } = prepare(corpus)
  const allowed = documentIds.length === 0 ? null : new Set(documentIds)
  const isAllowed = (at: number) => allowed?.has((sentences[at] as Sentence).document.meta.id) ?? true
  const likely = new Map<number, { chance: number; most: number; entitlement: string | null }>()
  if (classifier !== null) {
    const chances = classifier.classify(question)
    const weight = (one: { at: number } | null) =>
      one === null ? 1 : weightOf((sentences[one.at] as Sentence).document)
    const among = labelled.flatMap((one, label) =>
      one === null || isAllowed(one.at) ? [{ one, chance: (chances[label] ?? 0) * weight(one) }] : [],
    )
    const whole = among.reduce((sum, { chance }) => sum + chance, 0) || 1
    for (const { one, chance } of among) {
      if (one === null || chance < NEGLIGIBLE * whole) continue
      const before = likely.get(one.at) ?? { chance: 0, most: 0, entitlement: null }
      const { most, entitlement } = chance > before.most ? { ...one, most: chance } : before
      likely.set(one.at, { chance: before.chance + chance / whole, most, entitlement })
    }
  }
  const said = spokenOf(corpus, question)
  const scoreOf = (at: number): number => {
    const words = said.get(at) ?? 0
    return learned.has((sentences[at] as Sentence).document.meta.id)
      ? LEARNED * (likely.get(at)?.chance ?? 0) + (1 - LEARNED) * Math.min(1, words)
      : words
  }
  return [...new Set([...said.keys(), ...likely.keys()])]
    .filter(isAllowed)
    .map((at) => ({ at, score: scoreOf(at) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST)
    .map(({ at, score }) => {
      const { document, clauseId, sentence } = sentences[at] as Sentence
      return { document, clauseId, sentence, score, entitlement: likely.get(at)?.entitlement ?? null }
    })
}

/** More sentences than this are never looked at. */
const MOST = 50
const NEGLIGIBLE = 1e-4

/** How likely it is that none of the documents' sentences answers. */
export function chanceOfNone(corpus: Corpus, documentIds: string[], question: string): number {
  const { sentences, labelled, classifier } = prepare(corpus)
  let [none, whole] = [0, 0]
  for (const [label, chance] of (classifier?.classify(question) ?? []).entries()) {
    const one = labelled[label]
    if (one === null) none += chance
    if (one == null || documentIds.includes((sentences[one.at] as Sentence).document.meta.id)) whole += chance
  }
  return whole === 0 ? 0 : none / whole
}

/**
 * The kind of question that no single sentence answers (`validity`, `list`), as examples name it; null where it is more
 * likely to be about a sentence, or no likelier than `least`.
 */
export function wholeOf(corpus: Corpus, question: string, least = CERTAIN): string | null {
  const { labelled, classifier } = prepare(corpus)
  if (classifier === null) return null
  const chances = classifier.classify(question)
  const chanceOf = (at: number) => chances[at] ?? 0
  const [at = -1] = classifier.labels
    .flatMap((_, i) => (labelled[i] === null && chanceOf(i) > least ? [i] : []))
    .sort((a, b) => chanceOf(b) - chanceOf(a))
  const kind = classifier.labels[at] ?? NOWHERE
  return kind === NOWHERE ? null : kind
}

const CERTAIN = 0.75

/** By sentence, how much of a question its own words and those above it say. */
function spokenOf(corpus: Corpus, question: string): Map<number, number> {
  const { sentences, postings, weight, groupsOf } = prepare(corpus)
  const terms = [...termsOf(question, groupsOf)].filter((term) => !IDLE.test(term))
  const whole = terms.reduce((sum, term) => sum + weight(term), 0) || 1
  const said = new Map<number, number>()
  for (const term of terms) {
    const found = postings.get(term)
    for (const at of found?.own ?? []) said.set(at, (said.get(at) ?? 0) + weight(term))
    for (const at of found?.above ?? []) said.set(at, (said.get(at) ?? 0) + ABOVE * weight(term))
  }
  return new Map([...said].map(([at, sum]) => [at, ((sentences[at] as Sentence).shortness * sum) / whole]))
}

interface Sentence extends Omit<Ranked, 'score' | 'entitlement'> {
  /** What the classifier calls it. */
  label: string
  shortness: number
}
/** Where a term stands: in sentences, above them. */
interface Postings {
  own: number[]
  above: number[]
}
interface Prepared {
  sentences: Sentence[]
  postings: Map<string, Postings>
  weight: (term: string) => number
  groupsOf: (text: string) => string[]
  classifier: Classifier | null
  /** By label of the classifier, the sentence and provision it stands for; null for the one that none answers. */
  labelled: ({ at: number; entitlement: string | null } | null)[]
  /** Documents that have example questions. */
  learned: Set<string>
}

const prepared = new WeakMap<Corpus, Prepared>()

function prepare(corpus: Corpus): Prepared {
  const known = prepared.get(corpus) ?? read(corpus)
  prepared.set(corpus, known)
  return known
}

function read({ documents, words, classifiers }: Corpus): Prepared {
  const groupsOf = groupFinder(words)
  const found = documents.flatMap((document) =>
    answeringIn(document).map((one) => ({
      ...one,
      own: termsOf(one.sentence, groupsOf),
      above: termsOf(one.above, groupsOf),
    })),
  )
  const postings = new Map<string, Postings>()
  const at = (term: string): Postings => {
    const known = postings.get(term) ?? { own: [], above: [] }
    postings.set(term, known)
    return known
  }
  for (const [i, { own, above }] of found.entries()) {
    for (const term of own) at(term).own.push(i)
    for (const term of above) if (!own.has(term)) at(term).above.push(i)
  }
  const weight = (term: string) => {
    const n = postings.get(term)?.own.length ?? 0
    const rarity = n === 0 ? UNKNOWN : Math.log(1 + (found.length - n + 0.5) / (n + 0.5))
    return term.startsWith('#') ? GROUP * rarity : rarity
  }
  const mean = found.reduce((sum, { own }) => sum + own.size, 0) / (found.length || 1)
  const sentences = found.map(({ document, clauseId, sentence, label, own }) => ({
    document,
    clauseId,
    sentence,
    label,
    shortness: (FORMAL.test(clauseId) ? 0.3 : 1) / (1 - LENGTH + (LENGTH * own.size) / mean),
  }))
  const classifier = classifiers.sentences === null ? null : readClassifier(classifiers.sentences, groupsOf)
  const places = new Map(sentences.map(({ label }, i) => [label, i]))
  const labelled = (classifier?.labels ?? []).map((label) => {
    const [own = '', entitlement = null] = label.split(' ')
    const at = places.get(own)
    return at === undefined ? null : { at, entitlement }
  })
  const learned = new Set(
    labelled.flatMap((one) => (one === null ? [] : [(sentences[one.at] as Sentence).document.meta.id])),
  )
  return { sentences, postings, weight, groupsOf, classifier, labelled, learned }
}

/** What the classifier calls a sentence, or one of the provisions that rest on it. */
export const labelOf = (sentence: string, entitlement: string | undefined): string =>
  entitlement === undefined ? sentence : `${sentence} ${entitlement}`

/** The sentences of a document that may answer, with the headings above them. */
export function answeringIn<T extends Pick<PolicyDocument, 'meta' | 'clauses'>>(document: T) {
  const byId = new Map(document.clauses.map((clause) => [clause.id, clause]))
  return document.clauses.flatMap((clause) => {
    const headings = [clause.heading ?? '']
    for (let up = byId.get(clause.parent ?? ''); up !== undefined; up = byId.get(up.parent ?? ''))
      headings.push(up.heading ?? '')
    return clause.sentences.flatMap(({ start, end }) => {
      const sentence = clause.text.slice(start - clause.start, end - clause.start)
      if (isHeading(sentence, clause.heading)) return []
      return [
        {
          document,
          clauseId: clause.id,
          sentence,
          label: `${clause.id}@${start}`,
          above: headings.join('\n'),
        },
      ]
    })
  })
}

/** Pairs of neighbouring characters, other words whole, and the groups that any word of the text belongs to. */
const termsOf = (text: string, groupsOf: (text: string) => string[]): Set<string> =>
  new Set([...segment(text).filter((term) => term.length > 1), ...groupsOf(text)])

const isHeading = (sentence: string, heading: string | null): boolean =>
  heading !== null && sentence.includes(heading) && sentence.length - heading.length < 10
