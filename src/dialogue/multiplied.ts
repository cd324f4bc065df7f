import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'

const NUMERAL = '[\\d一二两三四五六七八九十百]+'
const GROUP = '(?:班组|班|车间|分厂|工段|小组|组|批次|批|期|届|场|队|门店|部门|项目部)'
const EACH = `(?:[每各](?:个|一|家|支)?${GROUP}?|(?<!第)一个${GROUP})(?:都|平均|是|有|招|带|收|安排|开|进|了)*(?<each>${NUMERAL})(?<unit>个|名|人|位|(?=[，,。；;]|$))`
/** 冠名班, 焊工班. */
const CALLED = '(?![人名位])(?:(?![\\d一二两三四五六七八九十百每各有带个年月])\\p{Script=Han}){0,5}?'
const SEVERAL = `(?:(?<![第\\d])(?<groups>${NUMERAL})(?:个|家|支)?${CALLED}${GROUP}|${GROUP}(?:有|共|一共)?(?<counted>${NUMERAL})(?:个|家|支))`
const BETWEEN = '(?<between>[^。；;！!？?\\d第]{0,8}?)'
/** 3个班，每班40人; 五个车间各带4名学徒; 每期12人，办了3期. */
const GROUPS = [new RegExp(SEVERAL + BETWEEN + EACH, 'gu'), new RegExp(EACH + BETWEEN + SEVERAL, 'gu')]
/** 开了三年，每年30人. */
const YEARS = new RegExp(
  `(?<groups>${NUMERAL})年(?<between>[^。；;！!？?\\d]{0,8}?)(?:每|一)年(?:都|平均|是|有|招|带|收|开|进|了)*(?<each>${NUMERAL})(?<unit>个|名|人|位)`,
  'gu',
)

/** As many in each of several groups, or in each year of a rule that counts no years: all of them together. */
export function multiplied(text: string, definitions: FactDefinitions): string {
  const spoken = text.replace(GROUP_BEHIND, '$&，')
  const counts = Object.values(definitions).filter((one) => one.type === 'count')
  const ofGroups = GROUPS.reduce(
    (told, pattern) => told.replace(pattern, product),
    spoken.replace(YEARS_AND_MONTHS, inMonths),
  )
  return counts.some(({ unit }) => unit === '年') ? yearByYear(ofGroups) : ofGroups.replace(YEARS, product)
}

function product(whole: string, ...found: unknown[]): string {
  const { groups, counted, between, each, unit } = found.at(-1) as Record<string, string | undefined>
  const [a, b] = [readNumeral(groups ?? counted ?? ''), readNumeral(each ?? '')]
  return a === null || b === null
    ? whole
    : `${between?.replace(/[，,]$/u, '') ?? ''}${a.times(b).toFixed()}${unit || '人'}`
}

/** 一年零两个月. */
const YEARS_AND_MONTHS =
  /(?<![\d一二两三四五六七八九十])(\d{1,2}|[一二两三四五六七八九十]{1,2})年(?:零|又|加|外加|还有)?(\d{1,2}|[一二两三四五六七八九十]{1,2})个月/gu

function inMonths(whole: string, years: string, months: string): string {
  const [a, b] = [readNumeral(years), readNumeral(months)]
  return a === null || b === null ? whole : `${a.times('12').plus(b).toFixed()}个月`
}

/** 第一年10人，第二年8人. */
const OF_A_YEAR =
  /(?:第[一二三四五\d]|头[一1])年(?<verb>有|招|带|收|是|送|还有|剩)*(?<count>[\d一二两三四五六七八九十百]+)(?=个|名|人|位)/gu

/** As many in the first year and as many in the second: one year of each, whatever all of them are called together. */
function yearByYear(text: string): string {
  const years = [...text.matchAll(OF_A_YEAR)].length
  if (years < 2) return text
  return text
    .replace(/(?<![第头\d一二两三四五六七八九十])([\d一二两三四五])年/gu, (whole, count: string) =>
      readNumeral(count)?.eq(String(years)) ? '' : whole,
    )
    .replace(OF_A_YEAR, '1年$<count>')
}

/** 春季班28人秋季班33人: without a mark between them, each with its own. */
const GROUP_BEHIND =
  /(?<=班|车间|厂|校区|部|组|队)[\d一二两三四五六七八九十百]+(?:人|名|个)(?=\p{Script=Han}{1,4}(?:班|车间|厂|校区|部|组|队)[\d一二两三四五六七八九十百]+(?:人|名|个))/gu
