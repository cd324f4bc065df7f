import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantities, readQuantity } from './quantity.ts'

const all = (text: string): string[] =>
  quantities(text).map(({ kind, value, unit }) => `${kind} ${value.toFixed()}${unit}`)

const WHOLE: [string, string][] = [
  ['50万元', 'money 500000元'],
  ['50万', 'money 500000元'],
  ['2亿', 'money 200000000元'],
  ['5000元', 'money 5000元'],
  ['５０００元', 'money 5000元'],
  ['1,000元', 'money 1000元'],
  ['0.5元', 'money 0.5元'],
  ['1.5万元', 'money 15000元'],
  ['三千五百元', 'money 3500元'],
  ['20块', 'money 20元'],
  ['5千元', 'money 5000元'],
  ['1万2元', 'money 12000元'],
  ['三万二元', 'money 32000元'],
  ['一百二十个', 'count 120个'],
  ['0元', 'money 0元'],
  ['30%', 'percent 30%'],
  ['60％', 'percent 60%'],
  ['0.5%', 'percent 0.5%'],
  ['百分之三十', 'percent 30%'],
  ['百分之3.5', 'percent 3.5%'],
  ['百分之一百二十', 'percent 120%'],
  ['两成', 'percent 20%'],
  ['三成五', 'percent 35%'],
  ['三成半', 'percent 35%'],
  ['九成', 'percent 90%'],
  ['1：0.5', 'ratio 0.5比'],
  ['1:1', 'ratio 1比'],
  ['1:2.5', 'ratio 2.5比'],
  ['三年', 'count 3年'],
  ['两年', 'count 2年'],
  ['半年', 'count 0.5年'],
  ['半 年', 'count 0.5年'],
  ['24个月', 'count 24个月'],
  ['500人', 'count 500人'],
  ['1000人次', 'count 1000人次'],
  ['20名', 'count 20名'],
  ['20万人', 'count 200000人'],
  ['12个', 'count 12个'],
  ['1个月', 'count 1个月'],
  ['3月', 'count 3月'],
  ['5日', 'count 5日'],
  ['200年', 'count 200年'],
  ['三倍', 'count 3倍'],
  ['2025年', 'date 2025年'],
  ['1998年', 'date 1998年'],
  ['二〇二五年', 'date 2025年'],
  ['二零二五年', 'date 2025年'],
  ['12', 'bare 12'],
  ['三十', 'bare 30'],
]

const LISTS: [string, string[]][] = [
  ['三十万一个人', ['money 300000元', 'count 1个']],
  ['1万2一个人', ['money 12000元', 'count 1个']],
  ['6千3个人', ['bare 6000', 'count 3个']],
  ['1万2人次', ['count 12000人次']],
  ['两万五一年', ['money 25000元', 'count 1年']],
  ['三到五成', ['percent 30%', 'percent 50%']],
  ['3%到5%', ['percent 3%', 'percent 5%']],
  ['5万、3万、1万元', ['money 50000元', 'money 30000元', 'money 10000元']],
  ['20万元、10万元、3万元', ['money 200000元', 'money 100000元', 'money 30000元']],
  ['1000—5000元', ['money 1000元', 'money 5000元']],
  ['1000至5000元', ['money 1000元', 'money 5000元']],
  ['1000 ~ 5000 元', ['money 1000元', 'money 5000元']],
  ['6000元—8000元', ['money 6000元', 'money 8000元']],
  ['2—3年', ['count 2年', 'count 3年']],
  ['10到20人', ['count 10人', 'count 20人']],
  ['10和20%', ['percent 10%', 'percent 20%']],
  ['15％和10％', ['percent 15%', 'percent 10%']],
  ['5万和3人', ['count 50000人', 'count 3人']],
  ['3、4、5人', ['count 3人', 'count 4人', 'count 5人']],
  ['5万元、3人', ['money 50000元', 'count 3人']],
  ['3，4人', ['bare 3', 'count 4人']],
  ['3 4人', ['bare 3', 'count 4人']],
  ['3和2025年', ['bare 3', 'date 2025年']],
  ['3、4', ['bare 3', 'bare 4']],
  ['2025年12月31日', ['date 2025年', 'date 12月', 'date 31日']],
  ['2025年 3月 1日', ['date 2025年', 'date 3月', 'date 1日']],
  ['每月1000元/月', ['money 1000元']],
  ['补贴30%，不超过100万元', ['percent 30%', 'money 1000000元']],
  ['补贴3%和2成', ['percent 3%', 'bare 2']],
  ['三成立功两成', ['bare 3', 'percent 20%']],
  ['12：30、2:1', []],
  ['没有数', []],
  ['二三十个', []],
]

describe('a printed quantity', () => {
  test.each(WHOLE)('%s is %s', (text, expected) => {
    expect(all(text)).toEqual([expected])
    expect(readQuantity(text).text).toBe(text)
  })

  test.each(LISTS)('%s is read in printed order, a unit at the end shared', (text, expected) => {
    expect(all(text)).toEqual(expected)
  })

  test('each stands where it says it stands', () => {
    for (const [text] of [...WHOLE, ...LISTS]) {
      for (const { start, end, text: own } of quantities(`约${text}。`))
        expect(`约${text}。`.slice(start, end)).toBe(own)
    }
  })

  test('what is short for more is cut from the measure word behind it', () => {
    expect(quantities('给三十万一个人').map(({ text, start, end }) => [text, start, end])).toEqual([
      ['三十万', 1, 4],
      ['一个', 4, 6],
    ])
  })

  test('surrounding spaces do not matter to a whole quantity', () => {
    expect(readQuantity(' 50万元 ').value.toFixed()).toBe('500000')
  })

  test.each([
    '',
    '元',
    '很多',
    '1000—5000元',
    '5万元和',
    '最高5万元',
    '5万元以上',
    '2:1',
    '12:30',
    '百分之',
    '5 万 元 整',
    '二三十个',
    '万元',
    '半半',
  ])('%j is an error, never zero', (text) => {
    expect(() => readQuantity(text)).toThrow('not one printed quantity')
  })

  test('a sum is read back from 元, from 万元 and from full-width digits', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (n) => {
        const wide = [...String(n)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
        expect(all(`${n}元`)).toEqual([`money ${n}元`])
        expect(all(`${wide}元`)).toEqual([`money ${n}元`])
        expect(all(`${n}万元`)).toEqual([`money ${n === 0 ? 0 : `${n}0000`}元`])
        expect(all(`${n}—${n + 1}元`)).toEqual([`money ${n}元`, `money ${n + 1}元`])
      }),
    )
  })

  test('万 written once at the end of a range or list counts for every item', () => {
    expect(all('1—5万元')).toEqual(['money 10000元', 'money 50000元'])
    expect(all('5、3、1万元')).toEqual(['money 50000元', 'money 30000元', 'money 10000元'])
    expect(all('799—1万元')).toEqual(['money 7990000元', 'money 10000元'])
    expect(all('800—1万元')).toEqual(['money 800元', 'money 10000元'])
    expect(all('2万—5万元')).toEqual(['money 20000元', 'money 50000元'])
    expect(all('200—300元')).toEqual(['money 200元', 'money 300元'])
  })
})
