import type { Corpus, PolicyDocument } from '../corpus/corpus.ts'
import { segment } from './segment.ts'

/** A sentence of the corpus and how much of a question it speaks of: from 0 to about 1. */
export interface Ranked {
  document: PolicyDocument
  clauseId: string
  sentence: string
  score: number
}

/** What stands above a sentence says what it is about, less surely than the sentence itself. */
const ABOVE = 0.4
/** A group of words for one thing tells more than a pair of neighbouring characters. */
const GROUP = 2
/** How much a question that people are known to ask of a sentence counts beside the sentence's own words. */
const ASKED = 1
/** What no sentence says counts against every one. */
const UNKNOWN = 2
/** How far a long sentence is held to say less of everything in it. */
const LENGTH = 0.15
/** Titles, addressees and signatures name the matter of the whole document and answer nothing. */
const FORMAL = /(?:标题|主送|版头|附注|落款|题注|前言|印发通知)$/u
const IDLE =
  /[的了吗呢吧么啊呀哦嘛啦我你您他她它们这那哪谁怎啥]|多少|可以|一个|什么|有没|没有|是不|不是|能不|还是|就是|几个|现在|请问|问一|想问|知道|到底|里面|时候/u

/**
 * Sentences of the given documents, best first. Rare words weigh more; a word finds those of its group too (文凭, 学历),
 * and a question that people are known to ask finds its sentence, so that nobody need use the words of the text.
 */
export function rankSentences(corpus: Corpus, documentIds: string[], question: string): Ranked[] {
  const { sentences, questions, postings, weight, groupsOf } = prepare(corpus)
  const terms = [...termsOf(question, groupsOf)].filter((term) => !IDLE.test(term))
  const whole = terms.reduce((sum, term) => sum + weight(term), 0) || 1
  const said = new Map<number, number>()
  const alike = new Map<number, number>()
  for (const term of terms) {
    const found = postings.get(term)
    for (const at of found?.own ?? []) said.set(at, (said.get(at) ?? 0) + weight(term))
    for (const at of found?.above ?? []) said.set(at, (said.get(at) ?? 0) + ABOVE * weight(term))
    for (const at of found?.asked ?? []) alike.set(at, (alike.get(at) ?? 0) + weight(term))
  }
  const nearest = new Map<number, number>()
  for (const [at, shared] of alike) {
    const { sentence, mass } = questions[at] as Question
    nearest.set(sentence, Math.max(nearest.get(sentence) ?? 0, shared / Math.sqrt(whole * mass)))
  }
  const allowed = documentIds.length === 0 ? null : new Set(documentIds)
  return [...new Set([...said.keys(), ...nearest.keys()])]
    .map((at) => ({ ...(sentences[at] as Sentence), at }))
    .filter(({ document }) => allowed?.has(document.meta.id) ?? true)
    .map(({ document, clauseId, sentence, shortness, at }) => ({
      document,
      clauseId,
      sentence,
      score: (shortness * (said.get(at) ?? 0)) / whole + ASKED * (nearest.get(at) ?? 0),
      at,
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

interface Sentence extends Omit<Ranked, 'score'> {
  shortness: number
}
/** One that people ask, by the position of the sentence that answers it. */
interface Question {
  sentence: number
  mass: number
}
/** Where a term stands: in sentences, above them, in questions about them. */
interface Postings {
  own: number[]
  above: number[]
  asked: number[]
}
interface Prepared {
  sentences: Sentence[]
  questions: Question[]
  postings: Map<string, Postings>
  weight: (term: string) => number
  groupsOf: (text: string) => string[]
}

const prepared = new WeakMap<Corpus, Prepared>()

function prepare(corpus: Corpus): Prepared {
  const known = prepared.get(corpus) ?? read(corpus)
  prepared.set(corpus, known)
  return known
}

function read({ documents, words }: Corpus): Prepared {
  const groups = [...words.same, ...words.near]
  const groupsOf = (text: string): string[] =>
    groups.flatMap((group, i) => (group.some((word) => text.includes(word)) ? [`#${i}`] : []))
  const useful = (text: string) => [...termsOf(text, groupsOf)].filter((term) => !IDLE.test(term))
  const found = documents.flatMap((document) =>
    sentencesOf(document).map((one) => ({
      ...one,
      own: termsOf(one.sentence, groupsOf),
      above: termsOf(one.above, groupsOf),
      asked: one.questions.map(useful),
    })),
  )
  const postings = new Map<string, Postings>()
  const at = (term: string): Postings => {
    const known = postings.get(term) ?? { own: [], above: [], asked: [] }
    postings.set(term, known)
    return known
  }
  const containing = new Map<string, number>()
  for (const [i, { own, above, asked }] of found.entries()) {
    for (const term of new Set([...own, ...asked.flat()]))
      containing.set(term, (containing.get(term) ?? 0) + 1)
    for (const term of own) at(term).own.push(i)
    for (const term of above) if (!own.has(term)) at(term).above.push(i)
  }
  const weight = (term: string) => {
    const n = containing.get(term) ?? 0
    const rarity = n === 0 ? UNKNOWN : Math.log(1 + (found.length - n + 0.5) / (n + 0.5))
    return term.startsWith('#') ? GROUP * rarity : rarity
  }
  const questions = found.flatMap(({ asked }, sentence) =>
    asked.map((terms) => ({
      sentence,
      terms,
      mass: terms.reduce((sum, term) => sum + weight(term), 0) || 1,
    })),
  )
  for (const [i, { terms }] of questions.entries()) for (const term of terms) at(term).asked.push(i)
  const mean = found.reduce((sum, { own }) => sum + own.size, 0) / (found.length || 1)
  const sentences = found.map(({ document, clauseId, sentence, own }) => ({
    document,
    clauseId,
    sentence,
    shortness: (FORMAL.test(clauseId) ? 0.3 : 1) / (1 - LENGTH + (LENGTH * own.size) / mean),
  }))
  return { sentences, questions, postings, weight, groupsOf }
}

/** The sentences of a document with the headings above them and the questions that people ask of them. */
function sentencesOf(document: PolicyDocument) {
  const byId = new Map(document.clauses.map((clause) => [clause.id, clause]))
  return document.clauses.flatMap((clause) => {
    const headings = [clause.heading ?? '']
    for (let up = byId.get(clause.parent ?? ''); up !== undefined; up = byId.get(up.parent ?? ''))
      headings.push(up.heading ?? '')
    const asked = document.asked.filter((one) => `${document.meta.id}/${one.clause}` === clause.id)
    return clause.sentences.flatMap(({ start, end }) => {
      const sentence = clause.text.slice(start - clause.start, end - clause.start)
      if (isHeading(sentence, clause.heading)) return []
      const questions = asked.filter((one) => sentence.includes(one.sentence)).flatMap((one) => one.questions)
      return [{ document, clauseId: clause.id, sentence, above: headings.join('\n'), questions }]
    })
  })
}

/** Pairs of neighbouring characters, other words whole, and the groups that any word of the text belongs to. */
const termsOf = (text: string, groupsOf: (text: string) => string[]): Set<string> =>
  new Set([...segment(text).filter((term) => term.length > 1), ...groupsOf(text)])

const isHeading = (sentence: string, heading: string | null): boolean =>
  heading !== null && sentence.includes(heading) && sentence.length - heading.length < 10
