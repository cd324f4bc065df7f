import type { FactDefinitions } from '../entitlements/fact.ts'
import { headsIn } from './gained.ts'

const OF_THEM = /其中|里[面头边]|当中/u

/** 认定87人，里头高技能人才25个: the part that is called what the rule counts is counted, and not the whole. */
export function withNamedPart(text: string, definitions: FactDefinitions): string {
  const [fact, ...others] = Object.values(definitions).filter(
    (one) => one.type === 'count' && one.unit === '人' && one.words.length > 0,
  )
  if (fact?.type !== 'count' || others.length > 0) return text
  const heads = headsIn(text)
  const [whole, part] = heads
  if (whole?.value.min == null || part?.value.min == null || !whole.value.min.gt(part.value.min)) return text
  const names = fact.words.filter((word) => word.length > MEASURE && fact.label.includes(word))
  const between = text.slice(whole.end, part.start)
  const behind = text.slice(part.end, part.end + NEAR)
  const name = names.find(
    (word) => between.includes(word) || behind.startsWith(word) || behind.startsWith(`的${word}`),
  )
  if (name === undefined) return text
  const before = between.includes(name) ? between.slice(0, between.indexOf(name)) : between
  const isOfThem = OF_THEM.test(before)
  const isWhole = names.some(
    (word) =>
      text.slice(whole.end, whole.end + NEAR).startsWith(word) || text.slice(0, whole.start).endsWith(word),
  )
  return isOfThem && !isWhole ? text.slice(0, whole.start) + text.slice(whole.end) : text
}

/** 认定 is what is done with them, 高技能人才 what they are. */
const MEASURE = 2
const NEAR = 8
