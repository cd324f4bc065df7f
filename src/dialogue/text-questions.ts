import { PIECE } from './said.ts'

const ASKS =
  /多[少久长大]|隔|几(?!乎)|哪|谁|什么|啥|怎|咋|吗|[不没][？?，,。；;！!]?$|(\p{Script=Han})[不没]\1|有没有|能否|是否/u
/** Fewer characters ask nothing by themselves. */
const LEAST = 6

/** 多久办一回？一批去几个？: each part that ends with a question, with what leads up to it; empty for fewer than two. */
export function textQuestionsIn(text: string): string[] {
  const parts: string[] = ['']
  for (const piece of text.split(PIECE)) {
    parts.push(`${parts.pop() ?? ''}${piece}`)
    if (ASKS.test(piece) && piece.length >= LEAST) parts.push('')
  }
  const asked = parts.filter((part) => ASKS.test(part) && part.length >= LEAST)
  return asked.length > 1 ? asked : []
}
