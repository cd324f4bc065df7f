import { nearly, readings, sound } from './sound.ts'
import type { Corrector } from './typos.ts'

/** What a name of a place ends with, as far as it tells that one stands before it. */
const KIND = '[市区县旗盟]'
/** 我在, 包头的, or nothing: where the name of a place may begin. */
const BEFORE = /(?:^|[，,。.；;!！?？\s、]|[我俺咱额们在是到来去回从于离和跟与给对这那问说]|的)$/u
/** 通了市级的, 区里: what makes a rank or an office of it. */
const NO_NAME = /^(?:级|场|里|面|民|政|委|长|赛|属|直|内|外|本|上|区)/u
/** 哪个区, 全市, 园区: no name, whatever it sounds like. */
const WORDS = /^(?:.*(?:哪|全|本|各|这|那|该|个|外|省|城|厂|小|社|景|矿))$/u
const HAN = /^\p{Script=Han}+$/u

/**
 * Mends the name of a place that stands whole, with what it ends with, where one character was written as another that
 * sounds like it (昆独仑区, 通了市), and the name as it stands is none of any place.
 */
export function createPlaceMender(held: string[], all: string[]): Corrector {
  const places = new Set(all)
  const names = held.filter(
    (name) => name.length >= 3 && HAN.test(name) && new RegExp(`${KIND}$`, 'u').test(name),
  )
  const byLength = Map.groupBy(
    names.map((name) => ({ name, sounds: [...name].map(readings) })),
    ({ name }) => name.length,
  )
  const isNear = (typed: string, meant: string[] = []) =>
    meant.some((reading) => nearly(reading) === nearly(sound(typed)))
  const meantBy = (typed: string): string | undefined => {
    const meant = (byLength.get(typed.length) ?? []).filter(({ name, sounds }) => {
      const wrong = [...name].flatMap((c, i) => (c === typed[i] ? [] : [i]))
      const [at = 0] = wrong
      return wrong.length === 1 && at < name.length - 1 && isNear(typed.charAt(at), sounds[at])
    })
    return meant.length === 1 ? meant[0]?.name : undefined
  }
  return (text) => {
    let mended = text
    for (const { index } of text.matchAll(new RegExp(KIND, 'gu'))) {
      const end = index + 1
      if (NO_NAME.test(text.slice(end))) continue
      for (const length of byLength.keys()) {
        const start = end - length
        if (start < 0) continue
        const typed = text.slice(start, end)
        if (!HAN.test(typed) || places.has(typed) || places.has(typed.slice(0, -1))) continue
        if (WORDS.test(typed.slice(0, -1))) continue
        const before = text.slice(0, start)
        if (!BEFORE.test(before) && !held.some((name) => before.endsWith(name))) continue
        const name = meantBy(typed)
        if (name !== undefined) mended = mended.slice(0, start) + name + mended.slice(end)
      }
    }
    return mended
  }
}
