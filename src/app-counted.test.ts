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

describe('who is counted', () => {
  test.each([
    [
      '金华，师傅去日本参加金蓝领研修，我在国内上高研班，咱俩都是金华的，两个人加起来最多资助多少',
      ['null—30000元', 'null—10000元', 'null—40000元'],
    ],
    ['金华那个金蓝领研修，派了四位骨干专业老师去德国培训，四个人的经费资助加一块最多多少', ['null—120000元']],
    ['金华我跟我老公俩都是杰出工匠，加起来资助多少', ['60000—60000元']],
    ['我今年46，俩娃念书，好在包头选首席技师选上我了，奖补多少', ['100000—100000元']],
    ['包头，我在厂里当学徒，新型学徒制签了两年，一共补多少', ['12000—16000元']],
    ['包头的老板，我带的徒弟是新型学徒，学两年，一共补多少', ['12000—16000元/人']],
    [
      '武侯的厂，诸葛工匠一共5个，里面2个市赛上各得过4000元奖金。先不管配套，光评上的那笔，5个人总共几多',
      ['50000—50000元'],
    ],
    [
      '武侯，两位诸葛工匠，一位市赛得了6000块奖金，另一位省赛得了15000，区里配套分别多少',
      ['3000—3000元', '7500—7500元'],
    ],
    [
      '金华技师学院替世界技能大赛办省选拔赛，焊接和砌筑两个工种；另外有1个项目被定成世赛的国家级集训基地。这两块各给多少',
      ['null—400000元', '500000—500000元'],
    ],
    [
      '包头，三类一起问，特级技师1个，首席3个，优秀10个，总额多少',
      ['200000—200000元', '300000—300000元', '300000—300000元', '800000—800000元'],
    ],
  ])('%s', async (message, expected) => {
    const computed = await answers(message)
    expect(computed?.toSorted()).toEqual(expected.toSorted())
  })
})

describe('a condition that decides is read', () => {
  test.each([
    '学校在山东济南，今年给金华的民营企业输送了25个高级工，输送奖励给多少',
    '包头，民办职高接培训班赚了60万，能拿出三成给老师发绩效，能发多少',
    '原来在兰溪，省里认过我是领军人才，现在跳到金华开发区一家制造公司，去年工资28万，新东家按工资一半的补贴有多少',
  ])('%s', async (message) => {
    const [reply] = await talk(message)
    expect(reply?.calculations.map(({ outcome }) => outcome)).toEqual(['not-eligible'])
  })

  test('and where it holds the sum is told', async () => {
    expect(await answers('包头，得过市里的技能荣誉，够首席技师的门槛吧？够的话发多少')).toEqual([
      '100000—100000元',
    ])
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
