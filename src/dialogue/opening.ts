import { AMENDS } from './amends.ts'
import { type ConversationState, EMPTY_STATE } from './conversation.ts'
import { numbersIn } from './numbers.ts'

/** A question in so many words; what only tells holds none of them. */
const ASKS =
  /多[少久长大高]|好多|几(?!个人都|经)|什么|啥|[吗嘛呢]|[么不没](?=$|[，,。；; ])|怎|咋|哪|谁|如何|为何|可不可以|可以|(?<![技才职功])能(?![人手])|有没有|是不是|(\p{Script=Han})[不没]\1|请问|帮我|查一?下|问一?下|咨询|[?？]|算[下一算]|输出|给我|[说讲]说|列出/u
/** 现在厂里实施了, 再问个: something else than what was told. */
const GOES_ON = new RegExp(
  `${AMENDS.source}|现在|后来|再问|另外|错|第[一二三四五]|[头前后]一[家个位]|那[两三四几俩]|[他她]们?俩|[两三四五俩仨]个?人|不(?:知道|晓得|清楚)|没数`,
  'u',
)
const ASKS_SUM = /多少|好多|几(?:[千百万块元多何]|个钱)|一共|总共|合计|加起来/u
/** As long as a message may be. */
const LONGEST = 2000

/**
 * 我们厂招了20个学徒, 带两年, then 一共补多少: who tells first and asks last has asked one question in several messages,
 * and it is read as one. Null where this one asks for no sum, or something was asked before.
 */
export function asOneQuestion(
  text: string,
  { opening }: ConversationState,
): { text: string; state: ConversationState } | null {
  const whole = `${opening}，${text}`
  const isWhole = numbersIn(text).filter(({ kind }) => kind === 'count').length > 1
  return opening === '' || !ASKS_SUM.test(text) || GOES_ON.test(text) || isWhole || whole.length > LONGEST
    ? null
    : { text: whole, state: EMPTY_STATE }
}

/** What was told so far while nothing was asked; none once something was. */
export function openingWith(text: string, { opening }: ConversationState, isFirst: boolean): string {
  if ((!isFirst && opening === '') || ASKS.test(text)) return ''
  return opening === '' ? text : `${opening}，${text}`
}
