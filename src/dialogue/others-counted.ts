import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'

/** 正式工210人, 管理人员30名: those who work somewhere and are nobody's case. */
const STAFF =
  /(?:正式工|合同工|临时工|劳务工|派遣工|外包工?|职工|员工|工人|管理人员|行政人员|干部|后勤|保安|文员)(?:有|共|一共|大概|约)*$/u
/** 有900名员工，招了28个学徒; 5个职工拿到证 are told of. */
const STAFF_BEHIND = /^多?号?(?:在职|正式|在岗)?(?:职工|员工)[，,。；;]/u
const NEW = /^(?:的?新型|新招?的?)/u
const TOTAL_COST =
  /(?<cost>(?:办赛)?成本|费用|花费|花销)[^，,。；;\d]{0,3}(?:总共|一共|合计|总计|加起来)[^，,。；;\d]{0,3}$/u
const SHARED = /(?<heads>[\d一二两三四五六七八九十]+)(?:个|名|位)?人(?:来|去|一起|平|均)*分/u
const ONE = /我|每人|每个人|各/u

/** What is counted of others, and what is told of several together, as it counts for the one that is asked about. */
export const withoutOthers = (text: string, definitions: FactDefinitions): string =>
  withShareOfPrize(withCostOfEach(withoutStaff(text, definitions), definitions), definitions)

function withoutStaff(text: string, definitions: FactDefinitions): string {
  const words = Object.values(definitions).flatMap((fact) => (fact.type === 'count' ? fact.words : []))
  const heads = numbersIn(text).filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
  const isStaff = ({ start, end }: { start: number; end: number }) =>
    STAFF.test(text.slice(0, start)) || STAFF_BEHIND.test(text.slice(end))
  const isOwn = ({ start, end }: { start: number; end: number }) =>
    words.some(
      (word) =>
        word.length > 1 &&
        (text.slice(0, start).endsWith(word) || text.slice(end).replace(NEW, '').startsWith(word)),
    )
  if (!heads.some((one) => isOwn(one) && !isStaff(one))) return text
  return heads
    .filter((one) => isStaff(one) && !isOwn(one))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

/** 3个项目，成本总共9万: as much for each, so that the limit of each holds. */
function withCostOfEach(text: string, definitions: FactDefinitions): string {
  const counted = definitions.projects
  if (definitions.cost === undefined || counted?.type !== 'count') return text
  const numbers = numbersIn(text)
  const [projects, ...more] = numbers.filter(({ kind, unit }) => kind === 'count' && /^[个项场]$/u.test(unit))
  const cost = numbers.find(({ kind, start }) => kind === 'money' && TOTAL_COST.test(text.slice(0, start)))
  const count = projects?.value.min
  if (more.length > 0 || cost?.value.min == null || count == null || count.lte('1')) return text
  const before = text.slice(0, cost.start).replace(TOTAL_COST, '$<cost>')
  return `${before}${cost.value.min.div(count).toFixed()}元${text.slice(cost.end)}`
}

/** 奖金3万三个人分，我配多少: one share; without a word for one of them the sum of all. */
function withShareOfPrize(text: string, definitions: FactDefinitions): string {
  const match = SHARED.exec(text)
  const heads = readNumeral(match?.groups?.heads ?? '')
  const [sum, ...others] = numbersIn(text).filter(
    ({ kind, text: words }) => kind === 'money' || (kind === 'bare' && /^\d{3,}$/u.test(words)),
  )
  if (match === null || heads === null || definitions['award-sum'] === undefined) return text
  if (sum?.value.min == null || others.length > 0 || heads.lte('1')) return text
  const isOne = ONE.test(text.slice(match.index))
  const shared = isOne && sum.value.min.mod(heads).eq('0') ? sum.value.min.div(heads) : sum.value.min
  const spans = [
    { ...sum, by: `${shared.toFixed()}元` },
    { start: match.index, end: match.index + match[0].length, by: '' },
  ]
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end, by }) => left.slice(0, start) + by + left.slice(end), text)
}
