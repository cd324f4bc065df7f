import type { Provision } from '../entitlements/rule.ts'
import { roleIn } from './roles.ts'
import type { Topic } from './topic.ts'
import { optionsIn } from './truths.ts'

/**
 * 其中一个后来拿了金奖，他自己呢, after what the school gets for the team: a value that what is talked about does not
 * know means the provision of the same clause that does. Null where none or several know it.
 */
export function siblingNamed(told: string, topics: Topic[], available: Provision[]): Topic | null {
  const current = topics.map(({ provision }) => provision)
  const known = new Set(current.flatMap(({ definitions }) => Object.keys(definitions)))
  const role = roleIn(told)
  const siblings = available.flatMap((provision): Topic[] => {
    if (current.includes(provision) || !current.some((one) => isBeside(one, provision))) return []
    if (role !== undefined && !role.includes(provision.rule.recipient)) return []
    const words = Object.entries(provision.definitions).flatMap(([name, definition]) =>
      known.has(name) ? [] : optionsIn(told, definition).map(({ word }) => word),
    )
    return words.length === 0 ? [] : [{ provision, words }]
  })
  const [only, ...others] = siblings
  return only === undefined || others.length > 0 ? null : only
}

const isBeside = (one: Provision, other: Provision): boolean =>
  one.documentId === other.documentId &&
  one.rule.clauses.some(({ clause }) => other.rule.clauses.some((beside) => beside.clause === clause))
