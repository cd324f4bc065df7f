import type { Provision } from './rule.ts'

/** Nobody is taken to ask for themselves alone: without a number of people the rate is left. */
export function ofEach(provision: Provision): Provision {
  const definitions = Object.entries(provision.definitions).map(([name, fact]) => [
    name,
    fact.type === 'count' && fact.unit === '人' ? { ...fact, self: false } : fact,
  ])
  return { ...provision, definitions: Object.fromEntries(definitions) }
}
