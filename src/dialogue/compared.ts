/** 国家级会多点吗, 金牌是不是高些, 要是金牌本人会多些吗: which sum another value brings is asked. */
const MORE =
  /(?:(?:是不是|会不会|能不能|是否)[会能该要给拿补领发得的就]*更?[多高少低](?:[一些点儿]|很多|不少|得多)*(?:钱|的)?[吗吧么呢]?|(?:会|能|该|应该|可以|要|得|就|还|也|都|给|拿|补|领|发|的)*(?:(?:[会能该要得]|给[的得])更?[多高少低]|更[多高少低]|[多高少低][一些点])(?:[一些点儿]|很多|不少|得多)*(?:钱|的)?[吗吧不么没呢])[?？。]*$/u
/** 第四名就没了吧, 铜牌还有吗. */
const NONE =
  /(?<=[名级奖牌师匠届等])[的，,]?(?:(?:就|是不是|是否|应该|那)*(?:没有?|没得|不给|拿不到)(?:钱|奖|奖励|补贴)?了?(?:吧|吗|么)|(?:还|也)(?:有|给|能[拿领])(?:钱|奖|奖励|补贴)?(?:吗|没有?|不|么))[?？。]*$/u
/** 明年评上也这么多么, 后年还一样吗. */
const SAME =
  /(?:也|还|都|仍|照样)(?:是|给|有|拿|能拿|按)*(?:[这那]么多|[这那]个数|[这那]些|一样多?)(?:钱)?[吗么吧不没嘛]?[?？。]*$/u
const LEAD = /^(?:那么?|哦|噢|嗯)?[，,]?(?:是不是|会不会|是否)?/u
const MOST = 14
/** What asks something of its own, or puts a number beside it. */
const OWN = /多少|几|什么|啥|哪|谁|怎|为何|[，,。；;！!？?]|[\d]/u

const CONTRAST = /(?<=^|[，,。；;])(\p{Script=Han}{3,8})不是(\p{Script=Han}{3,8})(?=[，,])/u

/** 培训基地不是集训基地，国家级呢: of two that are called alike the one is meant. */
export const withoutContrast = (text: string): string =>
  text.replace(CONTRAST, (whole, meant: string, other: string) =>
    meant.slice(-ALIKE) === other.slice(-ALIKE) && meant !== other ? meant : whole,
  )
const ALIKE = 2

/**
 * 国家级会多点吗, after 自治区级给多少: the same is asked of the other value, as 国家级呢 asks it. The message itself where it
 * compares nothing.
 */
export function asOfAnother(text: string): string {
  const end = [MORE, NONE, SAME].map((pattern) => text.search(pattern)).find((at) => at > 0)
  if (end === undefined) return text
  const head = text
    .slice(0, end)
    .replace(LEAD, '')
    .replace(/[，,的]+$/u, '')
  return head.length < 2 || head.length > MOST || OWN.test(head) ? text : `${head}呢`
}
