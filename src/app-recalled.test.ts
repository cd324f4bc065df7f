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

describe('what follows an answer and puts it right', () => {
  test.each([
    [
      'what it came to',
      [
        '金华重点规上企业，自家的培训中心一年培训480人次，三成升到高级工，奖励多少',
        '年底又补了两期，凑到520了，别的没变',
      ],
      ['50000—50000元'],
    ],
    [
      'a title that is not so',
      ['我爸在包钢，评了首席技师，奖金多少，地方按包头', '他纠正我说不是首席，是特级'],
      ['200000—200000元'],
    ],
    [
      'a higher grade of the same',
      [
        '老婆在兰溪的厂里当技师，工种在紧缺目录上，厂里也发高技能津贴，政府那份津贴领了十个月是多少钱',
        '她说她早升了，是高级的那个',
      ],
      ['10000—10000元'],
    ],
    [
      'one of several titles',
      [
        '金华，我们集团今年出了大工匠2个、杰出工匠3个、金华工匠5个，加起来资助多少',
        '杰出工匠少数了一个，应该4个，重算',
      ],
      ['100000—100000元', '120000—120000元', '50000—50000元', '270000—270000元'],
    ],
    [
      'some of one title',
      ['包头首席技师3个、优秀技师5个，奖补共多少', '首席有一个后来评上特级了'],
      ['200000—200000元', '200000—200000元', '150000—150000元', '550000—550000元'],
    ],
    [
      'where somebody was before',
      [
        '永康做保温杯的工厂，从温州请来一位省里认定的高技能领军人才，他上一年拿24万，引才补贴三年总共给厂里多少',
        '查了档案，他原来是在义乌干的，不是温州，那还能给厂里多少',
      ],
      ['null—null元'],
    ],
    [
      'who held a contest',
      ['我是武侯的诸葛工匠，在街道办的比赛得了5000块，区里配多少', '噢搞混了，那比赛是成都市办的，钱数没错'],
      ['2500—2500元'],
    ],
    [
      'where somebody goes',
      ['金华组织的金蓝领出国培训，我们派5个人去德国，最多资助多少', '另外两个人去上海参加高研班呢'],
      ['null—20000元'],
    ],
  ])('%s', async (_, turns, expected) => {
    expect(amounts((await talk(...turns)).at(-1))).toEqual(expected)
  })

  test('asks which number it is where it counts what was not counted before', async () => {
    const [, unread] = await talk(
      '重点规上企业培训中心，金华，年培训600人次，110人次升了高级工，奖多少',
      '又补了15个',
    )
    expect(unread?.kind).toBe('clarification')
  })
})

test('another works is a group of its own, and both are added up', async () => {
  const [, another, both] = await talk(
    '兰溪的厂认定了20个高技能人才，补贴多少',
    '分厂又认定了8个，分厂的多少',
    '两个厂的加一起',
  )
  expect(amounts(another)).toEqual(['4800—4800元'])
  expect(amounts(both)).toEqual(['12000—12000元', '4800—4800元', '16800—16800元'])
})

test('what was gone back to is what follows is about', async () => {
  const replies = await talk(
    '包头企业带12个学徒两年，补多少',
    '厂里的首席技师评上了一个，他本人拿多少',
    '学徒那笔再说一下',
    '学徒减到10个了',
  )
  expect(amounts(replies.at(-1))).toEqual(['120000—160000元'])
})
