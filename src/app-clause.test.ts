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
    ['包头要评100个首席技师，对同行里的名气和荣誉是怎么要求的', '市级以上技能荣誉'],
    ['金华大工匠那五万块走哪本账上出', '相关经费从人才专项列支'],
    ['通辽企业的教育经费一线职工才用一成，合规吗', '60％以上用于一线职工'],
    ['金华制造业厂从市外全职引进新职业技师，他孩子念书和落户按什么学历标准对待', '按照硕士标准'],
    ['包头高技能人才的涨薪能不能定得比管理层低，有没有规定', '不低于本单位相应层级'],
  ])('%s', async (message, said) => {
    const reply = await ask(message)
    expect(reply.calculations).toEqual([])
    expect(reply.text).toContain(said)
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
    ['武侯', '铆工干了十几年老胃疼，吃啥药管用'],
    ['金华', '理发店的执照归哪个局发'],
    ['包头', '没辞过人的企业，失业保险稳岗返还按几成退'],
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
  test.each([['包头要打造工匠之都，参与的单位那么多，当中由谁来拢总', '人社部门和工会组织要加强统筹协调']])(
    'is told by the sentence on who coordinates: %s',
    async (message, quote) => {
      expect(quoted(await ask(message))).toContain(quote)
    },
  )
})
