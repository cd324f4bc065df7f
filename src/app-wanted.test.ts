import { describe, expect, test } from 'vitest'
import type { Reply } from './answer/reply.ts'
import { post } from './api/testing/service.ts'

async function ask(message: string, conversationId?: string): Promise<Reply> {
  const body = { message, asOf: '2026-11-20', ...(conversationId === undefined ? {} : { conversationId }) }
  return (await (await post('/api/chat', JSON.stringify(body))).json()) as Reply
}
const amounts = ({ calculations }: Reply) =>
  calculations.map(({ outcome, min, max }) => [outcome, min, max].filter((one) => one !== null).join(' '))
const quoted = ({ citations }: Reply) => citations.map(({ quote }) => quote).join('\n')

describe('a sum that is asked for is computed', () => {
  test.each([
    ['义乌小厂跟职高合办冠名班，45个娃，有补没', ['at-most 90000']],
    // The sentence on the fund is as likely as the one that pays.
    [
      '婺城做机床的，从山东挖来个省里认定的高技能领军师傅，去年他挣26万，能补给厂里几个',
      ['exact 390000 390000'],
    ],
    [
      '武侯，命名成诸葛工匠的奖励，加上我在成都市技能大赛得8000元奖的配套，合起来多少',
      ['exact 10000 10000', 'exact 4000 4000', 'exact 14000 14000'],
    ],
    // One is asked for, the other stands beside it.
    ['我们是培养单位，学生拿了国家级一类竞赛冠军，包头给我们学校多少', ['not-stated']],
    ['拿了中华技能大奖，金华和包头分别奖多少', ['exact 1000000 1000000']],
    // What stands around it speaks of what no sentence says.
    ['都说武侯诸葛工匠的办法作废了，那当选的一次性奖励本来是多少来着？', ['exact 10000 10000']],
    ['金华订单班一个学生补几百还是几千', ['at-most 2000']],
    // What was not reached, and words scattered over a story, name nothing.
    ['我侄儿以前连高级工都考不上，还有人笑话他，今年在包头评上优秀技师了，给多少', ['exact 30000 30000']],
    [
      '我在东阳开厂，企业不大，又没贷款，自己管账。从苏州请来的师傅是省里认定过的高技能领军人才，去年薪酬36万。这个引才补贴三年总共多少',
      ['exact 500000 500000'],
    ],
  ])('%s', async (message, expected) => {
    expect(amounts(await ask(message))).toEqual(expected)
  })

  test('of two governments each gives its own', async () => {
    const reply = await ask('包头的自治区级高技能人才培训基地，市里给多少，自治区那边又给多少')
    expect(amounts(reply)).toEqual(['exact 1000000 1000000', 'not-stated'])
    expect(reply.notices.map(({ code }) => code)).toContain('wider-region')
    expect(reply.text).toContain('除包头市的文件以外')
  })

  test('what another place regulates is not guessed at', async () => {
    expect(amounts(await ask('包头企业和学校办订单班，每个学生补多少？'))).toEqual([])
  })
})

describe('who is recognised without a new selection', () => {
  test('has the award, with the sentence that recognises', async () => {
    const reply = await ask('我是锦江区评的区级工匠，来武侯上班能不能直接认诸葛工匠，认了给多少')
    expect(amounts(reply)).toEqual(['exact 10000 10000'])
    expect(quoted(reply)).toContain('可直接认定为')
  })

  test('asks for the award after the recognition', async () => {
    const { conversationId } = await ask('我是金牛区评的区级工匠 到武侯来能直接当诸葛工匠不')
    expect(amounts(await ask('那能拿多少钱', conversationId))).toEqual(['exact 10000 10000'])
  })
})

test('what is paid this year is no base, nor is what some say', async () => {
  const hired = '兰溪机床厂去年从宁波挖来省级领军人才，去年他薪酬30万，今年给他开35万，引才补贴三年总共补多少'
  expect(amounts(await ask(hired))).toEqual(['exact 450000 450000'])
  const school =
    '包头公办技校，去年培训盈余80万，去年绩效薪酬总量600万，有说发三十万的有说发六十万的，今年最多能提多少'
  expect(amounts(await ask(school))).toEqual(['at-most 240000'])
})

describe('what is no sum is quoted, not computed', () => {
  test.each([
    ['金华杰出工匠那个红本本，落款是哪家？跟金华工匠的是同一家发吗', '由市政府颁发证书'],
    [
      '金华厂里的车间主任想脱产去职业院校进修拿学历，学费能走职工教育经费吗',
      '所需经费可在企业职工教育经费中列支',
    ],
    ['以前评的八婺工匠，金华新办法里怎么算？', '直接纳入金华工匠范围服务管理'],
    ['包头老板从来不讲培训那笔经费花在哪儿了，我们工人有没有权利知道', '提取和使用情况向职工代表大会公布'],
    ['我个人想拿一笔钱出来资助内蒙古培养高级技工，自己能享受啥优惠不', '按有关规定享受优惠政策'],
    ['金华好几个局都奖同一件事，是不是可以都申请一遍', '从高、从优、不重复'],
    [
      '稀土高新区的公司，首席和特级两位师傅都聘上了，老总问定薪的时候谁该压谁一头',
      '且应高于特级技师薪酬待遇',
    ],
    ['包头有没有以城市名字命名的工匠评选，不是首席技师那种', '“包头工匠”评选活动'],
    ['高技能领军人才来包头落脚，对象的户口、小孩念书这些给不给管', '按规定享受配偶随迁、子女入学'],
    // Nothing is computed where the sum is expressly not asked about, or only a title is.
    ['儿子大四在包头厂里实习，协议才签四个月，当学徒报行不行？补多少先不问', '签订半年以上实习协议'],
    ['包头评特级技师，我只有市里发的荣誉，够格不', '有自治区级以上技能荣誉'],
  ])('%s', async (message, quote) => {
    const reply = await ask(message)
    expect(amounts(reply)).toEqual([])
    expect(quoted(reply)).toContain(quote)
  })

  test.each([
    // The clause that speaks of it outweighs the one whose award it names.
    ['武侯区诸葛工匠归哪家单位挑头评', ['牵头单位：区总工会；责任单位：区人才工作领导小组成员单位']],
    [
      '武侯先选几家企业试学徒制？哪个局打头',
      ['甄选5家学徒制试点企业', '牵头单位：区人社局；责任单位：区新经济局'],
    ],
    ['包头2021方案引厂入校那条，后头写的该谁担责', ['责任单位：市人社局、市教育局、市国资委、市发改委']],
  ])('who is responsible: %s', async (message, quotes) => {
    const reply = await ask(message)
    expect(amounts(reply)).toEqual([])
    for (const quote of quotes) expect(quoted(reply)).toContain(quote)
  })

  test('who speaks asks nothing', async () => {
    expect((await ask('我们是金华一所技工学校。')).kind).toBe('clarification')
  })

  test('by somebody with a title lists all that it brings', async () => {
    const listed = await ask('我是武侯区评出来的诸葛工匠，能享受到些啥子待遇')
    expect(amounts(listed)).toEqual(['exact 10000 10000', 'needs-facts'])
  })
})
