import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

describe('a correction that says the difference and what it comes to', () => {
  test.each([
    ['fewer', ['金华技校开冠名班，44个学生，补贴一共多少', '有4个转学走了，40个'], ['null—80000元']],
    [
      'fewer, the difference behind',
      ['金华技校开冠名班，44个学生，补贴一共多少', '按40个算，4个没来报到'],
      ['null—80000元'],
    ],
    [
      'more',
      ['金华技校有3人进了世赛国家集训队，学校拿多少', '刚公示又补进去1个，一共4个了'],
      ['400000—400000元'],
    ],
    [
      'written too low',
      ['包头的厂，新型学徒18个，带两年，一共补多少', '花名册上少写了3个，一共21个'],
      ['252000—336000元'],
    ],
  ])('counts %s', async (_, turns, expected) => {
    const replies = await talk(...turns)
    expect(amounts(replies.at(-1))).toEqual(expected)
  })

  test('leaves the others of several as they were', async () => {
    const [, one] = await talk('包头特级技师1个，首席技师2个，奖补总共多少', '首席那边多报了一个，就1个')
    expect(amounts(one)).toEqual(['200000—200000元', '100000—100000元', '300000—300000元'])
  })
})

describe('a number told otherwise', () => {
  test('is of what was answered, though a sentence of the text speaks its words', async () => {
    const [, again] = await talk(
      '包头公办技校搞市场化培训，上年盈余额40万，上年绩效薪酬总量200万，提出来当绩效的封顶多少',
      '财务说盈余额其实是80万',
    )
    expect(amounts(again)).toEqual(['null—200000元'])
  })

  test('takes the place of the one it is nearest to', async () => {
    const [, failed, again] = await talk(
      '金华重点规上企业的培训中心，去年训了650人次，给多少钱',
      '里头晋升高级工以上的120人次',
      '人事说少数了，是135人次',
    )
    expect(failed?.calculations).toMatchObject([{ outcome: 'not-eligible' }])
    expect(amounts(again)).toEqual(['50000—50000元'])
  })

  test('is added up without the one before', async () => {
    const [, , summed] = await talk(
      '武侯的诸葛工匠在市技能大赛得奖，奖金8000，区里配多少',
      '奖金其实是1万2',
      '加上诸葛工匠那个一次性奖，合一起',
    )
    expect(amounts(summed)).toEqual(['6000—6000元', '10000—10000元', '16000—16000元'])
  })
})

test('of several that were answered those told last are added up', async () => {
  const replies = await talk(
    '包头公司的自治区级高技能人才培训基地批下来了，支持多少',
    '国家级技能大师工作室给多少',
    '自治区级技能竞赛集训基地给多少',
    '后两项加起来呢',
  )
  expect(amounts(replies.at(-1))).toEqual(['100000—100000元', '1000000—1000000元', '1100000—1100000元'])
})

test('two people who are counted ask for nobody’s own share', async () => {
  const [reply] = await talk('金华厂里送了2个人进世赛的国家集训队，给厂里多少')
  expect(amounts(reply)).toEqual(['200000—200000元'])
})

test('the same asked of another sum stands beside the first', async () => {
  const [, another, both] = await talk(
    '武侯区今年有个诸葛工匠国赛奖了10万，区里配套多少',
    '另外一个诸葛工匠省赛奖4万的呢',
    '两个人的配套加起来呢',
  )
  expect(amounts(another)).toEqual(['20000—20000元'])
  expect(amounts(both)).toEqual(['50000—50000元', '20000—20000元', '70000—70000元'])
})

describe('a part of those counted before', () => {
  test('that merely failed falls away, and the rest holds on', async () => {
    const [, failed, summed] = await talk('义乌认定了30个高级工，企业补多少', '里面8个没过', '加起来多少')
    expect(amounts(failed)).toEqual(['13200—13200元'])
    expect(amounts(summed)).toEqual(['13200—13200元'])
  })

  test('that differs in what a rule knows stands beside the rest', async () => {
    const [, graded] = await talk('义乌认定了30个高级工，企业补多少', '其中8个是中级工')
    expect(graded?.calculations).toMatchObject([{ min: '13200' }, { outcome: 'not-eligible' }])
  })
})
