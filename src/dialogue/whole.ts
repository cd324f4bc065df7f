import type { Corpus } from '../corpus/corpus.ts'
import { wholeOf } from '../retrieval/sentences.ts'
import { type Wanted, wantedIn } from './wanted.ts'

/** 谁下的文, 依据的是哪份通知: half as sure will do. */
const ISSUED =
  /(?:文件|方案|意见|办法|通知|红头|文).{0,8}(?:谁|哪|几|叫?啥|什么)|会(?:议)?(?:上)?(?:审议)?通过|(?:谁|哪|几)[^，,。]{0,8}(?:文件|方案|意见|办法|通知|红头|[发下出]的?文|盖?章)/u
/** 方案是谁印发的. */
const MADE_BY =
  /(?:文件|方案|意见|办法)(?:到底|究竟|当时)?(?:是|由)?(?:谁|哪[^，,。]{0,6}?)(?:印发|下发|发布|发的|出台|起草|制定|[发下出]的?文|出的)/u
const CARRIES_OUT = /牵头|统筹|协调|抓总|督[办促查]|具体(?:实施|落实)/u
const LIKELY_ISSUED = 0.2

/**
 * What a message wants, by its words and where these tell nothing by what it means: 这文件定下来没有, 是谁下的文 are about
 * a document as such.
 */
export function wantedOf(corpus: Corpus, text: string): Wanted {
  const asked = wantedIn(text)
  const isOpen = asked.about === 'text' || (asked.about === 'amount' && !asked.asksAmount)
  if (MADE_BY.test(text)) return { ...asked, about: 'origin' }
  // 哪个部门统筹这份意见: who carries it out is no matter of who issued it.
  if (asked.about === 'authority' ? CARRIES_OUT.test(text) : !isOpen) return asked
  const whole = wholeOf(corpus, text) ?? (ISSUED.test(text) ? wholeOf(corpus, text, LIKELY_ISSUED) : null)
  if (whole === 'origin') return { ...asked, about: 'origin' }
  return wholeOf(corpus, text) === 'validity' && isOpen && !asked.ofMoney
    ? { ...asked, about: 'validity' }
    : asked
}
