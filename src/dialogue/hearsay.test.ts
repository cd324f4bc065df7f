import { describe, expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { readBook } from '../entitlements/book.ts'
import { withoutHearsay } from './hearsay.ts'
import { readLexicon } from './lexicon.ts'
import { numbersIn } from './numbers.ts'
import { toldIn } from './told.ts'
import { wantedIn } from './wanted.ts'

const corpus = schema.parse(corpusJson)
const lexicon = readLexicon(corpus, readBook(corpus))
const told = (message: string) => toldIn(corpus, lexicon, message)
const without = (text: string) => withoutHearsay(text, () => false)

describe('a pasted clause', () => {
  test('tells whom it is about, not how much or how many', () => {
    const text = without('截图上写“第六条 企业招学徒10人以上，每人每年补助1.5万元”。我们带了15个')
    expect(text).toContain('企业招学徒')
    expect(numbersIn(text).map(({ text: words }) => words)).toEqual(['15个'])
  })

  test('demands no deposit where its sum is asked for', () => {
    const claim = '群里说“首席技师奖补提高至50万元，先交2000保证金”'
    expect(without(`${claim}，2个首席技师多少`)).not.toContain('保证金')
    expect(without(`${claim}，靠谱吗`)).toContain('保证金')
  })

  test('has no number that a clause of the documents could be looked up by', () => {
    const text = without('办法第十三条：“诸葛工匠满三年的，另发津贴五千元。”诸葛工匠到底几万')
    expect(text).not.toMatch(/第十三条|津贴/u)
    expect(wantedIn(text).about).toBe('amount')
  })

  test('that is asked to be so asks for what the documents grant', () => {
    expect(without('“金华工匠每满五年再奖励10万元”，真有这条？')).toMatch(/给多少$/u)
  })

  test('that the documents print and a name are left as they are, a markup is read as on a page', () => {
    for (const text of ['“给予一次性奖励1万元”是哪一条', '开“订单班”补多少']) expect(told(text)).toBe(text)
    expect(told('<p class="a">补3万</p class="b">')).toBe('补3万')
  })
})

describe('what is told by the way', () => {
  test.each([
    ['包头，我厂四十来人，搞新型学徒收了6个小伙子，最小的十八最大的二十五，补多少', ['6个']],
    ['来了五个领导，去年送到金华民营厂26个高级工，工资都开到六千五往上，奖多少', ['26个']],
    ['我自己今年四十九，三月份引进一位领军人才，去年薪酬36万，补多少', ['一位', '36万']],
    ['包头，我徒弟带了七八个，今年评上特级技师，给多少', []],
    ['上一年往金华送去24个高级工，男的十九个女的五个，奖多少', ['24个']],
    ['车间十六个人转岗培训，有三个老师傅带着，都拿证了，补多少', ['十六个']],
    ['有三个老师傅领着的大师工作室，包头给多少', ['三个']],
    ['一个学生补几百', ['一个']],
  ])('%s', (message, numbers) => {
    expect(numbersIn(told(message)).map(({ text }) => text)).toEqual(numbers)
  })

  test('how many work in a place counts where nobody else is counted', () => {
    expect(numbersIn(told('包头，我们厂12个人，新型学徒制补多少')).map(({ text }) => text)).toEqual(['12个'])
  })

  test('what is not meant is not read', () => {
    expect(told('包头有没有自己的工匠称号可以评？我不是说特级技师')).not.toContain('特级')
    expect(told('我不是说8个，是说12个，包头学徒补多少')).toContain('8个')
  })
})
