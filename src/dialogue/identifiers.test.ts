import { expect, test } from 'vitest'
import { withoutIdentifiers } from './identifiers.ts'

test.each([
  ['手机尾号6678', '手机尾号'],
  ['工单No.3317，坐席08', '工单No.，坐席'],
  ['验证码是4821', '验证码是'],
  ['我在3号窗口，5楼', '我在，'],
  ['下午3点半去', '去'],
  ['坐302路，带8个学徒', '坐，带8个学徒'],
  ['盈余1200000，总量300万', '盈余1200000元，总量300万'],
  ['打过12345，拨了80000', '打过12345，拨了80000元'],
  ['一年10000人次', '一年10000人次'],
  ['2023年8月28日', '2023年8月28日'],
])('%s tells %s', (text, plain) => {
  expect(withoutIdentifiers(text)).toBe(plain)
})
