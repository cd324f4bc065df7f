import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'

/** 查到了，150万, after 总量多少我不知道: a number that names no fact tells the one that was not known. */
export function withFactFoundOut(text: string, definitions: FactDefinitions, unknown: string): string {
  if (unknown === '') return text
  const words = Object.values(definitions).flatMap((fact) =>
    fact.type === 'choice' || fact.type === 'yes-no' ? [] : [fact.words],
  )
  const named = words.filter((own) => own.some((word) => word.length > 1 && unknown.includes(word)))
  const [number, ...others] = numbersIn(text).filter(({ rate }) => rate !== true)
  const isNamed = words.some((own) => own.some((word) => word.length > 1 && text.includes(word)))
  if (named.length !== 1 || number === undefined || others.length > 0 || isNamed) return text
  const word = named[0]?.find((one) => one.length > 1 && unknown.includes(one)) ?? ''
  return `${text.slice(0, number.start)}${word}${text.slice(number.start)}`
}
