import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { meaningOf, SURE } from './meaning.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './segments.ts'
import type { Topic } from './topic.ts'
import { optionsIn } from './truths.ts'

/** 4个人出国培训，6个人上国内高研班: a part with a number of its own may mean a provision that no word names. */
export function topicsOfParts(
  corpus: Corpus,
  book: Book,
  text: string,
  available: Provision[],
  named: Topic[],
): Topic[] {
  const parts: string[][] = [[]]
  for (const piece of text.split(PIECE)) {
    parts.at(-1)?.push(piece)
    if (hasNumber(piece)) parts.push([])
  }
  const told = parts.filter((pieces) => pieces.some(hasNumber))
  if (told.length < 2) return named
  const found = told.flatMap((pieces): Topic[] => {
    const part = pieces.join('')
    // 另一个是杰出工匠: another value of what is named.
    if (named.some(({ provision }) => namesValue(part, provision))) return []
    const meaning = meaningOf(corpus, book, { text: part, told: part, available, least: SURE })
    return meaning?.topic?.provision.rule.kind === 'payment' ? [{ ...meaning.topic, words: pieces }] : []
  })
  const further = found.filter(
    ({ provision }, i) =>
      !named.some((one) => one.provision === provision) &&
      found.findIndex((one) => one.provision === provision) === i,
  )
  return [...named, ...further]
}

/** Years and months say how long, not how many. */
const hasNumber = (piece: string): boolean =>
  numbersIn(piece).some(({ kind, unit }) => kind !== 'bare' && !/[年月]/u.test(unit))

const namesValue = (part: string, { definitions }: Provision): boolean =>
  Object.values(definitions).some((fact) => optionsIn(part, fact).length > 0)
