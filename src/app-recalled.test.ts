import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

describe('an answer gone back to', () => {
  test.each([
    [
      'by whom it was about',
      [
        '金华，世赛上我女儿得的是优胜奖，奖励是多少',
        '她搭档另一个项目金奖，他的呢',
        '就想知道我女儿的，刚才是多少来着',
      ],
      ['300000—300000元'],
    ],
    [
      'by whose it was, told a turn before',
      [
        '我们厂在包头，有两位首席技师',
        '一次性奖补多少',
        '隔壁厂有四位优秀技师，他们厂多少',
        '我们厂的再说一次',
      ],
      ['200000—200000元'],
    ],
    [
      'as the first',
      ['金华世赛拿了铜奖给多少', '说错了是优胜奖', '那同队那个金奖的', '刚才头一个问的多少来着'],
      ['300000—300000元'],
    ],
  ])('%s stands as it was', async (_, turns, expected) => {
    expect(amounts((await talk(...turns)).at(-1))).toEqual(expected)
  })
})

describe('answers added up', () => {
  test('of one award to several', async () => {
    const [, , both] = await talk(
      '我妹妹在义乌，刚评上金华杰出工匠，资助多少',
      '她同事比她高一级，是大工匠，同事那份多少',
      '两个人的放一块',
    )
    expect(amounts(both)).toEqual(['30000—30000元', '50000—50000元', '80000—80000元'])
  })

  test('of two documents stand side by side, without a sum', async () => {
    const [, , both] = await talk(
      '我在包头拿过优秀技师，那是多少钱',
      '我弟弟是武侯的诸葛工匠，他是多少',
      '我俩加起来',
    )
    expect(amounts(both)).toEqual(['30000—30000元', '10000—10000元'])
  })

  test('so many of each', async () => {
    const [, , all] = await talk(
      '想打听下包头的国家级高技能人才培训基地给多少支持',
      '自治区级的呢',
      '前一种两个、后一种一个，总额多少',
    )
    expect(amounts(all)).toEqual(['10000000—10000000元', '1000000—1000000元', '11000000—11000000元'])
  })
})
