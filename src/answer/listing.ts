import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Calculation } from '../entitlements/calculation.ts'
import { type Calculated, calculatedAnswer, type Manner } from './calculated.ts'
import { sentence } from './compose.ts'
import { noticeLines } from './notices.ts'
import type { Answer } from './reply.ts'
import { say } from './texts.ts'

/** How many are told in words; the others are named. */
const TOLD = 5
const NAMED = 8

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
  const whole = calculatedAnswer(corpus, book, ranked, manner)
  const others = [
    ...new Set(ranked.filter((one) => !told.includes(one)).map(({ provision }) => provision.rule.name)),
  ]
  const paths = [...new Set(told.flatMap(({ calculation }) => calculation.citationIds))]
  const cited = whole.citations.filter(({ id }) => paths.includes(id))
  const lines = [
    ...noticeLines(whole.notices),
    ...told.map(({ calculation }) => brief(calculation)),
    ...(others.length === 0
      ? []
      : [
          say(others.length > NAMED ? 'list.others.more' : 'list.others', {
            count: String(others.length),
            names: others.slice(0, NAMED).join('、'),
          }),
        ]),
    say('list.close'),
    say('basis.brief', {
      clauses: cited.map(({ documentTitle, path }) => `《${documentTitle}》${path}`).join('；'),
    }),
  ]
  return { ...whole, text: lines.join('\n'), questions: [] }
}

/** The amount alone: conditions and workings come when one of them is asked about. */
const brief = (calculation: Calculation): string =>
  calculation.outcome === 'not-stated'
    ? say('list.not-stated', { name: calculation.name })
    : sentence({ ...calculation, steps: calculation.steps.slice(0, 0) })

/** What pays a sum comes before what is granted without one, and both before what an employer decides. */
function rank({ provision, calculation }: Calculated): number {
  const hasAmount = calculation.min !== null || calculation.max !== null
  if (provision.rule.kind === 'payment') return hasAmount ? 0 : 1
  return provision.rule.kind === 'treatment' ? 2 : 3
}
