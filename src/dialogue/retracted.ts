import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'
import { optionsNamed } from './truths.ts'

/** 优秀技师6个——写错了: said and taken back at once. */
const TAKEN_BACK =
  /(?:[说写打看记弄搞念数]|口)(?:错|反|岔|误)(?:了|行)?|更正(?:一下)?|(?<=[，,。；;！!—…\-\s]|^)(?:哦|噢|啊|哎|诶|呃|哎呀)*(?:不(?:对|是)){1,3}(?=[，,。；;！!])/gu

/** What was taken back in the middle of a message is left out of it: numbers and options that are said anew behind. */
export function withoutRetracted(text: string, definitions: FactDefinitions): string {
  const mark = [...text.matchAll(TAKEN_BACK)].findLast(({ index }) => index > 0)
  if (mark === undefined) return text
  const [before, after] = [text.slice(0, mark.index), text.slice(mark.index)]
  const anew = numbersIn(after)
  const numbers = numbersIn(before).filter((one) => anew.some((other) => isOfOneKind(one, other)))
  const options = Object.values(definitions).flatMap((definition) =>
    optionsNamed(after, definition).length > 0 ? optionsNamed(before, definition) : [],
  )
  return cut(before, [...numbers, ...options]) + after
}

const isOfOneKind = (one: Said, other: Said): boolean =>
  one.unit === other.unit || (isHeads(one.unit) && isHeads(other.unit))

/** The text without the last of these, as far as they stand in one breath. */
function cut(text: string, spans: { start: number; end: number }[]): string {
  const last = Math.max(...spans.map(({ start }) => start))
  return spans
    .filter(({ end }) => !/[，,。；;！!？?]/u.test(text.slice(end, last)))
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
