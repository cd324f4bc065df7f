import type { Provision } from '../entitlements/rule.ts'
import { mentions } from './mention.ts'

/** A provision that a message points at, with the words that do. */
export interface Topic {
  provision: Provision
  words: string[]
}

interface Match extends Topic {
  /** The characters of the message that speak of this provision. */
  covered: Set<number>
}

const ROLES: [RegExp, Provision['rule']['recipient'][]][] = [
  [/个人和(?:用人)?(?:单位|企业|公司)|单位和个人/, ['person', 'enterprise', 'institution']],
  [/用人单位|我们(?:厂|公司|企业|单位)|老板|(?:企业|公司|单位|厂里)能|给(?:企业|单位|公司)/, ['enterprise', 'institution']],
  [/个人|我自己|本人|选手|我(?:能|拿|得|是|可以|有)/, ['person']],
]
const ASKS_AMOUNT = /多少|几(?:个)?(?:钱|万|块|千)|[补奖给拿]几|钱|金额|标准|一共|合计|总共/

/**
 * What a message is about. A provision is named by its name or by an alias; the words of an alias written apart
 * ("承办 选拔赛") may stand anywhere. Of two provisions the one that more of the message speaks of is meant.
 */
export function topicsIn(text: string, provisions: Provision[]): Topic[] {
  const vocabulary = provisions.map((provision) => ({ provision, phrases: phrasesOf(provision) }))
  const found = mentions(text, [...new Set(vocabulary.flatMap(({ phrases }) => phrases.flat()))].map((word) => ({ item: word, words: [word] })))
  const matches = vocabulary.flatMap(({ provision, phrases }): Match[] => {
    const said = (word: string, alone: boolean) => found.some(({ item }) => item === word) || (!alone && text.includes(word))
    if (!phrases.some((phrase) => phrase.every((word) => said(word, phrase.length === 1)))) return []
    const own = new Set(phrases.flat())
    const spans = found.filter(({ item }) => own.has(item))
    const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
    return covered.size === 0 ? [] : [{ provision, words: [...new Set(spans.map(({ word }) => word))], covered }]
  })
  const meant = matches.filter((match) => !matches.some((other) => other.covered.size > match.covered.size && match.covered.isSubsetOf(other.covered)))
  return narrow(text, meant)
}

/** Names, aliases and the titles that the provision prints an amount for, each as the words that must all be said. */
function phrasesOf({ rule, definitions }: Provision): string[][] {
  const choice = 'times' in rule.amount && typeof rule.amount.of === 'object' && 'by' in rule.amount.of ? rule.amount.of.by : null
  const definition = choice === null ? undefined : definitions[choice]
  const titles = definition?.type === 'choice' && isTitle(definition.options) ? Object.values(definition.options).flatMap(({ words }) => words) : []
  return [...new Set([rule.name, ...rule.aliases, ...titles])].map((alias) => alias.split(' '))
}

/** Titles (首席技师, 金华大工匠) name their award; medals, grades and levels only tell which one. */
const isTitle = (options: Record<string, { words: string[] }>) =>
  Object.values(options).every(({ words }) => words.some((word) => /(?:特级|首席|优秀)技师$|工匠$/.test(word)))

function narrow(text: string, topics: Match[]): Topic[] {
  const role = ROLES.find(([pattern]) => pattern.test(text))?.[1]
  return topics.filter((topic) => {
    const rivals = topics.filter((other) => other !== topic && other.covered.intersection(topic.covered).size > 0)
    if (rivals.length === 0) return true
    const { kind, recipient } = topic.provision.rule
    if (ASKS_AMOUNT.test(text) && kind === 'treatment' && rivals.some(({ provision }) => provision.rule.kind !== 'treatment')) return false
    return role === undefined || role.includes(recipient) || !rivals.some(({ provision }) => role.includes(provision.rule.recipient))
  })
}
