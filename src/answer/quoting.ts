import type { Citation } from '../corpus/citation.ts'
import { TEXT_LIMIT } from './compose.ts'
import { noticeLines } from './notices.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

/** A reply of quotes alone, as many as fit; the first always. `withRegion`: the question named no place, so that the reply does. */
export function quoting(
  citations: Citation[],
  notices: Answer['notices'],
  lead: string[] = [],
  withRegion = false,
): Answer {
  const lines = [...noticeLines(notices), ...lead]
  const shown = citations.filter(({ documentTitle: title, path, quote, region }, i) => {
    const written = say('written', { title, path, quote: quote.trim() })
    const line = withRegion ? `${region}：${written}` : written
    if (i > 0 && lines.join('\n').length + line.length >= TEXT_LIMIT) return false
    lines.push(line)
    return true
  })
  return {
    kind: 'answer',
    text: lines.join('\n'),
    calculations: [],
    citations: shown,
    questions: [],
    notices,
  }
}
