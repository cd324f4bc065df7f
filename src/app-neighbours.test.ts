import { describe, expect, test } from 'vitest'
import { talk } from './api/testing/talk.ts'

const paid = (replies: Awaited<ReturnType<typeof talk>>) =>
  replies.at(-1)?.calculations.filter(({ min, max }) => min !== null || max !== null)

describe('what stands beside a provision is not paid its amount', () => {
  test.each([
    ['a contest below', '金华县里比赛拿了金牌，奖多少钱'],
    ['a contest of the province', '金华 省赛铜牌奖多少钱'],
    ['a contest of the region', '包头 自治区技能大赛银牌奖多少'],
    ['a contest of the factory', '包头厂里比武银牌奖多少钱'],
    ['a contest that is no camp', '包头 自治区技能大赛三等奖奖多少钱'],
    ['a prize not printed', '金华世赛优秀奖给多少'],
    ['another team', '金华入选省集训队给学校多少'],
    ['a title of the province', '金华 评上浙江大工匠给多少'],
    ['a title of the nation', '金华 大国工匠给多少'],
    ['a grade that is no title', '包头 高级技师奖补多少钱'],
    ['a grade above', '金华 首席技师每个月津贴多少'],
    ['a base below', '包头 县级高技能人才培训基地补多少钱'],
    ['a base above', '金华 国家级公共实训基地补多少钱'],
    ['a camp below', '金华 县级集训基地补多少钱'],
    ['a title that is another’s', '武侯，我师父是诸葛工匠，我不是，我在省赛得了4000块，区里给我配多少'],
    ['another kind of money', '包头 首席技师买房补贴多少'],
    ['the pay of an apprentice', '金华 学徒工资最低多少'],
    ['what a check-up costs', '武侯 区里每年给诸葛工匠体检疗养花多少钱'],
    ['money by the month', '包头 首席技师每个月津贴多少'],
  ])('%s', async (_, message) => {
    expect(paid(await talk(message))).toEqual([])
  })

  test.each([
    ['the apprentice', '包头 我是学徒，学徒制补贴我个人能拿多少', '没有写给我个人的数额'],
    ['the coach', '金华 世赛金奖 教练给多少', '没有写给教练的数额'],
    ['the school', '金华 世赛金奖 学校奖多少', '没有写给学校的数额'],
    ['the firm', '武侯 诸葛工匠 企业奖多少', '没有写给企业的数额'],
    ['who is introduced', '金华 引进领军人才 人才本人能拿多少引才补贴', '没有写给人才本人的数额'],
  ])('%s, whom the clause does not pay', async (_, message, told) => {
    const replies = await talk(message)
    expect(paid(replies)).toEqual([])
    expect(replies.at(-1)?.text).toContain(told)
  })

  test('who asks as an apprentice is told that the firm is paid', async () => {
    const [asked] = await talk('我是包头一家钢厂的新型学徒，一年补贴多少')
    expect(asked?.calculations).toMatchObject([{ recipient: 'enterprise', max: '8000' }])
    expect(asked?.text).toContain('给企业，没有写直接给个人')
  })

  test('the other share of the same sentence is found', async () => {
    const [, trainer] = await talk('包头国家级一类技能竞赛我拿了第二，奖励是多少', '送我去的学校拿多少')
    expect(trainer?.calculations).toMatchObject([{ entitlementId: 'baotou-2021-national-contest-trainer' }])
  })

  test.each([
    ['the school', ['金华世赛银奖给多少', '学校呢']],
    ['the coach', ['金华世赛银奖给多少', '教练呢']],
    ['the school of a firm’s apprentices', ['包头学徒30人两年补多少', '学校呢']],
  ])('%s asked for behind what others get', async (_, messages) => {
    expect(paid(await talk(...messages))).toEqual([])
  })

  test('a grade asked for behind a title, and the title again', async () => {
    const [first, grade, again] = await talk('包头首席技师奖补多少', '技师呢', '特级呢')
    expect([first, grade, again].map((reply) => reply?.calculations[0]?.max ?? null)).toEqual([
      '100000',
      null,
      '200000',
    ])
  })

  test('a contest asked for behind another, and the first again', async () => {
    const replies = await talk('金华世赛金奖给多少', '省赛的呢', '那世赛银奖呢')
    expect(replies.map(({ calculations }) => calculations[0]?.max ?? null)).toEqual([
      '2000000',
      null,
      '1000000',
    ])
  })
})
