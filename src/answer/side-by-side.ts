import type { Answer } from './reply.ts'

/** Several answers to one message (one for each year that it asks about) as one, each under its label. */
export function sideBySide(answers: { label: string; answer: Answer }[]): Answer {
  const all = answers.map(({ answer }) => answer)
  return {
    kind: 'answer',
    text: answers.map(({ label, answer }) => `${label}：\n${answer.text}`).join('\n'),
    calculations: all.flatMap(({ calculations }) => calculations),
    citations: unique(
      all.flatMap(({ citations }) => citations),
      ({ id }) => id,
    ),
    questions: unique(
      all.flatMap(({ questions }) => questions),
      ({ name }) => name,
    ),
    notices: unique(
      all.flatMap(({ notices }) => notices),
      ({ text }) => text,
    ),
  }
}

const unique = <T>(items: T[], key: (item: T) => string): T[] =>
  items.filter((item, i) => items.findIndex((other) => key(other) === key(item)) === i)
