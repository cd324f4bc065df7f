import { type Book, findProvision } from '../entitlements/book.ts'
import { numbersIn } from './numbers.ts'
import { type Case, isAmong } from './results.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/**
 * 弄错了，是7: the labels of what was told so far, where a message puts a number right and it cannot be told which one.
 * Null where nothing was left unread: what was corrected is never computed with again.
 */
export function unreadCorrection(
  book: Book,
  { followsUp, told }: Pick<Understanding, 'followsUp' | 'told'>,
  { corrects }: Pick<Wanted, 'corrects'>,
  own: Case[],
  last: Case[],
): string[] | null {
  const [now] = own
  if (!corrects || !followsUp || now === undefined || !own.every((one) => isAmong(last, one))) return null
  const known = own.flatMap(({ facts }) =>
    Object.values(facts).flatMap((value) => (typeof value === 'object' ? [String(value.min)] : [])),
  )
  const numbers = numbersIn(told).filter(({ rate }) => rate !== true)
  if (numbers.length === 0 || numbers.some(({ value }) => known.includes(String(value.min)))) return null
  const definitions = findProvision(book, now.provision)?.definitions ?? {}
  const labels = Object.keys(now.facts).flatMap((name) =>
    typeof now.facts[name] === 'object' ? (definitions[name]?.label ?? []) : [],
  )
  return labels.length > 0 ? labels : null
}
