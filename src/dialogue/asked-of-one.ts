import type { ConversationState } from './conversation.ts'
import { named } from './labels.ts'
import { numbersIn } from './numbers.ts'
import { ASKS, type Cases, casesToldIn, toldOf } from './told-cases.ts'
import { wantedIn } from './wanted.ts'

/** A message as it is asked of one of the cases told before: their words and its own. */
export interface AskedOfOne {
  text: string
  /** The question alone. */
  asked: string
}

/** What a message asks of cases that were told one by one before it. */
export interface AskedOfCases {
  each: AskedOfOne[]
  /** The conversation as it was before they were told. */
  state: ConversationState
}

/**
 * 小李呢, after 老张评上特级技师，小李优秀技师: the question with what was told of 小李 alone; 他俩加起来: with what was told of
 * each. Null where no cases were told, or it is not clear which of them are meant.
 */
export function askedOfCases(text: string, state: ConversationState): AskedOfCases | null {
  const { told } = state
  if (told === null) return null
  const cases = casesToldIn(told.text)
  if (cases === null || casesToldIn(text) !== null || CHANGES.test(text)) return null
  const names = meantBy(text, cases)
  if (names.length === 0) return null
  const each = names.map((name) => askedOf(name, text, cases, state))
  if (each.some((one) => one === null)) return null
  return {
    each: each.flatMap((one) => one ?? []),
    state: { ...state, ...told.before, last: { cases: [], summed: false }, results: [] },
  }
}

/** 要是小李评的是首席呢, 再加一个: something else than what was told. */
const CHANGES = /要是|如果|假如|换成|改成|不对|其实|再[加有来算]|另外|别的|除了/u
/** 他俩, 三个人, 两家: all of those told of. */
const ALL =
  /[他她]们?俩|俩人|咱俩|我俩|[他她咱我]们(?:两|几|三)|(?<![\d一二两三四五六七八九十])[两俩三四五2-5](?:个)?(?:人|位|家|个|名|班|厂|校|所|公司|学校|车间|院)(?!都?[不没])|加起来|加一[起块]|合(?:起来|一起|在一起|计)|一共|总共|拢共|分别|各/gu

function meantBy(text: string, cases: Cases): string[] {
  const own = named(text, cases.labels)
  if (own.length > 0) return own
  const counts = numbersIn(text).filter(({ kind, rate }) => kind === 'count' && rate !== true)
  const isAll = counts.every(({ value }) => value.min?.eq(String(cases.names.length)))
  return isAll && text.search(ALL) >= 0 && text.replace(ALL, '').length <= SHORT ? cases.names : []
}

/** As much may stand beside what says that all are meant. */
const SHORT = 16
/** 小李呢, 那老陈那边: nothing is asked but of whom. */
const FILLER = /^[那就还这边头位家个人的话呢啊呀吧是有,，?？。和跟与\d一二两三四五]*$/u

function askedOf(name: string, text: string, cases: Cases, state: ConversationState): AskedOfOne | null {
  const rest = withoutNames(text, cases).replace(ALL, '')
  const before = withoutNames(state.asked, cases).replace(ALL, '').replace(/^那|都|每(?:个?人|家)/gu, '')
  const isOwn = !FILLER.test(rest) && (rest.length >= OWN || !wantedIn(before).asksAmount)
  const question = isOwn ? rest : before
  if (isOwn && numbersIn(rest).some(({ start }) => !/那$/u.test(rest.slice(0, start)))) return null
  if (!ASKS.test(question) && !wantedIn(question).asksAmount && !wantedIn(question).ofMoney) return null
  const asked = `${name}${question.replace(/^[，,呢的]+/u, '')}`
  return { text: `${toldOf(name, cases)}，${asked}`, asked }
}

/** A shorter question says less than the one before it. */
const OWN = 6

const withoutNames = (text: string, { labels }: Cases): string =>
  labels
    .flatMap(({ name, keys }) => (name === '我' ? [] : keys))
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, key) => left.replaceAll(key, ''), text)
    .replace(/^(?:那么?)?(?:我(?!们)(?:自己)?)?[和跟与、]?/u, '')
