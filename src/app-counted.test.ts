import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

const answers = async (message: string) => amounts((await talk(message))[0])

describe('what a message says to be left out is not computed', () => {
  test.each([
    ['包头的，我徒弟世赛拿了银牌，单位那块我不关心，光说他自己能到手多少', ['200000—200000元']],
    ['包头，世赛金牌，给个人的奖励是多少（单位的不用说）', ['200000—200000元']],
    ['武侯三个人评上诸葛工匠，其中一个市赛奖了3000，配套的事回头再说，光算评上的钱多少', ['30000—30000元']],
  ])('%s', async (message, expected) => {
    expect(await answers(message)).toEqual(expected)
  })
})

describe('what others say, or nobody knows, is no fact', () => {
  test.each([
    ['武侯老公评上诸葛工匠了，楼下的说是两万，到底好多', ['10000—10000元']],
    ['我当武侯的诸葛工匠三年了，工友说一年一万该有三万，该拿多少', ['10000—10000元']],
    [
      '听说我们包头这边的高技能人才培训基地批了，没讲是哪一级的，给多少',
      ['5000000—5000000元', '1000000—1000000元'],
    ],
    ['包头新型学徒制，收多少人还没准，一个学徒两年下来补多少', ['12000—16000元/人']],
    ['青山区，去年不是那个批下来自治区级的高技能人才培训基地嘛，支持资金几百万', ['1000000—1000000元']],
  ])('%s', async (message, expected) => {
    expect(await answers(message)).toEqual(expected)
  })
})

describe('several numbers in one message each count', () => {
  test.each([
    ['包头12个学徒搞企业新型学徒制，最少一年最多两年，合计补多少', ['72000—192000元']],
    ['金华，订单班起码20个学生，顶天25个，补贴最多多少', ['null—50000元']],
    [
      '包头，特级2个 首席4个 优秀6个，一共多少',
      ['400000—400000元', '400000—400000元', '180000—180000元', '980000—980000元'],
    ],
    ['金华，大工匠2个，杰出3个，合计资助多少', ['100000—100000元', '90000—90000元', '190000—190000元']],
  ])('%s', async (message, expected) => {
    expect(await answers(message)).toEqual(expected)
  })
})

test('of two titles of one person that are both wanted the highest counts, and what displaces the other is quoted', async () => {
  const [reply] = await talk('金华，老陈前年是金华工匠，今年又评上金华杰出工匠，两份资助他都想领，能到手多少')
  expect(amounts(reply)).toEqual(['30000—30000元'])
  expect(reply?.citations.some(({ quote }) => quote.includes('从高、从优、不重复'))).toBe(true)
})
