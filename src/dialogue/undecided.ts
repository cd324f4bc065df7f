import { PIECE } from './said.ts'

const WHICH = /几|多少|哪一?[级类种档个]|[啥什]么?(?:级别|档次|类别|等级|奖项?|级|档)|[^，,。；;]{2,8}还是/u
const OPEN =
  /没(?:讲|说|提|告诉|交代|写|看|听|记|问|搞|弄)(?:清楚?|明白?)?|(?:还|都|也|暂时)没(?:有)?(?:定|想好|准|谱|数|确定)|没(?:有|个)?(?:定|想好|准[话信数]?|谱|数)(?:下来|呢|$|[，,。；;])|[说记搞弄看听]不(?:准|好|清|明白)|拿不准|未定|待定|定不下来|(?:不清楚|不知道|不晓得)[是到]?(?:底|是)?(?:哪|啥|什么)/u
/** A sum is asked for, whatever else is open. */
const ASKS_SUM = /多少钱|几[万千百块]|[给补奖发拿领贴得配](?:到|我|他|她|你)?(?:多少|几)|一共|合计|总共/u

/**
 * 收几个人说不准, 没讲是哪一级的: what is open is told, not asked. It is left out as long as a sum is asked for besides.
 */
export function withoutUndecided(text: string): string {
  if (!OPEN.test(text)) return text
  const pieces = text.split(PIECE)
  const kept = pieces.filter((piece) => !(WHICH.test(piece) && OPEN.test(piece) && !ASKS_SUM.test(piece)))
  return kept.length < pieces.length && kept.some((piece) => SUM.test(piece)) ? kept.join('') : text
}

const SUM = /多少|几[万千百块]|一共|合计|总共/u
