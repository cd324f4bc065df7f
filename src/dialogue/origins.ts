import type { FactDefinitions } from '../entitlements/fact.ts'
import { type Gazetteer, placesIn } from './place.ts'

/** 台州的师傅, 江西那边过来的: the place is somebody's, not a rule's. */
const SOMEBODY =
  /^(?:市|省|县|区)?(?:那边|那头|那儿)?(?:的|(?:过来|来|引进|请来|挖来)的?)(?:那个|一个|一位|那位)?(?:老?师傅|人(?!社|力)|大师|专家|老师|技师|工匠|高手|能人|(?=[，,。；;]|$|呢))/u
/** 他原来在, 人家本来就在: where somebody was before. */
const WAS_AT =
  /(?:(?:原来|本来|原先|以前|之前|从前|一直|早就)(?:就|都)?是?|(?:^|[，,。；;])(?:他|她|人家?|师傅|这人)(?:现在|目前|还|一直)*)在$/u
const DENIED = /(?:并不|不)是从?$/u
const REST_OF_DENIAL = /^(?:市|省|县|区)?(?:那边)?(?:过?来|引进|挖来|请来)?(?:的|人)?(?:人|师傅)?/u

/**
 * 换成台州的师傅呢, 他原来在兰溪: after an award for those who come from outside a place that is said of somebody is
 * written as an origin, and one that is denied is left out.
 */
export function withOrigins(text: string, discussed: FactDefinitions[], corpus: Gazetteer): string {
  const matters = discussed.some((definitions) =>
    Object.values(definitions).some((fact) => fact.type === 'yes-no' && fact.fromOutside),
  )
  if (!matters) return text
  const plain = text.replaceAll('不是从', '不是')
  const told = placesIn(plain, corpus).reduce((left, { word }) => {
    const at = left.indexOf(word)
    const [before, after] = [left.slice(0, at), left.slice(at + word.length)]
    if (DENIED.test(before)) return before.replace(DENIED, '') + after.replace(REST_OF_DENIAL, '')
    if (WAS_AT.test(before)) return `${before.slice(0, -1)}从${word}${after}`
    return SOMEBODY.test(after) && !/从$/u.test(before) ? `${before}从${word}${after}` : left
  }, plain)
  return told === plain ? text : told
}
