import type { Corpus } from '../corpus/corpus.ts'
import { chain } from '../corpus/region.ts'
import type { Provision } from '../entitlements/rule.ts'
import type { Place } from './place.ts'
import { type Topic, topicsIn } from './topic.ts'

/** What the documents of the places hold; everything where no place was said. */
export function around(corpus: Corpus, all: Provision[], places: Place[]): Provision[] {
  if (places.length === 0) return all
  const regions = places.flatMap(({ region }) => (region === null ? [] : chain(corpus.regions, region.name)))
  return all.filter(({ region }) => regions.includes(region))
}

/** Without a place every region is asked on its own: what one city calls a thing does not hide it in another. */
export function inEachRegion(question: string, now: string, all: Provision[]): Topic[] {
  const regions = [...new Set(all.map(({ region }) => region))]
  const topics = regions.flatMap((name) =>
    topicsIn(
      question,
      all.filter(({ region }) => region === name),
      now,
    ),
  )
  // 诸葛工匠年年发钱发到退休: a name that only one of the texts prints tells the place.
  const titled = topics.filter(({ provision, words }) =>
    words.some((word) => isOnlyIn(word, provision.region, all)),
  )
  const named = new Set(titled.map(({ provision }) => provision.region))
  return named.size === 1 ? topics.filter(({ provision }) => named.has(provision.region)) : topics
}

/** A title in quotation marks. */
const isOnlyIn = (word: string, home: string, all: Provision[]): boolean =>
  all.some(
    ({ region, rule }) => region === home && rule.clauses.some(({ quote }) => quote.includes(`“${word}”`)),
  ) &&
  !all.some(
    ({ region, rule }) =>
      region !== home &&
      (rule.aliases.some((alias) => alias.includes(word)) ||
        rule.clauses.some(({ quote }) => quote.includes(word))),
  )

/** The provisions that a place's own and wider documents hold on the matter, from the most local one that has any. */
export function localTopics(
  corpus: Corpus,
  question: string,
  now: string,
  all: Provision[],
  place: Place,
): Topic[] {
  if (place.region === null) return []
  const names = chain(corpus.regions, place.region.name)
  const topics = topicsIn(
    question,
    all.filter(({ region }) => names.includes(region)),
    now,
  )
  const local = names.find((name) => topics.some(({ provision }) => provision.region === name))
  return topics.filter(({ provision: { region } }) => region === local || isAskedToo(region, question))
}

/** 市里给多少，自治区财政又给多少: a wider government is asked for its own share. */
const isAskedToo = (region: string, question: string): boolean => {
  const [level] = /(?:自治区|省|市)$/u.exec(region) ?? []
  return (
    level !== undefined &&
    new RegExp(`${level}(?!级).{0,4}[又还再也另].{0,3}[给补拨奖贴支]`, 'u').test(question)
  )
}
