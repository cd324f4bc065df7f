import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function talk(...messages: string[]): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const message of messages) {
    const conversationId = replies.at(-1)?.conversationId
    const body = { message, asOf: '2026-11-20', ...(conversationId === undefined ? {} : { conversationId }) }
    const response = await post('/api/chat', JSON.stringify(body))
    replies.push((await response.json()) as Reply)
  }
  return replies
}
/** Every calculation as its bounds, or as what keeps it from having any. */
const amounts = (reply: Reply | undefined) =>
  reply?.calculations.map(({ outcome, min, max }) =>
    (min ?? max) === null ? outcome : `${min ?? ''}—${max ?? ''}`,
  )

describe('several cases in one message', () => {
  test.each([
    // Two provisions of one sentence, each with its number.
    [
      '金华，集团派7个骨干去德国学技能，另派12个师傅参加国内高研班，各资助多少，加起来呢',
      ['—120000', '—210000', '—330000'],
    ],
    [
      '金华的学校，金蓝领研修出国的名额批给4位老师，另有9位师傅参加国内高研班，加起来最多多少',
      ['—90000', '—120000', '—210000'],
    ],
    [
      '金华某职院承办世赛省级选拔赛5个工种，又被指定为世赛国家级集训基地2个项目，各补多少，总共多少',
      ['—1000000', '1000000—1000000', '—2000000'],
    ],
    // Levels of one award with names.
    [
      '金华职院世赛丰收，小林金奖，小许和小方银奖，小郑优胜奖，各奖多少，四个娃合计多少',
      ['2000000—2000000', '2000000—2000000', '300000—300000', '4300000—4300000'],
    ],
    [
      '金华，老赵是大工匠，小钱和小孙都是杰出工匠，小李是金华工匠，四个人资助一共多少',
      ['50000—50000', '60000—60000', '10000—10000', '120000—120000'],
    ],
    [
      '青山区我师傅选上首席技师我也选上优秀技师师徒俩的奖补加起来多少',
      ['100000—100000', '30000—30000', '130000—130000'],
    ],
    // Places.
    ['包头昆区选上3个首席技师，青山区选上5个，两个区的奖补分别多少', ['300000—300000', '500000—500000']],
    ['包头厂带8个学徒两年，金华厂带10个学徒一年，两边的学徒补贴各多少', ['96000—128000', '—60000']],
    [
      '表哥在包头表弟在金华俩人都拿世界技能大赛银牌，个人奖两边各给多少',
      ['200000—200000', '1000000—1000000'],
    ],
    [
      '世界技能大赛优胜奖，包头一个选手、金华一个选手，给选手本人的奖励各是多少',
      ['not-eligible', '300000—300000'],
    ],
    // One sum from another.
    [
      '金华的厂，工资总额800万，按8%该提多少教育经费？这里头必须有多少用在职工培训上',
      ['640000—640000', '448000—'],
    ],
    [
      '金华的公司，职工教育经费提取90万，其中给职工做教育培训（一线提升、大师工作室都算）起码要占多少钱',
      ['630000—'],
    ],
    // One who meets the condition and one who does not.
    ['包头，厂里转岗培训，我证拿到了，工友没考过，我俩的提升补贴各多少', ['1000—5000', 'not-eligible']],
    ['金华我们办了6个项目的市级竞赛，2个没报人社局同意，最多能给多少经费', ['—200000']],
    ['金华协作基地今年送来50个高技能人才，其中12个去了国企，38个进了民企，能给多少', ['104000—104000']],
    [
      '武侯，都是诸葛工匠，老周市技能大赛奖金1.5万，我拿的是区里头比赛的奖金6000，配套分别多少',
      ['7500—7500', 'not-eligible'],
    ],
    [
      '武侯区五个人评上诸葛工匠，其中一个又当选成都工匠拿了奖金4万，五个人的一次性奖励和那个人的配套各多少，一共多少',
      ['50000—50000', '20000—20000', '70000—70000'],
    ],
    // Whose share.
    ['包头一家钢厂的职工世赛拿了金牌，单位那份和他本人那份各多少', ['200000—200000', '100000—100000']],
    [
      '我们公司包头、金华各有一人拿了世界技能大赛金牌，两地给个人的奖各是多少',
      ['200000—200000', '2000000—2000000'],
    ],
    ['我们包头厂的小年轻世界技能大赛摘了金牌，本人的奖不用讲，厂子这头给多少', ['100000—100000']],
    // Taken back at once.
    ['包头首席技师4个，不对，打错了，是特级技师4个，奖补一共多少', ['800000—800000']],
    ['包头优秀技师6个——写错了，首席技师6个、优秀技师4个，分别是多少', ['600000—600000', '120000—120000']],
    // Totals.
    [
      '包头三家搞学徒制：我这10个人带一年，老李家25个人带两年，铝厂8个人带三年。各补多少？总的呢',
      ['60000—80000', '300000—400000', '144000—192000', '504000—672000'],
    ],
    [
      '青山区，我师傅选上首席技师，我选上优秀技师，奖补合到一块儿是多少',
      ['100000—100000', '30000—30000', '130000—130000'],
    ],
  ])('%s is %j', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test('what was answered one by one is asked for together', async () => {
    const [, , sum] = await talk(
      '金华派2位领军人才出国培训，资助多少',
      '那派5个人去国内高研班呢',
      '国外2个、国内5个，合计多少',
    )
    expect(amounts(sum)?.toSorted()).toEqual(['—110000', '—50000', '—60000'])
  })

  test('rates of different awards are no sum', async () => {
    const [reply] = await talk('金华企业，订单班每名学生补多少，认定高技能人才每人补多少，加起来呢')
    expect(amounts(reply)?.toSorted()).toEqual(['600—600', '—2000'])
  })

  test('one award that is due is no sum of several', async () => {
    const [reply] = await talk('包头，厂里岗前培训，小赵考下证了，小钱没考过，提升补贴分别多少，一共多少')
    expect(amounts(reply)).toEqual(['1000—5000', 'not-eligible'])
  })
})
