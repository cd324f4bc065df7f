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
})
