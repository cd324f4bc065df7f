import { type FactDefinition, type FactDefinitions, isPrinted } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'
import type { Mention } from './mention.ts'
import { isDenied, isDeniedBefore, withoutIdioms } from './negation.ts'
import { phrasesIn } from './phrase.ts'

/** The options of a choice that a message names, each once. */
export function optionsIn(text: string, definition: FactDefinition): Mention<string>[] {
  const named = optionsNamed(text, definition)
  return named.filter((one, i) => named.findIndex((other) => other.item === one.item) === i)
}

/** Every mention of an option; a denied one where there is an option for none. */
export function optionsNamed(text: string, definition: FactDefinition): Mention<string>[] {
  if (definition.type !== 'choice') return []
  const vocabulary = Object.entries(definition.options).map(([item, { words }]) => ({ item, words }))
  const found = phrasesIn(text, vocabulary)
  const holding = found
    .filter((mention) => !isDenied(text, mention) || isContrasted(text, mention, found))
    .filter((mention) => !isLeftBehind(text, mention, found))
  // 厂里的标兵，市里的荣誉也有: what counts for none says nothing beside another.
  const affirmed = holding.some(({ item }) => isPrinted(item))
    ? holding.filter(({ item }) => isPrinted(item))
    : holding
  const denied = found.find((mention) => !holding.includes(mention))
  if (affirmed.length === 0 && denied !== undefined && NONE in definition.options)
    return [{ ...denied, item: NONE }]
  // 首席技师没评上: the title that somebody did not get is the one that is spoken of.
  if (affirmed.length === 0 && definition.names && found.every(({ item }) => item === found[0]?.item))
    return found.filter((one) => !IS_NOT.test(text.slice(0, one.start))).slice(0, 1)
  return affirmed
}

/** 技师不是高级技师: what stands behind the denial is denied, not what stands before it. */
const isContrasted = (text: string, one: Mention<string>, found: Mention<string>[]): boolean =>
  !isDeniedBefore(text, one) &&
  found.some(
    ({ item, start }) => item !== one.item && CONTRAST.test(text.slice(one.end, Math.max(one.end, start))),
  )

/** 从自治区级升到国家级: what it came from is asked of no more. */
const isLeftBehind = (text: string, one: Mention<string>, found: Mention<string>[]): boolean =>
  /(?:从|由)(?:现在|现有|原来|原先|目前)?的?$/u.test(text.slice(0, one.start)) &&
  found.some(
    ({ item, start }) => item !== one.item && RISEN.test(text.slice(one.end, Math.max(one.end, start))),
  )

const RISEN = /^[^，,。；;、和或还]{0,12}[到成为上往]了?$/u

const CONTRAST = /^[^，,。；;]{0,3}(?:不是|不算|并非|而非)$/u

const IS_NOT = /(?:不是|并非|不算|又不|非)[^，,。；;]{0,4}$/u

/** The option that stands for having none of the others. */
const NONE = 'none'
/** 没有被评上, 未评上 and 没能评上 deny the same. */
const NOT = /没有?(?:被|能)?|未(?:被|能)?/gu

/** 有没有列入, 是不是制造业: asked, not denied. */
const ASKED = /有没有?|(\p{Script=Han})[不没]\1/gu
/** 让晚退不让, 给补不给: asked around what is asked about. */
const ASKED_AROUND =
  /((?!有)\p{Script=Han})([^，,。；;不没我你他她咱俺]{1,6})[不没]\1(?=[了呀啊呢吗嘛]?(?:$|[，,。；;?？!！]))/gu

/** The yes-no facts that a message affirms or denies. */
export function truths(said: string, definitions: FactDefinitions, outside: boolean | null): FactValues {
  const values: FactValues = {}
  const text = said.replace(ASKED_AROUND, '$1$2').replace(ASKED, '$1')
  const told = withoutIdioms(text).replace(NOT, '没')
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'yes-no') continue
    if (definition.fromOutside && outside !== null) values[name] = outside
    const found = phrasesIn(text, [{ item: true, words: definition.words }])
    const isRefused =
      definition.granted &&
      told.split(/[，,。；;]/u).some((piece) => REFUSED.test(piece) && !PAID.test(piece))
    const denying = phrasesIn(told, [{ item: false, words: deniedBy(definition) }])
      // 不是区里的比赛, 没有一个去国企: what would fail the fact is itself denied.
      .filter((one) => DENIES.test(one.word) || !isDeniedBefore(told, one))
    const holds = found.some((mention) => !isDenied(text, mention))
    // 省里评的，市里也评过: the one that holds outweighs the other.
    const isOutdone = definition.outweighs && holds && denying.every(({ word }) => !DENIES.test(word))
    const last = Math.max(...denying.map(({ end }) => end))
    if (denying.length > 0 && !isOutdone) values[name] = turnsOut(told.slice(last), definition)
    else if (isRefused) values[name] = false
    else if (definition.presumed) continue
    else if (found.some((mention) => isDenied(text, mention)) && !(definition.outweighs && holds))
      values[name] = false
    else if (values[name] === undefined && (found.length > 0 || (definition.granted && isGranted(text))))
      values[name] = true
  }
  return values
}

/** 世赛的呢, after 省赛: what is presumed holds again once it is said. */
export const holdsAgain = (text: string, definition: FactDefinition | undefined): boolean =>
  definition?.type === 'yes-no' &&
  definition.presumed &&
  phrasesIn(text, [{ item: true, words: definition.words }]).some((mention) => !isDenied(text, mention))

const flat = new WeakMap<string[], string[]>()

/** Words for what fails a fact, as the text that they are looked for in. */
function deniedBy({ denied }: { denied: string[] }): string[] {
  const known = flat.get(denied) ?? denied.map((word) => word.replace(NOT, '没'))
  flat.set(denied, known)
  return known
}

/** A word for what fails a fact that holds the denial itself. */
const DENIES = /[没不未非无别]|落|刷|淘汰|差/u

/** 头一年没批，今年批了: how it came out in the end counts, where that is told and not asked or wished. */
function turnsOut(rest: string, { words, granted }: FactDefinition & { type: 'yes-no' }): boolean {
  const [, told = ''] = TURN.exec(rest) ?? []
  const pieces = told.split(/[，,]/u).filter((piece) => !OPEN.test(piece))
  const isOwn = words.length > 0 && !granted
  const vocabulary = [{ item: true, words: isOwn ? words : [...GRANTED, ...words] }]
  return pieces.some((piece) => phrasesIn(piece, vocabulary).some((mention) => !isDenied(piece, mention)))
}

/** How a selection or an approval is told that no word of its own names. */
const GRANTED = [
  ...['评上', '选上', '入选', '当上', '创成', '创建成功', '建成', '获批', '批了', '批下来', '通过', '过了'],
  ...['拿下', '认定', '指定', '入围', '成了', '成功', '考过', '考上'],
]

/** 没轮到我们, 没落到咱头上: others got what can be got but once. */
const REFUSED = /没(?:[轮摊争抢排选评][到上着给]|分给|落[到在].{0,4}头上)/u
const PAID = /[钱奖补]|发了?$/u

/** 名单公布了，我入选了: told as it came out, not asked or wished. */
export const isGranted = (text: string): boolean =>
  text
    .split(/[，,。；;]/u)
    .filter((piece) => !OPEN.test(piece))
    .some((piece) =>
      phrasesIn(piece, [{ item: true, words: CAME_OUT }]).some((mention) => !isDeniedBefore(piece, mention)),
    )

const CAME_OUT = [
  ...['评上', '评为', '评成', '选上', '入选', '当选', '当上', '获批', '批下来', '批了', '拿下', '通过了'],
  ...['创成', '创建成功', '建成', '建好', '被评', '被指定', '被认定', '指定为', '认定为', '命名为', '获评'],
]

/** 再报能评上吗, 要是评上: not how it came out. */
const OPEN = /(?<!技|职)能(?!手)|要是|如果|假如|万一|真要?评|想|希望|打算|准备|还没|吗|呢|多少/u

const TURN =
  /[，,。；;].{0,6}?((?:今年|这回|这次|这一?[届年批轮]|终于|总算|后来|最后|结果|如今|上个?月|上周|昨天|刚刚?|又|补考|第[二三四五]次|才|(?:评上|选上|入选|当选|当上|获批|批|通过)了)[^。；;？?]*)/u
