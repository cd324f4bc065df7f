import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

describe('what is typed or spoken without care', () => {
  test.each([
    ['三个亿', '包头，我爸首习技师刚评上 他们厂一年产值三个亿 他那个一次性奖补是多少', ['100000—100000元']],
    ['a range after thousands', '金华，年实训一千二三百人次 设成市级基地给多少钱', ['200000—200000元']],
    [
      '拿上半年',
      '金华一个厂 高级技师 工种在紧缺目录 厂里发高技能津贴 政府那份要是拿上半年 拢共多少',
      ['6000—6000元'],
    ],
    [
      'numerals as on a cheque',
      '包头，国家级壹类技能竞赛 我徒弟拿第三 他本人市里奖励是多少钱',
      ['null—null元'],
    ],
    ['a parted numeral', '金华引才 省级认定的领军 上年薪酬六十 万 三年补企业多少', ['500000—500000元']],
    [
      '上级拨下来',
      '金华基地头一回列进省级公共实训基地建设项目 上级拨下来一百五十万 打桩花了四十万 市里再配多少',
      ['1500000—1500000元'],
    ],
    [
      '没个准话',
      '包头学校想弄技能竞赛集训基地 国家级还是自治区级还没个准话 创成了市里给多少',
      ['3000000—3000000元', '1000000—1000000元'],
    ],
    ['另外给', '金华一个高级技师今年新入围国务院政府特殊津贴 市里头另外给他多少', ['100000—100000元']],
    ['两口子', '包头，两口子都评上首席技师 总共多少', ['200000—200000元']],
    ['names with nothing between them', '包头，老赵老钱老孙 都优秀技师 一共', ['90000—90000元']],
    ['一个优秀', '包头，姐俩一个首席一个优秀 一共', ['100000—100000元', '30000—30000元', '130000—130000元']],
    ['as many in a class', '金华 订单班一个班三十五 开了俩班 最高补多少', ['null—140000元']],
    ['一人拿满两年', '金华 紧缺高级技师仨 厂里发津贴 一人拿满两年 政府一共给多少', ['72000—72000元']],
    [
      'who pays, beside the level of what is paid for',
      '包头，我们有自治区级的技能竞赛集训基地，已经创建成功，市级资金能给到多少',
      ['1000000—1000000元'],
    ],
    ['一双', '包头，新型学徒制带了一双学徒，一年补多少', ['12000—16000元/年']],
    [
      'children told one by one',
      '包头，俩孩子一个高三一个初二，厂里转岗培训，我考了中级证，补贴一次给我多少',
      ['1000—5000元'],
    ],
    ['a place in a contest', '包头，前三名医院里的优秀技师，给多少', ['30000—30000元']],
    ['一家医院', '武侯，我在一家三百人的医院，评上诸葛工匠，一次性奖励多少', ['10000—10000元']],
    ['每场', '金华，人社局同意的，办了两场市级比赛，每场三个项目，最高资助多少', ['null—300000元']],
  ])('is read: %s', async (_, message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test.each([
    [
      '是铜滴',
      ['金华的 我儿子世界技能大赛得了奖 啥奖闹不清楚 市里给多少', '通了 是铜滴'],
      ['500000—500000元'],
    ],
    ['单位捏', ['包头世赛铜牌 个人给多少', '单位捏'], ['100000—100000元']],
    ['国外那种', ['金华小伙子去参加国内高研班 经费资助最多多少', '要是他去的是国外那种呢'], ['null—30000元']],
    [
      'so many came, so many left',
      ['金华订单班 跟职校合办 招了28个 补贴最多多少', '实际来报到的就二十三个娃 跑了五个'],
      ['null—46000元'],
    ],
    [
      'so many less, so many left',
      ['金华，人社局同意，市级技能比赛5个项目，承办的最高拿多少', '砍掉了2个项目，只办3个'],
      ['null—150000元'],
    ],
    [
      'a count after a share',
      [
        '兰溪规上企业 培训中心培训了六百人次 升高级工以上的不到一成 奖励资助多少',
        '拿错咧 是六百人次 升上去的一百五 能拿多少',
      ],
      ['50000—50000元'],
    ],
    [
      'found in the list',
      [
        '我是技师，厂里有高技能人才津贴，可我的工种不在金华紧缺目录里，政府每月的津贴有多少',
        '我刚去查了，在目录里',
      ],
      ['600—600元/月'],
    ],
    [
      'where somebody was',
      [
        '金华，我们是制造企业，从苏州挖来一个人，在苏州就是市级认定的高技能领军人才，去年薪酬28万',
        '引才补贴能拿多少',
      ],
      ['420000—420000元'],
    ],
    [
      'the share of a firm itself',
      ['包头，我们公司的小伙子在世赛上得了铜牌', '单位自己能得多少资金支持'],
      ['100000—100000元'],
    ],
    [
      'what was refused',
      [
        '包头的，参加厂里转岗培训考下技师证，补贴报上去仨月了，查查到哪一步',
        '查不了就算了，那文件上这种补贴一个人给多少',
      ],
      ['1000—5000元/人'],
    ],
    [
      'a word about the assistant',
      [
        '金华的省级公共实训基地扩建，省里拨了四百万，市里再配多少',
        '你这脑袋是人工智能吧，会不会瞎编',
        '那省里要是拨六百万呢',
      ],
      ['1000000—1000000元'],
    ],
  ])('goes on: %s', async (_, turns, expected) => {
    const replies = await talk(...turns)
    expect(amounts(replies.at(-1))).toEqual(expected)
  })

  test('two who are told again are each told of anew', async () => {
    const question = '包头，老韩评上特级技师，另有两个评上优秀技师，三个人加起来多少'
    const [, again] = await talk('包头优秀技师，两个人一共多少', question)
    expect(amounts(again)).toEqual(['200000—200000元', '60000—60000元', '260000—260000元'])
  })

  test('somebody who was told of is no apprenticeship', async () => {
    const [, , last] = await talk(
      '金华，厂里给高技能人才发津贴。有个高级技师在市里紧缺目录，政府津贴领了8个月，一共多少',
      '他徒弟只是技师，别的都一样',
      '那这个徒弟要是一直领满三年呢',
    )
    expect(amounts(last)).toEqual(['14400—14400元'])
  })

  test.each([
    ['那你把系统打开，查查我这笔钱哪天打到卡上', 'refusal'],
    ['包头，你进系统瞧瞧我的奖补什么时候打过来', 'refusal'],
    ['包头，优秀技师的奖补什么时候发下来，文件怎么写的', 'answer'],
    ['我岁数大眼神不好，能不能让个活人跟我说', 'handoff'],
    ['我还是不放心，给我接你们同事', 'handoff'],
    ['包头，我们厂想把员工培训转人工智能那一块，有啥支持', 'answer'],
  ])('%s', async (message, kind) => {
    const [reply] = await talk(message)
    expect(reply?.kind).toBe(kind)
  })

  test('asks which fund pays', async () => {
    const [, paid] = await talk('包头国家级高技能人才培训基地给多少', '这钱打哪出 哪个科目列支')
    expect(paid?.citations[0]?.quote).toContain('以上资金由就业补助资金列支')
  })

  test('asks whether a firm may as well, not who is responsible', async () => {
    const [, , may] = await talk(
      '包头，学校建成技能竞赛集训基地，市里给多少支持',
      '自治区级的',
      '我们兄弟单位是家企业不是学校，企业也能建吗',
    )
    expect(may?.citations.map(({ quote }) => quote).join('')).toContain('职业院校、技工院校或企业')
  })
})
