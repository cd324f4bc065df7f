import { ordinaryIn } from './ordinary.ts'
import type { Seen } from './proofread.ts'
import { sound } from './sound.ts'

const initial = (c = ''): string => sound(c).charAt(0)

/** What changes the meaning by being there or not is never taken for a slip. */
const DECISIVE = /[不没未无非免〇零一二两三四五六七八九十百千万]/u
/** Of fewer characters too little is left to tell the word by. */
const LEAST = 3
/** Only what is written so often is told by two characters. */
const EVERYDAY = 150
/** Written side by side so often, two characters are a word. */
const OWN = 60
/** The same before it: a word seldom begins with the last character of another. */
const KNOWN = 5

/** The word that a form stands for, and on which side of what is wrong a single character stands. */
interface Meant {
  word: string
  left: boolean
  right: boolean
  /** It stands twice, the second may begin or end another word (优秀技师师徒). */
  twice: boolean
}

/**
 * Mends names of which a character was left out (诸葛匠), words with one doubled (优秀秀技师), with two neighbours the wrong
 * way round (新型学制徒) or by initials (优秀js): only into whole words, where a single one fits and the characters that came together are
 * never written side by side.
 */
export function createRestorer(vocabulary: string[], names: string[], seen: Seen): (text: string) => string {
  const known = new Set(vocabulary)
  const whole = new Set(names)
  const meant = new Map<string, Meant | null>()
  const add = (
    form: string,
    word: string,
    seam = '',
    { left = false, right = false, twice = false } = {},
  ) => {
    if (known.has(form) || seen(seam) > 0) return
    const other = meant.get(form)
    meant.set(form, other === undefined || other?.word === word ? { word, left, right, twice } : null)
  }
  for (const word of known) {
    if (!/^\p{Script=Han}+$/u.test(word) || DECISIVE.test(word)) continue
    for (let i = 0; i < word.length; i += 1) {
      const [start, c, end] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)]
      const next = end.charAt(0)
      if (word.length >= LEAST)
        add(start + c + c + end, word, '', { left: i === 0, right: next === '', twice: true })
      if (next === '') continue
      if (whole.has(word) && word.length > LEAST && i > 0)
        add(start + end, word, start.slice(-1) + next, { left: i === 1, right: end.length === 1 })
      if (word.length > LEAST) add(start + initial(c) + initial(next) + end.slice(1), word)
      if (word.length >= LEAST || seen(word) >= EVERYDAY)
        add(start + next + c + end.slice(1), word, next + c, {
          left: word.length < LEAST,
          right: word.length < LEAST,
        })
    }
  }
  const longest = Math.max(0, ...[...meant.keys()].map(({ length }) => length))
  const begins = new Set([...meant.keys()].map((form) => form.slice(0, 2)))
  // 工作室费用, 承认补贴: what stands alone beside the gap may belong to a word on its other side.
  const isApart = (text: string, at: number, end: number, { left, right, twice }: Meant) =>
    !(left && seen(text.slice(at - 1, at + 1)) >= (twice ? 1 : KNOWN)) &&
    !(right && seen(text.slice(end - 1, end + 1)) >= (twice ? 1 : OWN))
  // 疗养休假 is two words of its own, not 疗休养 turned round.
  const isOrdinary = (text: string, at: number, end: number) =>
    ordinaryIn([...text])
      .slice(at, end)
      .every((one) => one)
  return (text) => {
    let mended = ''
    for (let at = 0; at < text.length; ) {
      let length = begins.has(text.slice(at, at + 2)) ? Math.min(longest, text.length - at) : 1
      while (length > 1 && meant.get(text.slice(at, at + length)) == null) length -= 1
      const found = length > 1 ? meant.get(text.slice(at, at + length)) : undefined
      const isFound =
        found != null && isApart(text, at, at + length, found) && !isOrdinary(text, at, at + length)
      mended += isFound ? found.word : text.charAt(at)
      at += isFound ? length : 1
    }
    return mended
  }
}
