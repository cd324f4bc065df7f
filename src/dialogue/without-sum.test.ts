import { expect, test } from 'vitest'
import { withoutSum } from './without-sum.ts'

test.each([
  ['诸葛工匠评上给几个钱', '诸葛工匠评上'],
  ['首席技师奖多少', '首席技师'],
  ['引进一个高技能领军人才，年薪40万，补企业多少', '引进一个高技能领军人才，年薪40万，'],
  // What counts people asks for no sum.
  ['到2025年要培养多少人', '到2025年要培养多少人'],
])('%s', (text, left) => {
  expect(withoutSum(text)).toBe(left)
})
