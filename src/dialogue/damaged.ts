import type { Seen } from './proofread.ts'
import { sound } from './sound.ts'

const initial = (c = ''): string => sound(c).charAt(0)

/** What changes the meaning by being there or not is never taken for a slip. */
const DECISIVE = /[不没未无非免〇零一二两三四五六七八九十百千万]/u
/** Shorter words lose too much with one character. */
const LEAST_TO_DROP = 4
const LEAST_TO_SWAP = 3
/** Two characters are told by their order alone where they are written so often. */
const EVERYDAY = 150
/** Written side by side so often, two characters are a word. */
const OWN = 60
/** The same of what comes before: a word seldom begins with the last character of another. */
const KNOWN = 5

/**
 * Mends names of which a character was left out (诸葛匠), words with two neighbours the wrong way round (新型学制徒) or
 * typed by initials (优秀js): only into whole words, where a single one fits and the characters that came together are
 * never written side by side.
 */
export function createRestorer(vocabulary: string[], names: string[], seen: Seen): (text: string) => string {
  const known = new Set(vocabulary)
  const whole = new Set(names)
  const meant = new Map<string, string | null>()
  const add = (form: string, word: string, seams: string[]) => {
    if (known.has(form) || seams.some((pair) => seen(pair) > 0)) return
    const other = meant.get(form)
    meant.set(form, other === undefined || other === word ? word : null)
  }
  for (const word of new Set(vocabulary)) {
    if (!/^\p{Script=Han}+$/u.test(word) || DECISIVE.test(word)) continue
    for (let i = 0; i < word.length; i += 1) {
      const [a = '', b = ''] = [word[i - 1], word[i + 1]]
      if (whole.has(word) && word.length >= LEAST_TO_DROP && a !== '' && b !== '')
        add(word.slice(0, i) + word.slice(i + 1), word, [a + b])
      // 优秀js, sx技师: two characters by their initials.
      if (word.length >= LEAST_TO_DROP && b !== '')
        add(`${word.slice(0, i)}${initial(word[i])}${initial(b)}${word.slice(i + 2)}`, word, [])
      if ((word.length >= LEAST_TO_SWAP || seen(word) >= EVERYDAY) && b !== '' && b !== word[i])
        add(`${word.slice(0, i)}${b}${word[i]}${word.slice(i + 2)}`, word, [b + word[i]])
    }
  }
  const longest = Math.max(0, ...[...meant.keys()].map(({ length }) => length))
  return (text) => {
    let mended = ''
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at)
      while (length > 1 && meant.get(text.slice(at, at + length)) == null) length -= 1
      const found = length > 1 ? meant.get(text.slice(at, at + length)) : undefined
      const before = seen(text.slice(at - 1, at + 1))
      const after = seen(text.slice(at + length - 1, at + length + 1))
      // 工作室费用: what goes on after the find is a word of its own.
      const goesOn = before >= KNOWN || after >= (length === 2 ? KNOWN : OWN)
      const isFound = found != null && (!goesOn || (found.length === length && length > 2))
      mended += isFound ? found : text[at]
      at += isFound ? length : 1
    }
    return mended
  }
}
