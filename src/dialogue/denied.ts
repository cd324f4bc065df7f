import { mentions } from './mention.ts'

/**
 * 不是新职业，购房补贴多少: what is denied is not asked about where something else is named. `phrases` name what may be
 * asked about, each as the words that must all be said.
 */
export function withoutDenied(text: string, phrases: string[][]): string {
  if (!DENIAL.test(text)) return text
  const names = [...new Set(phrases.flat())]
  const denied = mentions(text, [{ item: true, words: names }]).filter(
    ({ start, end }) => DENIED.test(text.slice(0, start)) || NOT_REACHED.test(text.slice(end)),
  )
  const rest = denied.reduce(
    (left, { start, end, word }) => left.slice(0, start) + '·'.repeat(word.length) + left.slice(end),
    text,
  )
  const isNamed = phrases.some((phrase) => phrase.every((word) => rest.includes(word)))
  return isNamed ? rest : text
}

const DENIAL = /不是|不属于|不算|并非|[没未不][考评拿选]?[上到过下中着]/u
const DENIED = /(?<!是)(?:不是|不属于|不算|并非)(?:什么|啥)?$/u
/** 连个高级工都考不上: what was not reached. */
const NOT_REACHED =
  /^(?:证书?|资格)?(?:[也都还又]|那时|当时|以前|当年)*(?:没|未|考不|评不|拿不|选不)(?:能)?[考评拿选]?[上到过下中着]/u
