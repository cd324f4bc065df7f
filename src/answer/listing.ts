import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import { type Calculated, calculatedAnswer, type Manner } from './calculated.ts'
import type { Answer } from './reply.ts'

/** How many are told in words; the others are named. */
const TOLD = 5

/** What somebody can claim: payments with a sum first, the most telling five in words, every one as a calculation. */
export function listingAnswer(
  corpus: Corpus,
  book: Book,
  results: Calculated[],
  manner: Manner,
): Answer | null {
  const open = results.filter(({ calculation }) => calculation.outcome !== 'not-eligible')
  const ranked = open.toSorted((a, b) => rank(a) - rank(b))
  const ids = [...new Set(ranked.map(({ provision }) => provision.rule.id))]
  const told = ranked.filter(({ provision }) => ids.indexOf(provision.rule.id) < TOLD)
  if (told.length === 0) return null
  const shown = calculatedAnswer(corpus, book, told, { ...manner, asksAmount: true })
  const others = [
    ...new Set(ranked.filter((one) => !told.includes(one)).map(({ provision }) => provision.rule.name)),
  ]
  const rest =
    others.length === 0
      ? []
      : [
          `另外还有${others.length}项：${others.slice(0, 12).join('、')}${others.length > 12 ? '等' : ''}。想了解哪一项可以接着问。`,
        ]
  return {
    ...shown,
    text: [shown.text, ...rest].join('\n'),
    calculations: ranked.map(({ calculation }) => calculation),
    citations: calculatedAnswer(corpus, book, ranked, manner).citations,
    questions: [],
  }
}

/** What pays a sum comes before what is granted without one, and both before what an employer decides. */
function rank({ provision, calculation }: Calculated): number {
  const hasAmount = calculation.min !== null || calculation.max !== null
  if (provision.rule.kind === 'payment') return hasAmount ? 0 : 1
  return provision.rule.kind === 'treatment' ? 2 : 3
}
