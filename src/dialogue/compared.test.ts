import { expect, test } from 'vitest'
import { asOfAnother, withoutContrast } from './compared.ts'

test.each([
  ['国家级会多点吗', '国家级呢'],
  ['要是金牌本人会多些吗', '要是金牌本人呢'],
  ['银牌是不是多一些', '银牌呢'],
  ['那金奖会多吗？', '金奖呢'],
  ['国家级是不是更高', '国家级呢'],
  ['第四名就没了吧', '第四名呢'],
  ['铜牌还有吗', '铜牌呢'],
  // It asks something of its own, or compares nothing.
  ['多少钱算多', '多少钱算多'],
  ['首席是10万，特级会多点吗', '首席是10万，特级会多点吗'],
  ['文件过期了还有吗', '文件过期了还有吗'],
  ['补贴会多久到账', '补贴会多久到账'],
])('%s asks as %s does', (text, asked) => {
  expect(asOfAnother(text)).toBe(asked)
})

test.each([
  ['培训基地不是集训基地，培训的那个国家级呢', '培训基地，培训的那个国家级呢'],
  ['我们不是企业，是学校', '我们不是企业，是学校'],
  ['首席技师不是我，是他', '首席技师不是我，是他'],
])('%s means the one of the two', (text, meant) => {
  expect(withoutContrast(text)).toBe(meant)
})
