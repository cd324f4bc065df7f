import type { Lexicon } from './lexicon.ts'
import { PIECE } from './said.ts'
import { phrasesOf } from './topic.ts'

/** 创新工作室没申请, 国外研修没去: what was not done. */
const NOT_DONE =
  /(?:[没未]有?|不)(?:去|来|再|打算)?(?:申请|申报|报名?|去|参加|搞|办|做|设|弄|建|涉及|沾边?)(?:过|了|上|成)?[，,。；;！!？?]?$|没(?:有)?(?:轮到|摊到|落到)?我们?(?:的份|头上)?[，,。；;！!？?]?$/u
/** 跟学徒制没关系, 别跟集训基地弄混: told to say what is not meant. */
const NOT_MEANT =
  /[跟和与同][^，,。；;]{2,14}(?:[没无不](?:什么|啥|有)?(?:关系|关联|关|相干|搭界|沾边)|两码事|两回事|不是一回事)|(?:别|不要|不能|甭|莫)(?:把|跟|和|给|同|与)[^，,。；;]{2,14}(?:混|搞错|弄错|当成)/u
/** 我们弄的是创新工作室: what is one's own is said. */
const OURS =
  /(?:^|[我咱俺]们?(?:这[次回边]|今年|厂里?|公司|学校|单位)?)(?:申请|申报|报|弄|搞|办|建|设|挂牌?|参加)的(?:就|才|可|只)?是/u
const SEVERAL = /还|另外|又|一共|合计|加|各|分别|和|都|不是/u

/** A message without the pieces that name what is not its own, as long as it names something besides. */
export function withoutNotOwn(
  text: string,
  { book, canonical }: Pick<Lexicon, 'book' | 'canonical'>,
): string {
  const pieces = text.split(PIECE)
  const phrases = book.provisions.flatMap(phrasesOf)
  const isNamed = (part: string) => {
    const told = canonical(part)
    return phrases.some((phrase) => phrase.every((word) => told.includes(word)))
  }
  const naming = pieces.filter(isNamed)
  if (naming.length < 2) return text
  const own = naming.filter((piece) => OURS.test(piece))
  const others =
    own.length === 1 && !SEVERAL.test(text)
      ? naming.filter((piece) => piece !== own[0] && !ASKS.test(piece))
      : naming.filter((piece) => NOT_DONE.test(piece) || NOT_MEANT.test(piece))
  const rest = pieces
    .map((piece) => (others.includes(piece) ? (ENDS.exec(piece)?.[0] ?? '') : piece))
    .join('')
  return others.length > 0 && isNamed(rest) ? rest : text
}

const ASKS = /多少|几[万千百块]/u
/** What two sentences tell is not told in one. */
const ENDS = /[。；;！!？?]$/u
