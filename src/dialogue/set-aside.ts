/** 那边12个先不管, 本人的奖不用讲: said to be left out. */
const SET_ASIDE =
  /[^，,。；;！!？?]*(?:先不|不用|不必|甭|(?<![分区级类特个])别)(?:管|说|讲|提|问|谈)[^，,。；;！!？?]*|[^，,。；;！!？?]*(?:不提|另说|不说这|的不问|我不问)[^，,。；;！!？?]*/gu

export const withoutSetAside = (text: string): string => text.replace(SET_ASIDE, '')
