import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { talk } from './api/testing/talk.ts'

/** Every calculation as its bounds, or as what keeps it from having any. */
const amounts = (reply: Reply | undefined) =>
  reply?.calculations.map(({ outcome, min, max }) =>
    (min ?? max) === null ? outcome : `${min ?? ''}—${max ?? ''}`,
  )

describe('cases told one by one, then asked about', () => {
  test.each<[string[], (string[] | undefined)[]]>([
    // People, by name and by what they are to somebody.
    [
      [
        '包头，车间里老魏评上了特级技师，小姚评上的是优秀技师',
        '老魏能领多少',
        '那小姚呢',
        '他俩的加起来是多少',
      ],
      [undefined, ['200000—200000'], ['30000—30000'], ['200000—200000', '30000—30000', '230000—230000']],
    ],
    [
      ['包头，我徒弟选上了首席技师，我自己是优秀技师', '我徒弟给多少', '我呢'],
      [undefined, ['100000—100000'], ['30000—30000']],
    ],
    // The same sum twice is two sums.
    [
      ['包头的车间，老魏是首席技师，小姚也是首席技师', '两个人一共多少'],
      [undefined, ['100000—100000', '100000—100000', '200000—200000']],
    ],
    // What is told of all holds for each; what is told later as well.
    [
      [
        '金华企业发技能津贴，老陈是紧缺目录里的高级技师，小林是目录里的技师',
        '都发了10个月',
        '政府津贴老陈拿多少',
        '小林呢',
      ],
      [undefined, undefined, ['10000—10000'], ['6000—6000']],
    ],
    // Units of one sort, one of which fails the condition.
    [
      ['金华两个公共实训基地，甲院一年实训1600人次，乙厂一年800人次', '甲院能拿多少', '乙厂呢'],
      [undefined, ['200000—200000'], ['not-eligible']],
    ],
    [
      ['包头两个园区，东园的高技能人才培训基地是国家级的，西园的是自治区级的', '东园给多少', '西园呢'],
      [undefined, ['5000000—5000000'], ['1000000—1000000']],
    ],
    [
      ['包头三家厂：头一家12个学徒带两年，第二家20个带一年，第三家5个带三年，每家补贴多少'],
      [['144000—192000', '120000—160000', '90000—120000']],
    ],
    // Counted kinds, by a word of one of them.
    [
      [
        '包头园区自治区级高技能人才培训基地2个，国家级大师工作室3个',
        '基地那两个一共支持多少',
        '工作室那三个呢',
      ],
      [undefined, ['2000000—2000000'], ['300000—300000']],
    ],
    [
      ['金华今年世赛有一个拿金奖，两个拿优胜奖', '金奖那个奖多少', '优胜奖一个人多少', '三个人合起来总共'],
      [
        undefined,
        ['2000000—2000000'],
        ['300000—300000'],
        ['2000000—2000000', '600000—600000', '2600000—2600000'],
      ],
    ],
    // Another, of whom something else is told.
    [
      ['武侯一位诸葛工匠全国大赛拿了2万奖金，区里配多少', '另一位诸葛工匠省赛奖金8000呢', '两位的配套加起来'],
      [['10000—10000'], ['4000—4000'], ['10000—10000', '4000—4000', '14000—14000']],
    ],
    // One of them is put right, or otherwise.
    [
      ['金华，我爸是金华工匠，我叔叔是金华大工匠，两个人各补多少', '我爸那个记错了，是杰出工匠，他是多少'],
      [['10000—10000', '50000—50000'], ['30000—30000']],
    ],
  ])('%j', async (messages, expected) => {
    const replies = await talk(...messages)
    for (const [i, want] of expected.entries())
      if (want !== undefined) expect(amounts(replies[i])).toEqual(want)
  })
})
