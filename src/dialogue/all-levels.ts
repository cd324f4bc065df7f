import type { Provision } from '../entitlements/rule.ts'
import { optionsIn } from './truths.ts'

const ALL =
  /(?<count>[两俩二2三3四4])个?(?:级别|等级|层级|层次|档次|级|档|种|类|块牌子)(?=都|全|加|一共|一起|合|各|分别|[，,]?(?:总共|一共|加起来))/u
const NUMBER: Record<string, number> = { 两: 2, 俩: 2, 二: 2, 2: 2, 三: 3, 3: 3, 四: 4, 4: 4 }

/** 两个级别都成了: as many as the rule prints amounts for, each by its name. */
export function allLevels(text: string, { rule, definitions }: Provision): string {
  const match = ALL.exec(text)
  if (match === null || !('times' in rule.amount)) return text
  const { of } = rule.amount
  if (typeof of !== 'object' || !('by' in of)) return text
  const definition = definitions[of.by]
  const items = Object.keys(of.cases)
  // 三类一起问，特级1个，首席3个: they are named besides.
  if (definition !== undefined && optionsIn(text, definition).length > 1) return text
  if (definition?.type !== 'choice' || items.length !== NUMBER[match.groups?.count ?? '']) return text
  const names = items.flatMap((item) => definition.options[item]?.words[0] ?? [])
  return text.replace(match[0], names.join('、'))
}
