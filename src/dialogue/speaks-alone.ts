import type { Ranked } from '../retrieval/sentences.ts'
import { LIKELY } from './meaning.ts'
import type { Understanding } from './understand.ts'

/** 谁牵头搞评选, after what is awarded: what a follow-up says tells its sentence without the question before it. */
export const speaksAlone = ({ typed }: Understanding, [best]: Ranked[]): boolean =>
  typed.replace(POINTER, '').length >= LEAST && best !== undefined && best.score >= LIKELY

/** Fewer characters beside pointers speak of nothing. */
const LEAST = 1
/** What names nothing by itself. */
const POINTER =
  /[这那该此](?:个|些|条|项|件|笔|块|份|样|种)?(?:事情?|钱|政策|奖|补[贴助]|活|资金|经费|工作)?|谁|哪[一几两些]?[个家些]?|部门|单位|局|人社|工会|财政|教育|组织部?|还是|或者?|负责|牵头|主管|归|管|找|抓|具体|[的是由都又呢啊吗了,，。?？]/gu
