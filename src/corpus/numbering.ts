/** How official documents number their clauses, by the usual order of the levels. */
export type Style =
  | 'part' // 第一部分
  | 'book' // 第一编
  | 'subbook' // 第一分编
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条
  | 'han' // 一、
  | 'hanBracket' // （一）
  | 'digitDot' // 1．
  | 'digitComma' // 1、
  | 'decimal' // 1.1
  | 'digitBracket' // （1）
  | 'digitHalf' // 1）
  | 'circled' // ①
  | 'letter' // A.
  | 'letterBracket' // （a）

export const RANK: Record<Style, number> = {
  part: 0,
  book: 1,
  subbook: 2,
  chapter: 3,
  section: 4,
  article: 5,
  han: 6,
  hanBracket: 7,
  digitDot: 8,
  digitComma: 8,
  decimal: 8.5,
  digitBracket: 9,
  digitHalf: 10,
  circled: 11,
  letter: 12,
  letterBracket: 12,
}

export interface Label {
  style: Style
  number: number
  /** The 之一 of 第十二条之一; the last part of 1.2.3. */
  sub: number
  /** Digits half width, brackets full width, no inner space, no punctuation: "（二）", "4", "第十二条之一". */
  text: string
  start: number
  /** Behind the label and its own punctuation. */
  end: number
}

const HAN = '[〇○零一二三四五六七八九十百千]{1,9}'
const DIGITS = '[0-9０-９]{1,3}'
const SPACE = '[ \\t\\u00a0\\u2000-\\u200a\\u3000]{0,4}'
const OPEN = '[（(﹙]'
const CLOSE = '[）)﹚]'

const STRUCTURAL = new RegExp(
  `第${SPACE}((?:${HAN})|(?:${DIGITS}))${SPACE}(部${SPACE}分|分${SPACE}编|编|章|节|条)(?:之(${HAN}))?`,
  'y',
)
const HAN_COMMA = new RegExp(`(${HAN})${SPACE}[、．.]`, 'y')
const HAN_BRACKET = new RegExp(`${OPEN}${SPACE}(${HAN})${SPACE}${CLOSE}[、．.]?`, 'y')
const HAN_HALF = new RegExp(`(${HAN})${CLOSE}`, 'y')
const DECIMAL = new RegExp(`(${DIGITS})((?:[.．]${DIGITS}){1,3})(?![0-9０-９])[.．、]?`, 'y')
const DIGIT_DOT = new RegExp(`(${DIGITS})${SPACE}[.．]`, 'y')
const DIGIT_COMMA = new RegExp(`(${DIGITS})${SPACE}[、]`, 'y')
const DIGIT_BRACKET = new RegExp(`${OPEN}${SPACE}(${DIGITS})${SPACE}${CLOSE}[、．.]?`, 'y')
const DIGIT_HALF = new RegExp(`(${DIGITS})${SPACE}${CLOSE}[、．.]?`, 'y')
const LETTER = /([A-Za-zＡ-Ｚａ-ｚ])[ \t\u3000]{0,2}[.．、]/y
const LETTER_BRACKET = /[（(]([A-Za-z])[）)]/y
const SINGLE = /[①-⑳㉑-㉟⑴-⒇⒈-⒛㈠-㈩❶-❿]/y

/** What follows a label that is only cited: 第七条第（一）项, （一）至（三）项, 第二章规定的. */
const CITED =
  /^(?:第[一二三四五六七八九十0-9（(]|规定|所列|所规定|[、，,；;。）)》”]|(?:和|或者?|及|以及|与|至|到)[第（(本]|的|中的|款(?!项)|项(?!目)|类(?![型别])|之|以外|情形|修改为|删去|——|[-—~～])/
const CITED_BRACKET =
  /^(?:[，,；;。）)》”]|(?:和|或者?|及|以及|与|至|到)[第（(]|的|款(?!项)|项(?!目)|类(?![型别])|中的|以外|所列|情形|[（(][一二三四五六七八九十0-9]{1,3}[）)])/
const STRUCTURAL_STYLE: Record<string, Style> = {
  部分: 'part',
  编: 'book',
  分编: 'subbook',
  章: 'chapter',
  节: 'section',
  条: 'article',
}

const HAN_DIGITS = '零一二三四五六七八九'

export function hanNumber(text: string): number {
  const plain = text.replace(/[〇○]/g, '零')
  if (!/[十百千]/.test(plain)) return Number([...plain].map((c) => HAN_DIGITS.indexOf(c)).join(''))
  let sum = 0
  let digit = 0
  for (const c of plain) {
    const unit = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : 0
    if (unit === 0) digit = HAN_DIGITS.indexOf(c)
    else {
      sum += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return sum + digit
}

function plainDigits(text: string): string {
  return text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

function anyNumber(text: string): number {
  return /^[0-9０-９]/.test(text) ? Number(plainDigits(text)) : hanNumber(text)
}

function at(pattern: RegExp, source: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(source)
}

/** The label printed at this place, if what stands here can be one at all; whether it is one, the sequence says. */
export function readLabel(source: string, start: number): Label | null {
  const c = source.charCodeAt(start)
  if (c === 0x7b2c) return readStructural(source, start)
  if (c === 0xff08 || c === 0x28 || c === 0xfe59) return readBracketed(source, start)
  if ((c >= 0x30 && c <= 0x39) || (c >= 0xff10 && c <= 0xff19)) return readDigits(source, start)
  const single = at(SINGLE, source, start)
  if (single !== null) return readSingle(single[0], source, start)
  const letter = at(LETTER, source, start)
  if (letter !== null && !/[A-Za-z0-9]/.test(source.charAt(start + letter[0].length))) {
    return made('letter', letterNumber(letter[1] ?? ''), letter[1] ?? '', start, letter[0])
  }
  return readHan(source, start)
}

function made(
  style: Style,
  number: number,
  text: string,
  start: number,
  printed: string,
  sub = 0,
): Label | null {
  return number > 0 ? { style, number, sub, text, start, end: start + printed.length } : null
}

function readStructural(source: string, start: number): Label | null {
  const match = at(STRUCTURAL, source, start)
  if (match === null) return null
  const numeral = match[1] ?? ''
  const kind = (match[2] ?? '').replace(/\s/g, '')
  const style = STRUCTURAL_STYLE[kind]
  const end = start + match[0].length
  if (style === undefined || CITED.test(source.slice(end, end + 6))) return null
  const sub = match[3] === undefined ? '' : `之${match[3]}`
  const text = `第${plainDigits(numeral)}${kind}${sub}`
  return made(
    style,
    anyNumber(numeral),
    text,
    start,
    match[0],
    match[3] === undefined ? 0 : hanNumber(match[3]),
  )
}

function readBracketed(source: string, start: number): Label | null {
  const match = at(HAN_BRACKET, source, start) ?? at(DIGIT_BRACKET, source, start)
  if (match === null) {
    const letter = at(LETTER_BRACKET, source, start)
    if (letter === null) return null
    return made('letterBracket', letterNumber(letter[1] ?? ''), `（${letter[1]}）`, start, letter[0])
  }
  const end = start + match[0].length
  if (CITED_BRACKET.test(source.slice(end, end + 6))) return null
  const inner = match[1] ?? ''
  const style = /[0-9０-９]/.test(inner) ? 'digitBracket' : 'hanBracket'
  return made(style, anyNumber(inner), `（${plainDigits(inner)}）`, start, match[0])
}

const UNIT =
  /^\s*(?:万|亿|千|百|元|倍|％|%|个|人|名|版|米|公里|平方|吨|亩|岁|年|月|日|天|小时|分|秒|℃|G|M|k|°|‰|[:：+×xX])/

function readDigits(source: string, start: number): Label | null {
  const decimal = at(DECIMAL, source, start)
  if (decimal !== null) {
    const end = start + decimal[0].length
    const year = /^[0-9０-９]{1,3}[.．](?=(?:19|20)[0-9]{2}年)/.exec(source.slice(start, start + 12))
    if (year !== null)
      return made(
        'digitDot',
        anyNumber(plainDigits(year[0].slice(0, -1))),
        plainDigits(year[0].slice(0, -1)),
        start,
        year[0],
      )
    if (UNIT.test(source.slice(end, end + 4))) return null
    const parts = plainDigits(decimal[0])
      .replace(/[.、]$/, '')
      .split('.')
    return made('decimal', Number(parts[0]), parts.join('.'), start, decimal[0], Number(parts.at(-1)))
  }
  const dot = at(DIGIT_DOT, source, start)
  if (dot !== null) {
    const rest = source.slice(start + dot[0].length, start + dot[0].length + 5)
    if (/^[0-9０-９]/.test(rest) && !/^(?:19|20)\d\d年/.test(rest)) return null
    return made('digitDot', anyNumber(dot[1] ?? ''), plainDigits(dot[1] ?? ''), start, dot[0])
  }
  const comma = at(DIGIT_COMMA, source, start)
  if (comma !== null) {
    const rest = source.slice(start + comma[0].length, start + comma[0].length + 5)
    if (/^\s*[0-9０-９]/.test(rest) && !/^(?:19|20)\d\d年/.test(rest)) return null
    return made('digitComma', anyNumber(comma[1] ?? ''), plainDigits(comma[1] ?? ''), start, comma[0])
  }
  const half = at(DIGIT_HALF, source, start)
  if (half === null) return null
  return made('digitHalf', anyNumber(half[1] ?? ''), `${plainDigits(half[1] ?? '')}）`, start, half[0])
}

const RUNS: readonly [string, string, Style, number][] = [
  ['①', '⑳', 'circled', 0],
  ['㉑', '㉟', 'circled', 20],
  ['❶', '❿', 'circled', 0],
  ['⑴', '⒇', 'digitBracket', 0],
  ['⒈', '⒛', 'digitDot', 0],
  ['㈠', '㈩', 'hanBracket', 0],
]

function readSingle(char: string, source: string, start: number): Label | null {
  const run = RUNS.find(([first, last]) => char >= first && char <= last)
  if (run === undefined) return null
  const tail = /^[、．.]/.exec(source.slice(start + 1, start + 2))?.[0] ?? ''
  return made(run[2], char.charCodeAt(0) - run[0].charCodeAt(0) + 1 + run[3], char, start, char + tail)
}

function readHan(source: string, start: number): Label | null {
  const comma = at(HAN_COMMA, source, start)
  if (comma !== null) {
    const numeral = comma[1] ?? ''
    const rest = source.slice(start + comma[0].length, start + comma[0].length + 3)
    if (/^[一二三四五六七八九十]{1,2}[、等级类档季]/.test(rest)) return null
    return made('han', hanNumber(numeral), numeral, start, comma[0])
  }
  const half = at(HAN_HALF, source, start)
  if (half === null) return null
  return made('hanBracket', hanNumber(half[1] ?? ''), `${half[1]}）`, start, half[0])
}

function letterNumber(letter: string): number {
  return letter.normalize('NFKC').toUpperCase().charCodeAt(0) - 64
}

const KIN: Partial<Record<Style, string>> = {
  digitDot: 'digit',
  digitComma: 'digit',
  digitBracket: 'small',
  digitHalf: 'small',
}

/** Styles that typists mix within one list: 1. and 2、; （1） and 2）. */
export function isKin(a: Style, b: Style): boolean {
  return a === b || (KIN[a] !== undefined && KIN[a] === KIN[b])
}

/** Styles that often are something else, so that only an unbroken count makes them labels. */
export function isWeak(style: Style): boolean {
  return style === 'digitHalf' || style === 'letter' || style === 'letterBracket' || style === 'decimal'
}
