import type { FactDefinitions } from '../entitlements/fact.ts'
import { optionsNamed } from './truths.ts'

const OF_A_NAME = /^的?(?:政府)?(?:津贴|补贴|待遇)/u
const IS_ONE = /(?:是|评上|考上|升)了?个?$/u

/** 市级资金能给到多少: who pays, beside the level of what is paid for. */
const PAYER =
  /^(?:财政|政府|层面|这[边块头])?(?:的?(?:资金|经费|拨款|财政|专项|配套)|(?:能|可以|会|得|再|还|又|一共)*(?:给|补|拨|奖|支持|出)(?:[到了我你多几]|咱))/u
const OF_A_LEVEL = /^(?:国家|自治区|省|市|区|县|旗县)一?级$/u

/** 技师津贴多少，她是高级技师: what the money is called tells nobody's grade beside one that is told. */
export function withoutNameOfGrant(text: string, definitions: FactDefinitions): string {
  const spans = Object.values(definitions).flatMap((definition) => {
    const named = optionsNamed(text, definition)
    const ofGrant = named.filter(({ end }) => OF_A_NAME.test(text.slice(end)))
    const isTold = named.some((one) => !ofGrant.includes(one) && IS_ONE.test(text.slice(0, one.start)))
    const payers = named.filter(
      ({ start, end }) => OF_A_LEVEL.test(text.slice(start, end)) && PAYER.test(text.slice(end)),
    )
    return [...(isTold ? ofGrant : []), ...(payers.length < named.length ? payers : [])]
  })
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
