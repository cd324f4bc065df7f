import { describe, expect, test } from 'vitest'
import { standingOf } from './standing.ts'
import { limitCases, thresholdCases, wrongAt } from './testing/boundaries.ts'
import {
  CASES,
  GROUPS,
  JUDGED,
  REPLACED,
  VALIDITY,
  wrongCases,
  wrongDays,
  wrongStructure,
} from './testing/by-hand.ts'
import { book, corpus, provision } from './testing/given.ts'

const thresholds = book.provisions.flatMap(thresholdCases)
const limits = book.provisions.flatMap(limitCases)

describe('a threshold that a rule prints', () => {
  test.each(thresholds)('$provision.rule.id: $name is $expected', (each) => {
    expect(wrongAt(each)).toBe(null)
  })

  test('is found in every rule that has one', () => {
    expect(thresholds.length).toBe(9 * 3 + 3)
  })
})

describe('a cap, ceiling, time limit or excess that a rule prints', () => {
  test.each(limits)('$provision.rule.id: $name', (each) => {
    expect(wrongAt(each)).toBe(null)
  })

  test('is found in every rule that has one', () => {
    const limited = book.provisions.filter(({ rule }) =>
      /"(?:upTo|uplift|cap|excess|within)":/.test(JSON.stringify(rule.amount)),
    )
    expect(new Set(limits.map((each) => each.provision.rule.id))).toEqual(
      new Set(limited.map(({ rule }) => rule.id)),
    )
  })
})

describe('the first and the last day of a document', () => {
  test.each(corpus.documents.map(({ meta }) => meta))(
    '$id: the day before, the day itself and the day after',
    (meta) => {
      expect(wrongDays(meta)).toEqual([])
    },
  )

  test('is written down for each document of the corpus', () => {
    expect(Object.keys(VALIDITY).sort()).toEqual(corpus.documents.map(({ meta }) => meta.id).sort())
  })
})

describe('a rule that another one replaces', () => {
  const days = ['2021-04-12', '2021-04-13', '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01']
  const standings = (id: string) => days.map((on) => standingOf(corpus, book, provision(id), on))

  test.each(REPLACED)('%s takes the place of %s on the days that the texts leave', (later, earlier) => {
    expect(standings(earlier)).toEqual(['not-yet', 'current', 'current', 'open', 'open', 'superseded'])
    expect(standings(later)).toEqual(['not-yet', 'not-yet', 'not-yet', 'open', 'open', 'current'])
  })

  test('leaves all other rules of both documents as they were', () => {
    for (const { rule, documentId } of book.provisions.filter(({ documentId }) =>
      documentId.startsWith('baotou'),
    )) {
      if (REPLACED.flat().includes(rule.id)) continue
      const own = documentId.includes('2021')
        ? ['not-yet', ...Array(5).fill('current')]
        : [...Array(3).fill('not-yet'), ...Array(3).fill('current')]
      expect(standings(rule.id)).toEqual(own)
    }
  })

  test('is replaced from the printed first day on where one is printed, by no draft, and always by a text without any day', () => {
    const with2025 = (change: object) => ({
      ...corpus,
      documents: corpus.documents.map((document) =>
        document.meta.id.includes('2025') ? { ...document, meta: { ...document.meta, ...change } } : document,
      ),
    })
    const [later, earlier] = (REPLACED[0] as [string, string]).map(provision) as [
      ReturnType<typeof provision>,
      ReturnType<typeof provision>,
    ]
    const dated = with2025({ first: { day: '2025-06-01', words: '某日' } })
    expect(['2025-05-31', '2025-06-01'].map((on) => standingOf(dated, book, earlier, on))).toEqual([
      'current',
      'superseded',
    ])
    expect(['2025-05-31', '2025-06-01'].map((on) => standingOf(dated, book, later, on))).toEqual([
      'not-yet',
      'current',
    ])
    const bounded = with2025({ first: { notBefore: '2025-06-01', words: '某日' } })
    expect(
      ['2025-05-31', '2025-06-01', '2025-06-02'].map((on) => standingOf(bounded, book, earlier, on)),
    ).toEqual(['current', 'open', 'superseded'])
    expect(standingOf(with2025({ draft: '征求意见稿' }), book, earlier, '2026-01-01')).toBe('current')
    const undated = with2025({ first: 'unknown' })
    expect(['2021-04-13', '2026-01-01'].map((on) => standingOf(undated, book, earlier, on))).toEqual([
      'superseded',
      'superseded',
    ])
    expect(standingOf(undated, book, later, '2000-01-01')).toBe('current')
  })
})

describe('what no figure of a rule shows', () => {
  test('groups, replacements and what the authority judges are as they were written down by hand', () => {
    expect(book.provisions.flatMap(wrongStructure)).toEqual([])
  })

  test('cases worked out by hand come out so', () => {
    expect(book.provisions.flatMap(wrongCases)).toEqual([])
  })

  test('nothing is written down for a rule that does not exist', () => {
    const ids = [
      ...REPLACED.flat(),
      ...GROUPS.map(([id]) => id),
      ...JUDGED.map(([id]) => id),
      ...CASES.map(([id]) => id),
    ]
    expect(ids.filter((id) => book.provisions.every(({ rule }) => rule.id !== id))).toEqual([])
  })
})
