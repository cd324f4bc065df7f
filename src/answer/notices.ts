import { z } from 'zod'
import { type Corpus, findDocument } from '../corpus/corpus.ts'
import { isDateUnknown, knownDay, statusesOn } from '../corpus/document.ts'
import { chain, findRegion } from '../corpus/region.ts'
import type { Book } from '../entitlements/book.ts'
import type { Provision } from '../entitlements/rule.ts'
import { standingOf } from '../entitlements/standing.ts'
import { say } from './texts.ts'

export const NOTICE_CODES = [
  'draft',
  'expired',
  'not-yet',
  'superseded',
  'date-unknown',
  'wider-region',
  'masked',
  'human',
] as const
export const notice = z.object({ code: z.enum(NOTICE_CODES), text: z.string() })
export type Notice = z.infer<typeof notice>

/** What a reader must know before the amounts: the text is a draft, no longer holds, does not hold yet, was replaced. */
export function noticesFor(corpus: Corpus, book: Book, provisions: Provision[], on: string): Notice[] {
  const documents = [...new Set(provisions.map(({ documentId }) => documentId))]
  const ofDocuments = documents.flatMap((id) => documentNotices(corpus, id, on))
  const ofRules = provisions.flatMap((provision) => ruleNotices(corpus, book, provision, on))
  return unique([...ofDocuments, ...ofRules])
}

export function documentNotices(corpus: Corpus, id: string, on: string): Notice[] {
  const meta = findDocument(corpus, id)?.meta
  if (meta === undefined) return []
  const { title } = meta
  return statusesOn(meta, on).flatMap((status): Notice[] => {
    switch (status) {
      case 'draft':
        return [{ code: status, text: say('notice.draft', { title }) }]
      case 'expired':
        return [
          { code: status, text: say('notice.expired', { title, last: knownDay(meta.last) ?? '', day: on }) },
        ]
      case 'not-yet':
        return [{ code: status, text: say('notice.not-yet', { title, day: on }) }]
      default:
        return []
    }
  })
}

function ruleNotices(corpus: Corpus, book: Book, provision: Provision, on: string): Notice[] {
  const meta = findDocument(corpus, provision.documentId)?.meta
  const standing = standingOf(corpus, book, provision, on)
  if (standing === 'superseded') {
    const later = book.provisions.find(({ rule }) => rule.replaces.includes(provision.rule.id))
    const titles = {
      title: meta?.title ?? '',
      later: findDocument(corpus, later?.documentId ?? '')?.meta.title ?? '',
    }
    const text = say('notice.superseded', { ...titles, rule: provision.rule.name, day: on })
    return [{ code: 'superseded', text }]
  }
  if (standing === 'open' || (meta !== undefined && isDateUnknown(meta, on))) {
    return [{ code: 'date-unknown', text: say('notice.date-unknown', { day: on }) }]
  }
  return []
}

/** A question that points at an earlier rule is told that it was replaced, though the answer rests on the present one. */
export function replacedBefore(corpus: Corpus, book: Book, provisions: Provision[], on: string): Notice[] {
  return provisions
    .flatMap(({ rule }) => book.provisions.filter((earlier) => rule.replaces.includes(earlier.rule.id)))
    .flatMap((earlier) => ruleNotices(corpus, book, earlier, on).filter(({ code }) => code === 'superseded'))
}

/** Notices as lines of a reply's text. */
export const noticeLines = (notices: Notice[]): string[] =>
  notices.map(({ text }) => say('attention', { notice: text }))

const unique = (notices: Notice[]): Notice[] =>
  notices.filter(
    (one, i) => notices.findIndex((other) => other.code === one.code && other.text === one.text) === i,
  )

/** Told when a place's own documents are silent and a wider one answers: the city's for a district, the region's for a city. */
export function widerRegion(corpus: Corpus, places: string[], answering: string[]): Notice[] {
  const regions = [...new Set(answering)]
  return places.flatMap((place) => {
    const around = chain(corpus.regions, place).filter((region) => region !== place)
    const words = regions.includes(place)
      ? 'notice.wider-region.too'
      : hasOwn(corpus, place)
        ? 'notice.wider-region.silent'
        : 'notice.wider-region'
    return regions
      .filter((region) => around.includes(region))
      .map((region): Notice => ({ code: 'wider-region', text: say(words, { place, region }) }))
  })
}

const hasOwn = ({ documents, regions }: Corpus, place: string): boolean => {
  const name = findRegion(regions, place)?.name ?? place
  return documents.some(({ meta }) => meta.region.name === name)
}
