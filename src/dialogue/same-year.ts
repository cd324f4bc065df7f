import type { FactDefinitions } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'

/** 一年送22个, not 带一年: so many in every year. */
const A_YEAR = /[一1每]年[^，,。；;\d一二两三四五六七八九十]{0,6}[\d一二两三四五六七八九十]/u

/** 一所一年送22个，一所送28个: one year told of the first is the year of the others too. */
export function withSameYear(cases: FactValues[], text: string, definitions: FactDefinitions): FactValues[] {
  if (!A_YEAR.test(text)) return cases
  const [first = {}, ...others] = cases
  const shared = Object.entries(first).filter(([name, value]) => {
    const definition = definitions[name]
    return (
      definition?.type === 'count' &&
      definition.unit === '年' &&
      typeof value === 'object' &&
      value.min?.eq('1') === true &&
      value.max?.eq('1') === true &&
      others.every((one) => one[name] === undefined)
    )
  })
  return [first, ...others.map((one) => ({ ...Object.fromEntries(shared), ...one }))]
}
