import type { Corpus } from '../corpus/corpus.ts'
import { earliest } from '../corpus/document.ts'
import { chain } from '../corpus/region.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { standingOf } from '../entitlements/standing.ts'
import { mentions } from './mention.ts'
import type { Place } from './place.ts'

export interface Named {
  named: string[]
  /** The message without the names of documents, which may hold words of provisions (包头工匠之都). */
  plain: string
  /** A document is asked about as such (方案, 意见, 办法), not just a title that it regulates. */
  byName: boolean
}

const DOCUMENT_WORD = /方案|意见|办法|文件|计划|稿/u
const OF_YEAR =
  /((?:19|20)\d\d)年?(?:(?:的|那份|那个|版|下发的|出的)*.{0,6}?(?:方案|意见|办法|文件|政策)|[那这]份)/gu

/** Documents named by title, everyday name, or year and kind ("2021年的方案", of the place that was said). */
export function documentsNamed({ documents, regions }: Corpus, text: string, places: Place[]): Named {
  const found = mentions(
    text,
    documents.map(({ meta }) => ({ item: meta.id, words: [meta.title, ...meta.aliases] })),
  )
  const years = [...text.matchAll(OF_YEAR)].map((match) => match[1] as string)
  const local = places.flatMap(({ region }) => (region === null ? [] : chain(regions, region.name)))
  const ofYear = documents
    .filter(
      ({ meta }) => local.includes(meta.region.name) && years.includes(earliest(meta.first).slice(0, 4)),
    )
    .map(({ meta }) => meta.id)
  const ofKind = documents
    .filter(({ meta }) => places.some((place) => isCalled(text, place, meta)))
    .map(({ meta }) => meta.id)
  const byName =
    ofYear.length + ofKind.length > 0 ||
    found.some(({ word, end }) => DOCUMENT_WORD.test(word + text.slice(end, end + 5)))
  const plain = byName ? found.reduce((left, { word }) => left.replace(word, ''), text) : text
  return { named: [...new Set([...found.map(({ item }) => item), ...ofYear, ...ofKind])], plain, byName }
}

/** 金华的工匠意见, 武侯那个办法: the place and the kind of its document, without a year that would tell it better. */
function isCalled(text: string, { word, region }: Place, { title, region: own }: Meta): boolean {
  if (region?.name !== own.name) return false
  const kind = /(?:方案|意见|办法)$/u.exec(title)?.[0]
  const at = text.indexOf(word)
  if (kind === undefined || at < 0) return false
  const [after = ''] = text.slice(at + word.length).split(/[，,。；;、？?和跟与]/u)
  const end = after.indexOf(kind)
  return end >= 0 && end <= NEAR && !/\d{4}|什么|啥/u.test(after.slice(0, end))
}

const NEAR = 10
type Meta = Corpus['documents'][number]['meta']

/**
 * A document that is asked about by name is answered as it is. Otherwise what applies on the day counts, and of rules
 * that replace each other only the one in force: the later one is not asked about while the earlier one holds.
 */
export function pool(corpus: Corpus, book: Book, named: string[], byName: boolean, day: string): Provision[] {
  const ofNamed = book.provisions.filter(({ documentId }) => named.includes(documentId))
  if (byName && ofNamed.length > 0) return ofNamed
  const cached = inForce.get(book)?.day === day ? inForce.get(book)?.provisions : undefined
  if (cached !== undefined) return cached
  const provisions = book.provisions.filter((provision) => {
    const standing = standingOf(corpus, book, provision, day)
    return standing !== 'superseded' && !(standing === 'not-yet' && provision.rule.replaces.length > 0)
  })
  inForce.set(book, { day, provisions })
  return provisions
}

/** Of the day asked about last: mostly today. */
const inForce = new WeakMap<Book, { day: string; provisions: Provision[] }>()
