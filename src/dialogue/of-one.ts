import { type Book, findProvision } from '../entitlements/book.ts'
import { numbersIn } from './numbers.ts'
import { rateAsked } from './rate-asked.ts'
import type { Case } from './results.ts'
import type { Understanding } from './understand.ts'

type Asked = Pick<Understanding, 'followsUp' | 'text'>

const OF_ONE = /每(?:个人|[人名位个项家所场间])|人均|单[个项]/u

/** That one is asked about: what is counted says nothing of the sum. */
const asksOfOne = ({ followsUp, text }: Asked): boolean =>
  (followsUp && OF_ONE.test(text) && numbersIn(text).every(({ rate }) => rate === true)) ||
  rateAsked(text) !== null

/** What 每人 and 每家 leave out: people are no firms. */
const unitAsked = (text: string): string =>
  /(?:每(?:个?人|名|位)|人均|[一1]个?人)/u.test(text) ? '人' : /[每一1][家所]/u.test(text) ? '个家' : '人个家'

/** 那每个项目是多少, after three of them: what one is given, however many were counted before. */
export function ofOne(book: Book, understood: Asked, cases: Case[]): Case[] {
  if (!asksOfOne(understood)) return cases
  const one = unitAsked(understood.text)
  const rate = rateAsked(understood.text)
  const period = `${rate?.ofYear ? '年' : ''}${rate?.ofMonth ? '月' : ''}`
  return cases.map(({ provision, facts }) => {
    const { definitions = {}, rule } = findProvision(book, provision) ?? {}
    // 送了36个: what has to reach a number is no number of recipients.
    const demanded = rule?.conditions.flatMap((met) => ('fact' in met ? [met.fact] : [])) ?? []
    const counts = (name: string) => {
      const definition = definitions[name]
      if (definition?.type !== 'count' || demanded.includes(name)) return false
      return one.includes(definition.unit) || period.includes(definition.unit)
    }
    return { provision, facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !counts(name))) }
  })
}
