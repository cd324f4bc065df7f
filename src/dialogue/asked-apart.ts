/** 诸葛工匠本身奖多少，又得了奖，再配多少: each part that ends with a question, where there are two or more. */
export function questionsIn(text: string): string[] {
  const parts: string[] = ['']
  for (const piece of text.split(/(?<=[，,。；;！!？?])/u)) {
    parts.push(`${parts.pop() ?? ''}${piece}`)
    if (ASKS_SUM.test(piece)) parts.push('')
  }
  const asked = parts.filter((part) => ASKS_SUM.test(part))
  return asked.length > 1 ? asked : []
}

const ASKS_SUM = /多少|几[万千百块成个]|比例|啥数/u

/** One question names the one alone; each is known by its phrases, every word of which must be said. */
export const isAskedApart = (one: string[][], other: string[][], questions: string[]): boolean =>
  questions.some((question) => isNamedBy(question, one) && !isNamedBy(question, other))

const isNamedBy = (text: string, phrases: string[][]): boolean =>
  phrases.some((phrase) => phrase.every((word) => text.includes(word)))
