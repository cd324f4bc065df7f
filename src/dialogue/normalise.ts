import { halfWidth } from '../corpus/numeral.ts'

/** One form for matching: half width, no invisible characters, no blanks inside Chinese. */
export function normalise(message: string): string {
  return halfWidth(message.normalize('NFC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\u4e00-\u9fff\d]) (?=[\u4e00-\u9fff\d])/gu, '')
    .trim()
}

/** Emoji, blanks and punctuation alone ask nothing. */
export const saysNothing = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)
