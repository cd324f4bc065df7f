import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

const last = async (...turns: string[]) => (await talk(...turns)).at(-1)

describe('a difference that is told alone', () => {
  const ORDERED = '义乌一家企业跟学校办订单班，招了40个学生，补贴最多多少'
  const RECOGNISED = '金华的公司给自己职工搞等级认定，认出高技能人才25人，能领多少补贴'
  const TEAM = '东阳一家厂子送了三个小孩进世赛国家集训队，厂里能拿多少'
  test.each([
    ['joined later', [ORDERED, '后面又插班进来五个'], ['null—90000元']],
    ['never came', [ORDERED, '数错了，名册上有四个没报到'], ['null—72000元']],
    ['written twice', [RECOGNISED, '统计表里有两个人填了两遍'], ['13800—13800元']],
    ['left out', [RECOGNISED, '少填了三个'], ['16800—16800元']],
    ['told twice over', [TEAM, '哎呀我漏了两个，还有俩是上个月才通知的'], ['500000—500000元']],
    ['of others', [TEAM, '有两个其实是别的学校的'], ['100000—100000元']],
    [
      'fewer, whatever else is named',
      ['包头稀土高新区的公司带学徒20人，一年，培训补贴多少', '里头混进来四个实习的不是学徒，得去掉'],
      ['96000—128000元'],
    ],
    ['a year longer', ['包头厂带学徒10个，两年，补多少', '不止两年，多带了一年'], ['180000—240000元']],
    [
      'a sum',
      ['金华的制造企业从市外引进一名市级领军人才，上一年薪酬20万，引才补贴多少', '薪酬不对，财务说少算了4万'],
      ['360000—360000元'],
    ],
    [
      'of one of several',
      ['包头特级技师一个、优秀技师三个，奖补总共多少', '优秀的少数了一个'],
      ['200000—200000元', '120000—120000元', '320000—320000元'],
    ],
  ])('counts those who were %s', async (_, turns, expected) => {
    expect(amounts(await last(...turns))).toEqual(expected)
  })

  test('is what it comes to where that is said', async () => {
    expect(
      amounts(await last('包头青山区的厂，学徒制带了15个人两年，培训补贴合计多少', '人数多报了，12')),
    ).toEqual(['144000—192000元'])
  })
})

describe('so many times as much', () => {
  const SURPLUS = '公办职校在包头做社会培训，盈余核下来90万，上年绩效总量400万，增发绩效上限多少'
  test.each([
    ['那盈余如果翻一倍呢', 'null—400000元'],
    ['盈余要是砍掉一半呢', 'null—135000元'],
    ['盈余涨到原来的两倍呢', 'null—400000元'],
  ])('%s', async (then, expected) => {
    expect(amounts(await last(SURPLUS, then))).toEqual([expected])
  })
})

describe('what a number was, and what it is', () => {
  test('480是漏抄了一个班，总共是520', async () => {
    const again = await last(
      '我们浦江的厂，规上重点企业，去年自己的培训中心培训480人，里面一百五十人次升了高级工，奖励给不给',
      '不好意思480是漏抄了一个班，总共是520',
    )
    expect(amounts(again)).toEqual(['50000—50000元'])
  })
})

describe('what was answered before the last answer', () => {
  const TRIAL = '院校在金华承办世赛省级以上地方选拔赛，两个工种，补助多少'
  const CAMP = '被指定成国家级集训基地的，同样两个项目呢'
  const BASE = '包头国家级高技能人才培训基地给多少资金'
  test.each([
    [[TRIAL, CAMP, '还是前一种，改成四个工种'], 'null—800000元'],
    [[BASE, '国家级的技能大师工作室呢', '头一个换成自治区级是多少'], '1000000—1000000元'],
    [[BASE, '技能竞赛集训基地国家级的呢', '先头问的那个再说一遍'], '5000000—5000000元'],
    [['金华大师工作室最多给多少', '劳模创新工作室呢', '先说的那个要是有两个呢'], 'null—300000元'],
  ])('is pointed at without a name: %s', async (turns, expected) => {
    expect(amounts(await last(...turns))).toEqual([expected])
  })
})

describe('a title put right', () => {
  test.each([
    [['十百千万选拔在包头选上了给多少奖补', '我爸进的是最顶上那一类'], ['200000—200000元']],
    [['十百千万选拔在包头选上了给多少奖补', '他是垫底那类'], ['30000—30000元']],
    [['包头首席技师给多少', '他不是首席，比首席低一档'], ['30000—30000元']],
    [['金华杰出工匠给多少', '要是往上升一级呢'], ['50000—50000元']],
    [
      ['包头特级技师一个、优秀技师三个，奖补总共多少', '特级的那个其实是首席'],
      ['100000—100000元', '90000—90000元', '190000—190000元'],
    ],
  ])('%s', async (turns, expected) => {
    expect(amounts(await last(...turns))).toEqual(expected)
  })
})

describe('what differs and cannot be read', () => {
  test.each(['人数我报的有出入', '可能不是10个', '带的人翻了好几倍', '弄错了，是7'])(
    'is asked, and the old figure not told again: %s',
    async (then) => {
      const reply = await last('包头厂带学徒10个，两年，补多少', then)
      expect(reply?.calculations.map(({ min }) => min)).not.toContain('120000')
      expect(reply?.kind).toBe('clarification')
    },
  )
})

test('还这么多吗 asks the same of another day', async () => {
  expect(amounts(await last('诸葛工匠一次性奖多少', '明年评上也一样吗'))).toEqual(['10000—10000元'])
})
