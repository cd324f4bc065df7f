import { sentencesIn } from '../corpus/clause.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../entitlements/rule.ts'
import { type Ranked, rankSentences } from '../retrieval/sentences.ts'

/** 这笔钱从哪个盘子里出: which fund pays. */
export const ASKS_FUNDING =
  /(?:从|走|打)的?(?:哪|什么|啥|谁).{0,8}(?:出|列|支|掏|账|口子|渠道)|(?:哪|什么|啥)(?:个|条|本)?(?:口子|盘子|渠道|账|科目|资金池|基金)|(?:钱|资金|经费|款).{0,4}(?:哪来|谁[出掏]|哪(?:里|儿|块|边)?(?:来|出|列|支|拨|掏|开))|谁(?:来)?(?:出|掏|付)(?:这|那|的)|列支|资金(?:来源|出处)/u

const PAYS = /列支|(?:资金|经费)由|共同负担|基金支持/u
/** Said of the whole clause, not of the award whose sentence it ends. */
const OF_ALL = /^(?:\d+[.．])?(?:相关|以上|上述|所需|政府负担)/u
/** Who bears it and from which fund are two sentences of one answer: neither is enough. */
const EACH = 0.4
/** As likely as this the question is about a sum of another clause. */
const LIKELY = 0.5
const GENERAL = /资金出处|经费预算|财政预算|渠道筹集|经费投入/u

/** The sentences that say which fund pays for what a clause grants: the clause's own, else what its document says of all. */
export function fundingOf(
  corpus: Corpus,
  clauseIds: string[],
  question: string,
  provisions: Provision[],
): Ranked[] {
  const own = clauseIds.flatMap((clauseId) => {
    const document = corpus.documents.find(({ clauses }) => clauses.some(({ id }) => id === clauseId))
    const clause = document?.clauses.find(({ id }) => id === clauseId)
    if (document === undefined || clause === undefined) return []
    return sentencesIn(clause)
      .filter(
        (sentence) =>
          PAYS.test(sentence) &&
          (OF_ALL.test(sentence) || provisions.length === 0 || provisions.some((one) => isIn(one, sentence))),
      )
      .toSorted((a, b) => sharedPairs(b, question) - sharedPairs(a, question))
      .map((sentence): Ranked => ({ document, clauseId, sentence, score: EACH, entitlement: null }))
  })
  if (own.length > 0) return own.slice(0, 2)
  const document = corpus.documents.find(({ clauses }) => clauses.some(({ id }) => id === clauseIds[0]))
  if (document === undefined) return []
  return rankSentences(corpus, [document.meta.id], question)
    .filter(({ sentence, score }) => GENERAL.test(sentence) || (score >= LIKELY && PAYS.test(sentence)))
    .slice(0, 1)
    .map((one) => ({ ...one, score: 1 }))
}

/** 这钱打哪出，哪个科目: a word of another text's fund does not take away what 这钱 points at. */
export const ofClause = (id: string | undefined, provisions: Provision[]): Provision[] =>
  provisions.filter(({ documentId, rule }) =>
    rule.clauses.some(({ clause }) => `${documentId}/${clause}` === id),
  )

/** How many pairs of neighbouring characters of the question stand in a sentence. */
const sharedPairs = (sentence: string, question: string): number =>
  Array.from({ length: Math.max(0, question.length - 1) }, (_, i) => question.slice(i, i + 2)).filter(
    (pair) => sentence.includes(pair),
  ).length

const isIn = ({ rule }: Provision, sentence: string): boolean =>
  rule.clauses.some(
    ({ quote }) => sentence.includes(quote.slice(0, 12)) || quote.includes(sentence.slice(-12)),
  )
