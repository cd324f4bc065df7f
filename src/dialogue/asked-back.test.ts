import { expect, test } from 'vitest'
import { withoutOutcome } from './asked-back.ts'

test.each([
  ['配套拿了5000,说明大赛奖了多少', '配套拿了,说明大赛奖了多少'],
  ['想拿满50万引才补贴,年薪得多少', '想拿满引才补贴,年薪得多少'],
  ['想把引才补贴50万拿满,薪酬要达到多少', '想把引才补贴拿满,薪酬要达到多少'],
  ['大赛奖金拿了5000,配套多少', '大赛奖金拿了5000,配套多少'],
])('what it comes to is none of what it is made from: %s', (text, expected) => {
  expect(withoutOutcome(text)).toBe(expected)
})
