/** Digits without anything between them, all Arabic or all Chinese. */
export interface Group {
  digits: string
  isChinese: boolean
  start: number
  end: number
  /** Where each digit ends: what is invisible between digits belongs to them. */
  ends: number[]
}

const CHINESE: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}
const SEPARATOR = /^[\s\p{Pd}.．·•・_/／~～()（）]$/u
const INVISIBLE = /^(?:\p{Cf}|\p{Variation_Selector})$/u
const DIGIT = /^\p{Nd}$/u
const WIDEST_GAP = 3

/** Runs of digit groups with at most a few blanks, dashes or points between them, in one pass over the text. */
export function digitRuns(text: string): Group[][] {
  const runs: Group[][] = []
  let run: Group[] = []
  let gap = 0
  let at = 0
  for (const char of text) {
    const start = at
    at += char.length
    if (INVISIBLE.test(char)) continue
    const digit = digitOf(char, run, gap)
    if (digit === null) {
      gap += 1
      if (!SEPARATOR.test(char) || gap > WIDEST_GAP) {
        if (run.length > 0) runs.push(run)
        run = []
      }
      continue
    }
    const isChinese = char in CHINESE
    const last = run.at(-1)
    const goesOn = last !== undefined && gap === 0 && digit !== 'X' && last.digits !== 'X'
    if (goesOn && last.isChinese === isChinese) {
      last.digits += digit
      last.end = at
      last.ends.push(at)
    } else {
      run.push({ digits: digit, isChinese, start, end: at, ends: [at] })
    }
    gap = 0
  }
  return run.length > 0 ? [...runs, run] : runs
}

/** X stands for ten at the end of an identity number, and after digits only. */
function digitOf(char: string, run: Group[], gap: number): string | null {
  if (char >= '0' && char <= '9') return char
  if (char in CHINESE) return CHINESE[char] as string
  if (/^[xXｘＸ]$/.test(char)) return run.length > 0 && gap <= WIDEST_GAP ? 'X' : null
  if (!DIGIT.test(char)) return null
  const plain = char.normalize('NFKC')
  return /^\d$/.test(plain) ? plain : null
}
