import type { Book } from '../entitlements/book.ts'
import { isHeads } from './assign.ts'
import type { Vocabulary } from './kinds-told.ts'
import { numbersIn } from './numbers.ts'

/** What a word tells: a title, a medal, an award, as many of a unit; `value` is the same for words of the same. */
interface Sort {
  sort: string
  /** An award, one of several of its kind, or a number. */
  of: 'award' | 'option' | 'number'
  value: string
}

/** The words of a text that tell something, each with what it tells. */
export type SortsTold = (text: string) => { word: string; sorts: Sort[] }[]

export const AWARD = 'award'
/** Shorter names are words of other things too. */
const NAME = 4

/** How a book's words tell what somebody is or has: two people of whom the same sort is told are told apart by it. */
export function sortsOf({ provisions }: Book, vocabulary: Vocabulary): SortsTold {
  const sorts = new Map<string, Map<string, string>>()
  const add = (word: string, sort: string, value: string) =>
    sorts.set(word, (sorts.get(word) ?? new Map<string, string>()).set(sort, value))
  for (const { rule, definitions } of provisions) {
    for (const alias of rule.aliases)
      if (rule.kind === 'payment' && alias.length >= NAME) add(alias, AWARD, rule.id)
    for (const [name, fact] of Object.entries(definitions)) {
      if (fact.type !== 'choice') continue
      for (const [option, { words }] of Object.entries(fact.options))
        for (const word of words) {
          add(word, name, option)
          if (fact.names) add(word, AWARD, option)
          // 世赛优胜奖 tells the medal too.
          for (const alias of rule.aliases) if (alias.includes(word)) add(alias, name, option)
        }
    }
  }
  const toldBy = new Map(
    [...sorts].map(([word, own]) => [
      word,
      [...own].map(([sort, value]): Sort => ({ sort, of: sort === AWARD ? AWARD : 'option', value })),
    ]),
  )
  return (text) => [
    ...vocabulary(text).flatMap(({ word }) => {
      const own = toldBy.get(word)
      return own === undefined ? [] : [{ word, sorts: own }]
    }),
    ...numbersIn(text).flatMap(({ kind, unit, rate, text: word }): { word: string; sorts: Sort[] }[] => {
      const isSum = kind === 'money' || (kind === 'bare' && /^\d{4,}$/u.test(word))
      const isCount = kind === 'count' && !/^[一1]个?$/u.test(word)
      if (rate === true || !(isSum || isCount)) return []
      return [
        {
          word,
          sorts: [{ sort: isSum ? 'money' : isHeads(unit) ? 'heads' : unit, of: 'number', value: word }],
        },
      ]
    }),
  ]
}
