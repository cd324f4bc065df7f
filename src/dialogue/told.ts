import type { Corpus } from '../corpus/corpus.ts'
import { halfWidth } from '../corpus/numeral.ts'
import { groupedApart } from './groups.ts'
import { withoutHearsay } from './hearsay.ts'
import { withoutIdentifiers } from './identifiers.ts'
import type { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { withoutMarks, withoutOrders } from './orders.ts'
import { outOfScope } from './scope.ts'
import { withoutUnmeant } from './set-aside.ts'
import { withoutYearBefore, withYearsTold } from './year-lists.ts'

/** A message as it is read: in one form, slips mended, without what is told by the way. Distress is heard in all of it. */
export function toldIn(corpus: Corpus, { correct, essence, vocabulary }: Lexicon, message: string): string {
  const whole = withoutHearsay(
    correct(withoutOrders(withoutIdentifiers(normalise(withoutMarks(message))))),
    (quote) => isPrinted(corpus, quote),
  )
  const apart = withYearsTold(withoutYearBefore(withoutUnmeant(essence(whole))), (from, to) =>
    isRuleNewBetween(corpus, from, to),
  )
  const matter = groupedApart(apart, vocabulary)
  return matter !== whole && outOfScope(corpus, whole, false) === 'crisis' ? whole : matter
}

/** Whether a document that prints no day may begin between two years. */
const isRuleNewBetween = ({ documents }: Corpus, from: string, to: string): boolean =>
  documents.some(({ meta: { first } }) => {
    if (first === 'unknown') return false
    const [begin, end] =
      'day' in first ? [first.day, first.day] : [first.notBefore, first.notAfter ?? first.notBefore]
    return begin.slice(0, 4) <= to && end.slice(0, 4) >= from
  })

/** A quote is of the texts where they hold what it begins with. */
const isPrinted = ({ documents }: Corpus, quote: string): boolean => {
  const begin = quote.replace(/[\s\p{P}]/gu, '').slice(0, ENOUGH)
  return documents.some(({ clauses }) =>
    clauses.some(({ text }) =>
      halfWidth(text)
        .replace(/[\s\p{P}]/gu, '')
        .includes(begin),
    ),
  )
}

const ENOUGH = 14
