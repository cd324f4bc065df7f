import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Calculation } from '../entitlements/calculation.ts'
import type { Provision } from '../entitlements/rule.ts'
import { total } from '../entitlements/total.ts'
import { citationsFor, merge, stackingCitation } from './citations.ts'
import { compose } from './compose.ts'
import { noticesFor, replacedBefore, widerRegion } from './notices.ts'
import type { Answer, Question } from './reply.ts'
import { say } from './texts.ts'

export interface Calculated {
  provision: Provision
  calculation: Calculation
}

/** How the person wants the calculations put together. */
export interface Manner {
  day: string
  places: string[]
  /** The place was not said in so many words: the reply says whose rule it is. */
  namedPlace: boolean
  asksAmount: boolean
  total: boolean
  /** Whether awards may be taken together is asked. */
  stacks: boolean
  nearest?: boolean
  sameRecipient: boolean
  /** Each is somebody else's: the same sum twice is two sums. */
  apart?: boolean
  earlier: boolean
}

/** Finished calculations as a reply: the sum if it was asked for, the clauses, the notices, what would narrow it. */
export function calculatedAnswer(corpus: Corpus, book: Book, results: Calculated[], manner: Manner): Answer {
  const { day, places } = manner
  const distinct = manner.apart
    ? results
    : results.filter((one, i) => results.findIndex((other) => sameResult(one, other)) === i)
  const provisions = [...new Set(distinct.map(({ provision }) => provision))]
  const listed = distinct.filter((result) => !isBareTreatment(result))
  const sum = manner.total && distinct.length > 1 ? sumOf(book, distinct, manner) : null
  const kept = listed.filter(({ calculation }) => !sum?.displaced.includes(calculation))
  // One award left after the others were displaced is its own total; its steps name what it displaced.
  const alone = sum !== null && sum.displaced.length > 0 && kept.length === 1
  const calculations = alone
    ? [
        {
          ...sum.calculation,
          entitlementId: kept[0]?.calculation.entitlementId ?? 'total',
          name: kept[0]?.calculation.name ?? say('total'),
        },
      ]
    : [...kept.map(({ calculation }) => calculation), ...(sum === null ? [] : [sum.calculation])]
  const displacing =
    manner.stacks || (sum?.displaced.length ?? 0) > 0
      ? stackingCitation(
          corpus,
          book,
          provisions.map(({ documentId }) => documentId),
          day,
        )
      : []
  const quoted = provisions.flatMap((provision) => citationsFor(corpus, book, provision, day))
  const citations = merge(corpus, [...quoted, ...displacing], day)
  const notices = [
    ...noticesFor(corpus, book, provisions, day),
    ...(manner.earlier ? replacedBefore(corpus, book, provisions, day) : []),
    ...widerRegion(
      corpus,
      places,
      provisions.map(({ region }) => region),
    ),
  ]
  const questions = questionsFor(distinct)
  const told = distinct.filter((result) => !listed.includes(result)).map(({ calculation }) => calculation)
  const withRegion = places.length !== 1 || manner.namedPlace
  const text = compose({
    notices,
    calculations,
    told,
    citations,
    questions,
    withRegion,
    nearest: manner.nearest ?? false,
  })
  return { kind: 'answer', text, calculations, citations, questions, notices }
}

const sameResult = (a: Calculated, b: Calculated): boolean =>
  JSON.stringify(a.calculation) === JSON.stringify(b.calculation)

/** A treatment without a sum is told; it is a calculation only where an amount was asked for. */
const isBareTreatment = ({ provision, calculation }: Calculated): boolean =>
  calculation.outcome === 'not-stated' && provision.rule.kind !== 'payment'

function sumOf(book: Book, results: Calculated[], { sameRecipient }: Manner) {
  // Values printed for levels that nobody named exclude each other: there is nothing to add.
  if (results.some(({ calculation }) => calculation.variant !== null)) return null
  // Without their numbers the rates of different awards add up to nothing.
  const rated = results.flatMap(({ provision, calculation }) =>
    /\/[人个]/u.test(calculation.unit) ? [provision] : [],
  )
  if (new Set(rated).size > 1) return null
  // Of two duties on one sum the one lies within the other.
  const duties = results.flatMap(({ provision }) => (provision.rule.kind === 'duty' ? [provision] : []))
  if (new Set(duties).size > 1) return null
  const documentId = results[0]?.provision.documentId ?? ''
  const rule = book.stacking[documentId]
  const items = results.map(({ provision, calculation }) => ({
    calculation,
    documentId: provision.documentId,
    group: provision.rule.group,
  }))
  const citationId = rule === undefined ? null : `${documentId}/${rule.clause}`
  const result = total(items, { citationId, sameRecipient })
  return 'calculation' in result ? result : null
}

function questionsFor(results: Calculated[]): Question[] {
  const asked = new Map<string, Question>()
  for (const { provision, calculation } of results) {
    for (const name of calculation.missing) {
      const definition = provision.definitions[name]
      if (definition === undefined || asked.has(name)) continue
      const options =
        definition.type === 'choice'
          ? { options: Object.values(definition.options).map(({ label }) => label) }
          : {}
      asked.set(name, { name, label: definition.ask ?? say('ask', { label: definition.label }), ...options })
    }
  }
  return [...asked.values()]
}
