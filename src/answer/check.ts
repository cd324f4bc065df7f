import { quantities } from '../corpus/quantity.ts'
import { sentence } from './compose.ts'
import type { Answer } from './reply.ts'

/**
 * Sums and shares in a reply that come neither from a calculation nor from a quoted clause; empty when all do.
 * `said` are the person's own words: a fact may be repeated.
 */
export function strayFigures(
  { text, calculations, citations, notices, questions }: Answer,
  said: string,
): string[] {
  const sources = [
    said,
    ...calculations.flatMap(({ min, max, unit, steps, inputs, remarks, name }) => [
      `${min ?? ''}${unit}`,
      `${max ?? ''}${unit}`,
      name,
      ...steps.flatMap(({ expression, value }) => [expression, `${value}${unit}`]),
      ...inputs.map(({ value, unit }) => `${value}${unit}`),
      ...remarks,
    ]),
    ...citations.flatMap(({ quote, documentTitle }) => [quote, documentTitle]),
    ...notices.map(({ text }) => text),
    ...questions.map(({ label }) => label),
  ]
  const known = new Set(sources.flatMap(figures))
  return figures(text).filter((figure) => !known.has(figure))
}

const figures = (text: string): string[] =>
  quantities(text)
    .filter(({ kind }) => kind === 'money' || kind === 'percent')
    .map(({ value, kind }) => `${value.toFixed()} ${kind}`)

/** A reply with a figure of unknown origin is never sent: the calculations speak for themselves instead. */
export function proved(answer: Answer, said: string, onStray: (figures: number) => void = () => {}): Answer {
  const strays = strayFigures(answer, said)
  if (strays.length === 0) return answer
  onStray(strays.length)
  const notices = answer.notices.map(({ text }) => text)
  return { ...answer, text: [...notices, ...answer.calculations.map(sentence)].join('\n') }
}
