import type { ConversationState } from './conversation.ts'
import { HE, holdersIn, OURS } from './holders.ts'
import type { Lexicon } from './lexicon.ts'
import { numbersIn } from './numbers.ts'
import { topicsIn } from './topic.ts'

/** 只算我媳妇一个人的, 刚才是多少来着: one of those asked about before is meant, as it was. */
const SINGLES =
  /(?:只|就|单|光|先)(?:说|算|问|看|讲|论|要|想知道|想问)|(?:说|问|回|转)(?:的|回)?(?:还)?[是到]|刚才|刚刚|前[头面]|来着|再(?:说|确认|讲)/u
const ASKS = /多少|几[个多]?[钱万千百块]|啥数|来着|[呢吗][?？]?$/u
const TOGETHER = /俩|都|加|合|一共|总共|各|分别|和|跟|比|差|要是|如果|换|改|不是|不对/u
/** More than this tells something of its own. */
const LONG = 26
/** 我闺女: by how she is called alone. */
const POSSESSIVE = /^(?:[他她]们?|人家)的?/u

/**
 * 就想知道我女儿的，刚才是多少来着, after her and another were asked about: the question about her. Null where nobody is
 * named who was asked about before the last question, or anything else is told.
 */
export function questionOf(
  text: string,
  { recent, results }: Pick<ConversationState, 'recent' | 'results'>,
  { book, canonical, plain, sortsTold }: Pick<Lexicon, 'book' | 'canonical' | 'plain' | 'sortsTold'>,
): string | null {
  if (results.length < 2 || text.length > LONG || !SINGLES.test(text) || !ASKS.test(text)) return null
  if (TOGETHER.test(text) || sortsTold(text).length > 0) return null
  const [who, ...others] = namesIn(text, plain)
  if (who === undefined || others.length > 0 || who === HE || who === OURS || POSSESSIVE.test(who))
    return null
  if (numbersIn(text).some(({ value }) => value.min?.gt('1'))) return null
  // 她爱人呢 is kept as the same question with his title in the place of hers.
  const [question, ...restated] = recent.filter((one) => namesIn(one, plain).includes(who))
  const isWhole = question !== undefined && topicsIn(canonical(question), book.provisions).length > 0
  return isWhole && restated.length < 2 ? question : null
}

/** Who is named, in plain words: 媳妇 and 爱人 are the same one. */
const namesIn = (text: string, plain: Lexicon['plain']): string[] => [
  ...new Set(holdersIn(plain(text)).map(({ name }) => name)),
]
