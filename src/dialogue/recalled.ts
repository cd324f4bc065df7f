import { readNumeral } from '../corpus/numeral.ts'
import { type Book, findProvision } from '../entitlements/book.ts'
import { exactly } from '../entitlements/interval.ts'
import type { Answered } from './answers.ts'
import { countsAs } from './assign.ts'
import type { ConversationState } from './conversation.ts'
import { numbersIn } from './numbers.ts'
import { pointsAt, withoutPointing } from './pointed-back.ts'
import { type Case, headsOf, isAmong, placeIn } from './results.ts'
import { roleIn, shareIn } from './roles.ts'
import { optionsNamed } from './truths.ts'
import { wantedIn } from './wanted.ts'

/** Answers that a message goes back to: what they were computed from, and what held then. */
export interface Recalled {
  cases: Case[]
  of: Answered[]
}

/** 就想知道…的，刚才是多少来着: what asks for an answer once more, and tells nothing. */
const FILLER =
  /刚才|刚刚|前面|之前|先前|一开始|最开始|原来(?=说|那)|回到|说回|来着|[一再]?(?:遍|次|下)(?=$|[，,。?？吧呢啊])|一个人|一人|自己|本人|到底|究竟|麻烦|帮我?|请|重[新复]|确认|核对|想知道|知道|应该|可以|一?[那这]?[份笔个](?:儿)?|多少|几[万千百个块]|金额|数目?|[，,。?？!！那就只光单再先还想问算说讲念提看报要是的能拿领得给奖补发有该了钱元块呢啊呀吧嘛哦嗯哈行好]/gu
const AGAIN =
  /刚才|刚刚|前面|之前|先前|一开始|最开始|来着|再[说报讲确核念]|重[复新]|只|光|单(?=说|算|看)|就[想要问算说看]|到底|说回|回到/u
/** 两个人的放一块, 我俩合计, 这两个年度的加到一起: nothing but that all of them are added up. */
const ALL =
  /[我他她咱]们?俩|俩人?|[这那]?(?<n>[两二三四五六七八九十\d]+)(?:个人|个?年度|年(?=的)|[个位家种样项笔批份拨组边头]人?)的?|[这那]些|前前后后|前后|(?:奖金?|补贴|补助|津贴|资助|经费|配套|奖励|钱)/gu
const SUMMING =
  /一共|合计|总共|统共|拢共|总数|总额|总计|共计?|相加|[加凑合算拢归放并摞搁](?:在|到|成)?(?:起来|一?(?:块|搭|起|堆)儿?)|合在?一[起块]|都|全部?|统统/gu
/** 前一种两个、后一种一个: how many of each that was answered before. */
const OF_EACH =
  /(?<which>[前头后末]一?|第[一二三四])(?:面|头)?(?:那|一)?[种类项样档个](?:的|有|是|各|来|要|报)*(?<n>[\d一二两三四五六七八九十]+)(?<unit>[个家名人位间所])/gu

/** The answers before that a message asks for again, or for the sum of; null where it does not, or not clearly. */
export function recalled(book: Book, text: string, state: ConversationState): Recalled | null {
  const answers = state.answers.filter(({ cases }) => cases.length > 0)
  if (answers.length < 2) return null
  return (
    countedAnew(book, text, answers) ??
    gathered(book, text, answers, state) ??
    oneOf(book, text, answers, state)
  )
}

function countedAnew(book: Book, text: string, answers: Answered[]): Recalled | null {
  const told = [...text.matchAll(OF_EACH)]
  const single = answers.filter(({ cases }) => cases.length === 1)
  if (told.length < 2 || single.length < told.length) return null
  const latest = single.slice(-told.length)
  const cases = told.flatMap(({ groups = {} }) => {
    const { which = '', n = '', unit = '' } = groups
    const at = /^第/u.test(which) ? '一二三四'.indexOf(which.slice(1)) : /^[前头]/u.test(which) ? 0 : -1
    const one = latest.at(at)?.cases[0]
    const value = readNumeral(n)
    if (one === undefined || value === null) return []
    const [name, ...others] = Object.entries(findProvision(book, one.provision)?.definitions ?? {}).flatMap(
      ([fact, definition]) => (definition.type === 'count' && countsAs(unit, definition.unit) ? [fact] : []),
    )
    if (name === undefined || others.length > 0) return []
    return [{ provision: one.provision, facts: { ...one.facts, [name]: exactly(value) } }]
  })
  return cases.length === told.length ? { cases, of: latest } : null
}

function gathered(
  book: Book,
  text: string,
  answers: Answered[],
  { results }: ConversationState,
): Recalled | null {
  if (!wantedIn(text).total) return null
  const rest = text.replace(SUMMING, '').replace(ALL, '').replace(FILLER, '')
  if (rest.replace(/[我他她它咱俺们和跟与]/gu, '') !== '') return null
  const all = answers.flatMap(({ cases }) => cases)
  const distinct = all.filter((one, i) => !isAmong(all.slice(i + 1), one))
  const told = [...text.matchAll(ALL)]
    .map(([found, n]) => (/俩/u.test(found) ? '两' : n))
    .find((n) => n !== undefined)
  const count = told === undefined ? null : readNumeral(told)
  const heads = (cases: Case[]) => cases.reduce((sum, one) => sum + headsOf(book, one), 0)
  const cases =
    count === null
      ? [distinct].filter(() => results.length < 2)
      : [
          ...[results, distinct].filter((those) => count.eq(String(those.length))),
          ...[results, distinct].filter((those) => count.eq(String(heads(those)))),
        ]
  const [meant] = cases.filter(({ length }) => length > 1)
  return meant === undefined ? null : { cases: meant, of: answers }
}

function oneOf(book: Book, text: string, answers: Answered[], state: ConversationState): Recalled | null {
  if (wantedIn(text).corrects || numbersIn(text).some(({ text: words }) => !words.startsWith('一')))
    return null
  const at = pointsAt(text)
  const runs = withoutPointing(text)
    .replace(FILLER, '，')
    .split('，')
    .filter((run) => run !== '')
  const last = answers.at(-1)
  if (at !== null && runs.length === 0) {
    const meant = at === 'first' ? answers[0] : answers.at(-2)
    return meant === undefined ? null : { cases: meant.cases, of: [meant] }
  }
  if (!runs.some(({ length }) => length > 1)) return null
  const meant = answers.filter(({ said }) => runs.every((run) => said.includes(run)))
  const [one, ...others] = meant
  if (one === undefined || others.length > 0 || one === last) return null
  // 第三家呢: of those in one answer, that one alone.
  if (placeIn(text) !== null) return null
  const role = roleIn(text) ?? shareIn(text)
  const isFor = ({ provision }: Case) => {
    const recipient = findProvision(book, provision)?.rule.recipient
    return role === undefined || (recipient !== undefined && (role.includes(recipient) || AGAIN.test(text)))
  }
  if (!one.cases.every(isFor)) return null
  if (!AGAIN.test(text) && one.place !== state.place) return null
  const namesOption = one.cases.some(({ provision }) =>
    Object.values(findProvision(book, provision)?.definitions ?? {}).some((definition) =>
      runs.some((run) => optionsNamed(run, definition).length > 0),
    ),
  )
  return namesOption ? null : { cases: one.cases, of: [one] }
}
