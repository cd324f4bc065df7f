import { readQuantity } from '../corpus/quantity.ts'
import type { Amount } from './amount.ts'
import { type Case, writeInterval } from './fact.ts'
import { beyond, exactly, type Interval, times, UNBOUNDED } from './interval.ts'
import { EMPTY, show, type Term } from './term.ts'

/** What is paid for each one beyond a printed number: 超出部分3000元/人. */
export function excess(node: Extract<Amount, { excess: string }>, given: Case): Term {
  const over = readQuantity(node.over)
  const each = readQuantity(node.excess).value
  const known = given.facts[node.count]?.value as Interval | undefined
  const above = beyond(known ?? UNBOUNDED, over.value)
  const value = times(above, exactly(each))
  const rate = `${node.excess}/${over.unit}`
  const expression =
    known === undefined
      ? `超出${node.over}的部分，${rate}`
      : `（${writeInterval(known)} − ${over.value.toFixed()}）${over.unit} × ${rate}`
  const at = known === undefined ? { missing: [node.count] } : { used: [node.count] }
  return { ...EMPTY, ...at, value, steps: [{ label: '超出部分', expression, value: writeInterval(value) }] }
}

/** What a fact raises by a printed share: 上浮30%; told, not applied, while the fact is not known. */
export function uplifted(node: Extract<Amount, { uplift: string }>, term: Term, given: Case): Term {
  const said = given.facts[node.when]?.value
  if (said === false) return { ...term, used: [...term.used, node.when] }
  const factor = readQuantity(node.uplift).value.times('0.01').plus('1')
  const raised = { ...term, value: times(term.value, exactly(factor)) }
  const expression = `${show(term)} × (1 + ${node.uplift})`
  if (said === true) {
    return {
      ...raised,
      used: [...term.used, node.when],
      steps: [...term.steps, { label: '上浮', expression, value: writeInterval(raised.value) }],
    }
  }
  const label = given.definitions[node.when]?.label ?? node.when
  return { ...term, remarks: [...term.remarks, `${label}的，上浮${node.uplift}，为${show(raised)}`] }
}
