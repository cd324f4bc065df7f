import type { Provision } from '../entitlements/rule.ts'
import { PIECE } from './said.ts'
import { ASKS_AMOUNT } from './wanted.ts'

/** 个人和单位各多少: every recipient is asked about. */
const BOTH =
  /(?:(?<![一二三四五六七八九十两几\d])个人|本人).{0,9}(?:单位|企业|公司)|(?:单位|企业|公司)(?:那[份边头块])?(?:和|跟|与|、).{0,4}(?:个人|本人|选手)|选手(?:和|跟|与|、).{0,4}(?:单位|企业|公司)|(?:自己|自个儿|本人|人家|工人|师傅)(?:和|跟|与|、).{0,4}(?:厂|公司|单位|企业|学校)|(?:厂里?|公司|单位|企业|学校)(?:和|跟|与|、).{0,4}(?:自己|自个儿|本人)/u
/** 他本人能得多少，厂里又能得多少: a sum is asked for both. */
const BOTH_IN_TURN =
  /(?:个人|本人|自己|自个儿|选手|[他她](?!们?[那的]?(?:厂|公司|单位|企业)))[^。；;！!]{0,12}?(?:多少|几|啥数)[^。；;！!]{0,16}?(?:用人单位|单位|企业|公司|厂|东家|老板|学校|院校)[^。；;！!]{0,8}?(?:多少|几|啥数)|(?:单位|企业|公司|厂里?|东家|学校)[^。；;！!]{0,12}?(?:多少|几)[^。；;！!]{0,10}?(?:个人|本人|自己|选手|他|她)[^。；;！!]{0,8}?(?:多少|几)/u
/** 个人那份, 给个人的: whose share is asked about is said in so many words. */
const SHARES: [RegExp, Provision['rule']['recipient'][]][] = [
  [
    /(?:个人|本人|选手)[那这][份边头块]|(?:给|归|发给|奖给)(?:[我他她俺]们?|选手|工人|职工|孩子|闺女|儿子|徒弟|师傅)*(?<!\d)(?:个人|本人|自己)|(?<![一二三四五六七八九十百两几多\d])(?:个人|本人)(?:能|可以|该|到底|应该|会|是|有)*(?:给|拿|得|领|奖|补|发)?(?:到|个)?(?:多少|几)|[我他她俺](?:个人|本人|自己|自个儿)(?:到底|究竟|最后|一共|总共)*(?:能|可以|该|得|奖|拿|领|到手)|[算问说]给?(?:[我俺咱他她]们?)?(?:[俩仨]|[两二三四五六七八九十\d]+个)?(?:个人|本人|自己)的|(?:单|只|光|就)(?:说|问|算|论)(?:给)?[我俺他她](?:个人|本人|自己|自个儿)|给[我俺他她]自个儿?的|(?<![一二三四五六七八九十两几多\d])个人(?:的?奖|一共|总共|合计|能)/u,
    ['person'],
  ],
  [
    /(?:单位|企业|公司|厂里?)[那这][份边头块]|给(?:用人单位|培养单位|单位|企业|公司|厂里|学校)的(?!人)|给(?:用人|培养)单位|给(?:我们|咱们?)?(?:公司|学校|单位|厂里)(?:补|奖|发|能|是|的)?(?:多少|几)|单位(?:一共|总共|合计|到底)(?:能|可以|该)?[拿得领]/u,
    ['enterprise', 'institution'],
  ],
]
/** 企业那个: the one of those just answered that this recipient gets. */
export const PICKS = /^(?:个人|选手|企业|公司|单位)那[个份笔块]/u
/** 我们单位两个选手，个人奖励各多少: the award of a person, whoever asks. */
const AWARD_OF_PERSON =
  /(?<![\d一二三四五六七八九十百两几多])(?:个人|选手本人)的?(?:奖励?|奖金)(?:各|分别|一共|是|能|有)*(?:给|拿|得)?(?:多少|几)/u
/** 单位给多少, 厂里另外拿多少: the sum of a firm. */
const SUM_OF_FIRM =
  /(?:用人单位|单位|公司|企业|厂里?(?=另外|还|又))(?:另外|还|又|这[边头]|那[边头]|能|可以)*[给拿得领]?到?多少/u
const ROLES: [RegExp, Provision['rule']['recipient'][]][] = [
  [BOTH, ['person', 'enterprise', 'institution']],
  [BOTH_IN_TURN, ['person', 'enterprise', 'institution']],
  [AWARD_OF_PERSON, ['person']],
  [SUM_OF_FIRM, ['enterprise', 'institution']],
  [
    /用人单位|我们(?:厂|公司|企业|单位)|老板|(?:企业|公司|单位|厂里)能|(?:企业|公司|单位|厂里?)(?:自己|自个儿|本身)(?:呢|能|可以|得|拿|领|有)|给(?:企业|单位|公司)|(?:单位|企业|公司)(?:还|呢|那[边个份笔块]|拿|得|有|是)/,
    ['enterprise', 'institution'],
  ],
  [/(?:学校|院校|培养单位)(?:这头|这边|还|呢|那[边个份笔块]|能|可以|拿|得|有)/, ['institution']],
  // 2个人 counts.
  [
    /(?<![一二三四五六七八九十百两几多\d])个人|自己(?:呢|能|拿|得|有)|我自己|他自己|本人|选手|我(?:能|拿|得|是|可以|有)/,
    ['person'],
  ],
]

/** A sum is asked for whoever gets one. */
export const asksForBoth = (text: string): boolean => BOTH.test(text) || BOTH_IN_TURN.test(text)

/** Whose share is asked about; undefined where the message does not say, or says several. */
export function shareIn(text: string) {
  if (asksForBoth(text)) return undefined
  const said = (where: string) => SHARES.filter(([pattern]) => pattern.test(where))
  const all = said(text)
  // 单位那份是十万，我个人那份是多少: the one that the question itself says.
  const asked =
    all.length > 1
      ? said(
          text
            .split(PIECE)
            .filter((piece) => ASKS_AMOUNT.test(piece))
            .join(''),
        )
      : all
  return asked.length === 1 ? asked[0]?.[1] : undefined
}

/** For whom a message asks; undefined where it does not say. */
export const roleIn = (now: string) => ROLES.find(([pattern]) => pattern.test(now))?.[1]
