import { type FactDefinitions, isPrinted } from '../entitlements/fact.ts'
import type { Provision } from '../entitlements/rule.ts'
import { NAME } from './people.ts'
import type { Topic } from './topic.ts'

/** Words that say what is given and to whom, not which of several. */
const GENERAL =
  /补贴|资助|奖励|奖补|奖金|资金|支持|经费|津贴|待遇|标准|人才|技能|高技|企业|单位|学校|院校|公司|个人|培训|建设|项目/u

/**
 * 国外2个、国内5个，合计多少, after both were answered: of what a conversation is about, a part of a name that stands in
 * no other name is enough.
 */
export function namedAmong(told: string, discussed: Provision[]): Topic[] {
  const values = discussed.flatMap(({ definitions }) =>
    Object.values(definitions).flatMap((fact) =>
      fact.type === 'choice' ? Object.values(fact.options).flatMap(({ words }) => words) : [],
    ),
  )
  const isValue = (pair: string) => values.some((word) => word.includes(pair))
  const names = discussed.map(
    ({ rule }) => new Set(rule.aliases.flatMap(pairsOf).filter((pair) => !isValue(pair))),
  )
  return discussed.flatMap((provision, i) => {
    const words = [...(names[i] ?? [])].filter(
      (pair) => told.includes(pair) && !names.some((others, at) => at !== i && others.has(pair)),
    )
    return words.length === 0 ? [] : [{ provision, words }]
  })
}

const pairsOf = (alias: string): string[] =>
  alias
    .split(' ')
    .flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)))
    .filter((pair) => !GENERAL.test(pair))

/** What may follow 杰出 where 杰出工匠 is meant. */
const ENDS =
  '(?=$|[的那呢也各都就是，,。、；;！!？?\\d一二两三四五六七八九十个名位我你他她跟和加漏多少给评选了])'

const COUNT = '[\\d一二两三四五六七八九十]+[个名位人]'
/** 优秀10个, 10个优秀: counted, so that it is no adjective. */
const COUNTED = [`(?=${COUNT})`, '(?=[\\d一二两三四五六七八九十]+万)', `(?=是|有|评了)(?=.{1,2}${COUNT})`]
/** 他评的首席，我评的优秀; 老李杰出 */
const AWARDED = `(?:(?:评(?:的是?|上了?|为|成|到|了)|选上了?|是)(?:个)?|${NAME})`
const AWARDED_OR_COUNTED = `(?:${AWARDED}|${COUNT})`
const PAUSE = '(?=$|[，,。；;！!？?])'

/** 特级2个首席4个优秀6个: beside a title that is named, another that is counted is named by what tells it apart. */
export function spelledOutBeside(text: string, definitions: FactDefinitions[]): string {
  const named = titlesOf(definitions).filter((options) =>
    options.some(({ words }) => words.some((word) => text.includes(word))),
  )
  return [...new Set(named.map((options) => options.map(({ label }) => label).join()))].reduce(
    (whole, labels) =>
      withEndings(
        withEndings(whole, labels.split(','), COUNTED),
        labels.split(','),
        [PAUSE],
        AWARDED_OR_COUNTED,
      ),
    text,
  )
}

/** 他杰出我大工匠: of titles that were talked about, what tells them apart stands for the whole. */
export function spelledOut(text: string, definitions: FactDefinitions[]): string {
  return titlesOf(definitions).reduce(
    (whole, options) =>
      withEndings(
        whole,
        options.map(({ label }) => label),
        [ENDS],
      ),
    inOrder(text, definitions),
  )
}

/** 中间那档, of three titles that were talked about: by the order in which they are printed. */
function inOrder(text: string, definitions: FactDefinitions[]): string {
  const [options, ...others] = titlesOf(definitions)
  if (options === undefined || others.length > 0) return text
  const middle = options.length % 2 === 1 ? options[(options.length - 1) / 2] : undefined
  return text.replace(
    /(最高|最?顶[上头格尖]|头一|最低|最末|末尾|垫底|最?底下|中间)(?:的|那|这|一)*(?:个)?(?:档|等|类|级(?!技师|工)|层)次?/gu,
    (words, which: string) =>
      (/高|顶|头/u.test(which) ? options[0] : which === '中间' ? middle : options.at(-1))?.label ?? words,
  )
}

type Titles = { label: string; words: string[] }[]
const known = new WeakMap<FactDefinitions, Titles[]>()

const titlesOf = (definitions: FactDefinitions[]): Titles[] =>
  definitions.flatMap((facts) => {
    const titles =
      known.get(facts) ??
      Object.values(facts).flatMap((fact) =>
        fact.type === 'choice' && fact.names
          ? [Object.entries(fact.options).flatMap(([option, one]) => (isPrinted(option) ? [one] : []))]
          : [],
      )
    known.set(facts, titles)
    return titles
  })

/** Titles that are named by less, where what follows is one of `ends`, with what ends all of them. */
function withEndings(text: string, labels: string[], ends: string[], begin = ''): string {
  const ending = commonEnding(labels)
  const beginning = commonEnding(labels.map(reversed)).length
  return labels.reduce((whole, label) => {
    const short = label.slice(beginning, -ending.length)
    return ending.length < 2 || short.length < 2
      ? whole
      : ends.reduce(
          (left, end) => left.replace(new RegExp(`(?<=${begin})${short}${end}`, 'gu'), short + ending),
          whole,
        )
  }, text)
}

const reversed = (text: string): string => [...text].reverse().join('')

function commonEnding([first = '', ...others]: string[]): string {
  let ending = first
  while (ending !== '' && !others.every((one) => one.endsWith(ending))) ending = ending.slice(1)
  return ending
}
