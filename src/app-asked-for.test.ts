import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function ask(message: string, region: string, conversationId?: string): Promise<Reply> {
  const body = { message, region, asOf: '2026-11-20', ...(conversationId ? { conversationId } : {}) }
  return (await (await post('/api/chat', JSON.stringify(body))).json()) as Reply
}

/** The reply to the last of several messages. */
async function last(region: string, messages: string[]): Promise<Reply> {
  const [first = '', ...further] = messages
  return further.reduce(
    async (before, message) => ask(message, region, (await before).conversationId),
    ask(first, region),
  )
}
const quoted = ({ citations }: Reply) => citations.map(({ quote }) => quote).join('\n')

describe('what asks for no sum is answered by its sentence, whatever was computed before', () => {
  const chosen = '优秀技师评上给个人多少钱'
  const studio = '国家级技能大师工作室给多少'
  const zhuge = '评了诸葛工匠，发多少钱'
  test.each([
    ['a condition', '包头市', [chosen, '评特级的人得有甚条件？'], '有自治区级以上技能荣誉'],
    ['a condition', '包头市', ['咋样才能选成首席技师'], '市级以上技能荣誉'],
    ['a condition', '包头市', ['评首席技师名气要多大'], '较高知名度'],
    ['who may', '包头市', ['竞赛集训基地自治区级给多少', '什么单位能去创建'], '鼓励职业院校'],
    [
      'the first day',
      '包头市',
      ['大四学生签了实习协议能算学徒不', '从哪天开始补'],
      '从入职开始按规定予以补贴',
    ],
    ['in how many parts', '武侯区', [zhuge, '一次给完还是每年给？'], '一次性奖励1万元'],
    ['how often', '武侯区', ['当诸葛工匠要什么条件', '一年评几次'], '每年对评选的“诸葛工匠”进行集中命名'],
    ['a target', '包头市', ['首席技师名额几个'], '选拔培育100名'],
    ['a target', '包头市', [studio, '到25年要新增几个'], '技能大师工作室10个'],
    ['a target', '金华市', ['金华大工匠给多少钱', '五年总共要评多少个'], '100名金华大工匠'],
    ['a least number', '金华市', ['中西部技校送30人给多少', '一年最少送几个'], '年输送20名以上'],
    ['how often', '武侯区', [zhuge, '这奖金是每年都发的吗'], '一次性奖励1万元'],
    ['a day', '包头市', ['评出来的证网上查得到不', '生态链打算多久建成'], '用两年时间试点建成'],
    [
      'what it is spent on',
      '通辽市',
      ['教育经费40万，一线工人最少花多少', '职工考证鉴定也能用这钱吗'],
      '职业技能鉴定',
    ],
    [
      'which fund pays',
      '金华市',
      ['引进一个高技能领军人才，年薪40万，补企业多少', '用什么钱付的'],
      '相关经费由人才专项列支',
    ],
    ['whether it is secured', '包头市', ['公办技校拨款有保障吗'], '足额保障生均拨款'],
    [
      'an office',
      '包头市',
      ['在厂里转岗学电工考了初级证，补多少', '找谁，人社还是工会'],
      '市人社局、市国资委、市总工会',
    ],
    ['an office', '武侯区', ['工匠培育办法，谁来查进度、督办'], '牵头单位：区委办公室'],
  ])('%s: %s %j', async (_, region, messages, quote) => {
    const reply = await last(region, messages)
    expect(reply.calculations).toEqual([])
    expect(quoted(reply)).toContain(quote)
  })
})

describe('a sum is asked for', () => {
  test.each([
    ['包头市', ['自治区级技能大师工作室能给多少', '国家级会多点吗'], ['100000']],
    ['包头市', ['评上优秀技师有几万块', '那首席技师能多拿些吗'], ['100000']],
    ['金华市', ['怎样才能多拿，一个金华杰出工匠到底能给多少'], ['30000']],
    ['金华市', ['新增3个金华大工匠，给多少'], ['150000']],
  ])('whatever stands beside it: %s %j', async (region, messages, sums) => {
    expect((await last(region, messages)).calculations.map(({ max }) => max)).toEqual(sums)
  })
})

describe('a short question after a sum', () => {
  test.each([
    ['武侯区', '诸葛工匠评上给几个钱', '学历有要求吗', '打破年龄、学历'],
    ['武侯区', '诸葛工匠评上给几个钱', '总共要几个', '“诸葛工匠”320名'],
    ['金华市', '金华工匠给多少', '老称号还作数不', '直接纳入金华工匠范围'],
    ['金华市', '金华大工匠给多少', '能见市领导吗', '纳入党政领导联系'],
    ['内蒙古自治区', '自治区级培训基地给多少经费', '能力要多大', '能力达到1000人以上'],
    ['包头市', '世赛银牌，个人多少', '参加前有没有培训安排', '选送优秀选手到先进地区进行实战训练'],
    ['包头市', '学徒补多少', '这政策哪些单位出的文', '包头市人力资源和社会保障局'],
    ['金华市', '派4个高技能人才去国内高研班，最多资助多少？', '哪个部门统筹这份意见？', '市委人才办牵头'],
    ['包头市', '培训基地国家级给多少', '管事的是哪些局', '市人社局、市总工会'],
    ['包头市', '世赛铜牌给单位多少', '团委也管吗', '团市委'],
    ['包头市', '培训基地国家级给多少', '资金咋列支', '由就业补助资金列支'],
    ['包头市', '教育经费一线要花多少', '不够会咋样', '与企业申请用地'],
    ['内蒙古自治区', '自治区级工作室给多少经费', '一年要培养几个骨干', '年均培养5个以上'],
    ['金华市', '金华大工匠和杰出工匠各给多少', '跟省里的奖重了咋办', '从高、从优、不重复'],
  ])('is about the matter, not about its sum: %s %s %s', async (region, sum, question, quote) => {
    expect(quoted(await last(region, [sum, question]))).toContain(quote)
  })
})
