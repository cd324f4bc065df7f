import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask } from './mask.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Seventeen digits with their check character, computed here on its own. */
const identity = (seventeen: string): string =>
  seventeen + '10X98765432'[[...seventeen].reduce((sum, d, i) => sum + Number(d) * (WEIGHTS[i] ?? 0), 0) % 11]

/** A card number with the digit that Luhn wants at its end. */
function card(body: string): string {
  const luhn = (text: string): number =>
    [...text]
      .toReversed()
      .reduce(
        (sum, d, i) => sum + [...String(Number(d) * ((i % 2) + 1))].map(Number).reduce((a, b) => a + b),
        0,
      )
  return [...'0123456789'].map((last) => body + last).find((text) => luhn(text) % 10 === 0) as string
}

const masked = (text: string): string => {
  const result = mask(text)
  expect(result.masked).toBe(result.text !== text)
  return result.text
}

describe('a mobile number is hidden', () => {
  test.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '138－1234－5678',
    '138.1234.5678',
    '1381234 5678',
    '138 12345678',
    '1 3 8 1 2 3 4 5 6 7 8',
    '１３８１２３４５６７８',
    '１３８　１２３４　５６７８',
    '一三八一二三四五六七八',
    '幺三八幺二三四五六七八',
    '一三八 一二三四 五六七八',
    '壹叁捌壹贰叁肆伍陆柒捌',
    '138一二三四5678',
    '138\u200b1234\u200b5678',
    '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
    '+8613812345678',
    '+86 138 1234 5678',
    '＋86-13812345678',
    '8613812345678',
    '0086 13812345678',
    '013812345678',
  ])('written as %s', (number) => {
    expect(masked(number)).toBe('［手机号］')
    expect(masked(`我叫张三，电话${number}，想问首席技师奖`)).toBe('我叫张三，电话［手机号］，想问首席技师奖')
  })

  test('beside other numbers, and twice', () => {
    expect(masked('13812345678 3个人')).toBe('［手机号］ 3个人')
    expect(masked('5000 13812345678')).toBe('5000 ［手机号］')
    expect(masked('13812345678、15912345678')).toBe('［手机号］、［手机号］')
    expect(masked('13812345678 15912345678')).toBe('［手机号］ ［手机号］')
    expect(masked('一三八一二三四五六七八一个人')).toBe('［手机号］一个人')
    expect(masked('3x13812345678')).toBe('3x［手机号］')
    expect(masked('wx13812345678')).toBe('wx［手机号］')
    expect(masked('13812345678元旦放假吗')).toBe('［手机号］元旦放假吗')
  })
})

describe('an identity number is hidden', () => {
  const withX = '11010519491231002X'
  test.each([
    withX,
    withX.toLowerCase(),
    '11010519491231002Ｘ',
    identity('15020219900101123'),
    '110105 19491231 002X',
    '110105-1949-1231-002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '一一〇一〇五一九四九一二三一〇〇二X',
    '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X',
    '130503670401001',
    '130503 670401 001',
  ])('written as %s', (number) => {
    expect(masked(`证号：${number}。`)).toBe('证号：［身份证号］。')
    expect(masked(`${number}能领多少`)).toBe('［身份证号］能领多少')
  })

  test('its checksum tells it from other long numbers, except where it is called one', () => {
    expect(masked('编号110105194912310021')).toBe('编号110105194912310021')
    expect(masked('身份证110105194912310021')).toBe('身份证［身份证号］')
    expect(masked('身份证110105194902300021')).toBe('身份证110105194902300021')
  })

  test('whatever the province, the day and the sex', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    const province = fc.constantFrom('11', '15', '33', '51', '65', '81')
    fc.assert(
      fc.property(
        province,
        fc.integer({ min: 0, max: 9999 }),
        day,
        fc.integer({ min: 0, max: 999 }),
        (p, area, on, n) => {
          const date = on.toISOString().slice(0, 10).replaceAll('-', '')
          const number = identity(`${p}${String(area).padStart(4, '0')}${date}${String(n).padStart(3, '0')}`)
          expect(mask(`我${number}包头`).text).toBe('我［身份证号］包头')
        },
      ),
    )
  })
})

describe('a bank card is hidden', () => {
  test.each([
    '4111111111111111',
    card('622202123456789'),
    card('622202123456789012'),
    card('622848001234567890'),
    card('955880123456789012'),
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '４１１１１１１１１１１１１１１１',
    '四一一一一一一一一一一一一一一一',
  ])('written as %s', (number) => {
    expect(masked(`卡号${number}发到哪`)).toBe('卡号［银行卡号］发到哪')
  })

  test('spaced by fours with a rest, or after the issuer', () => {
    const number = card('622202123456789012')
    expect(masked(number.replace(/(.{4})/g, '$1 '))).toBe('［银行卡号］')
    expect(masked(`${number.slice(0, 6)} ${number.slice(6)}`)).toBe('［银行卡号］')
  })

  test('one wrong digit is no card', () => {
    expect(masked('4111111111111112')).toBe('4111111111111112')
  })
})

describe('what is not personal stays', () => {
  test.each([
    '内人社办发〔2025〕93号',
    '拨打12333或12345，区号0472-5155555，400-800-8820',
    '2021年至2025年，2025-11-20 13:45:30，20251120',
    '1000—5000元，15000-200000元，100000-150000元，150-20000000元',
    '年产值15000000000元，13812345678元，¥13812345678，13812345678.50元，投资13812345678万',
    '6222021234567890128元',
    '12个学徒，三年，二三十个，一百二十人，二〇二二年',
    '一共一二三四五六七八九个',
    '15 200 300 400',
    '2021 2022 2023 2024',
    '统一社会信用代码91150200MA0N1ABC12',
    '订单号123456789012345678，20251120133045123',
    '12812345678，1381234567，138123456789',
    '二〇二五年一月一日至二〇二六年一月一日',
    '',
  ])('%s', (text) => {
    expect(masked(text)).toBe(text)
  })

  test('no official text has anything to hide', () => {
    const files = globSync(['corpus/*/source.txt', 'scripts/testing/*/source.txt'])
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) expect(mask(readFileSync(file, 'utf8')).masked).toBe(false)
  })
})

test('what is masked once has nothing left to mask, and text around it is untouched', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '13812345678',
      '138 1234 5678',
      '11010519491231002X',
      '一',
      'X',
      '86',
      '+',
      '-',
      ' ',
      '元',
      '4111111111111111',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const once = mask(pieces.join(''))
      expect(mask(once.text).text).toBe(once.text)
    }),
  )
})

test('the time grows with the length and not faster', () => {
  const time = (text: string): number => {
    const start = performance.now()
    mask(text)
    return performance.now() - start
  }
  for (const piece of ['1', '1 ', '138 1234 ', '一三', '1-X', '86 ']) {
    expect(time(piece.repeat(50_000))).toBeLessThan(2000)
  }
})
