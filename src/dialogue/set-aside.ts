import { asks } from './asking.ts'

const PIECE = /(?<=[，,。；;：:！!？?)）])|(?=[（(])/u
const SET_ASIDE =
  /(?:先不|不用|不必|甭|(?<![分区级类特个])别)(?:管|说|讲|提|问|谈|算(?![错漏多少]))|先不(?:用|要)(?=[，,。；;]|$)|不提|另说|另算|不说这|[的我]不问|撇开|抛开|(?:放|搁|撂)(?:在|到)?一?[边旁]|(?:回头|以后|下回|下次|改天|过后)再[说讲问谈算]|不(?:关心|考虑|操心|打听|过问|在乎)(?!吗)|另外再[说讲问谈算](?=[，,。；;]|$)|(?:咱|俺|我)们?(?:可|都|也|先)?不管|(?:已经|早就?)(?:领|拿)(?:过|到手|了)[^，,。；;]{0,3}不算/u
/** 撇开厂里的我拿多少: what is left out in the same breath as the question. */
const IN_ONE_BREATH =
  /(?:撇开|抛开|除开|(?:先不|不用|甭|(?<![分区级类特个])别)[管算说])(?:用人单位|单位|厂里?|公司|企业|学校|选手|个人|本人|配套)(?:的|那[份块边头笔])?(?:不[说算谈讲管提])?(?=[^，,。；;！!？?]*(?:多少|几[万千百块]))/gu
/** 我不是说特级那几个: named so that it is not taken for what is asked; a number there is put right. */
const NOT_MEANT =
  /(?:我(?:可|又|也)?不是(?:在|想|要)?(?:说|问|指|讲)(?!过|了|的|有|能|可)|(?:问|说|指|讲)的(?:可|又)?不是)(?!.*[\d一二两三四五六七八九十百]+[个名人位家年月万元])/u
/** 不是首席技师那种: a matter of the same kind, or a fact of one. */
const OF_A_KIND = /不是[^，,。；;]{2,10}那(?:种|类|几种|几类)(?=[，,。；;！!？?]|$)/u

/** 有说三十万的有说六十万的: what some say is told of nobody. */
const SOME_SAY = /有(?:的|人)?(?:说|讲|传)[^，,。；;有]{1,12}的(?=有(?:的|人)?(?:说|讲|传)|[，,。；;])/gu

/** 去年是12个，我问的是今年: what was at another time is told to say what is not asked. */
const AT_ANOTHER_TIME =
  /(?<=^|[，,。；;])(?:去年|前年|以前|之前|原来|上回|上次)[^，,。；;]{1,12}[，,](?=我?(?:们)?(?:现在)?(?:问|说|想问|要问|讲|算)的是)/gu

/** 财务科3个，车间主任2个，这都不算吧: none of those. */
const NONE_OF_THESE =
  /[^。；;！!？?]*[，,](?:这些?|那些?|他们|她们|以上)(?:人)?(?:都|全)不算(?:数|的|在内)?[吧了吗]?$/u

const without = (text: string, pattern: RegExp): string =>
  pattern.test(text)
    ? text
        .split(PIECE)
        .map((piece) => (pattern.test(piece) ? (ENDS.exec(piece)?.[0] ?? '') : piece))
        .join('')
    : text
/** What comes before a piece that is left out is not read together with what follows it. */
const ENDS = /[。；;！!？?)）]$/u

/** 那边12个先不管, 本人的奖不用讲: what is said to be left out is. */
export const withoutSetAside = (text: string): string =>
  without(
    text
      .replace(SOME_SAY, '')
      .replace(AT_ANOTHER_TIME, '')
      .replace(NONE_OF_THESE, '')
      .replace(IN_ONE_BREATH, ''),
    SET_ASIDE,
  )

/** What a message says to be left out. */
export const setAsideIn = (text: string): string =>
  [
    ...(text.match(IN_ONE_BREATH) ?? []),
    ...text
      .replace(IN_ONE_BREATH, '')
      .split(PIECE)
      .filter((piece) => SET_ASIDE.test(piece)),
  ].join('，')

/** What a message names and does not ask about, without the words of a fact that is denied. */
export const withoutUnasked = (text: string): string => without(withoutSetAside(text), OF_A_KIND)

/** A message without what it says that it does not mean, as long as it asks something besides. */
export function withoutUnmeant(text: string): string {
  const rest = without(text, NOT_MEANT)
  return rest.length >= LEAST && asks(rest) ? rest : text
}

/** Fewer characters ask nothing by themselves. */
const LEAST = 8
