import { expect, test } from 'vitest'
import { recipientsIn } from './recipients.ts'

test.each([
  ['我是高级技师,能享受什么', ['person']],
  ['我们公司的老师傅在包头能领啥', ['person']],
  ['包头的企业能领什么', ['enterprise', 'institution']],
  ['包头市的技校能申请什么钱', ['institution']],
  ['金华行业协会能申请什么', ['institution']],
])('whom a message speaks for: %s', (text, expected) => {
  expect(recipientsIn(text)).toEqual(expected)
})
