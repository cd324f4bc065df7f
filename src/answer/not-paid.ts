import { quoting } from './quoting.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

const RECIPIENTS = { person: '个人', enterprise: '企业', institution: '单位' }

/** 我是学徒，补贴多少: whom it pays, said behind the amount. */
export const tellPaid = (answer: Answer): Answer => {
  const recipients = [...new Set(answer.calculations.map(({ recipient }) => RECIPIENTS[recipient]))].join(
    '、',
  )
  return { ...answer, text: [answer.text, say('paid', { recipients })].join('\n') }
}

/** What was calculated for others than those asked about: the clause itself, and whom it pays instead. */
export function notPaidAnswer({ calculations, citations, notices }: Answer, asked: string): Answer {
  const names = [...new Set(calculations.map(({ name }) => name))].join('、')
  const recipients = [...new Set(calculations.map(({ recipient }) => RECIPIENTS[recipient]))].join('、')
  return quoting(citations, notices, [say('not-paid', { names, recipients, asked })])
}
