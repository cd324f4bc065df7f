import type { FactDefinitions } from '../entitlements/fact.ts'
import { optionsNamed } from './truths.ts'

const OF_A_NAME = /^的?(?:政府)?(?:津贴|补贴|待遇)/u
const IS_ONE = /(?:是|评上|考上|升)了?个?$/u

/** 技师津贴多少，她是高级技师: what the money is called tells nobody's grade beside one that is told. */
export function withoutNameOfGrant(text: string, definitions: FactDefinitions): string {
  const spans = Object.values(definitions).flatMap((definition) => {
    const named = optionsNamed(text, definition)
    const ofGrant = named.filter(({ end }) => OF_A_NAME.test(text.slice(end)))
    const isTold = named.some((one) => !ofGrant.includes(one) && IS_ONE.test(text.slice(0, one.start)))
    return isTold ? ofGrant : []
  })
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
