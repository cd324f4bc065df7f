import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfWidth, readNumeral } from './numeral.ts'

const read = (text: string): string | null => readNumeral(text)?.toFixed() ?? null

const READ: [string, string][] = [
  ['0', '0'],
  ['零', '0'],
  ['〇', '0'],
  ['5000', '5000'],
  ['007', '7'],
  ['0.5', '0.5'],
  ['1,000', '1000'],
  ['1,000.5', '1000.5'],
  ['12,345,678', '12345678'],
  ['５０００', '5000'],
  ['１，０００．５', '1000.5'],
  ['半', '0.5'],
  ['两', '2'],
  ['十', '10'],
  ['十五', '15'],
  ['二十', '20'],
  ['廿五', '25'],
  ['卅', '30'],
  ['三十', '30'],
  ['一百', '100'],
  ['一百二', '120'],
  ['一百二十', '120'],
  ['一百零二', '102'],
  ['一百一十五', '115'],
  ['三千五', '3500'],
  ['三千零五', '3005'],
  ['三千零五十', '3050'],
  ['三千零一十五', '3015'],
  ['九千九百九十九', '9999'],
  ['两万', '20000'],
  ['1.5万', '15000'],
  ['一点五万', '15000'],
  ['1万2', '12000'],
  ['一万二', '12000'],
  ['1万2000', '12000'],
  ['一万零二', '10002'],
  ['一万零二十', '10020'],
  ['壹万贰仟', '12000'],
  ['壹佰贰拾', '120'],
  ['叁萬', '30000'],
  ['十万', '100000'],
  ['二十三万', '230000'],
  ['1千万', '10000000'],
  ['一千两百万', '12000000'],
  ['2亿', '200000000'],
  ['一億', '100000000'],
  ['一亿二', '120000000'],
  ['一亿零五', '100000005'],
  ['一亿两万', '100020000'],
  ['1万亿', '1000000000000'],
  ['1万9999', '19999'],
  ['1亿9999万9999', '199999999'],
  ['二〇二五', '2025'],
  ['二零二五', '2025'],
  ['一二三', '123'],
  ['零五', '5'],
  ['三点一四', '3.14'],
  ['十二点零五', '12.05'],
  ['2千5', '2500'],
  ['1.5千', '1500'],
  ['3百', '300'],
]

const UNREADABLE = [
  '',
  ' ',
  '元',
  '万',
  '亿',
  '百',
  '千',
  '百万',
  '万万',
  '点五',
  '1.',
  '.5',
  '-5',
  '+5',
  '1e3',
  '0x10',
  '1.2.3',
  '10,00',
  '1,0000',
  ',100',
  '十十',
  '十百',
  '百百',
  '三百四千',
  '三四百',
  '二三十',
  '一百零零二',
  '一百23',
  '1万20000',
  '一万一万',
  '5万元',
  '五o',
  'NaN',
  'Infinity',
  '二半',
  '半半',
  '一千二百三十四五',
  '三千零',
  '一二点',
  '零零点五元',
  '一万点',
  '三点5五',
  '五十百',
]

describe('a numeral', () => {
  test.each(READ)('%s is %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  test.each(UNREADABLE)('%j is no numeral: null, never zero', (text) => {
    expect(readNumeral(text)).toBe(null)
  })

  test('no text is read as zero unless it says zero', () => {
    const characters = [...'零一二两三十百千万亿点半壹拾0159.,-％x']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 }), (text) => {
        if (read(text) === '0') expect(text).toMatch(/[零0]/)
      }),
    )
  })

  test('a written integer is read back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(20_000), fc.nat(999_999_999_999)), (n) => {
        expect(read(inWords(n))).toBe(String(n))
        expect(read(String(n))).toBe(String(n))
        expect(read(n.toLocaleString('en'))).toBe(String(n))
      }),
    )
  })

  test('a number of ten thousands with decimals is exact', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 9999 }), (whole, decimals) => {
        const text = `${whole}.${String(decimals).padStart(4, '0')}`
        expect(read(`${text}万`)).toBe(new Big(text).times('10000').toFixed())
      }),
    )
  })

  test('never comes from a binary fraction', () => {
    expect(() => new Big(0.1)).toThrow('Invalid value')
  })

  test('full-width characters become half-width one for one, so that offsets stay true', () => {
    expect(halfWidth('１：０．５％　ａ元')).toBe('1:0.5% a元')
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('！', '０', '～', '：', '％', '　', '元', 'a', '1', '\uffff', '𠮷'),
        }),
        (text) => halfWidth(text).length === text.length,
      ),
    )
  })
})

const DIGITS = '零一二三四五六七八九'

/** A tiny writer, independent of the reader. */
function inWords(n: number): string {
  if (n === 0) return '零'
  const groups: [number, string][] = [
    [Math.floor(n / 1e8), '亿'],
    [Math.floor(n / 1e4) % 1e4, '万'],
    [n % 1e4, ''],
  ]
  let text = ''
  let gap = false
  for (const [value, sign] of groups) {
    if (value === 0) {
      gap = text !== ''
      continue
    }
    text += (text !== '' && (gap || value < 1000) ? '零' : '') + fourDigits(value) + sign
    gap = false
  }
  return text
}

function fourDigits(n: number): string {
  const places = ['千', '百', '十', '']
  const digits = [...String(n).padStart(4, '0')].map(Number)
  let text = ''
  let gap = false
  for (const [i, digit] of digits.entries()) {
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + DIGITS[digit] + places[i]
      gap = false
    }
  }
  return text
}

describe('two Chinese digits side by side', () => {
  test('are two or three, not twenty-three', () => {
    expect(readNumeral('两三')).toBe(null)
    expect(readNumeral('二三')).toBe(null)
  })
  test('are digits where a zero or a year says so', () => {
    expect(readNumeral('二零')?.toFixed()).toBe('20')
    expect(readNumeral('二〇二二')?.toFixed()).toBe('2022')
  })
})
