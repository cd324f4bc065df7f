import type { Clause, Span } from '../src/corpus/clause.ts'
import { type Quantity, quantities } from '../src/corpus/quantity.ts'
import { literals } from '../src/entitlements/amount.ts'
import type { FactDefinitions } from '../src/entitlements/fact.ts'
import type { ASIDE_REASONS, Entitlement } from '../src/entitlements/rule.ts'
import type { DocumentFolder } from './corpus-folder.ts'

export type AsideReason = (typeof ASIDE_REASONS)[number] | 'date' | 'ordinal' | 'indefinite'
export type AuditKind = 'sum' | 'percentage' | 'ratio' | 'count' | 'grant'

export interface Finding {
  kind: AuditKind
  clause: string
  text: string
  /** Where it went: the rule that uses it, or why it promises nothing; null is open. */
  bound: string | null
  aside: AsideReason | null
}

const KIND: Partial<Record<Quantity['kind'], AuditKind>> = {
  money: 'sum',
  percent: 'percentage',
  ratio: 'ratio',
  count: 'count',
}

const GRANT =
  /给予|补贴|补助|奖励|奖补|资助|津贴|待遇|配套|扶持|优惠|参照|比照|资金支持|经费支持|支持政策|同等|加分|倾斜|享受|直接认定|免试|列支/gu

/** Every printed figure and every granting word of a document, each with what became of it. */
export function audit({ document, rules }: DocumentFolder, shared: FactDefinitions): Finding[] {
  const facts = { ...shared, ...rules.facts }
  return document.clauses.flatMap((clause) => {
    const own = clause.id.slice(document.meta.id.length + 1)
    const uses = rules.entitlements.flatMap((rule) => usesIn(rule, own, clause, facts))
    if (rules.stacking?.clause === own)
      uses.push({ rule: 'stacking', span: spanOf(clause, rules.stacking.quote), numbers: [] })
    const asides = rules.asides
      .filter((aside) => aside.clause === own)
      .map((aside) => ({ span: spanOf(clause, aside.quote), reason: aside.reason }))
    const settle = (at: Span, number: Quantity | null) => ({
      bound:
        uses.find(
          (use) => within(at, use.span) && (number === null || use.numbers.some((n) => same(n, number))),
        )?.rule ?? null,
      aside:
        asides.find((aside) => within(at, aside.span))?.reason ??
        (number === null ? null : idiom(number, clause.text)),
    })
    const figures = printed(clause).map((quantity) => ({
      kind: KIND[quantity.kind] as AuditKind,
      clause: own,
      text: quantity.text,
      ...settle(quantity, quantity),
    }))
    const grants = [...clause.text.matchAll(GRANT)].map((match) => ({
      kind: 'grant' as const,
      clause: own,
      text: match[0],
      ...settle({ start: match.index, end: match.index + match[0].length }, null),
    }))
    return [...figures, ...grants]
  })
}

export const isOpen = ({ bound, aside }: Finding): boolean => bound === null && aside === null

interface Use {
  rule: string
  span: Span
  numbers: Quantity[]
}

function usesIn(rule: Entitlement, own: string, clause: Clause, facts: FactDefinitions): Use[] {
  const numbers = printedLiterals(rule, facts).flatMap(quantities)
  return rule.clauses
    .filter((cited) => cited.clause === own)
    .map((cited) => ({ rule: rule.id, span: spanOf(clause, cited.quote), numbers }))
}

/** Every number that a rule takes from its clause, as it is written in the rule. */
export function printedLiterals(rule: Entitlement, facts: FactDefinitions): string[] {
  const thresholds = rule.conditions.flatMap((condition) => {
    if ('atLeast' in condition) return [condition.atLeast]
    if ('atMost' in condition) return [condition.atMost]
    return 'moreThan' in condition ? [condition.moreThan] : []
  })
  const presumed = amountFactNames(rule).flatMap((name) => {
    const definition = facts[name]
    return definition?.type === 'count' && definition.printed !== undefined ? [definition.printed] : []
  })
  return [
    ...literals(rule.amount),
    ...thresholds,
    ...presumed,
    ...(rule.formerly === undefined ? [] : [rule.formerly]),
  ]
}

const amountFactNames = (rule: Entitlement): string[] =>
  [...JSON.stringify(rule.amount).matchAll(/"([a-z-]+)"/g)].map((m) => m[1] as string)

export const same = (a: Quantity, b: Quantity): boolean =>
  a.kind === b.kind && a.value.eq(b.value) && sameUnit(a.unit, b.unit)

/** 20名 is 20人, 2年 is two years: measure words of one thing. */
const PEOPLE = new Set(['人', '名', '位'])
const sameUnit = (a: string, b: string): boolean => a === b || (PEOPLE.has(a) && PEOPLE.has(b))

/** The figures of a clause; a range whose unit stands once at its end is one figure. */
function printed(clause: Clause): Quantity[] {
  const all = quantities(clause.text).filter(({ kind }) => KIND[kind] !== undefined)
  return all.filter((quantity, i) => {
    const next = all[i + 1]
    const isLowerBound = next !== undefined && /^[—–-]$/.test(clause.text.slice(quantity.end, next.start))
    return !(isLowerBound && !/[元%％万]$/.test(quantity.text))
  })
}

function idiom({ text, start }: Quantity, source: string): AsideReason | null {
  if (source[start - 1] === '第') return 'ordinal'
  if (/^(?:十[一二三四五六七八九]|二十)届$/.test(text)) return 'ordinal'
  return /^一[批支次类级届座条个]$/.test(text) || (text === '一年' && source[start - 1] === '上')
    ? 'indefinite'
    : null
}

function spanOf(clause: Clause, quote: string): Span {
  const start = clause.text.indexOf(quote)
  return { start, end: start < 0 ? start : start + quote.length }
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
