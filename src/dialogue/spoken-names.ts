import { sound } from './sound.ts'

const HAN = /^\p{Script=Han}$/u
/** 签三个月 counts, whatever 前三 sounds like. */
export const NUMERAL = /[一二两三四五六七八九十]/u
/** 是, 的: in a word of three they are more likely themselves than a slip (我的工作是). */
export const FUNCTION = /[是的了在有和就都不也要能人个一]/u

/** 定担班: a name of which several characters were written as others of the same sound, none of them usual there. */
export function spokenNames(names: string[]) {
  const byFirst = Map.groupBy(names, (name) => sound(name.charAt(0)))
  return (characters: string[], start: number, isUsualAt: (at: number) => boolean): string | undefined => {
    const first = characters[start] ?? ''
    if (!HAN.test(first)) return undefined
    return byFirst.get(sound(first))?.find((name) => {
      const typed = characters.slice(start, start + name.length)
      const slips = typed.flatMap((c, i) => (c === name[i] ? [] : [i]))
      return (
        typed.length === name.length &&
        slips.length > 1 &&
        slips.length < name.length &&
        typed.every((c, i) => HAN.test(c) && sound(c) === sound(name[i] as string)) &&
        slips.every((i) => !FUNCTION.test(typed[i] as string) && !NUMERAL.test(typed[i] as string)) &&
        slips.some((i) => !isUsualAt(start + i))
      )
    })
  }
}
