import { mentions } from './mention.ts'
import { PIECE } from './said.ts'

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

/** 创新工作室没申请, 国外研修没去: what was not done. */
const NOT_DONE =
  /(?:[没未]有?|不)(?:去|来|再|打算)?(?:申请|申报|报名?|去|参加|搞|办|做|设|弄|建|涉及|沾边?)(?:过|了|上|成)?[，,。；;！!？?]?$/u
/** 跟学徒制没关系, 别跟集训基地弄混: told to say what is not meant. */
const NOT_MEANT =
  /[跟和与同][^，,。；;]{2,14}(?:[没无不](?:什么|啥|有)?(?:关系|关联|关|相干|搭界|沾边)|两码事|两回事|不是一回事)|(?:别|不要|不能|甭|莫)(?:把|跟|和|给|同|与)[^，,。；;]{2,14}(?:混|搞错|弄错|当成)/u
/** 我们弄的是创新工作室: what is one's own is said. */
const OURS = /(?:申请|申报|报|弄|搞|办|建|设|挂牌?|参加)的(?:就|才|可|只)?是/u
const SEVERAL = /还|另外|又|一共|合计|加|各|分别|和|都|不是/u

/** A message without the pieces that name what is not its own, as long as it names something besides. */
export function withoutNotOwn(text: string, phrases: string[][]): string {
  const pieces = text.split(PIECE)
  const isNamed = (part: string) => phrases.some((phrase) => phrase.every((word) => part.includes(word)))
  const naming = pieces.filter(isNamed)
  if (naming.length < 2) return text
  const own = naming.filter((piece) => OURS.test(piece))
  const others =
    own.length === 1 && !SEVERAL.test(text)
      ? naming.filter((piece) => piece !== own[0] && !ASKS.test(piece))
      : naming.filter((piece) => NOT_DONE.test(piece) || NOT_MEANT.test(piece))
  const rest = pieces.map((piece) => (others.includes(piece) ? '' : piece)).join('')
  return others.length > 0 && isNamed(rest) ? rest : text
}

const ASKS = /多少|几[万千百块]/u
