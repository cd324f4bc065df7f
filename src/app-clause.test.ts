import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function ask(message: string, { asOf = '2026-11-20', conversationId = '' } = {}): Promise<Reply> {
  const body = { message, asOf, ...(conversationId === '' ? {} : { conversationId }) }
  return (await (await post('/api/chat', JSON.stringify(body))).json()) as Reply
}
const quoted = ({ citations }: Reply) => citations.map(({ quote }) => quote).join('\n')
const codes = ({ notices }: Reply) => notices.map(({ code }) => code)

describe('whether a rule still holds', () => {
  test.each([
    ['早先评的八婺工匠，金华这回改了名堂，老称号是不是就失效了', '直接纳入金华工匠范围服务管理'],
    ['包头2021方案里首席技师那十万现在还算不算数', '分别给予20万元、10万元、3万元一次性奖补'],
  ])('is told by the rule: %s', async (message, quote) => {
    const reply = await ask(message)
    expect(reply.calculations).toEqual([])
    expect(quoted(reply)).toContain(quote)
  })

  test('names what replaced it', async () => {
    const reply = await ask('包头学徒补贴2021年那个六千块的标准现在还有效不')
    expect(quoted(reply)).toContain('6000元—8000元')
    expect(codes(reply)).toContain('superseded')
  })

  test('and how long its document does, where that is printed', async () => {
    const reply = await ask('武侯诸葛工匠那一万块奖金现在还算数不')
    expect(quoted(reply)).toContain('一次性奖励1万元')
    expect(quoted(reply)).toContain('有效期至2023年8月28日')
  })
})

describe('what asks for no sum is answered by the text', () => {
  test.each([
    ['得过包头首席技师的人后来犯了事，奖金会不会追回去', '没有写'],
    ['要评包头特级技师，得有哪一级的荣誉', '自治区级以上技能荣誉'],
    ['金华大工匠的五万块从哪个科目列支', '相关经费从人才专项列支'],
    ['通辽企业的教育经费一线职工才用一成，合规吗', '60％以上用于一线职工'],
    ['金华新职业的技师全职引进来，落户按啥学历对待', '按照硕士标准'],
    ['包头高技能人才的涨薪能不能定得比管理层低，有没有规定', '不低于本单位相应层级'],
  ])('%s', async (message, said) => {
    const reply = await ask(message)
    expect(reply.calculations).toEqual([])
    expect(reply.text).toContain(said)
  })

  test('what has to be done with a sum told before', async () => {
    const first = await ask('包头的厂提了50万职工教育经费，一线至少得花多少')
    const reply = await ask('花了多少要不要跟职工公布', { conversationId: first.conversationId })
    expect(reply.calculations).toEqual([])
    expect(quoted(reply)).toContain('向职工代表大会公布')
  })
})

describe('where either of two rules may hold', () => {
  test.each(['包头厂里技术骨干涨薪能不能比管理层慢', '包头厂里能不能把焊工工资增幅压到比管理人员低'])(
    'both are quoted: %s',
    async (message) => {
      const reply = await ask(message, { asOf: '2025-05-01' })
      expect(quoted(reply)).toContain('应不低于本单位管理人员人均工资增幅')
      expect(quoted(reply)).toContain('原则上不低于本单位相应层级')
      expect(codes(reply)).toContain('date-unknown')
    },
  )
})

describe('what is asked like a policy and is none', () => {
  test.each([
    ['包头', '自家院里想加盖一间厢房，许可证找哪个部门批'],
    ['武侯', '瓦工活干久了老咳，吃点啥药好使'],
    ['金华', '理发店的执照归哪个局发'],
    ['包头', '车床工脖子疼，贴什么药膏好'],
    ['包头', '没裁人的厂子，稳岗返还能退几成'],
  ])('is refused: %s，%s', async (place, message) => {
    expect((await ask(`${place}，${message}`)).kind).toBe('refusal')
  })

  test.each([
    ['包头培训基地这块归哪个部门管', '责任单位'],
    ['武侯有没有给工匠看病的特殊保险', '特殊医疗保险'],
  ])('is answered where a text speaks of it: %s', async (message, quote) => {
    expect(quoted(await ask(message))).toContain(quote)
  })
})

describe('two questions of one message', () => {
  test.each([
    [
      '金华市技能大赛隔几年一届？金蓝领赴国外研修一批派多少人？',
      ['每两年举办一届金华市技能大赛', '每两年组织30名左右技能领军人才'],
    ],
    ['包头首席技师隔几年挑一次，又由哪些部门负责', ['每两年遴选一次', '责任单位：市人社局']],
    ['武侯试着搞学徒制的公司有几家？牵头的部门是哪个？', ['甄选5家学徒制试点企业', '牵头单位：区人社局']],
  ])('are both answered: %s', async (message, quotes) => {
    const said = quoted(await ask(message))
    for (const quote of quotes) expect(said).toContain(quote)
  })
})

describe('who is responsible', () => {
  test.each([
    ['包头工匠之都方案那么些单位，谁来居中统筹', '人社部门和工会组织要加强统筹协调'],
    ['内蒙古高技能人才工作由谁抓总', '人力资源社会保障部门统筹协调'],
  ])('is told by the sentence on who coordinates: %s', async (message, quote) => {
    expect(quoted(await ask(message))).toContain(quote)
  })

  test('for a matter of its own is told by the line of that matter, whatever was asked before', async () => {
    const first = await ask('诸葛工匠给多少奖')
    const reply = await ask('谁牵头搞评选', { conversationId: first.conversationId })
    expect(quoted(reply)).toContain('牵头单位：区总工会；责任单位：区人才工作领导小组成员单位')
  })
})
