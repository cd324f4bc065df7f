import { type Corpus, findDocument } from '../corpus/corpus.ts'
import { say } from './texts.ts'

const LOSS = /收回|追回|追缴|退还|退回|撤销|取消(?:称号|资格|荣誉)|摘牌/u

/** That no document asked about says whether what was granted may be lost again; nothing where one does. */
export const lossLead = (corpus: Corpus, documentIds: string[]): string[] =>
  documentIds.some((id) => findDocument(corpus, id)?.clauses.some(({ text }) => LOSS.test(text)))
    ? []
    : [say('loss.none')]
