import { describe, expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { amounts, talk } from '../api/testing/talk.ts'
import { corpus as schema } from '../corpus/corpus.ts'
import { readBook } from '../entitlements/book.ts'
import { ofTheAsked } from './asked-part.ts'
import { readLexicon } from './lexicon.ts'
import { shareIn } from './roles.ts'
import { ofSoMany } from './so-many-asked.ts'
import { wantedIn } from './wanted.ts'

const corpus = schema.parse(corpusJson)
const lexicon = readLexicon(corpus, readBook(corpus))
const asked = (text: string) => ofTheAsked(text, lexicon)
const soMany = (text: string) => ofSoMany(text, lexicon.sortsTold)

describe('whose part is asked', () => {
  test.each([
    ['我师傅是首席技师，我是优秀技师，我这份多少', '首席'],
    ['我媳妇拿了中华技能大奖，我是金华杰出工匠，我自己的多少', '中华'],
    ['我徒弟第三我第四我本人拿多少', '第三'],
    ['我和小范去的世赛，他金牌我铜牌，我个人奖励多少', '金牌'],
    ['隔壁班38人，我们班26人，我们班冠名班最多多少', '38'],
    ['铸造班12个学徒，锻压班9个学徒，光问锻压班的补贴是多少', '12'],
    ['隔壁是首次列入省级1:1配的，我们是省级扩建，省拨300万，我们配多少', '首次'],
    ['我是金华工匠，同批我们厂还出了个大工匠，政府给我的经费资助是多少', '大工匠'],
    ['隔壁车间高级技师每月有1000，我是高级工，我一个月能领多少', '1000'],
    ['我闺女世界技能大赛优胜奖，队友得金牌有20万。她个人能有多少', '金牌'],
    ['世赛得了优胜奖，同去的师兄拿了银牌。我能有奖励吗，多少', '银牌'],
    ['我儿子入选首席技师，听人说特级的有二十万，我儿子的奖补是多少', '特级'],
    ['我们净收入300万，隔壁民办学校一年挣500万，我们最多能提多少', '500'],
    ['两位诸葛工匠各得奖金1万，没得奖的还有三位。得奖这两位的配套多少', '三位'],
    ['老大考上了高级工证，老二没考过，老大的技能提升补贴多少', '没考过'],
  ])('%s', (text, beside) => {
    expect(text).toContain(beside)
    expect(asked(text)).not.toContain(beside)
  })

  test.each([
    '我师傅是首席技师，我是优秀技师，我们俩各多少',
    '我师傅是首席技师，我是优秀技师，两个人一共多少',
    '我师傅是首席技师，他奖多少，我是优秀技师，我奖多少',
    '我徒弟世赛拿了铜牌，我能拿多少',
    '去年他在那边薪酬二十八万，我给他三十二万，引才补贴我能拿多少',
  ])('all of it: %s', (text) => {
    expect(asked(text)).toBe(text)
  })

  test('the contest that only another is told of is that of the one asked about', () => {
    expect(asked('同事小范世界技能大赛金奖，我铜奖，我的奖励给多少')).toMatch(/^世界技能大赛，我铜奖/u)
  })
})

describe('beside what is asked', () => {
  test.each([
    ['those who failed', '评上3个杰出工匠，没评上的还有4个，评上的这三个总共多少', '4个'],
    ['what was had before', '首席技师那十万前年发过了，这回选上特级技师，特级给多少', '首席'],
    ['what does not count', '老赵的特级技师是上一轮的不算，这轮两个首席技师合计多少', '特级'],
    ['what is another’s', '4人入选世赛国家集训队，1人拿了铜奖。铜奖归学生，学院资助一共多少', '铜奖'],
    ['what a firm gives', '诸葛工匠市赛奖金4000元，单位另奖了我1万，区里配套多少', '1万'],
  ])('%s', (_, text, beside) => {
    expect(text).toContain(beside)
    expect(asked(text)).not.toContain(beside)
  })

  test('is nothing that the sum is reckoned from', () => {
    for (const text of [
      '成都工匠的5万去年已经发了，我是诸葛工匠，区里配多少',
      '金华工匠的1万去年领了，今年评上杰出工匠，两笔一共多少',
    ])
      expect(asked(text)).toBe(text)
  })

  test('are the others of whom so many are asked about', () => {
    expect(soMany('集团首席技师6人，其中3人在我们公司，这3人奖补多少')).not.toContain('6')
    for (const text of ['两家厂每家10人，这两家多少', '2个大工匠，1个杰出工匠，这三个人多少'])
      expect(soMany(text)).toBe(text)
  })

  test('is the share that the question itself does not name', () => {
    expect(shareIn('世赛银牌，单位那份是十万，我个人那份是多少')).toEqual(['person'])
    expect(shareIn('世赛金牌，企业那10万不管，我个人多少')).toEqual(['person'])
  })

  test('又是多少 asks again, and is no second award', () => {
    expect(wantedIn('各自是多少，总共又是多少').sameRecipient).toBe(false)
    expect(wantedIn('我又拿了金奖，多少').sameRecipient).toBe(true)
  })
})

describe('the one that is named again', () => {
  test.each([
    ['金华世界技能大赛，两个学生一个银奖一个铜奖，问的是铜奖那个拿多少', ['500000—500000元']],
    ['包头首席技师3位入选，优秀技师10位入选，只算优秀技师这10位多少', ['300000—300000元']],
    ['包头特级技师1位，首席技师2位，特级的和首席的各多少', ['200000—200000元', '200000—200000元']],
  ])('%s', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test('beside another firm how many work in one’s own counts', async () => {
    const [reply] = await talk('包头，兄弟单位带了30个新型学徒，我们单位15个，带两年，我们单位拿多少')
    expect(amounts(reply)).toEqual(['180000—240000元'])
  })

  test('another who was told of is asked about next', async () => {
    const [own, other] = await talk('包头，我师傅评上首席技师，我评上优秀技师，我这份奖补多少', '我师傅呢')
    expect(amounts(own)).toEqual(['30000—30000元'])
    expect(amounts(other)).toEqual(['100000—100000元'])
  })
  test.each([
    [
      '金华紧缺工种高级技师6个、技师9个，光算技师这几位，厂里有津贴，每月政府津贴合计多少',
      ['5400—5400元/月'],
    ],
    ['金华工匠三个，金华杰出工匠两个，只说杰出的，这两个人资助合计多少', ['60000—60000元']],
    ['包头班组里评上两个优秀技师一个首席技师，我是首席那个，发到我手上多少', ['100000—100000元']],
  ])('pointed at among several: %s', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test('who was asked about before is asked about again', async () => {
    const replies = await talk(
      '包头，我媳妇评了优秀技师，能拿几万',
      '她闺蜜是特级技师，那位呢',
      '只算我媳妇一个人的，到底几万',
    )
    expect(amounts(replies[2])).toEqual(['30000—30000元'])
  })
})

describe('what is not one’s own', () => {
  test.each([
    ['金华，我们申请的是技能大师工作室，劳模创新工作室没报，顶格给多少', ['null—150000元']],
    ['金华，订单班28个人，跟学徒制没关系，最高补多少', ['null—56000元']],
    ['金华，公司里的技能大师工作室听说有15万，我们弄的是高技能人才创新工作室，最多多少', ['null—10000元']],
  ])('%s', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })
})

describe('what one gets is asked', () => {
  test.each([
    ['包头，厂里招40个新型学徒，补贴标准一个人一年究竟是几千', ['6000—8000元/人·年']],
    ['包头，公司有3个特级技师入选，一人到手几万', ['200000—200000元/人']],
    ['金华，冠名班一共46个学生，人均最高补贴多少', ['null—2000元/人']],
    ['金华，新型学徒33人，单人单年的最高标准是多少', ['null—6000元/人·年']],
  ])('%s', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })

  test.each([
    ['金华，引才补贴，去年薪酬30万的领军人才，平均每年给企业多少', ['150000—150000元']],
    ['金华，引才补贴按40万的基数算，第一年、第二年各到账20万了，那第三年还能到多少', ['100000—100000元']],
    ['金华，引才补贴，人才年薪30万，第三年能拿几万', ['150000—150000元']],
  ])('of one year: %s', async (message, expected) => {
    const [reply] = await talk(message)
    expect(amounts(reply)).toEqual(expected)
  })
})
