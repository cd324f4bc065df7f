import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

const outcomes = (reply: Awaited<ReturnType<typeof talk>>[number] | undefined) =>
  reply?.calculations.map(({ outcome }) => outcome)

describe('a count of all who are named counts none of them', () => {
  test.each([
    [
      '金华母女俩，妈今年新入围政府特殊津贴，女儿评上金华杰出工匠，娘俩合计多少',
      ['100000—100000元', '30000—30000元', '130000—130000元'],
    ],
    [
      '东阳公司三个人，老方评了大工匠，小沈和小许评了金华工匠，三个人合计多少钱',
      ['50000—50000元', '20000—20000元', '70000—70000元'],
    ],
    ['金华两个后生去世赛，一个捧了金的，另一个摘了铜，各奖多少', ['2000000—2000000元', '500000—500000元']],
    ['金华厂里一个劳模创新工作室两个技能大师工作室，三个室各自最多多少', ['null—10000元', 'null—300000元']],
    ['包头五个国家级技能大师工作室，两个是老的，三个是新认的，五个一共多少', ['500000—500000元']],
    ['包头三个自治区级技能大师工作室，一个是前年，两个是今年，三个一共多少', ['300000—300000元']],
    ['金华出国培训3人，骨干教师2人，实习指导老师1人，合计最多多少', ['null—90000元']],
    ['包头5个人上了厂里的岗前培训，4个人证考下来了，1个没考过，5个人总共多少', ['4000—20000元']],
    ['武侯一家单位报了六个人，评上诸葛工匠的四个，另外两个落选，评上的这四个合计多少', ['40000—40000元']],
  ])('%s is %j', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test('nor does it where they were told of before', async () => {
    const [, each] = await talk('包头我们班组小田评上首席技师，小孟评上优秀技师', '他俩各能得多少奖补')
    expect(amounts(each)).toEqual(['100000—100000元', '30000—30000元'])
  })

  test('what all of them got counts every one', async () => {
    const [both] = await talk('包头我们师徒俩都评上首席技师，一共多少')
    expect(amounts(both)).toEqual(['200000—200000元'])
    const [further] = await talk('金华两个人，都评上大工匠，都新入围政府特殊津贴，合计多少')
    expect(amounts(further)).toEqual(['200000—200000元', '100000—100000元', '300000—300000元'])
  })
})

describe('two of whom one fails what is demanded', () => {
  test.each([
    [
      '金华甲公司办的市级车工竞赛人社局批准了，花了9万；乙公司办的没报人社局，花了6万。两家资助各多少',
      ['at-most', 'not-eligible'],
    ],
    [
      '金华制造业企业从杭州引进两个技师，一个全职，另一个兼职，购房补贴各怎么个算',
      ['not-stated', 'not-eligible'],
    ],
    ['武侯区，我没评上，我哥今年评上了诸葛工匠。一次性奖励我们俩各多少', ['not-eligible', 'exact']],
    [
      '金华院校问：我们承办了世赛省选拔赛一个项目；兄弟学校那个项目没批。补助各多少',
      ['at-most', 'not-eligible'],
    ],
  ])('%s is %j', async (message, expected) => {
    const [reply] = await talk(message)
    expect(outcomes(reply)).toEqual(expected)
  })
})

describe('two sums in one question', () => {
  test.each([
    ['包头工友世赛拿铜牌，他能得多少，他们厂又能得多少', ['200000—200000元', '100000—100000元']],
    ['武侯诸葛工匠称号奖多少？又在省技能大赛得了2万奖金，再配多少？', ['10000—10000元', '10000—10000元']],
    [
      '金华厂工资总额3000万，职工教育经费该提多少，里头搞培训的最少得多少',
      ['2400000—2400000元', '1680000—null元'],
    ],
    ['金华新型学徒带8个一年，外加订单班30个学生，各补多少', ['null—48000元', 'null—60000元']],
  ])('%s is %j', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)?.toSorted()).toEqual(expected.toSorted())
  })

  test('the winner and the school that trained him are each answered', async () => {
    const [reply] = await talk('包头学生拿了国家级一类技能竞赛第二名，选手本人和学校分别奖多少')
    expect(outcomes(reply)).toEqual(['not-stated', 'not-stated'])
  })
})
