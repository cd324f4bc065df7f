import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { ELLIPTIC } from './asking.ts'
import { type Mention, mentions } from './mention.ts'
import type { Topic } from './topic.ts'

interface Restated {
  question: string
  /** The value that the follow-up names, as it says it. */
  word: string
}

/** 首席的呢, after a question about 特级技师: that question with the one value in the place of the other; null where none changes. */
function restated({ provisions }: Book, previous: string, text: string): Restated | null {
  for (const { definitions } of provisions) {
    for (const definition of Object.values(definitions)) {
      if (definition.type !== 'choice') continue
      const vocabulary = Object.entries(definition.options).map(([item, { words }]) => ({ item, words }))
      const [before, now] = [onlyOne(mentions(previous, vocabulary)), onlyOne(mentions(text, vocabulary))]
      if (before === null || now === null) continue
      const option = definition.options[now.item]
      if (option === undefined || before.item === now.item) continue
      const name = option.words.includes(option.label) ? option.label : option.words[0]
      const question = previous.slice(0, before.start) + name + previous.slice(before.end)
      return { question, word: text.slice(now.start, now.end) }
    }
  }
  return null
}

/** Where the one value stands that is named, though two words of it run into each other (拿了银奖); null where none or several are. */
function onlyOne(found: Mention<string>[]): Pick<Mention<string>, 'item' | 'start' | 'end'> | null {
  const [first, ...others] = found
  if (first === undefined) return null
  let { end } = first
  for (const one of others) {
    if (one.item !== first.item || one.start > end) return null
    end = Math.max(end, one.end)
  }
  return { item: first.item, start: first.start, end }
}

/** 优胜奖是多少来着: nothing but the value and what it asks. */
const ASKED_OF_IT = /^[那是给有奖补发的能拿得可以钱块元呢来着啊呀吗多少几,，?？。]*$/u

/**
 * The question, of those asked so far with the latest first, that a follow-up asks again with another value; null where
 * it names a matter of its own (那自治区级的培训基地呢, after 国家级的工作室).
 */
export function askedAgain(
  book: Book,
  text: string,
  questions: string[],
  topicsOf: (text: string) => Topic[],
): string | null {
  const idsOf = (one: string): Provision['rule']['id'][] =>
    topicsOf(one).map(({ provision }) => provision.rule.id)
  for (const question of questions) {
    const again = restated(book, question, text)
    if (again === null) continue
    const rest = text.replace(again.word, '')
    if (!ELLIPTIC.test(text) && !ASKED_OF_IT.test(rest)) continue
    const own = idsOf(rest)
    if (own.length === 0) return again.question
    const before = idsOf(question)
    if (own.some((id) => before.includes(id))) return again.question
  }
  return null
}
