import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { talk } from './api/testing/talk.ts'

/** Every calculation as its bounds, or as what keeps it from having any. */
const amounts = (reply: Reply | undefined) =>
  reply?.calculations.map(({ outcome, min, max }) =>
    (min ?? max) === null ? outcome : `${min ?? ''}—${max ?? ''}`,
  )

describe('the last answer is given again', () => {
  test.each<[string, string[], string[]]>([
    [
      'a number without a unit is the one told before, and counts no bases',
      ['金华的公共实训基地，年实训1100人次，市里给多少', '刚才统计的同事说数报高了，实际985'],
      ['not-eligible'],
    ],
    [
      'of two counts the one it is said to be',
      ['金华，培训中心一年580人次，其中130人次升了高级工，给多少', '后来核减，人次只有470'],
      ['not-eligible'],
    ],
    [
      'with what it comes to asked again',
      [
        '包头的公办技校，上年度绩效薪酬总量500万，盈余额90万，增量最多多少',
        '财务又说盈余额核下来是240万，那最多呢',
      ],
      ['—500000'],
    ],
    ['what was left out is added', ['金华，认定高技能人才26个，补多少', '漏报了4个'], ['18000—18000']],
    ['what is gone is taken off', ['金华，市级技能竞赛承办3个项目最多多少', '有一个项目被砍了'], ['—100000']],
    [
      'a sum that is told anew',
      ['金华，首次列入省级公共实训基地项目，配套给多少', '上面拨了150万', '后来又说拨的是180万'],
      ['1800000—1800000'],
    ],
    [
      'the number that is named gives way to the other',
      [
        '金华两家规上厂的培训中心：甲厂一年700人次、升高级工210人次；乙厂900人次、升高级工90人次。各给多少',
        '乙厂那90要是改成180呢',
      ],
      ['50000—50000'],
    ],
    [
      'what it really is, not what it differs by',
      ['包头，首席技师3个', '其实是2个，有一个是去年的'],
      ['200000—200000'],
    ],
    [
      'what it was before may be said once more',
      ['包头优秀技师我们厂评上8个，一共', '8个里面2个已经调走了，剩6个'],
      ['180000—180000'],
    ],
    [
      'several as they stand by now',
      ['包头，首席技师选上2个，优秀技师选上5个，各多少', '优秀那边名单公布了，只上了4个', '合计'],
      ['200000—200000', '120000—120000', '320000—320000'],
    ],
    [
      'what was at another time is not asked about',
      ['金华的企业做等级认定，认定高技能人才18人，补多少', '去年是12个，我问的是今年'],
      ['10800—10800'],
    ],
    ['what was left uncounted is added', ['包头优秀技师6人，多少', '漏数1人'], ['210000—210000']],
    [
      'nothing is told of the one by what somebody beside him earns',
      ['金华引进领军人才，去年薪酬40万，三年一共', '他老婆年薪12万，孩子8岁'],
      ['500000—500000'],
    ],
    [
      'none of those who do not count is counted',
      ['包头学徒16个，两年，补多少', '财务科3个人，车间主任2个，这都不算吧'],
      ['192000—256000'],
    ],
    [
      'of each, for as long as was told',
      ['金华高级技师津贴，紧缺，厂有津贴，半年多少', '技师呢', '两个人半年合计'],
      ['6000—6000', '3600—3600', '9600—9600'],
    ],
    [
      'a code is no sum',
      ['武侯诸葛工匠，市赛奖金6000，区里配多少', '证书编号20210356，身份证不用给吧'],
      ['3000—3000'],
    ],
  ])('%s', async (_, messages, expected) => {
    const replies = await talk(...messages)
    expect(amounts(replies.at(-1))).toEqual(expected)
  })
})

describe('another value is asked of', () => {
  test.each<[string, string[], string[]]>([
    ['in comparison', ['包头，工作室是国家级的，支持多少钱', '自治区级会少点吗'], ['100000—100000']],
    ['as one that gets nothing', ['包头，国家级一类大赛拿第一，奖多少', '第六名还有吗'], ['not-eligible']],
    [
      'as what it rises to',
      ['包头，厂里的集训基地想从自治区级升到国家级，升成了给多少'],
      ['3000000—3000000'],
    ],
    [
      'of a year each, with one year told of the first',
      ['金华，两所西部技校是协作基地，一所一年送20个到民企，一所送35个，各给多少', '合计'],
      ['50000—50000', '95000—95000', '145000—145000'],
    ],
    [
      'of what was talked about before, with its numbers',
      [
        '包头学徒9个人，能拿多少，带几年还不知道',
        '对了技能大师工作室国家级给多少',
        '再说学徒，定了，三年，多少',
      ],
      ['162000—216000'],
    ],
    [
      'of the one of two that are called alike',
      ['包头，集训基地建成自治区级的，给多少', '培训基地不是集训基地，培训的那个国家级呢'],
      ['5000000—5000000'],
    ],
    [
      'alone',
      [
        '金华，新认定技能人才有培训补贴吧？我们12个人',
        '这12个都是紧缺工种',
        '如果其中一个不紧缺的单算，一个人是多少',
      ],
      ['—3000'],
    ],
    [
      'of the same ones, by what was answered',
      [
        '包头，7个毕业年度的大学生来我们公司，实习协议签了4个月，按新型学徒来带，这7个人能拿学徒培训补贴多少',
        '如果协议改签成整6个月，还是这7个人，培养一年，一共多少？',
      ],
      ['42000—56000'],
    ],
    [
      'of another award, however few of it',
      ['包头学徒10个一年，补多少', '那首席技师只有3个，多少'],
      ['300000—300000'],
    ],
    ['by the year', ['包头，学徒20个，两年，一共', '一个学徒一年呢'], ['6000—8000']],
    ['of the other year', ['包头，2022年带学徒5个，补多少', '放到2026年呢'], ['30000—40000']],
    [
      'of another contest, which is no town',
      ['武侯的诸葛工匠，省赛奖金8000，配套多少', '另一个市赛奖金5000的呢'],
      ['2500—2500'],
    ],
    ['of the firm alone', ['包头，世赛银牌个人多少', '单位多少'], ['100000—100000']],
    [
      'of each firm, whatever counts them',
      ['金华两家企业：甲企业认定高技能20人，乙企业认定35人，认定补贴各多少'],
      ['12000—12000', '21000—21000'],
    ],
  ])('%s', async (_, messages, expected) => {
    const replies = await talk(...messages)
    expect(amounts(replies.at(-1))).toEqual(expected)
  })
})
