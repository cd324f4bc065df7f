import { ordinaryIn } from './ordinary.ts'
import { nearly, sound } from './sound.ts'

/** How often two neighbouring characters stand side by side in the texts and in what people ask of them. */
export type Seen = (pair: string) => number

const HAN = /^\p{Script=Han}$/u
/** Numerals, negations and measures: one put for another changes what is said. */
const NUMERAL = /[〇零一二两三四五六七八九十百千万亿半几俩仨不没未非无省市县区旗国年月天元块]/u
/** Small words between others stand beside anything. */
const SMALL = /[的了是在有和就都也还要会能人个各或及与把被给对从为所该每全]/u

/** Characters that look alike, by hand or on paper. */
const SHAPES =
  '徒徙 贴帖 技枝伎 师帅狮 匠匝 治冶 家冢 余佘 酬筹 竞竟 育肓 评坪 金全 包句 头买 赛寒 特持 基墓 地池 葛曷 诸储 领颌 军车 扩旷 工土 职积 训驯 津律 奖桨 励厉 限恨 选洗 拔拨 集焦 首目 席度 优忧 资咨 助肋 定锭 心必 侯候 己已 级极 证征 建健 购构 院完 校较 银很 补朴'
    .split(' ')
    .map((group) => [...group])

/** Seen together at least so often, where both neighbours or only one of them agrees. */
const BOTH = 8
const ONE = 30
/** The same for what only nearly sounds the same. */
const BOTH_NEARLY = 20
const ONE_NEARLY = 90
/** Only one neighbour agrees, and the other, no small word, speaks against it (搞精密 is not 高精). */
const AGAINST = 90
/** Inside a word of everyday Chinese only what is asked so often (直截 for 直接). */
const ORDINARY = 300
/** 陈师傅, 程老师: who is spoken of. */
const CALLED = /^(?:师傅|老师|大师|大哥|大姐|主任|经理)/u
/** The name of a place, seen so often, where a small word stands on the other side. */
const CERTAIN = 150
/** How many times as often as any other character that sounds the same. */
const OVER_OTHERS = 3

const saidAgain = (text: string[], at: number, step: number): boolean =>
  /[一不没]/u.test(text[at + step] ?? '') && text[at + 2 * step] === text[at]

/**
 * Mends a character that never stands beside either neighbour, where another of the same sound often does: evidence
 * from both sides, so that it needs no list of words and leaves what is rare but right as it is.
 */
export function createProofreader(
  seen: Seen,
  characters: string[],
  terms: Set<string>,
  ofPlaces: Set<string>,
): (text: string[]) => string[] {
  const usual = characters.filter((c) => HAN.test(c) && !NUMERAL.test(c) && !/[是了的]/u.test(c))
  const byShape = new Map(SHAPES.flatMap((group) => group.map((c) => [c, group])))
  const bySound = Map.groupBy(usual, sound)
  const byNear = Map.groupBy(usual, (c) => nearly(sound(c)))
  const mend = (c: string, before: string, after: string, isOrdinary: () => boolean): string => {
    // 金话的: a small word beside it neither confirms what was typed nor what was meant.
    const beside = { left: SMALL.test(before) ? '' : before, right: SMALL.test(after) ? '' : after }
    if (seen(beside.left + c) > 0 || seen(c + beside.right) > 0) return c
    const isConfirmed = seen(before + c) > 0 || seen(c + after) > 0
    const allowed = isConfirmed ? ofPlaces : terms
    const isAgainst = (side: string, sum: number) => sum === 0 && HAN.test(side)
    const leastOf = (left: number, right: number, both: number, one: number) => {
      if (isConfirmed) return CERTAIN
      if (isOrdinary()) return ORDINARY
      if (isAgainst(beside.left, left) || isAgainst(beside.right, right)) return Math.max(one, AGAINST)
      return Math.min(left, right) > 0 ? both : one
    }
    const best = (candidates: string[], both: number, one: number): string | null => {
      const scored = candidates
        .filter((other) => other !== c)
        .map((other) => ({ other, left: seen(beside.left + other), right: seen(other + beside.right) }))
        .filter(({ other }) => allowed.has(before + other) || allowed.has(other + after))
        .filter(({ left, right }) => left + right >= leastOf(left, right, both, one))
        .map(({ other, left, right }) => ({ other, sum: left + right }))
        .sort((a, b) => b.sum - a.sum)
      const [first, second] = scored
      if (first === undefined) return null
      return second === undefined || first.sum >= OVER_OTHERS * second.sum ? first.other : null
    }
    return (
      best([...(bySound.get(sound(c)) ?? []), ...(byShape.get(c) ?? [])], BOTH, ONE) ??
      best(byNear.get(nearly(sound(c))) ?? [], BOTH_NEARLY, ONE_NEARLY) ??
      c
    )
  }
  return (text) => {
    const mended = [...text]
    // Most messages hold nothing to mend: they are not cut into words.
    let ordinary: boolean[] | undefined
    const isOrdinary = (at: number): boolean => {
      ordinary ??= ordinaryIn(text)
      return ordinary[at] === true
    }
    for (const [i, c] of text.entries()) {
      if (!HAN.test(c) || NUMERAL.test(c) || SMALL.test(c)) continue
      // 攻一攻, 冷不冷: a character that is said again.
      if (text[i + 1] === c || saidAgain(text, i, -1) || saidAgain(text, i, 1)) continue
      if (CALLED.test(text.slice(i + 1, i + 3).join(''))) continue
      mended[i] = mend(c, mended[i - 1] ?? '', text[i + 1] ?? '', () => isOrdinary(i))
    }
    return mended
  }
}
