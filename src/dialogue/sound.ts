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

/** What many speakers do not tell apart: zh and z, ch and c, sh and s, n and l, f and h, in and ing. */
export const nearly = (reading: string): string =>
  reading
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/^hu(?=[ae])/u, 'f')
    .replace(/^hu$/u, 'fu')
    .replace(/(?<=[aei]n)g$/u, '')
