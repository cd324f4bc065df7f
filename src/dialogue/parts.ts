import type { Corpus } from '../corpus/corpus.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { meaningOf, SURE } from './meaning.ts'
import { isHeadcount } from './no-heads.ts'
import { numbersIn } from './numbers.ts'
import { shareIn } from './roles.ts'
import { PIECE } from './segments.ts'
import { phrasesOf, restOnOne, type Topic } from './topic.ts'
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
  const beside = named.flatMap(({ provision }) => besideOf(provision, available))
  const found = told.flatMap((pieces): Topic[] => {
    const part = pieces.join('')
    // 另一个是杰出工匠: another value of what is named.
    if (named.some(({ provision }) => namesValue(part, provision))) return []
    if (named.length > 0 && isHeadcount(part)) return []
    const provision =
      beside.find(({ words }) => words.some((word) => part.includes(word)))?.provision ??
      meantBy(part, corpus, book, available, beside)
    return provision?.rule.kind === 'payment' ? [{ provision, words: pieces }] : []
  })
  const role = shareIn(text)
  const further = found.filter(
    ({ provision }, i) =>
      // 个人一共奖多少: a part tells nothing of another's share.
      (role === undefined || role.includes(provision.rule.recipient)) &&
      !named.some((one) => one.provision === provision) &&
      found.findIndex((one) => one.provision === provision) === i,
  )
  return [...named, ...further]
}

/** The provision that a part means; one that stands beside what is named is meant by less. */
function meantBy(
  part: string,
  corpus: Corpus,
  book: Book,
  available: Provision[],
  beside: Beside[],
): Provision | undefined {
  const meaning = meaningOf(corpus, book, { text: part, told: part, available, least: LEAST })
  const meant = meaning?.topic?.provision
  const isBeside = beside.some(({ provision }) => provision === meant)
  return meaning !== null && (isBeside || meaning.sentence.score >= SURE) ? meant : undefined
}

const LEAST = 0.3

/** A provision that rests on the same sentence as another, with the words that no further provision is named by. */
interface Beside {
  provision: Provision
  words: string[]
}

function besideOf(named: Provision, available: Provision[]): Beside[] {
  return available
    .filter((other) => other !== named && restOnOne(other, named))
    .map((provision) => {
      const others = available
        .filter((other) => other !== provision && other.documentId === provision.documentId)
        .flatMap((other) => phrasesOf(other).flat())
      const words = [...new Set(phrasesOf(provision).flat())]
      return {
        provision,
        words: words.filter((word) => word.length > 1 && !others.some((other) => other.includes(word))),
      }
    })
}

/** Years and months say how long, not how many; 一所学校 says who. */
const hasNumber = (piece: string): boolean =>
  numbersIn(piece).some(
    ({ kind, unit, text }) => kind !== 'bare' && !/[年月]/u.test(unit) && !/^一[家所]$/u.test(text),
  )

const namesValue = (part: string, { definitions }: Provision): boolean =>
  Object.values(definitions).some((fact) => optionsIn(part, fact).length > 0)
