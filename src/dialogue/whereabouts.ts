import type { Corpus } from '../corpus/corpus.ts'
import { chain, findRegion } from '../corpus/region.ts'
import { isHeld, type Place } from './place.ts'

/** 湖北的技校往金华送人: beside a place that a document holds for, others are where somebody comes from. */
export function withoutOrigins(places: Place[], text: string, corpus: Corpus): Place[] {
  if (
    places.length < 2 ||
    SIDE_BY_SIDE.test(text) ||
    places.some(({ word }, i) => i > 0 && isJoined(text, places[i - 1]?.word ?? '', word))
  )
    return places
  const known = places.filter((place) => isHeld(corpus, place))
  const nearest = known.map((place) => ({ place, here: standingAt(text, place.word) }))
  const most = Math.max(...nearest.map(({ here }) => here))
  const meant = nearest.filter(({ here }) => here === most).map(({ place }) => place)
  return meant.length > 0 ? meant : places
}

const SIDE_BY_SIDE = /各|分别|哪边|哪里|哪个|哪儿|对比|比较|相比|区别|不一样|不同/u
/** 包头和金华; 如今跟鄂尔多斯的厂签约 joins nothing to the place before it. */
const isJoined = (text: string, before: string, word: string): boolean =>
  /^[^，,。；;]*[和跟与、或]$/u.test(text.slice(text.indexOf(before) + before.length, text.indexOf(word)))

const ARRIVED = /(?:来|到|在|去|往|回|进|跳槽|落户)(?:了|的)?$/u
const LEFT = /(?:老家|从|原来|原先|以前|之前|早年|总公司|总部|母公司|籍贯|毕业于)(?:是|在|的)?.{0,3}$/u
const LEFT_BEHIND = /^(?:市|区|县|旗|省)?(?:人|那几年|那会儿|那时候|那边|老家|籍|户口)/u

/** Whether somebody is at a place now (1), came from it (-1), or it is not told (0). */
function standingAt(text: string, word: string): number {
  const [before, after] = [text.slice(0, text.indexOf(word)), text.slice(text.indexOf(word) + word.length)]
  if (LEFT.test(before) || LEFT_BEHIND.test(after)) return -1
  return ARRIVED.test(before) ? 1 : 0
}

/** 去上海参加高研班, after 金华: where somebody goes to learn or compete. Only a place that no document holds for is told so. */
export const withoutVisited = (places: Place[], text: string, earlier: string, corpus: Corpus): Place[] =>
  places.filter(
    (place) =>
      isHeld(corpus, place) ||
      !(earlier !== '' || places.some((other) => isHeld(corpus, other))) ||
      !isVisited(text, text.indexOf(place.word), place.word),
  )

const isVisited = (text: string, at: number, word: string): boolean =>
  /(?:去|到|赴|飞|跑)(?:了|的)?$/u.test(text.slice(0, at)) &&
  /^(?:市|省)?(?:那边|那儿)?(?:参加|参赛|参训|参观|培训|集训|学习|学艺|研修|进修|听课|上课|比赛|比武|观摩|考察|交流|领奖|开会|的(?:研修|高研|培训|进修|集训)?班)/u.test(
    text.slice(at + word.length),
  )

/** 成都的诸葛工匠: a document that is named holds in its own place, inside the wider one that was said. */
export function within(corpus: Corpus, place: Place, named: string[]): Place {
  if (place.region === null || isHeld(corpus, place)) return place
  const inside = corpus.documents.find(
    ({ meta }) => named.includes(meta.id) && chain(corpus.regions, meta.region.name).includes(place.name),
  )
  const region = inside === undefined ? undefined : findRegion(corpus.regions, inside.meta.region.name)
  return region === undefined ? place : { name: region.name, word: place.word, region }
}
