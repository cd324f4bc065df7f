import { type Book, findProvision } from '../entitlements/book.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { AMENDS } from './amends.ts'
import { ANOTHER_GROUP } from './changed.ts'
import { differenceIn } from './difference.ts'
import { numbersIn } from './numbers.ts'
import { type Case, isAmong } from './results.ts'
import { isScaled } from './scaled.ts'
import { settledBy } from './settled.ts'
import type { Understanding } from './understand.ts'
import type { Wanted } from './wanted.ts'

/** 人数报的有出入, 可能不是30: what was told no longer holds, and nothing takes its place. */
const DOUBTED =
  /[数额量期限薪酬余年月](?:我)?(?:[报写算说填记]得?的?)?(?:也|都|可能|好像|恐怕|怕是|应该)?(?:不(?:太)?[对准]|有(?:误|出入|问题|变化|变动)|错了?|得改|要改|变了|改了)|(?:可能|好像|恐怕|怕是|大概|估计)(?:不是|没有|没|不止|不到)[\d一二两三四五六七八九十]/u

/**
 * 弄错了，是7: the labels of what was told so far, where a message puts a number right, says that it differs or came to so many
 * times as much, and it cannot be told which one or how much. Null where nothing was left unread: what was corrected is
 * never computed with again.
 */
export function unreadCorrection(
  book: Book,
  { followsUp, told, text }: Pick<Understanding, 'followsUp' | 'told' | 'text'>,
  { corrects, total }: Pick<Wanted, 'corrects' | 'total'>,
  own: Case[],
  last: Case[],
): string[] | null {
  const [now] = own
  if (!followsUp || now === undefined) return null
  const definitions = findProvision(book, now.provision)?.definitions ?? {}
  const isSame = own.every((one) => isAmong(last, one))
  const isUnread = isSame
    ? ((corrects || AMENDS.test(text)) && hasUnreadNumber(told, own)) ||
      isScaled(told) ||
      (!total && differenceIn(told) !== null) ||
      (DOUBTED.test(text) && !hasUnreadNumber(told, []))
    : !total && own.length === 1 && last.length === 1 && isTakenForCount(told, now, last[0], definitions)
  if (!isUnread) return null
  const labels = Object.keys(now.facts).flatMap((name) =>
    typeof now.facts[name] === 'object' ? (definitions[name]?.label ?? []) : [],
  )
  return labels.length > 0 ? labels : null
}

function hasUnreadNumber(told: string, own: Case[]): boolean {
  const known = own.flatMap(({ facts }) =>
    Object.values(facts).flatMap((value) => (typeof value === 'object' ? [String(value.min)] : [])),
  )
  const numbers = numbersIn(told).filter(({ rate, kind }) => rate !== true && kind !== 'date')
  return numbers.length > 0 && !numbers.some(({ value }) => known.includes(String(value.min)))
}

/**
 * 又招了6个, after 30: nothing else changed, and the difference stands where the whole did, or counts what was not counted
 * before (又补了15个, after 600人次, is no 15 firms).
 */
function isTakenForCount(
  told: string,
  now: Case,
  before: Case | undefined,
  definitions: FactDefinitions,
): boolean {
  const difference = ANOTHER_GROUP.test(told) ? null : differenceIn(told)
  if (difference === null || before?.provision !== now.provision) return false
  // 学徒减到10个了: what it came to.
  if (settledBy(told, definitions, before.facts) !== null) return false
  const changed = Object.keys(now.facts).filter(
    (name) => JSON.stringify(now.facts[name]) !== JSON.stringify(before.facts[name]),
  )
  const [name, ...others] = changed
  const value = name === undefined ? undefined : now.facts[name]
  const earlier = name === undefined ? undefined : before.facts[name]
  return (
    others.length === 0 &&
    typeof value === 'object' &&
    (typeof earlier === 'object' || (earlier === undefined && countsAny(before, definitions))) &&
    value.min?.eq(difference.by.abs()) === true
  )
}

/** Something but time was counted. */
const countsAny = ({ facts }: Case, definitions: FactDefinitions): boolean =>
  Object.entries(facts).some(([name, value]) => {
    const definition = definitions[name]
    return typeof value === 'object' && definition?.type === 'count' && !/[年月]/u.test(definition.unit)
  })
