import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './said.ts'

/** The fact that names one year of a run. */
const YEAR = 'asked-year'
const LATER =
  /(?:第(?<nth>[二三23])|最[后末]一?|末)年(?!和|跟|、|第)[^，,。；;年]{0,10}?(?:多少|几[万千百]|啥数)/u
/** 前两年各到账20万, 头一年拿了22万: what was had in the years before. */
const HAD =
  /(?:第[一二12]年?|头[一两]年|前[面头]?[一两]年|去年|前年)[^，,。；;]{0,10}?(?:到|拿|领|发|给|补|兑)/u

/** Which year of a run that the clause fixes a message asks about. */
export function yearAsked(text: string, definitions: FactDefinitions): FactValues {
  const later = laterYear(text, definitions)
  return later === null ? firstYear(text, definitions) : { [YEAR]: later }
}

/** 第三年还能到多少; null where no later year is asked about. */
function laterYear(text: string, definitions: FactDefinitions): string | null {
  if (definitions[YEAR]?.type !== 'choice') return null
  const match = LATER.exec(text)
  if (match === null) return null
  const names = Object.keys(definitions[YEAR].options)
  return (/[二2]/u.test(match.groups?.nth ?? '') ? names[1] : names.at(-1)) ?? null
}

/** 第一年、第二年各到账20万，第三年还能到多少: what was had is no salary. */
export function withoutHadBefore(text: string, definitions: FactDefinitions): string {
  if (laterYear(text, definitions) === null) return text
  return text
    .split(PIECE)
    .map((piece) =>
      HAD.test(piece) && !LATER.test(piece)
        ? numbersIn(piece)
            .filter(({ kind }) => kind === 'money')
            .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), piece)
        : piece,
    )
    .join('')
}

/** 第一年能拿多少, 一年多少: of a run of years that the clause fixes, only the first is asked about. */
function firstYear(text: string, definitions: FactDefinitions): FactValues {
  if (
    !/(?:第[一1]年|(?<!申报的?|引进的?|来的?)头一年|首年)(?![^，,。；;]{0,3}(?:薪|工资|收入|报酬))/u.test(
      text,
    ) &&
    !A_YEAR.test(text)
  )
    return {}
  const runs = Object.entries(definitions).filter(
    ([, one]) => one.type === 'count' && one.printed !== undefined,
  )
  const one = readNumeral('一')
  return Object.fromEntries(runs.map(([name]) => [name, { min: one, max: one }]))
}

const A_YEAR =
  /(?:(?:补贴|补助|资助|政府|市里|能)[一1每]年|平均(?:下来)?[一1每]一?年|每一?年)(?:能|可以|大概|平均|给|补|拿|领|是|有|到|企业|公司|厂里?|单位|账上|的)*(?:多少|几万)[钱元]?[?？。]?$/u
