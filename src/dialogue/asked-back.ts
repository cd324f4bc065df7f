import { numbersIn } from './numbers.ts'

/** 想拿满50万, 配套拿了5000: what it comes to. */
const COMES_TO =
  /(?:[拿领得到补配发给]|到手|奖励|补贴|津贴)(?:[满够足到了齐]|一共|总共|共|最高|封顶|的?是?)*$/u
/** 把50万拿满. */
const GOT = /^元?(?:的|都|全|一次)*[拿领得补][满够足到]/u
/** 年薪得多少, 说明大赛奖了多少, 得带几个人: what it is made from is asked. */
const ASKS_BACK =
  /(?:说明|反推|倒推|倒着算|反过来|换算|推算|折算)[^。；;！!？?]*(?:多少|几)|(?:[想要]|打算|争取|为了|才能|能)[^。；;！!？?]{0,12}[拿领得补][满够足到][^。；;！!？?]*(?:得|要|需要?|该|至少|起码)[^，,。；;！!？?]{0,6}(?:多少|几|多高|多大)/u

/** 配套拿了5000，说明大赛奖了多少: the sum that it comes to is none of those it is made from. */
export function withoutOutcome(text: string): string {
  if (!ASKS_BACK.test(text)) return text
  return numbersIn(text)
    .filter(
      ({ kind, start, end }) =>
        (kind === 'money' || kind === 'bare') &&
        (COMES_TO.test(text.slice(0, start)) || GOT.test(text.slice(end))),
    )
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}
