import { HE, type Holder, holdersIn, OURS, SELF } from './holders.ts'
import { labelsIn } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { numbersIn } from './numbers.ts'
import { AWARD } from './sorts-told.ts'
import { headsIn, without } from './tally.ts'
import { topicsIn } from './topic.ts'

/** What stands between two breaks. */
interface Part {
  text: string
  /** Whom it is told of; null where it is told of all. */
  of: string | null
  /** A firm or a school, not a person. */
  isUnit: boolean
  /** Whoever it is told of stands beside somebody else. */
  isBeside: boolean
  asks: boolean
}

type Words = Pick<Lexicon, 'book' | 'canonical' | 'sortsTold'>

const PIECE = /(?<=[，,。；;！!？?：:])/u
const ASKS =
  /多少|几[个多]?[钱万块千百]|几多|好多(?!年)|几钿|[啥何]数|怎么?个?算|给不给|有没有|[数金]额|[能有]不[能有]|[吗呢][?？，,]?$/u
const ENDS = /[。；;！!？?]$/u
const OF_ALL = /[都均俩]|两个|一起|各/u
/** 先说我媳妇的, 只要乙车间的数: whose part is asked. */
const POINTS =
  /^(?:那|我)?(?:就|只|先|光|单)(?:说说?|问问?|算算?|要|看|想知道|想问)|^我?(?:想)?问的(?:就)?是|^我?(?:是)?(?:来|想)?问(?:一?下)?[^，,。；;过了]{1,6}的[，,]?$/u
const SEVERAL =
  /各(?!位)|分别|[我他她你咱]们?(?:俩|两个)|[师徒夫妻父子母女兄弟姐妹哥叔](?:俩|[两二三]个)|都[是能有]|加[起一]|合[起在]|合计|叠|两笔/u
/** 没评上的还有4个. */
const FAILED =
  /落选|落榜|淘汰|被刷|刷下|(?:没|未)(?:能|有|被)*(?:选|评|考|通?过|入选|获奖|得奖|拿到|拿上|取得|合格|及格|批)/u
/** 选上的这四个人. */
const SUCCEEDED =
  /(?<![没未能])(?:选上|评上|考[上过]|通?过|入选|获奖|得奖|拿到|拿上|取得|合格|及格|批)[了过]?的|[得获]了?奖[这那]|有证的|[拿得]了?[证奖牌]的/u
/** 那十万前两年已经到账了, 是上一轮的不算: what somebody had before. */
const HAD =
  /(?:已经?|早就?|前[几些两一]?年|去年|以前|上一?[回次轮届])[^，,。；;]{0,14}(?:到[账手]|打到|兑现|[领拿发给][了过完]|领到|拿到)/u
const OF_MONEY = /到账|打到|兑现|万|元|钱|那[份笔]|奖金/u
/** 是上一轮的不算; 两个里老潘那个不算 counts on. */
const NOT_COUNTED =
  /^(?![^，,。；;]*(?:其中|里[面头]?(?!程)))[^，,。；;]*[是属](?:前[几些两]?年|以前|上一?[回次轮届]|[一二两三四五六七八九十\d]+年前|早[些几]?年)[^，,。；;]{0,6}不算/u
const ADDS_UP = new RegExp(`${SEVERAL.source}|一共|总共|都`, 'u')
/** 厂里又奖2万. */
const BY_FIRM = /(?:厂里?|公司|单位|企业|老板)(?:里|自己)?(?:另外?|又|也|还|再)*(?:奖|发|给|补)/u
/** 铜奖归学生, 我不是银牌: not what is asked about. */
const DISCLAIMED =
  /(?:归|属于?)(?:学生|选手|个人|本人|[他她]|孩子|企业|公司|厂里?|单位|学校)(?:的|自己|个人|本人)*[，,。；;]?$|是(?:学生|选手|个人|[他她](?:们)?|孩子|企业|公司|厂里?|单位|学校)(?:自己|个人|本人)?的[，,。；;]?$|不归(?:我|俺|咱)|是(?:隔壁|别的|别家|别人|人家|兄弟|旁边)[^，,。；;]{0,6}的[，,。；;]?$|是(?:隔壁|别的|别家|别人|人家|兄弟|旁边|邻)[市县区厂校院]?[，,。；;]?$|[我俺]不是(?!说|问|指)/u
/** 区里配多少: reckoned from another award. */
const MATCHES = /配/u

/**
 * 我师傅评的是首席技师，我评上的是优秀技师，我这份多少: a message as far as it is told of the one asked about. What others
 * have, who failed, and what somebody had before stands beside it. The message itself where nothing does.
 */
export function ofTheAsked(text: string, words: Words): string {
  if (!ASKS.test(text)) return text
  const parts = partsOf(text, words)
  const others = ofOthers(parts, words)
  const beside = new Set([
    ...others,
    ...ofFailed(parts),
    ...hadBefore(parts, words),
    ...ofFirm(parts),
    ...disclaimed(parts, words),
    ...heard(parts, words),
  ])
  if (beside.size === 0) return text
  // What two sentences tell is not told in one.
  const kept = parts.flatMap((part) => {
    const end = ENDS.exec(part.text)?.[0]
    return !beside.has(part) ? [part] : end === undefined ? [] : [{ ...part, text: end }]
  })
  const rest = others.length > 0 ? withoutTally(kept) : textOf(kept)
  const isNamed = topicsIn(words.canonical(rest), words.book.provisions).length > 0
  return isNamed ? rest : `${matterOf(textOf([...beside]), words)}${rest}`
}

const textOf = (parts: Part[]): string => parts.map(({ text }) => text).join('')

/** What is told of others than the one whose part is asked, where the same sorts of things are told of that one. */
function ofOthers(parts: Part[], words: Words): Part[] {
  const asking = parts.filter(({ text, of, asks }) => of !== null && (asks || POINTS.test(text)))
  const [first] = asking
  if (first === undefined || asking.some(({ text, of }) => of !== first.of || SEVERAL.test(text))) return []
  const { of: asked } = first
  // 世赛得了优胜奖，同去的拿了银牌，我多少: what is told before anybody is named is one's own.
  const opening = parts.slice(
    0,
    Math.max(
      0,
      parts.findIndex(({ of }) => of !== null),
    ),
  )
  const isOwn = (part: Part) => part.of === asked || (isOwnWord(asked) && opening.includes(part))
  const told = parts.filter(({ asks }) => !asks)
  const sortsOf = (some: Part[], isSameKind: boolean) =>
    sortsIn(some, words, isSameKind, first.isUnit || MATCHES.test(textOf(parts)))
  const own = told.filter(isOwn)
  const others = Map.groupBy(
    told.filter((part) => part.of !== null && !isOwn(part)),
    ({ of }) => of,
  )
  return [...others.values()]
    .filter((some) => {
      // 隔壁车间高级技师有1000，我是高级工: of a firm what its people are is told, and how many is not compared.
      const isSameKind = some.every(({ isUnit }) => isUnit === first.isUnit)
      if (!isSameKind && first.isUnit) return false
      const mine = sortsOf(own, isSameKind)
      return (
        (isSameKind && mine.size > 0 && FAILED.test(textOf(some))) ||
        !mine.isDisjointFrom(sortsOf(some, isSameKind))
      )
    })
    .flat()
}

const isOwnWord = (of: string | null): boolean => of === SELF || of === OURS

/** The sorts of things that are told; what somebody earns is no award, unless an award is reckoned from it. */
function sortsIn(parts: Part[], { sortsTold }: Words, withNumbers: boolean, ofSums: boolean): Set<string> {
  const sorts = sortsTold(textOf(parts)).flatMap((told) => told.sorts)
  return new Set(
    sorts
      .filter(
        ({ sort, of }) =>
          (withNumbers || (of !== 'number' && sort !== AWARD)) && (sort !== 'money' || ofSums),
      )
      .map(({ sort }) => sort),
  )
}

/** 两个徒弟: of one of them alone nothing counts all. */
const withoutTally = (parts: Part[]): string =>
  parts
    .map((part) => (part.of === null && !part.asks ? without(part.text, headsIn(part.text)) : part.text))
    .join('')

/** 这两人分别多少: those of whom more is told than that they failed. */
const THESE = /[这那][\d两二三四五六七八九]+(?:个|位|名|人)(?!没|未|落)/u
/** Those who failed, where those are asked about who did not. */
const ofFailed = (parts: Part[]): Part[] =>
  parts.some(({ text, asks }) => asks && (SUCCEEDED.test(text) || THESE.test(text)))
    ? parts.filter(({ text, asks }) => !asks && FAILED.test(text) && headsIn(text).length > 0)
    : []

/** What somebody had before, where another award is told of besides. */
function hadBefore(parts: Part[], words: Words): Part[] {
  const addsUp = parts.some(({ text, asks }) => asks && ADDS_UP.test(text))
  const had = parts.filter(
    ({ text, asks }) =>
      !asks && (NOT_COUNTED.test(text) || (!addsUp && HAD.test(text) && OF_MONEY.test(text))),
  )
  const rest = textOf(parts.filter((part) => !had.includes(part)))
  const own = awardsIn(rest, words)
  if (own.length === 0 || (MATCHES.test(rest) && !tellsMoney(rest))) return []
  return had.filter(
    ({ text }) => NOT_COUNTED.test(text) || awardsIn(text, words).some((award) => !own.includes(award)),
  )
}

/** 我儿子入选首席技师，听人说特级的有二十万: of another value of what is told first hand. */
function heard(parts: Part[], words: Words): Part[] {
  if (parts.some(({ text, asks }) => asks && SEVERAL.test(text))) return []
  const said = parts.filter(({ text, asks }) => !asks && HEARD.test(text))
  const rest = textOf(parts.filter((part) => !said.includes(part)))
  const told = optionsIn(rest, words)
  return said.filter(({ text }) => {
    const own = optionsIn(text, words)
    return (
      own.some(({ sort }) => sort !== AWARD && told.some((one) => one.sort === sort)) && !own.some(isIn(told))
    )
  })
}

const HEARD = /^(?!话说|[我俺咱](?:们)?(?:想|要)?(?:说|讲))[^，,。；;]{0,7}?(?:说|讲|传)(?![明清好话课])/u

const optionsIn = (text: string, { sortsTold }: Words) =>
  sortsTold(text).flatMap(({ sorts }) => sorts.filter(({ of }) => of !== 'number'))

type Option = ReturnType<typeof optionsIn>[number]

const isIn =
  (all: Option[]) =>
  ({ sort, value }: Option): boolean =>
    value !== OTHER && all.some((one) => one.sort === sort && one.value === value)

/** What is none of those that an award knows is told alike of different things. */
const OTHER = 'other'

/** 单位另奖了我1万: what a firm gives, where another award is reckoned from. */
function ofFirm(parts: Part[]): Part[] {
  const given = parts.filter(({ text, asks }) => !asks && BY_FIRM.test(text) && tellsMoney(text))
  const rest = textOf(parts.filter((part) => !given.includes(part)))
  return MATCHES.test(rest) && tellsMoney(rest) ? given : []
}

const tellsMoney = (text: string): boolean =>
  numbersIn(text).some(({ kind, text: said }) => kind === 'money' || /^\d{4,}$/u.test(said))

/** What is said to be another's, or not one's own, with what is told of it. */
function disclaimed(parts: Part[], words: Words): Part[] {
  const said = parts.filter(
    ({ text, asks }) =>
      !asks && DISCLAIMED.test(text) && (THAT.test(text) || words.sortsTold(text).length > 0),
  )
  const awards = said.flatMap(({ text }) => awardsIn(text, words))
  const isOfThem = ({ text }: Part) => awardsIn(text, words).some((award) => awards.includes(award))
  const told = parts.filter(
    (part, i) =>
      !said.includes(part) && !part.asks && (isOfThem(part) || THAT.test(parts[i + 1]?.text ?? '')),
  )
  const rest = parts.filter((part) => !said.includes(part) && !told.includes(part))
  const isAsked = rest.some((part) => part.asks && isOfThem(part))
  // 我不是银牌 alone is a fact of one's own.
  const isOwn = told.length === 0 && said.every(({ text }) => NOT_I.test(text))
  return isAsked || isOwn || awardsIn(textOf(rest), words).length === 0 ? [] : [...said, ...told]
}

/** 那是隔壁学院的: of what was told before it. */
const THAT = /^[那这]都?是(?:隔壁|别的|别家|别人|人家|兄弟|旁边|[他她])[^，,。；;]{0,6}的[，,。；;]?$/u
const NOT_I = /[我俺]不是/u

const awardsIn = (text: string, { sortsTold }: Words): string[] =>
  sortsTold(text).flatMap(({ sorts }) => sorts.flatMap(({ of, value }) => (of === 'number' ? [] : [value])))

/** The matter alone, without what somebody has of it. */
function matterOf(text: string, { book, canonical, sortsTold }: Words): string {
  const [topic] = topicsIn(canonical(text), book.provisions)
  const tells = (some: string) =>
    sortsTold(some).some(({ sorts }) => sorts.some(({ sort }) => sort !== AWARD))
  const [name] = (topic?.words ?? []).filter((word) => !tells(word)).toSorted((a, b) => b.length - a.length)
  return name === undefined ? '' : `${name}，`
}

/** A piece is told of whom it names first, a person before a firm; what names nobody goes on with the one before it. */
export function partsOf(text: string, words: Words): Part[] {
  const groups = labelsIn(text).filter(({ kind }) => kind === 'group' || kind === 'letter')
  const holdersOf = (piece: string): Holder[] => [
    ...holdersIn(piece),
    ...groups.flatMap(({ name, keys }) => {
      const at = keys.map((key) => ({ start: piece.indexOf(key), key })).find(({ start }) => start >= 0)
      return at === undefined
        ? []
        : [{ name, isUnit: true, isBeside: false, start: at.start, end: at.start + at.key.length }]
    }),
  ]
  const parts: Part[] = []
  const pieces = text.split(PIECE).flatMap((piece) => cutAtHolders(piece, holdersOf(piece), words))
  for (const piece of pieces) {
    const before = parts.at(-1)
    const asks = ASKS.test(piece)
    const holders = holdersOf(piece)
    const holder = holders.find(({ isUnit }) => !isUnit) ?? holders[0]
    const goesOn = before !== undefined && !asks && !ENDS.test(before.text) && !OF_ALL.test(piece)
    const of = holder?.name ?? (goesOn ? before.of : null)
    const isUnit = holder?.isUnit ?? (goesOn && before.isUnit)
    const isBeside = holder?.isBeside ?? (goesOn && before.isBeside)
    parts.push({ text: piece, of: of === HE ? (lastOther(parts) ?? HE) : of, isUnit, isBeside, asks })
  }
  return parts
}

/** 他, after 小范: the last one told of who is not the one who asks; 她, after 我闺女，队友: who is told of first hand. */
function lastOther(parts: Part[]): string | null {
  const others = parts.filter(({ of, isUnit }) => of !== null && of !== SELF && !isUnit)
  return (others.findLast(({ isBeside }) => !isBeside) ?? others.at(-1))?.of ?? null
}

/** 我徒弟第三我第四我本人: told of one after the other without a sign between. */
function cutAtHolders(piece: string, holders: Holder[], { sortsTold }: Words): string[] {
  const starts = [...new Set(holders.map(({ start }) => start))].toSorted((a, b) => a - b)
  const cuts = starts.filter(
    (start, i) => i > 0 && sortsTold(piece.slice(starts[i - 1] ?? 0, start)).length > 0,
  )
  return [0, ...cuts].map((start, i) => piece.slice(start, cuts[i]))
}
