import { readFileSync } from 'node:fs'
import type { Reply } from '../src/answer/reply.ts'
import { corpus as schema } from '../src/corpus/corpus.ts'
import { EMPTY_STATE } from '../src/dialogue/conversation.ts'
import { readLexicon } from '../src/dialogue/lexicon.ts'
import { normalise } from '../src/dialogue/normalise.ts'
import { numbersIn } from '../src/dialogue/numbers.ts'
import { understand } from '../src/dialogue/understand.ts'
import { wantedIn } from '../src/dialogue/wanted.ts'
import { readBook } from '../src/entitlements/book.ts'
import { rankSentences } from '../src/retrieval/sentences.ts'

export interface Missed {
  id: string
  why: string
  turns: { message: string; misses: string[]; reply: Reply }[]
}

/** A page with every miss and what each step saw of its message, read by itself. */
export function missesPage(missed: Missed[]): string {
  const see = seer()
  const cases = missed.map(
    ({ id, why, turns }) =>
      `<h2>${asText(id)}</h2><p>${asText(why)}</p>${turns
        .map(
          ({ message, misses, reply }) =>
            `<article><p><b>${asText(message)}</b></p><ul>${misses.map((miss) => `<li>${asText(miss)}</li>`).join('')}</ul><pre>${asText(reply.text)}</pre>${misses.length > 0 ? `<dl>${see(message)}</dl>` : ''}</article>`,
        )
        .join('')}`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>misses</title><style>body{font:15px/1.6 sans-serif;max-width:60rem;margin:auto;padding:1rem}pre{white-space:pre-wrap;background:#f4f4f4;padding:.5rem}li{color:#a00}dt{font-weight:bold}dd{margin:0 0 .3rem 1rem}</style><h1>${missed.length} misses</h1>${cases.join('')}</html>\n`
}

/** What the steps make of a message on the day of the texts, without a conversation before it. */
function seer(): (message: string) => string {
  const corpus = schema.parse(JSON.parse(readFileSync('corpus/corpus.json', 'utf8')))
  const lexicon = readLexicon(corpus, readBook(corpus))
  return (message) => {
    const text = normalise(message)
    const asOf = new Date().toISOString().slice(0, 10)
    const seen = understand(corpus, lexicon, { text, region: '', asOf, state: EMPTY_STATE })
    const documents = [...new Set(seen.available.map(({ documentId }) => documentId))]
    const rows: [string, string][] = [
      ['normalised', seen.text],
      [
        'numbers',
        numbersIn(seen.told)
          .map(({ text: words, unit }) => `${words} (${unit})`)
          .join(' · '),
      ],
      ['place, day', `${seen.places.map(({ name }) => name).join('、')} ${seen.day}`],
      ['wants', wantedIn(text).about],
      [
        'provisions',
        seen.topics.map(({ provision, words }) => `${provision.rule.id} (${words.join('、')})`).join(' · '),
      ],
      [
        'sentences',
        rankSentences(corpus, documents, seen.text)
          .slice(0, 3)
          .map(({ score, clauseId, sentence }) => `${score.toFixed(2)} ${clauseId} ${sentence.slice(0, 40)}`)
          .join(' · '),
      ],
    ]
    return rows.map(([name, value]) => `<dt>${name}</dt><dd>${asText(value)}</dd>`).join('')
  }
}

const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
