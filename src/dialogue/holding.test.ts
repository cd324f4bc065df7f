import { describe, expect, it } from 'vitest'
import { dayIn } from './day.ts'
import { asksOfRule } from './holding.ts'

describe('what is to hold still', () => {
  it.each([
    '以前评的老牌子是不是作废了',
    '出了新意见，2021年方案里那二十万奖补是不是就作废了',
    '老早封的技能大师还认不认',
    '那100万的老规矩还算不算数',
  ])('is a rule: %s', (text) => expect(asksOfRule(text)).toBe(true))

  it.each([
    '武侯那份工匠办法现在还作数吗',
    '诸葛工匠的一万块政策现在还有效没',
    '方案里头老写到2025年，是不是整个作废了',
    '诸葛工匠管到哪天作废',
    '那现在还有效吗',
  ])('is a document: %s', (text) => expect(asksOfRule(text)).toBe(false))

  it('is asked of today, whatever year names the rule', () => {
    expect(dayIn('学徒补贴2021年那个六千块的标准现在还有效不', '2026-11-20')).toBe('2026-11-20')
    expect(dayIn('学徒补贴2021年那会儿多少', '2026-11-20')).toBe('2021-07-01')
  })
})
