import { expect, test } from 'vitest'
import { withoutAges } from './ages.ts'

test('the age of somebody counts nothing', () => {
  expect(withoutAges('我媳妇三十一，考了证')).toBe('我媳妇，考了证')
  expect(withoutAges('老段五十五老乔四十九，一共')).toBe('老段老乔，一共')
  expect(withoutAges('本人三十六，评上优秀技师')).toBe('本人，评上优秀技师')
  expect(withoutAges('做红木的，今年51，评上了')).toBe('做红木的，今年，评上了')
})

test('what somebody has, and what a firm has, is no age', () => {
  for (const told of [
    '老段带二十个',
    '我们三十，他们二十',
    '老段55人，一共',
    '老王三十二，小李二十八，年薪都按万算',
  ])
    expect(withoutAges(told)).toBe(told)
})
