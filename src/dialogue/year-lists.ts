import { PIECE } from './said.ts'

const YEAR = '(?:19|20)\\d\\d'
/** 2023、2024两个年度各带18个; 2022年和2023年每年各带12个. */
const LISTED = new RegExp(
  `(?<first>${YEAR})年?度?[、,，和跟与到至]{1,2}(?<second>${YEAR})年?度?(?:这?[两二2]个?年度?)?(?:里|期间|的时候|我们?|厂里|公司|企业)*(?:每年度?|各自?|都是?|均|分别){1,2}(?<verb>带|有|收|招|培养|培训)了?(?:着|过)?(?<each>[\\d一二两三四五六七八九十百]+)(?<unit>个|名|位|人)`,
  'u',
)
const AT_EACH = /(?:各|分别)(?:是|补|给|拿|领|能|有|得)*多少|每年(?:是|补|给|拿|领|能|有|得)*多少/u

/**
 * 2023、2024两个年度各带18个: as many in either year, so that each is answered under its own rule where the rule differs,
 * and for two years where it is one.
 */
export function withYearsTold(text: string, changes: (from: string, to: string) => boolean): string {
  const match = LISTED.exec(text)
  const { first = '', second = '', verb = '', each = '', unit = '' } = match?.groups ?? {}
  if (match === null || Number(second) <= Number(first)) return text
  const before = text.slice(0, match.index)
  const behind = text.slice(match.index + match[0].length)
  const isApart = AT_EACH.test(behind) || changes(first, second) || Number(second) > Number(first) + 1
  return isApart
    ? `${before}${first}年${verb}${each}${unit}${behind.split(PIECE)[0] ?? ''}${second}年${verb}${each}${unit}${behind}`
    : `${before}${first}年${verb}${each}${unit}${behind.replace(/^[^，,。；;！!？?]*/u, '$&带两年')}`
}

const NUMERAL = '[\\d一二两三四五六七八九十百]+'
const TOLD = new RegExp(`${NUMERAL}[个名位人][^。；;！!？?]{0,4}[，,]$`, 'u')
/** 比去年的40名多了15名. */
const COMPARED = new RegExp(
  `比(?:去年|前年|上一?年|上一?[批期届次回]|往年|以往|以前|原来)[^，,。；;\\d]{0,6}?${NUMERAL}[个名位人](?:[多少][了出]?${NUMERAL}[个名位人])?[，,]?`,
  'u',
)

/** 今年认定55名，比去年的40名多了15名: what another year had, beside what there are now. */
export function withoutYearBefore(text: string): string {
  const match = COMPARED.exec(text)
  return match !== null && TOLD.test(text.slice(0, match.index))
    ? text.slice(0, match.index) + text.slice(match.index + match[0].length)
    : text
}
