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
 * Sentences of the given documents, best first. Rare words weigh more; a word finds those of its group too
 * (文凭, 学历), so that a question need not use the words of the text.
 */
export function rankSentences(corpus: Corpus, documentIds: string[], question: string): Ranked[] {
  const { sentences, weight, groupsOf } = prepare(corpus)
  const terms = [...termsOf(question, groupsOf)].filter((term) => !IDLE.test(term))
  const mass = (set: Iterable<string>) => [...set].reduce((sum, term) => sum + weight(term), 0)
  const whole = mass(terms) || 1
  const allowed = documentIds.length === 0 ? null : new Set(documentIds)
  return sentences
    .filter(({ document }) => allowed?.has(document.meta.id) ?? true)
    .map(({ document, clauseId, sentence, own, above, asked, shortness }) => {
      const said = terms.reduce(
        (sum, term) => sum + (own.has(term) ? 1 : above.has(term) ? ABOVE : 0) * weight(term),
        0,
      )
      const alike = asked.map(
        (words) => mass(terms.filter((term) => words.has(term))) / Math.sqrt(whole * (mass(words) || 1)),
      )
      return {
        document,
        clauseId,
        sentence,
        score: (shortness * said) / whole + ASKED * Math.max(0, ...alike),
      }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

interface Prepared {
  sentences: (Omit<Ranked, 'score'> & {
    own: Set<string>
    above: Set<string>
    asked: Set<string>[]
    shortness: number
  })[]
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
  const groupsOf = (text: string): string[] =>
    [...words.same, ...words.near].flatMap((group, i) =>
      group.some((word) => text.includes(word)) ? [`#${i}`] : [],
    )
  const found = documents.flatMap((document) => {
    const byId = new Map(document.clauses.map((clause) => [clause.id, clause]))
    return document.clauses.flatMap((clause) => {
      const above: string[] = [clause.heading ?? '']
      for (let up = byId.get(clause.parent ?? ''); up !== undefined; up = byId.get(up.parent ?? ''))
        above.push(up.heading ?? '')
      return clause.sentences.flatMap(({ start, end }) => {
        const sentence = clause.text.slice(start - clause.start, end - clause.start)
        if (isHeading(sentence, clause.heading)) return []
        const questions = document.asked
          .filter(
            (one) => `${document.meta.id}/${one.clause}` === clause.id && sentence.includes(one.sentence),
          )
          .flatMap((one) => one.questions)
        const parts = {
          own: termsOf(sentence, groupsOf),
          above: termsOf(above.join('\n'), groupsOf),
          asked: questions.map(
            (question) => new Set([...termsOf(question, groupsOf)].filter((term) => !IDLE.test(term))),
          ),
        }
        return [{ document, clauseId: clause.id, sentence, ...parts }]
      })
    })
  })
  const containing = new Map<string, number>()
  for (const { own, asked } of found)
    for (const term of new Set([...own, ...asked.flatMap((words) => [...words])]))
      containing.set(term, (containing.get(term) ?? 0) + 1)
  const mean = found.reduce((sum, { own }) => sum + own.size, 0) / (found.length || 1)
  const weight = (term: string) => {
    const n = containing.get(term) ?? 0
    const rarity = n === 0 ? UNKNOWN : Math.log(1 + (found.length - n + 0.5) / (n + 0.5))
    return term.startsWith('#') ? GROUP * rarity : rarity
  }
  const sentences = found.map((one) => ({
    ...one,
    shortness: (FORMAL.test(one.clauseId) ? 0.3 : 1) / (1 - LENGTH + (LENGTH * one.own.size) / mean),
  }))
  return { sentences, weight, groupsOf }
}

/** Pairs of neighbouring characters, other words whole, and the groups that any word of the text belongs to. */
const termsOf = (text: string, groupsOf: (text: string) => string[]): Set<string> =>
  new Set([...segment(text).filter((term) => term.length > 1), ...groupsOf(text)])

const isHeading = (sentence: string, heading: string | null): boolean =>
  heading !== null && sentence.includes(heading) && sentence.length - heading.length < 10
