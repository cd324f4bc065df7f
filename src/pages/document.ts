import { html } from 'hono/html'
import type { PolicyDocument } from '../corpus/corpus.ts'
import { type Status, statusesOn } from '../corpus/document.ts'
import { DEEPEST } from './document-style.ts'

const STATUS_TEXT: Record<Status, string> = {
  'in-force': '现行',
  draft: '征求意见稿，不是正式文件',
  expired: '已过有效期',
  'not-yet': '尚未施行',
  superseded: '已被取代',
}

/** Shorter words stand everywhere in a document; marking them all points at nothing. */
const SHORTEST_QUOTE = 4

/**
 * A document as a page: every clause has its own anchor, so that a citation opens where it stands. `quote` is the
 * beginning of a passage; it is marked to the end of its sentence.
 */
export function documentPage({ meta, clauses }: PolicyDocument, on: string, quote = '') {
  const depth = (id: string | null): number => {
    const parent = clauses.find((clause) => clause.id === id)?.parent ?? null
    return parent === null ? 0 : 1 + depth(parent)
  }
  const statuses = statusesOn(meta, on)
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${meta.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/document.css">
</head>
<body>
<a class="back" href="/">去提问</a>
<h1>${meta.title}</h1>
<p>${meta.issuer}　${meta.region.name}　${statuses.map((status) => html`<span class="status status-${status}">${STATUS_TEXT[status]}</span> `)}</p>
<main>
${clauses.map(
  (clause) => html`<section id="${clause.id.slice(meta.id.length + 1)}" class="depth-${Math.min(
    depth(clause.id),
    DEEPEST,
  )}"><span class="path">${clause.path}</span>
${marked(laidOut(clause.text), laidOut(quote))}</section>`,
)}
</main>
</body>
</html>`
}

/** The line breaks of the source stay; the blanks around them are of its layout. */
const laidOut = (text: string): string => text.replace(/[ \u3000\u00a0]*\n\s*/g, '\n').trim()

function marked(text: string, quote: string) {
  const from = quote.length < SHORTEST_QUOTE ? -1 : text.indexOf(quote)
  if (from === -1) return text
  const passage = text.slice(from, from + quote.length)
  const rest = /^[^。；！？\n]*[。；！？]?/.exec(text.slice(from + quote.length))?.[0] ?? ''
  const to = from + quote.length + (/[。；！？]$/.test(passage) ? 0 : rest.length)
  return html`${text.slice(0, from)}<mark>${text.slice(from, to)}</mark>${text.slice(to)}`
}
