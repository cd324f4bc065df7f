import Big from 'big.js'
import { type Book, findProvision } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import { type Case, headsFactOf } from './results.ts'

const TOTAL = /一共|合计|总共|统共|拢共|加起来|加[到在]?一[起块]|总的/u
/** Each is asked for, or each is paid to another. */
const EACH = /各|分别|每[个家所班组批]|[家厂校院店所]|公司|单位|企业[甲乙ABab一二]/u
const GROUPS = /[班组批期]/u

/** 两个班一个38人一个41人，总共: groups of one payee that differ in nothing but their number are asked for together. */
export function togetherWhereAlike(book: Book, text: string, cases: Case[]): Case[] {
  const [first, ...others] = cases
  if (first === undefined || others.length === 0 || !GROUPS.test(text) || !TOTAL.test(text)) return cases
  const { rule } = findProvision(book, first.provision) ?? {}
  const heads = headsFactOf(book, first)
  if (heads === null || rule === undefined || !('times' in rule.amount) || EACH.test(text.replace(OWN, '')))
    return cases
  const besides = ({ facts }: Case) => JSON.stringify(Object.entries({ ...facts, [heads]: true }).toSorted())
  const isAlike = (one: Case) => one.provision === first.provision && besides(one) === besides(first)
  if (!rule.amount.times.includes(heads) || !others.every(isAlike)) return cases
  const counts = cases.map(({ facts }) => facts[heads])
  const sum = counts.reduce<Big | null>(
    (all, one) => (all === null || typeof one !== 'object' || one.min === null ? null : all.plus(one.min)),
    new Big('0'),
  )
  return sum === null ? cases : [{ ...first, facts: { ...first.facts, [heads]: exactly(sum) } }]
}

/** 老陈、小吴、阿萍三个都评上了, 三个人合计: of whom nothing differs, as many of one. */
export function asManyOfOne(book: Book, cases: Case[]): Case[] {
  const [first, ...others] = cases
  if (first === undefined || others.length === 0) return cases
  const { rule, definitions = {} } = findProvision(book, first.provision) ?? {}
  const isSame = others.every((one) => JSON.stringify(one) === JSON.stringify(first))
  const heads = Object.keys(definitions).find((name) => {
    const fact = definitions[name]
    const times: string[] = rule !== undefined && 'times' in rule.amount ? rule.amount.times : []
    return fact?.type === 'count' && fact.unit === '人' && times.includes(name)
  })
  if (!isSame || heads === undefined || first.facts[heads] !== undefined) return cases
  return [{ ...first, facts: { ...first.facts, [heads]: exactly(new Big(String(cases.length))) } }]
}

/** 我们厂, 跟学校合办, 企业能拿: who asks or takes part is not one of several. */
const OWN =
  /(?:我们|咱们?|俺们?|本)(?:家|厂|校|院|店|公司|单位|企业)|[跟与和同](?:职业|技工)?(?:学?校|院校|职校|技校|学院)|(?:家|的|一家|一个)(?:企业|厂子?|公司|单位|学校)/gu
