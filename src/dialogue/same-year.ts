import type { FactDefinitions } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'

/** 一所一年送22个，一所送28个: one year told of the first is the year of the others too. */
export function withSameYear(cases: FactValues[], definitions: FactDefinitions): FactValues[] {
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
