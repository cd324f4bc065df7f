import { html } from 'hono/html'
import type { PolicyDocument } from '../corpus/corpus.ts'
import { type Status, statusesOn } from '../corpus/document.ts'

const STATUS_TEXT: Record<Status, string> = {
  'in-force': '现行',
  draft: '征求意见稿，不是正式文件',
  expired: '已过有效期',
  'not-yet': '尚未施行',
  superseded: '已被取代',
}

/** A document as a page: every clause has its own anchor, so that a citation opens where it stands. */
export function documentPage({ meta, clauses }: PolicyDocument, on: string) {
  const depth = (id: string | null): number => {
    const parent = clauses.find((clause) => clause.id === id)?.parent ?? null
    return parent === null ? 0 : 1 + depth(parent)
  }
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${meta.title}</title>
<style>
body { font: 1.0625rem/1.8 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; color: #1f2329; background: #fff; }
h1 { font-size: 1.4rem; line-height: 1.4; }
.status { display: inline-block; padding: .1rem .6rem; border: 1px solid #8a5a00; border-radius: .3rem; color: #6b4500; background: #fff8e6; }
section { margin: .6rem 0; padding: .2rem .6rem; border-left: 3px solid transparent; white-space: pre-line; overflow-wrap: anywhere; }
section:target { border-left-color: #b45309; background: #fff3d6; }
.path { color: #5b6470; font-size: .875rem; }
</style>
</head>
<body>
<h1>${meta.title}</h1>
<p>${meta.issuer}　${meta.region.name}　${statusesOn(meta, on).map((status) => html`<span class="status">${STATUS_TEXT[status]}</span> `)}</p>
<main>
${clauses.map(
  (
    clause,
  ) => html`<section id="${clause.id.slice(meta.id.length + 1)}" style="margin-left: ${depth(clause.id)}rem"><span class="path">${clause.path}</span>
${clause.text.replace(/[ \u3000\u00a0]*\n\s*/g, '\n').trim()}</section>`,
)}
</main>
</body>
</html>`
}
