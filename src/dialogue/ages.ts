import { holdersIn } from './holders.ts'

const TENS = '(?:1[6-9]|[2-8]\\d|十[六七八九]|[二三四五六七八]十[一二三四五六七八九]?)'
/** What may stand between somebody and an age. */
const LINK = '(?:今年|都|已经|刚满?|才|也|快|马上|现在|现年|虚岁|周岁|年纪|年龄|岁数|刚过|过了|是)*'
/** 三十一，五十五老乔四十九, 五十一了评上: nothing is counted. */
const AGE = new RegExp(
  `^${LINK}(${TENS}(?:好几|多|出头|来)?了?)(?=[，,。；;！!？?、]|$|[了还就]?(?:去|评|拿|得|选|入选|当上|获|在|退休|我|他|她|俺|[小老]\\p{Script=Han}))`,
  'u',
)
/** 今年51, of whoever was told of before. */
const THIS_YEAR = new RegExp(
  `(?<=(?:^|[，,。；;！!？?、 ])(?:人|人家)?(?:今年|现年|虚岁|周岁))(${TENS}(?:好几|多|出头)?了?)(?=[，,。；;！!？?、 ]|$)`,
  'gu',
)
/** 老王三十二，小李二十八, of salaries: in ten thousands. */
const OF_SUMS = /薪|年收入|引才|万/u

/**
 * A part of a message without the ages of those it speaks of, where no word says that they are ages (我媳妇三十一).
 */
export function withoutAges(part: string, text = part): string {
  const rest = part.replace(THIS_YEAR, '')
  const age = agesIn(rest)[0]
  if (age === undefined || (OF_SUMS.test(text) && agesIn(text).length > 1)) return rest
  return withoutAges(rest.slice(0, age.start) + rest.slice(age.end), '')
}

/** 老段五十五老乔四十九: whoever follows a number is known once it is gone. */
const agesIn = (text: string): { start: number; end: number }[] =>
  holdersIn(text)
    .filter(({ isUnit }) => !isUnit)
    .flatMap((one) => {
      const match = AGE.exec(text.slice(one.end))
      const end = one.end + (match?.[0].length ?? 0)
      return match?.[1] === undefined ? [] : [{ start: end - match[1].length, end }]
    })
