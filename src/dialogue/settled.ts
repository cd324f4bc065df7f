import type Big from 'big.js'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { ACTUAL, countsAs, type FactValues, isSame } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { reachedBy } from './reached.ts'
import type { Said } from './said.ts'
import { type Settled, swappedBy } from './swapped.ts'
import { optionsIn } from './truths.ts'

/** Something differs from what was said. */
const DIFFERS = /[没不未退走离转辞缺差少多漏加添补增新又再减扣去撤跑删划砍刨剔淘刷混重取裁黄]/u
/** 22个，有两个没去: the difference may come behind. */
const IS_DIFFERENCE = /^[^，,。；;\d一二两三四五六七八九十]{0,4}(?:没|不|未|退|走|离|转|辞|缺|掉|跑|撤)/u

/** 来了二十三个，跑了五个. */
const LEAVES = /(?:退|走|离|辞|缺|跑|撤|少|砍|裁|黄|取消|没来|没到)(?:掉|学|职|出)?了?$/u

/**
 * 名单里有两个没去，22个, after 24; 又补进去1个，一共4个了, after three: the difference and what it comes to are both said,
 * and the sum is right, whatever the words. Null where it is not, or where others than those are counted.
 */
export function settledBy(text: string, definitions: FactDefinitions, earlier: FactValues): Settled | null {
  const isOfOthers = Object.entries(definitions).some(([name, definition]) =>
    optionsIn(text, definition).some(({ item }) => earlier[name] !== undefined && item !== earlier[name]),
  )
  // 杰出的漏了一个，应该是3个: says nothing of another title.
  if (isOfOthers) return null
  const swapped = swappedBy(text, definitions, earlier) ?? reachedBy(text, definitions, earlier)
  if (swapped !== null || !DIFFERS.test(text)) return swapped
  const numbers = numbersIn(text).filter(({ kind, rate }) => kind !== 'date' && rate !== true)
  const found = Object.entries(earlier).flatMap(([name, before]) => {
    const definition = definitions[name]
    if (definition === undefined || typeof before !== 'object' || !isOne(before)) return []
    const own = numbers.filter(
      ({ kind, unit, value, text: words, end }) =>
        isOne(value) &&
        (definition.type === 'money'
          ? kind === 'money'
          : definition.type === 'count' &&
            (kind === 'bare' ? !isInAWord(words, end, text) : countsAs(unit, definition.unit))),
    )
    // 8个里面2个已经调走了，剩6个: what it was before may be said once more.
    const [a, b, c] = own.length === 3 && isSame(before, own[0]?.value ?? NOTHING) ? own.slice(1) : own
    if (a === undefined || b === undefined || c !== undefined || a.kind === 'bare') return []
    const isFirst = ACTUAL.test(text.slice(0, a.start)) && !ACTUAL.test(text.slice(0, b.start))
    const isBehind = LEAVES.test(text.slice(0, b.start)) && !LEAVES.test(text.slice(0, a.start))
    const [by, now] = isFirst || isBehind || IS_DIFFERENCE.test(text.slice(b.end)) ? [b, a] : [a, b]
    return comesTo(before.min, by.value.min, now.value.min, directionIn(text))
      ? [{ name, value: now.value, used: own }]
      : []
  })
  const [one, ...others] = found
  return one === undefined || others.length > 0 ? null : one
}

/** 两拨, 一线: no number of its own. */
const isInAWord = (words: string, end: number, text: string): boolean =>
  !/^\d/u.test(words) && /^\p{Script=Han}/u.test(text.slice(end))

const NOTHING = { min: null, max: null }

const isOne = ({ min, max }: Said['value']): boolean => min !== null && max?.eq(min) === true

/** 走了一个，剩2个 never comes of one; what both tells and denies tells neither. */
function directionIn(text: string): 'less' | 'more' | null {
  const [less, more] = [/[走退撤离辞砍裁黄刷淘剩]/u, /[加添补增漏]|新来|又[来招]|多了/u].map((words) =>
    words.test(text),
  )
  return less === more ? null : less ? 'less' : 'more'
}

const comesTo = (
  before: Big | null,
  by: Big | null,
  now: Big | null,
  direction: 'less' | 'more' | null,
): boolean =>
  before !== null &&
  by !== null &&
  now !== null &&
  !by.eq('0') &&
  ((direction !== 'more' && before.minus(by).eq(now)) || (direction !== 'less' && before.plus(by).eq(now)))
