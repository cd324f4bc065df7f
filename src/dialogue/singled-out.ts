import { type Book, findProvision } from '../entitlements/book.ts'
import { type Case, headsFactOf } from './results.ts'
import { PIECE } from './said.ts'
import { optionsNamed, truths } from './truths.ts'

/** 其中一个不紧缺的单算: that one alone. */
const ALONE = /单(?:独|拎出来|拿出来|挑出来|另)?(?:[算看说论讲]|列)/u
const ASKS = /多少|几[万千百块]|啥数/u
/** 只算高级技师那2人. */
const POINTS =
  /(?:只|光|单|就)(?:算|问|要|说|看|论|关心|统计)|问的是|[我俺](?:就|才)?是[^，,。；;]{1,8}(?:那一?[个位名]|里(?:的|头)?一?[个位名])/u
/** 给高级技师那几位: those of several sorts who are pointed at. */
const THOSE = /(?:[那这]的?(?:几|[\d两三四五六七八九十]+)(?:个|位|名|人))/u
/** 各, 和: all of them. */
const ALL = /各|分别|都|和|跟|比|还是|再|又|升/u
/** 加起来: of those pointed at, or else of all. */
const SUM = /加[起一上]|合[起在]|合计/u
/** 两个首席技师: counted there, not pointed at. */
const COUNTED = /[\d一二两三四五六七八九十]+[个名位](?:人|是)?$/u

/** Of the cases that a message divides, those that it wants alone; all of them where it wants none so. */
export function singledOut(book: Book, text: string, cases: Case[]): Case[] {
  if (cases.length < 2) return cases
  const own = ALONE.test(text)
    ? cases.filter(({ provision, facts }) => {
        const told = Object.entries(truths(text, findProvision(book, provision)?.definitions ?? {}, null))
        return told.length > 0 && told.every(([name, value]) => facts[name] === value)
      })
    : []
  const left = own.length > 0 ? own : cases
  const pointed = pointedOut(book, text, left)
  return pointed.length > 0 ? pointed : left
}

/** 一个银奖一个铜奖，铜奖那个拿多少: the one that was told of before and is named again where it is asked. */
function pointedOut(book: Book, text: string, cases: Case[]): Case[] {
  const pieces = text.split(PIECE)
  const asking = pieces.filter((piece) => ASKS.test(piece))
  const pointing = pieces.filter((piece, i) => POINTS.test(piece) || (THOSE.test(piece) && i > 0))
  const asked = pieces.filter((piece) => asking.includes(piece) || pointing.includes(piece)).join('')
  if (asking.length !== 1 || ALL.test(asked) || (pointing.length === 0 && SUM.test(asked))) return []
  const told = pieces.filter((piece) => !asked.includes(piece)).join('')
  const meant = cases.filter(({ provision, facts }) => {
    const definitions = findProvision(book, provision)?.definitions ?? {}
    return Object.entries(definitions).some(([name, definition]) => {
      const named = optionsNamed(asked, definition)
      const [one] = named
      return (
        one !== undefined &&
        named.every(({ item }) => item === one.item) &&
        !named.some(({ start }) => COUNTED.test(asked.slice(0, start))) &&
        facts[name] === one.item &&
        optionsNamed(told, definition).some(({ item }) => item === one.item)
      )
    })
  }) // 光算技师这几位: said once more, without how many they are.
  const counted = meant.filter((one) => headsFactOf(book, one) !== null)
  return pointing.length > 0 && counted.length > 0 ? counted : meant
}
