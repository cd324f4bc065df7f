import { quantities } from '../corpus/quantity.ts'

const QUOTED = /[“「『]([^“”「」『』]*)(?:[”」』]|$)|"([^"]*)"/gu
const LEAST = 8
/** The number of the clause that a quote is said to be: of no document held. */
const NUMBER = '第[一二三四五六七八九十百\\d]+[条款项号]'
const BEFORE = new RegExp(`${NUMBER}[^，,。；;！!？?“”"「『]{0,12}$`, 'u')
const ITS_NUMBER = new RegExp(NUMBER, 'gu')
const GRANTS = /给|奖|补|发|资助|津贴|经费|支持|扶持|拨|标准|提高|调整|涨/u
const VERB = '(?:给予|发[给放]|奖[励补]|补[贴助]|资助|津贴|拨付|支持|[给奖补发拨])'
/** 每人一次性奖励8万元: what it grants, from the verb to the sum. */
const GRANTED = new RegExp(`${VERB}(?:(?!${VERB})[^，,。；;]){0,14}$`, 'u')
/** 真有这一条吗: whether it is so is answered with what the documents grant. */
const IS_IT_SO =
  /(?:真的?|究竟|到底|是不是|会不会)?(?:真?有|存在|出)(?:没有)?(?:了|过)?(?:这|那)么?(?:一?[条款项]|回事|个规定|个说法|规定|说法)|真的?假的?|(?:是|属)真(?:的|实)?|(?:是不是|当|作)真|[可靠]谱|可信|算不算?数|[能可]信/u
const ASKS_SUM = /多少|几[个多]?[钱万千百块]|好多|几多/u

/** 先交2000保证金: a swindle is warned of where it is asked about, not where a sum is. */
const DEPOSIT =
  /[，,；;、]?(?:但|需|须|要|得|请)*先?(?:交|转|打|汇|付|垫|缴)[^，,。；;]{0,10}(?:保证金|手续费|押金|激活费|工本费|定金)[^，,。；;]{0,6}/gu

/**
 * A message without what a pasted clause or a forwarded text claims: what stands in quotation marks and grants a sum tells
 * whom it is about, not how much or how many. What `isPrinted` in the documents stays as it is.
 */
export function withoutHearsay(text: string, isPrinted: (quote: string) => boolean): string {
  let rest = ''
  let last = 0
  for (const { index, 0: whole, 1: curly, 2: straight } of text.matchAll(QUOTED)) {
    const quote = curly ?? straight ?? ''
    if (quote.length < LEAST || !GRANTS.test(quote) || quantities(quote).length === 0 || isPrinted(quote))
      continue
    const claims = ASKS_SUM.test(text.slice(index + whole.length)) ? quote.replace(DEPOSIT, '') : quote
    rest += text.slice(last, index).replace(BEFORE, '') + withoutClaims(claims)
    last = index + whole.length
  }
  if (last === 0) return text
  const plain = `${rest}，${text.slice(last).replace(/^[，,。；;：:]+/u, '')}`
  return IS_IT_SO.test(plain) && !ASKS_SUM.test(plain) ? `${plain}，给多少` : plain
}

/** Whom a claim is about: its subject and condition, without sums, numbers and what stands before them. */
function withoutClaims(quote: string): string {
  return quantities(quote)
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, kind }) => {
      const before = left.slice(0, start)
      return (kind === 'money' ? before.replace(GRANTED, '') : before) + left.slice(end)
    }, quote)
    .replace(ITS_NUMBER, '')
    .replace(/[。；;]+$/u, '')
}
