import type { Provision } from '../entitlements/rule.ts'
import { mentions } from './mention.ts'

/** A provision that a message points at, with the words that do. */
export interface Topic {
  provision: Provision
  words: string[]
}

const ROLES: [RegExp, Provision['rule']['recipient'][]][] = [
  [/用人单位|我们(?:厂|公司|企业|单位)|老板|企业能|公司能|单位能|给(?:企业|单位|公司)/, ['enterprise', 'institution']],
  [/个人|我自己|本人|选手|我(?:能|拿|得|是|可以|有)/, ['person']],
]
const ASKS_AMOUNT = /多少|几(?:个)?(?:钱|万|块|千)|[补奖]贴?助?[多几]|钱|金额|标准|一共|合计|总共/

/** What a message is about: provisions named by their names, their everyday names, or the options they print. */
export function topicsIn(text: string, provisions: Provision[]): Topic[] {
  const found = mentions(text, provisions.map((provision) => ({ item: provision, words: vocabulary(provision) })))
  const topics = [...Map.groupBy(found, ({ item }) => item)].map(([provision, all]) => ({
    provision,
    words: [...new Set(all.map(({ word }) => word))],
  }))
  return narrow(text, topics)
}

/** The names of a provision, and the options that only it prints an amount for. */
function vocabulary({ rule, definitions }: Provision): string[] {
  const choice = 'times' in rule.amount && typeof rule.amount.of === 'object' && 'by' in rule.amount.of ? rule.amount.of.by : null
  const definition = choice === null ? undefined : definitions[choice]
  const options = definition?.type === 'choice' && isTitle(definition.options) ? Object.values(definition.options).flatMap(({ words }) => words) : []
  return [...new Set([rule.name, ...rule.aliases, ...options])]
}

/** Titles (首席技师, 金华大工匠) name their award; medals and levels (金奖, 国家级) only tell which one. */
const isTitle = (options: Record<string, { words: string[] }>) => Object.values(options).every(({ words }) => words.some((word) => /[师匠]$/.test(word)))

function narrow(text: string, topics: Topic[]): Topic[] {
  const role = ROLES.find(([pattern]) => pattern.test(text))?.[1]
  const sameWords = (a: Topic, b: Topic) => a.words.some((word) => b.words.includes(word))
  return topics.filter((topic) => {
    const rivals = topics.filter((other) => other !== topic && sameWords(topic, other))
    if (rivals.length === 0) return true
    const { kind, recipient } = topic.provision.rule
    if (ASKS_AMOUNT.test(text) && kind === 'treatment' && rivals.some(({ provision }) => provision.rule.kind !== 'treatment')) return false
    if (rivals.some((other) => longer(other, topic))) return false
    return role === undefined || role.includes(recipient) || !rivals.some(({ provision }) => role.includes(provision.rule.recipient))
  })
}

/** Named by more of the message's words: 世界技能大赛用人单位 rather than 世界技能大赛. */
const longer = (a: Topic, b: Topic): boolean => b.words.every((word) => a.words.includes(word)) && a.words.length > b.words.length
