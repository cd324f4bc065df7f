import { type Book, findProvision } from '../entitlements/book.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { AMENDS } from './amends.ts'
import { type FactValues, isSame } from './assign.ts'
import { ANOTHER_GROUP, changedBy, isFewerBy } from './changed.ts'
import type { ConversationState } from './conversation.ts'
import { factsIn } from './facts.ts'
import { settledBy } from './settled.ts'
import type { Topic } from './topic.ts'

/** What asks besides. */
const OPEN =
  /多少|几[个多]?[钱万千百块成名人]|[吗呢?？]|怎|咋|啥|什么|哪|谁|能不|是不是|够不|行不|(?:不|没)$/u

/** 核下来只有50万，那最多呢: nothing is asked but what it comes to now. */
const SAME_ASKED =
  /[，,。；;]?(?:那么?|这样|现在|这下|这回|如今)?(?:最多|最高|一共|总共|合计|封顶|上限|顶多|最少|至少|还|又|就|该|应该|能|可以|我们?)*(?:[补给拿领发奖提配有得是]|变成|算)?(?:到|得)?(?:呢|会?怎么?样|会怎么?样?|(?:怎么|咋)(?:个)?算|(?:多少|几万|几个)(?:钱|万|元)?呢?)[?？。!！]*$/u

/**
 * What was answered last, where a message puts a number of it right: it says how it differs and what it comes to, or
 * says in so many words that it was another (财务说盈余额其实是80万). Empty where it does not; where it names something
 * else (`isOther`), unless fewer are left of what was counted.
 */
export function putRightIn(
  book: Book,
  text: string,
  { cases }: ConversationState['last'],
  isOther: boolean,
): Topic[] {
  // 一组缩成一年了, after two of two years: which of them, is told by its name.
  const settledOnes = cases.filter(
    ({ provision, facts }) =>
      settledBy(text, findProvision(book, provision)?.definitions ?? {}, facts) !== null,
  )
  const settled = cases.flatMap(({ provision: id, facts }) => {
    const provision = findProvision(book, id)
    if (provision === undefined) return []
    if (isOther) return isFewerBy(text, provision.definitions, facts) ? [provision] : []
    const isSettled =
      (settledOnes.length === 1 && settledBy(text, provision.definitions, facts) !== null) ||
      (!OPEN.test(text.replace(SAME_ASKED, '')) && changedBy(text, provision.definitions, facts) !== null) ||
      isRenamed(text, provision.definitions, facts) ||
      (AMENDS.test(text) &&
        // 第三年只有18个: others than those counted before.
        !(ANOTHER_GROUP.test(text) && !SAYS_WRONG.test(text)) &&
        !OPEN.test(text.replace(SAME_ASKED, '')) &&
        isRetold(text, provision.definitions, facts))
    return isSettled ? [provision] : []
  })
  return [...new Set(settled)].map((provision) => ({ provision, words: [] }))
}

/** 不是首席，是特级; 名单改了，成优秀了: what somebody is, put right. */
const RENAMES = /不是|并非|[弄搞说记看听报写填][错岔混]|纠正|更正|改|[变升降]|原来|其实|应该/u
const BRIEF = 26

/** What somebody is was told otherwise before, and nothing is asked. */
function isRenamed(text: string, definitions: FactDefinitions, earlier: FactValues): boolean {
  if (text.length > BRIEF || !RENAMES.test(text) || OPEN.test(text)) return false
  const [now, ...others] = factsIn(text, definitions, null, earlier)
  return (
    others.length === 0 &&
    Object.entries(now ?? {}).some(
      ([name, value]) =>
        typeof value === 'string' && typeof earlier[name] === 'string' && earlier[name] !== value,
    )
  )
}

const SAYS_WRONG = /[错漏改]|不对|应该|更正|核|实际|其实|[多少][算报写记数填录统点]/u

/** A number that was told before is told otherwise. */
function isRetold(text: string, definitions: FactDefinitions, earlier: FactValues): boolean {
  // 优秀的其实是三个，首席还是一个: of several that are told at once, the one of this kind.
  return factsIn(text, definitions, null, earlier)
    .filter((now) =>
      Object.entries(now).every(
        ([name, value]) => typeof value === 'object' || (earlier[name] ?? value) === value,
      ),
    )
    .some((now) =>
      Object.entries(now).some(([name, value]) => {
        const before = earlier[name]
        return typeof value === 'object' && typeof before === 'object' && !isSame(value, before)
      }),
    )
}

/**
 * 另外一个诸葛工匠省赛奖4万的呢: the same is asked of another sum. What was answered last, where that is reckoned from a
 * sum and what the words name is not; empty where it is otherwise.
 */
export function askedOfAnother(
  book: Book,
  text: string,
  named: Topic[],
  { cases }: ConversationState['last'],
): Topic[] {
  const [last, ...others] = [...new Set(cases.map(({ provision }) => provision))]
  const provision = last === undefined ? undefined : findProvision(book, last)
  const isOnly = provision !== undefined && others.length === 0 && named.length > 0
  if (!isOnly || !/呢[?？。!！]*$/u.test(text) || ASKS_MORE.test(text)) return []
  const sums = factsIn(text, provision.definitions).flatMap((facts) =>
    Object.keys(facts).filter((name) => provision.definitions[name]?.type === 'money'),
  )
  const isReckoned = ({ provision: { definitions } }: Topic) =>
    Object.values(definitions).some(({ type }) => type === 'money')
  return sums.length > 0 && !named.some(isReckoned) ? [{ provision, words: [] }] : []
}

/** 多少, 什么: it asks something of its own. */
const ASKS_MORE = /多少|几[个多]?[钱万千百块成名人]|怎|咋|啥|什么|哪|谁/u
