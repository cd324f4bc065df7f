import type Big from 'big.js'
import type { FactDefinition, FactDefinitions, FactValue } from '../entitlements/fact.ts'
import type { Interval } from '../entitlements/interval.ts'
import { likeEarlier } from './magnitude.ts'
import type { Said } from './said.ts'

export type FactValues = Record<string, FactValue>

/** Measure words that may count what a fact counts. */
const MEASURES: Record<string, string[]> = {
  人: ['人', '名', '位', '个'],
  人次: ['人次', '人', '次', '个', '名'],
  年: ['年'],
  月: ['月', '个月', '年'],
  个: ['个', '家', '项', '所', '间', '支', '座', '间', '场', '届', '次'],
  家: ['家', '个'],
  次: ['次', '个'],
}
const NEAR = 8

/** Whether a measure word may count what a fact of that unit counts. */
export const countsAs = (measure: string, unit: string): boolean => MEASURES[unit]?.includes(measure) ?? false

export const isHeads = (unit: string): boolean => MEASURES.人?.includes(unit) ?? false

/** How much better a number must fit than the next to be taken: nothing is guessed between two. */
const CLEAR = 1

export const isSame = (a: Interval, b: Interval): boolean =>
  String(a.min) === String(b.min) && String(a.max) === String(b.max)

/** Gives each number to the fact whose unit it has and whose words stand nearest; none is used twice. */
export function assign(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
  corrected: string | null = null,
  earlier: FactValues = {},
): FactValues {
  const counted = countedByUnit(text, definitions)
  // 实际998, after 1001人次: what was told before came to it, nothing that was never told.
  const told = Object.keys(definitions).some((name) => typeof earlier[name] === 'object')
  const isUntold = ({ kind }: Said, name: string, { type }: FactDefinition) =>
    kind === 'bare' && type === 'count' && told && earlier[name] === undefined
  const pairs = withoutArticles(numbers).flatMap((quantity) =>
    Object.entries(definitions).flatMap(([name, definition]) => {
      if (quantity.kind === 'money' && (isSpentOf(quantity, definition, text) || isOfKin(quantity, text)))
        return []
      if (isHeads(quantity.unit) && (isStaff(quantity, text) || isBelow(quantity, definition, text)))
        return []
      if (definition.type === 'count' && definition.self && isOnlyOne(quantity, text)) return []
      if (definition.type === 'money' && isOfAnother(quantity, definition.words, text)) return []
      const score = affinity(quantity, definition, text, isUntold(quantity, name, definition))
      const bare =
        quantity.kind === 'bare' &&
        standsAlone(quantity, text) &&
        (score >= (IS.test(text.slice(0, quantity.start)) ? BESIDE : RIGHT_BESIDE) ||
          corrected === name ||
          (counted === name && EXACTLY.test(text.slice(0, quantity.start))) ||
          (definition.type === 'money' && isSum(quantity, text)))
      // 要签五年: which year somebody was selected in is told as such.
      const isOrdinal = quantity.ordinal === true || (definition.type === 'count' && definition.ordinal)
      if (isOrdinal && score <= OWN_MEASURE) return []
      const value = asValue(bare ? inOwnUnit(quantity, definition, earlier[name]) : quantity, definition)
      return value === null ? [] : [{ quantity, name, value, score }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score || a.quantity.start - b.quantity.start)
  const values: FactValues = {}
  const used = new Set<Said>()
  const open = new Set<string>()
  for (const { quantity, name, value, score } of pairs) {
    if (used.has(quantity) || values[name] !== undefined || open.has(name)) continue
    used.add(quantity)
    const isOpen = pairs.some(
      (other) =>
        other.name === name &&
        !used.has(other.quantity) &&
        score - other.score < CLEAR &&
        !isSame(value, other.value) &&
        !pairs.some((elsewhere) => elsewhere.quantity === other.quantity && elsewhere.score > other.score),
    )
    if (isOpen) open.add(name)
    else values[name] = value
  }
  return sharedByAll(numbers, text, definitions, values)
}

/** 工资总额800万, of a rule on training funds: the sum of something that the rule does not ask for. */
const isOfAnother = ({ start }: Said, words: string[], text: string): boolean => {
  const [, noun = ''] = OTHER_SUM.exec(text.slice(0, start)) ?? []
  return noun !== '' && !words.some((word) => word.includes(noun) || noun.includes(word))
}
const OTHER_SUM =
  /(工资总额|营业额|销售额|营收|产值|利润|注册资[金本]|投资额?|房租|房贷|学费|彩礼)(?:一共|大概|约|是|有|为|要|就)?$/u

/** 一个技校送了26个: beside a number 一个 is an article. */
function withoutArticles(numbers: Said[]): Said[] {
  const isArticle = ({ unit, value, text }: Said) =>
    unit === '个' && value.min?.eq('1') && text.startsWith('一')
  const counted = numbers.filter(({ kind, unit }) => kind === 'count' && isHeads(unit))
  return counted.every(isArticle) ? numbers : numbers.filter((one) => !isArticle(one))
}

/** 荣誉我就一个市级的: it counts what it stands beside; who is meant is one without it. */
const isOnlyOne = ({ text: words, start, end }: Said, text: string): boolean =>
  words === '一个' &&
  /(?:就|才|只有?|仅)$/u.test(text.slice(0, start)) &&
  /^[国省市自区县]/u.test(text.slice(end))

/** 全厂850号人, 我们单位一共600号职工: the size of a firm, where nothing is said of all of them. */
const isStaff = ({ start, end, value }: Said, text: string): boolean =>
  (value.min?.gte(MANY) || /^[多号]*(?:职工|员工|工人|老师|教师)/u.test(text.slice(end))) &&
  OF_A_FIRM.test(text.slice(Math.max(0, start - 12), start)) &&
  /^(?:多)?(?:号)?(?:在职|正式)?(?:人|职工|员工|工人|老师|教师)?(?:$|[，,。；;、]|的[大小中]?[厂公企单学])/u.test(
    text.slice(end),
  ) &&
  !/[都全各每均]|培训|参加/u.test(text.slice(end))

/** 一线只花了40万: the part that was spent, not the whole that it is a share of. */
const isSpentOf = ({ start }: Said, { label }: FactDefinition, text: string): boolean =>
  label.includes('教育经费') &&
  /一线(?:职工|工人|员工|那边|这边|上|身上|这头|那头)?(?:[就才只实际真正]|一共|总共|目前)*(?:花|用|投)[了掉到出]*(?:大概|差不多)?$/u.test(
    text.slice(0, start),
  )

/** 他老婆年薪12万: of somebody beside the one who is talked about. */
const isOfKin = ({ start }: Said, text: string): boolean =>
  /[他她](?:老婆|媳妇|爱人|妻子|太太|老公|丈夫|对象|家属|儿子|女儿|孩子|父母|爸|妈)[^，,。；;]{0,8}$/u.test(
    text.slice(0, start),
  )

/** 中级工40个: no high skill is counted. */
const isBelow = ({ start, end }: Said, { label }: FactDefinition, text: string): boolean =>
  label.includes('高技能') &&
  (/(?:初级|中级|普通)(?:工|技工|技能人才)?[^，,。；;高\d]{0,3}$/u.test(text.slice(0, start)) ||
    /^(?:初级|中级|普)工/u.test(text.slice(end)))

const MANY = '100'

const OF_A_FIRM =
  /(?:[全整]个?(?:厂|公司|集团|单位|企业|校)|(?:厂|公司|集团|单位|企业|学校)(?:上上?下下?|里|现在|目前|有)*(?:一共|总共|拢共|统共|共))(?:有|是|大概|差不多)*$/u

/** 专业技术人员和管理人员都涨了6%: one share said of every fact that is named. */
function sharedByAll(
  numbers: Said[],
  text: string,
  definitions: FactDefinitions,
  values: FactValues,
): FactValues {
  const percents = numbers.filter(({ kind }) => kind === 'percent')
  const [only] = percents
  if (only === undefined || percents.length > 1 || !text.includes('都')) return values
  const named = Object.entries(definitions).filter(
    ([, one]) => one.type === 'percent' && one.words.some((word) => text.includes(word)),
  )
  return { ...values, ...Object.fromEntries(named.map(([name]) => [name, only.value])) }
}

/** 年实训1000, 是1050: a number without a unit means the fact it stands beside, or the one it corrects. */
const RIGHT_BESIDE = 7.5
/** 盈余额核定是0. */
const BESIDE = 5
const IS = /(?:[是为]|正好|刚好|恰好|刚刚好|整整|不多不少|就|才|只有)$/u

/** 今年实训人次一数，不多不少正好1000. */
const EXACTLY = /(?:正好|刚好|恰好|整整|不多不少)$/u

/** The one fact whose measure word (人次) is said without a number of its own. */
function countedByUnit(text: string, definitions: FactDefinitions): string | null {
  const names = Object.keys(definitions).filter((name) => {
    const definition = definitions[name]
    return definition?.type === 'count' && definition.unit.length > 1 && text.includes(definition.unit)
  })
  return names.length === 1 ? (names[0] ?? null) : null
}

/** 得了8000: three digits or more that name no year are a sum, where something is got or paid, or nothing else is said. */
const isSum = ({ text: words, start }: Said, text: string): boolean =>
  ((/^\d{3,}$/u.test(words) && !/^(?:19|20)\d\d$/u.test(words)) ||
    /^[一二两三四五六七八九十]+[千万]/u.test(words)) &&
  (text.length <= ALONE || PAID.test(text.slice(0, start)))

const ALONE = 12
const PAID =
  /(?:^|[，,。；;、！!？?:：])$|[年里量额的]$|[一两三每另][位个名人家]$|[得奖拨发给配挣赚拿花提用付领补收批出到共是有剩余净约成才就整款钱薪资费额入贴](?:[了过到的个来着成近超大概差不多]|[:：])*[^，,。；;！!？?]{0,4}$/u

/** 一线 holds no number: without a unit only digits count, or a numeral at the end of what is said. */
const standsAlone = ({ text: words, end }: Said, text: string): boolean =>
  /^\d/.test(words) || /^(?:$|[，,。；;！!？?])/u.test(text.slice(end))

function inOwnUnit(quantity: Said, definition: FactDefinition, earlier: FactValue | undefined): Said {
  if (definition.type === 'money')
    return { ...quantity, kind: 'money', unit: '元', value: likeEarlier(quantity.value, earlier) }
  if (definition.type === 'percent' && quantity.value.max?.lte('100'))
    return { ...quantity, kind: 'percent', unit: '%' }
  return definition.type === 'count' && !quantity.value.max?.gte(TOO_MANY[definition.unit] ?? ENDLESS)
    ? { ...quantity, kind: 'count', unit: definition.unit }
    : quantity
}

/** 说每人8000, 实际998: as many without a unit count no people, and no firms, bases or contests. */
const TOO_MANY: Record<string, string> = { 人: '1000', 个: '100', 家: '100', 年: '100' }
const ENDLESS = '1e9'

/** The number in the fact's own unit, null where it cannot be that fact. Nothing is rounded to fit. */
function asValue({ kind, unit, value, rate, ordinal }: Said, definition: FactDefinition): Interval | null {
  // 一年多少 of a monthly allowance is twelve months of it; of anything else it asks for the rate.
  if (rate === true && !(definition.type === 'count' && definition.unit === '月' && unit === '年'))
    return null
  if (ordinal === true && !(definition.type === 'count' && definition.ordinal)) return null
  if (definition.type === 'money') return kind === 'money' ? value : null
  if (definition.type === 'percent') return kind === 'percent' ? value : null
  if (definition.type !== 'count' || kind !== 'count' || !countsAs(unit, definition.unit)) return null
  const inUnit = (x: Big | null) =>
    x !== null && definition.unit === '月' && unit === '年' ? x.times('12') : x
  const [min, max] = [inUnit(value.min), inUnit(value.max)]
  const fits = (x: Big | null) => x === null || (isCounted(x, unit) && x.lte(String(definition.most)))
  return fits(min) && fits(max) ? { min, max } : null
}

/** 五个半月: of all that is counted only months are halved. */
const isCounted = (x: Big, unit: string): boolean => {
  const whole = unit === '个月' ? x.times('2') : x
  return whole.round(0, 0).eq(whole)
}

/** A number in the fact's own measure word, if nothing stands near. */
const OWN_MEASURE = 2

/** 各带一间，两间合计: the number that is added up outweighs any other. */
const SUMMED = 10
/** 有8个没去，实到19个: what it came to in the end outweighs what was said on the way. */
export const ACTUAL = /(?:实际|实到|其实|真正|最后|最终|就?剩|只有|改成|改为|应该是|就按)[^，,。；;\d]{0,4}$/u

/** How well a number fits a fact: its noun right behind, its words near by in the same breath, its own measure word. */
function affinity(
  { start, end, unit }: Said,
  definition: FactDefinition,
  text: string,
  isUntold = false,
): number {
  const own = definition.type === 'count' && definition.unit === unit ? OWN_MEASURE : 0
  const measure = definition.type === 'count' && definition.unit === '人' && unit === '个' ? -1 : 0
  const summed = /^(?:，|,)?(?:店|间|个|家)?(?:合计|一共|总共|加起来)/u.test(text.slice(end))
    ? SUMMED
    : ACTUAL.test(text.slice(0, start)) && !isUntold
      ? SUMMED
      : 0
  return (
    own +
    measure +
    summed +
    Math.max(0, ...definition.words.map((word) => closeness(word, start, end, text, labelOf(definition))))
  )
}

/** 培训人次480, 项目数3: what a fact is measured in may stand between its words and a number. */
const labelOf = (definition: FactDefinition): RegExp | null =>
  definition.type === 'count' && definition.unit.length > 1 ? new RegExp(`^${definition.unit}数?`, 'u') : null

function closeness(word: string, start: number, end: number, text: string, label: RegExp | null): number {
  const behind = text.slice(end, end + NEAR).indexOf(word)
  const at = text.lastIndexOf(word, start - word.length)
  const between =
    at < 0
      ? null
      : text
          .slice(at + word.length, start)
          .replace(label ?? /^$/u, '')
          .replace(/^[去来]?的$|^(?:就|才|也|一共|总共)?[是为有就]了?$/u, '')
  const after = behind < 0 || PAUSE.test(text.slice(end, end + behind)) ? 0 : behind <= 1 ? 9 : 5 - behind / 2
  const before = between === null || PAUSE.test(between) ? 0 : 8 - Math.min(between.length, 14) / 2
  const earlier = between !== null && PAUSE.test(between) && between.length <= NEAR ? 1 : 0
  return Math.max(after, before, earlier)
}

export const PAUSE = /[,，。;；、!！?？]/u
