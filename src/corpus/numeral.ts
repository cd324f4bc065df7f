import Big from 'big.js'

// A JavaScript number reaching Big is a float that slipped into money: strict mode makes it throw.
Big.strict = true

const FINANCIAL: Record<string, string> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  两: '二',
  〇: '零',
  廿: '二十',
  卅: '三十',
}
const DIGITS = '零一二三四五六七八九'
const ARABIC = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/** Full-width digits, points and signs become half-width, one character for one, so that offsets stay true. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/**
 * Reads one whole numeral exactly: 5000, 1,000.5, 1.5万, 三十, 一百二十, 两万, 三千五, 1万2, 壹万贰仟, 一点五, 半.
 * Returns null for anything that is not a numeral to its last character; never guesses, never zero by default.
 */
export function readNumeral(text: string): Big | null {
  const plain = [...halfWidth(text)].map((c) => FINANCIAL[c] ?? c).join('')
  if (plain === '半') return new Big('0.5')
  if (plain === '') return null
  return readLarge(plain)
}

const MYRIADS = [
  ['亿', 8],
  ['万', 4],
] as const

function readLarge(text: string): Big | null {
  for (const [sign, zeros] of MYRIADS) {
    const at = text.indexOf(sign)
    if (at < 0) continue
    const left = readLarge(text.slice(0, at))
    const rest = text.slice(at + 1)
    const right = rest === '' ? new Big('0') : (shorthand(rest, zeros) ?? readLarge(rest))
    if (left === null || right === null || right.gte(power(zeros))) return null
    return left.times(power(zeros)).plus(right)
  }
  return readSmall(text)
}

/** 1万2 and 三千五 name the next lower place: the digit stands one decimal place under the last unit. */
function shorthand(rest: string, zeros: number): Big | null {
  const digit = rest.length === 1 ? oneDigit(rest) : null
  return digit === null ? null : digit.times(power(zeros - 1))
}

const PLACES: Record<string, number> = { 千: 3, 百: 2, 十: 1 }

function readSmall(text: string): Big | null {
  if (ARABIC.test(text)) return new Big(text)
  if (GROUPED.test(text)) return new Big(text.replaceAll(',', ''))
  const point = text.indexOf('点')
  if (point > 0) {
    const whole = readSmall(text.slice(0, point))
    const after = text.slice(point + 1)
    const decimals = /^[零一二三四五六七八九]+$/.test(after) ? [...after].map(arabic).join('') : null
    return whole === null || decimals === null ? null : new Big(`${whole.toFixed()}.${decimals}`)
  }
  if (!/[千百十]/.test(text)) {
    const stripped = text.replace(/^零(?=.)/, '')
    const digits = positional(stripped)
    return digits === null ? null : new Big(digits)
  }
  return readPlaces(text)
}

function readPlaces(text: string): Big | null {
  let sum = new Big('0')
  let last = 4
  let rest = text
  for (;;) {
    const match = /^(零?)(\d+(?:\.\d+)?|[一二三四五六七八九])?([千百十])/.exec(rest)
    if (match === null) break
    const place = PLACES[match[3] as string] as number
    if (place >= last || (match[2] === undefined && place !== 1)) return null
    sum = sum.plus(new Big(arabic(match[2] ?? '一')).times(power(place)))
    last = place
    rest = rest.slice(match[0].length)
  }
  if (rest === '' || last === 4) return rest === '' ? sum : null
  const afterZero = rest.startsWith('零')
  const digit = oneDigit(afterZero ? rest.slice(1) : rest)
  if (digit === null) return null
  return sum.plus(afterZero || last === 1 ? digit : digit.times(power(last - 1)))
}

function oneDigit(text: string): Big | null {
  return /^[1-9一二三四五六七八九]$/.test(text) ? new Big(arabic(text)) : null
}

/** 二〇二二 is read digit by digit; 两三 is two or three, and no numeral. */
function positional(text: string): string | null {
  if (/^[零一二三四五六七八九]{2}$/.test(text) && !text.includes('零')) return null
  return /^[\d零一二三四五六七八九]+$/.test(text) ? [...text].map(arabic).join('') : null
}

function arabic(text: string): string {
  return DIGITS.includes(text) ? String(DIGITS.indexOf(text)) : text
}

function power(zeros: number): Big {
  return new Big(`1e${zeros}`)
}
