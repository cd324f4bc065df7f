import { describe, expect, test } from 'vitest'
import { GAP, withoutBackground } from './background.ts'

const left = (text: string, countsElse = false) =>
  withoutBackground(
    text,
    () => countsElse,
    true,
    () => false,
  ).replaceAll(GAP, '')

describe('what a firm, a school or a life is like', () => {
  test.each([
    ['我们厂一共320人,评上首席技师奖多少', '我们,评上首席技师奖多少'],
    ['规模一百六十人,首席技师奖多少', ',首席技师奖多少'],
    ['在一家三百人的电子厂做调试,奖多少', '在做调试,奖多少'],
    ['去年产值8000万,奖多少', ',奖多少'],
    ['一年交税200万,奖多少', ',奖多少'],
    ['厂房3000平,贷款还欠着400万,刚刚好1000,奖多少', ',,刚刚好1000,奖多少'],
    ['厂里自己又奖了5万,市里奖多少', ',市里奖多少'],
    ['我们厂自己每月给高级技师发500,政府给多少', '我们厂自己每月给高级技师发,政府给多少'],
    ['前前后后花了12万,教育经费一线占多少', ',教育经费一线占多少'],
    ['隔壁单位去年拿了80万,我们能拿多少', ',我们能拿多少'],
    ['厂子开了19年了,奖多少', '厂子,奖多少'],
    ['裁判24名,3个项目,补多少', ',3个项目,补多少'],
  ])('%s', (text, rest) => {
    expect(left(text)).toBe(rest)
  })

  test.each([
    '我们公司12个人,学徒制,补多少',
    '车间三十几个人都拿了证,补多少',
    '我们车间40人,3个首席技师,其余优秀技师',
    '甲厂30人,乙厂20人,新型学徒补多少',
    '我厂自己评出20个高技能人才,补多少',
    '一线花了40万,教育经费要多少',
  ])('%s: of the case itself', (text) => {
    expect(left(text)).toBe(text)
  })

  test('a small number beside others that are counted', () => {
    expect(left('车间12个人,带5个学徒,补多少', true)).toBe(',带5个学徒,补多少')
  })
})
