import { describe, expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { readBook } from '../entitlements/book.ts'
import { readLexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'

const corpus = schema.parse(corpusJson)
const lexicon = readLexicon(corpus, readBook(corpus))
const read = (text: string): string => lexicon.correct(normalise(text))

describe('a slip', () => {
  test.each([
    ['of the same sound', '国家及的基地', '国家级的基地'],
    ['in a place', '金花的选手', '金华的选手'],
    ['that stands alone', '金华的 计师', '金华的，技师'],
    ['that stands alone in a change', '换成计师呢', '换成技师呢'],
    ['by a small word', '三个有秀技师', '三个优秀技师'],
    ['of nearly the same sound', '技冷大赛', '技能大赛'],
    ['in the middle of a long name', '技能大司工作室', '技能大师工作室'],
    ['that looks the same', '世寒金牌', '世赛金牌'],
    ['that left a character out', '评上诸葛匠奖多少', '评上诸葛工匠奖多少'],
    ['that doubled one', '优秀技技师', '优秀技师'],
    ['that turned two round', '新型学制徒', '新型学徒制'],
    ['that typed initials', '优秀js多少', '优秀技师多少'],
    ['that parted a word', '优秀技 师', '优秀技师'],
    ['in the whole name of a place', '昆独仑区的首席技师', '昆都仑区的首席技师'],
    ['in a short one', '通了市的工作室', '通辽市的工作室'],
    ['of several characters of a name', '开了定担班', '开了订单班'],
    ['that parted it with signs', '工～匠之都', '工匠之都'],
  ])('%s is mended', (_, typed, meant) => {
    expect(read(typed)).toBe(meant)
  })

  test.each([
    ['用面试考察引进'],
    ['钱,几时,能到'],
    ['31个人把中级工的本儿考下来了'],
    ['新近挂牌的工作室'],
    ['省赛还是市赛'],
    ['是厂里定还是上头给划'],
    ['搞现代学徒制去厂'],
    ['我老公四十二岁'],
    ['工作室费用能列支吗'],
    ['承认补贴可以领'],
    ['公司要上优质工程'],
    ['企业拿得到签了半年的合同'],
    ['听得见吗'],
    ['技能等级刚认定下来'],
    ['厂里搞精密轴承'],
    ['老板发话了'],
    ['帮着攻一攻'],
    ['冷不冷啊你们那儿'],
    ['市民陈师傅'],
    ['我刚来金华时没头衔'],
    ['疗养休假跟谁一样'],
    ['我们开通了市级基地'],
    ['在工业园区'],
  ])('%s is none', (typed) => {
    expect(read(typed)).toBe(typed)
  })

  test('首席 技师 may be two', () => {
    expect(read('首席 技师各多少')).toBe('首席，技师各多少')
  })
})

describe('told by the way', () => {
  const essence = (text: string) => lexicon.essence(read(text))
  test.each([
    ['我今年四十三了，干了二十一年了，一个月到手五千六，包头首席技师奖多少', '包头首席技师奖多少'],
    ['排了两个小时的队，停车收了我15块，说正事，包头首席技师奖多少', '包头首席技师奖多少'],
    ['包头首席技师奖多少，反正我房贷一个月2800呢', '包头首席技师奖多少'],
    ['我2009年进的厂在包头今年选上首席技师奖多少', '我进的厂在包头今年选上首席技师奖多少'],
    ['那会儿包头带20个学徒，2年，补多少', '那会儿包头带20个学徒,2年,补多少'],
    ['房贷一个月2800，公积金能还吗', '公积金能还吗'],
  ])('%s', (typed, meant) => {
    expect(essence(typed).replace(/[，,]$/u, '')).toBe(meant)
  })

  test('the years since an arrival and a demand stay', () => {
    for (const text of ['他2021年从合肥来,引才补贴能拿多少', '包头评上首席的师傅,手机号给我拉个单子'])
      expect(essence(text)).toBe(text)
  })
})
