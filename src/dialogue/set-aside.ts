const PIECE = /(?<=[，,。；;！!？?])/u
const SET_ASIDE =
  /(?:先不|不用|不必|甭|(?<![分区级类特个])别)(?:管|说|讲|提|问|谈)|不提|另说|不说这|[的我]不问/u

/** 那边12个先不管, 本人的奖不用讲: what is said to be left out is. */
export const withoutSetAside = (text: string): string =>
  SET_ASIDE.test(text)
    ? text
        .split(PIECE)
        .filter((piece) => !SET_ASIDE.test(piece))
        .join('')
    : text
