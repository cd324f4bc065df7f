import type { FactDefinitions } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'

const STEP =
  /(?<up>高|升|晋|往上|上)(?:了|上|到|出)?[一1](?:档|级|等|层)|(?<down>低|降|往下|下)(?:了|到|出)?[一1](?:档|级|等|层)/u
/** 比国家级低一级的叫啥: what stands in a rule is asked, not what somebody is. */
const ASKS_NAME = /叫(?:啥|什么)|哪[一个]/u

/** 比首席低一档, 要是往上升一级呢: the value printed before or behind the one said before. Null where none is. */
export function steppedBy(
  text: string,
  definitions: FactDefinitions,
  earlier: FactValues,
): FactValues | null {
  const higher = prefixed(text, definitions, earlier)
  if (higher !== null) return higher
  const match = STEP.exec(text)
  if (match === null || ASKS_NAME.test(text)) return null
  const [only, ...others] = Object.entries(definitions).flatMap(([name, fact]) => {
    if (fact.type !== 'choice' || typeof earlier[name] !== 'string') return []
    const items = Object.keys(fact.options)
    const at = items.indexOf(earlier[name]) + (match.groups?.up === undefined ? 1 : -1)
    const item = items[at]
    return at < 0 || item === undefined || item === 'none' ? [] : [{ [name]: item }]
  })
  return only === undefined || others.length > 0 ? null : only
}

/** 是高级的那个, 升高级了, after 技师: what was said before with that in front of it. */
const PREFIXED = /高级(?=[的那呢了，,。；;!！?？]|$)/u
const DENIED = /[不没别未非][^，,。；;]{0,2}$/u

function prefixed(text: string, definitions: FactDefinitions, earlier: FactValues): FactValues | null {
  const match = PREFIXED.exec(text)
  if (match === null || DENIED.test(text.slice(0, match.index))) return null
  const [only, ...others] = Object.entries(definitions).flatMap(([name, fact]) => {
    const before = earlier[name]
    if (fact.type !== 'choice' || typeof before !== 'string') return []
    const [item] =
      Object.entries(fact.options).find(([, { label }]) => label === `高级${fact.options[before]?.label}`) ??
      []
    return item === undefined ? [] : [{ [name]: item }]
  })
  return only === undefined || others.length > 0 ? null : only
}
