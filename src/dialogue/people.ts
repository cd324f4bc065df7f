import { readNumeral } from '../corpus/numeral.ts'
import { exactly } from '../entitlements/interval.ts'
import type { Said } from './said.ts'

const NAME =
  '(?:[小老阿](?![伙区时学微孩年企组姐哥弟妹师板家乡公婆厂大人百规政办])(?:\\p{Script=Han}|[A-Za-z])|\\p{Script=Han}(?:师傅|工(?![匠人种厂作程会])))'
const SEVERAL = new RegExp(`${NAME}(?:(?:[、和跟与]|还有)${NAME})+`, 'gu')
/** 小吴、小叶两个: counted in words as well. */
const COUNTED = /^[，,]?[\d一二两三四五六七八九十]+[个位人名](?!都)/u

/** 小许和小方: people who are named one by one, as the number of them. */
export function people(text: string): Said[] {
  return [...text.matchAll(SEVERAL)].flatMap(({ 0: words, index: start }): Said[] => {
    const end = start + words.length
    const count = readNumeral(String(words.split(/[、和跟与]|还有/u).length))
    return count === null || COUNTED.test(text.slice(end))
      ? []
      : [{ kind: 'count', unit: '位', text: words, start, end, value: exactly(count), named: true }]
  })
}
