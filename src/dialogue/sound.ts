import { pinyin } from 'pinyin-pro'

const sounds = new Map<string, string>()

/** One reading per character without its tone, the same for message and vocabulary; letters are their own sound. */
export function sound(character: string): string {
  const known =
    sounds.get(character) ??
    (/^[a-z]{2,6}$/u.test(character) ? character : pinyin(character, { toneType: 'none' }))
  sounds.set(character, known)
  return known
}

const merged = new Map<string, string>()

/** What many speakers do not tell apart: zh and z, ch and c, sh and s, n and l, f and h, in and ing. */
export function nearly(reading: string): string {
  const known = merged.get(reading) ?? merge(reading)
  merged.set(reading, known)
  return known
}

const merge = (reading: string): string =>
  reading
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/^hu(?=[ae])/u, 'f')
    .replace(/^hu$/u, 'fu')
    .replace(/(?<=[aei]n)g$/u, '')

/** Every reading of a character: in a name it may be any (都 is du in 昆都仑). */
export const readings = (character: string): string[] =>
  pinyin(character, { toneType: 'none', type: 'array', multiple: true })
