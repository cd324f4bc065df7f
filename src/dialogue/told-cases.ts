import { pointedWords, type Vocabulary } from './kinds-told.ts'
import { type Label, labelsIn } from './labels.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './said.ts'
import { EACH_ONE } from './tally.ts'

/** What is told of some of the cases; of all where it names none. */
interface Segment {
  of: string[]
  text: string
}

/** Cases that were told one by one. */
export interface Cases {
  labels: Label[]
  names: string[]
  segments: Segment[]
}

const SENTENCE_END = /[。！!？?；;]$/u
const CHAIN = /^(?:[、和跟与]|还有|以及)$/u
/** 都发了12个月: told of each. */
const OF_ALL = /都|均|全部|统一|[两俩几三四五]个?[人家]|他们|她们|各/u
export const ASKS =
  /多少|几[个多]?[钱万块]|几何|怎么个?算|吗|呢|[?？]|能不能|有没有|合计|加起来|(?:各|分别|一共|总共)(?:是|能|给|拿|领)?[，,。]?$/u

/** The cases that a text tells one by one; null where it tells fewer than two. */
export function casesToldIn(told: string, vocabulary: Vocabulary): Cases | null {
  const text = told
    .split(PIECE)
    .filter((piece) => !ASKS.test(piece))
    .join('')
  const called = labelsIn(text)
  const labels = called.length > 0 ? called : pointedWords(text, vocabulary)
  const [first] = labels
  if (first === undefined) return null
  const segments: Segment[] = [{ of: [], text: text.slice(0, first.start) }]
  for (let i = 0; i < labels.length; ) {
    const chain = [labels[i] as Label]
    while (
      labels[i + chain.length] !== undefined &&
      CHAIN.test(text.slice(chain.at(-1)?.end, labels[i + chain.length]?.start))
    )
      chain.push(labels[i + chain.length] as Label)
    i += chain.length
    segments.push(...segmentsOf(chain, text.slice(chain.at(-1)?.end, labels[i]?.start)))
  }
  const names = [...new Set(labels.map(({ name }) => name))]
  const tells = (name: string) =>
    segments.some(({ of, text: own }) => of.includes(name) && own.length > TELLS)
  return names.every(tells) ? { labels, names, segments } : null
}

const TELLS = 1

/** What follows a label is told of it, up to what is told of all or in a sentence of its own. */
function segmentsOf(chain: Label[], text: string): Segment[] {
  const of = [...new Set(chain.map(({ name }) => name))]
  const pieces = text.split(PIECE)
  const end = pieces.findIndex(
    (piece, i) => i > 0 && (OF_ALL.test(piece) || SENTENCE_END.test(pieces[i - 1] ?? '')),
  )
  const own = end < 0 ? pieces : pieces.slice(0, end)
  const rest = end < 0 ? [] : pieces.slice(end)
  return [{ of, text: own.join('') }, ...(rest.length > 0 ? [{ of: [], text: rest.join('') }] : [])]
}

/** What is told of one of them, with what is told of all. */
export function toldOf(name: string, { names, labels, segments }: Cases): string {
  const isByWords = labels.some(({ kind }) => kind === 'words')
  return segments
    .filter(({ of }) => of.length === 0 || of.includes(name))
    .map(({ of, text }) => {
      const own = of.length === 1 ? text : withoutCount(text, of.length === 0 ? names.length : of.length)
      return of.length === 0 || isByWords ? own : `${name}${own}`
    })
    .join('')
    .replace(/[，,、]+$/u, '')
}

/** 两家, 都: of one alone nothing counts them. */
const withoutCount = (told: string, size: number): string => {
  // 三个都评上了: without 都 it counts them.
  const text = told.replace(/都|均|各|分别|[他她]们?俩|俩/gu, '')
  return numbersIn(text)
    .filter(
      ({ kind, unit, value, rate }) =>
        kind === 'count' && EACH_ONE.test(unit) && rate !== true && value.min?.eq(String(size)),
    )
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
