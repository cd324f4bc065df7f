import { describe, expect, test } from 'vitest'
import {
  type Dated,
  type DocumentMeta,
  documentMeta,
  earliest,
  isDateUnknown,
  knownDay,
  statusesOn,
  wordsOf,
} from './document.ts'

const day = (on: string): Dated => ({ day: on, words: '自印发之日' })
const between = (notBefore: string, notAfter?: string): Dated => ({
  notBefore,
  ...(notAfter === undefined ? {} : { notAfter }),
  words: '〔2025〕93号',
})
const meta = (first: Dated, last: Dated, draft: string | null = null) => ({ first, last, draft })

describe('the validity of a document', () => {
  const dated = meta(day('2021-04-13'), day('2023-08-28'))

  test.each([
    ['2021-04-12', ['not-yet']],
    ['2021-04-13', ['in-force']],
    ['2022-02-29', ['in-force']],
    ['2023-08-28', ['in-force']],
    ['2023-08-29', ['expired']],
  ])('on %s it is %j: the first and the last day are both included', (on, expected) => {
    expect(statusesOn(dated, on)).toEqual(expected)
  })

  test('a draft is never in force, and may be expired or not yet valid too', () => {
    const draft = meta(day('2021-04-13'), day('2023-08-28'), '征求意见稿')
    expect(statusesOn(draft, '2021-04-12')).toEqual(['draft', 'not-yet'])
    expect(statusesOn(draft, '2022-01-01')).toEqual(['draft'])
    expect(statusesOn(draft, '2023-08-29')).toEqual(['draft', 'expired'])
  })

  test('a side on which no day is printed has no end', () => {
    expect(statusesOn(meta('unknown', 'unknown'), '1900-01-01')).toEqual(['in-force'])
    expect(statusesOn(meta('unknown', 'unknown'), '2999-12-31')).toEqual(['in-force'])
    expect(statusesOn(meta('unknown', between('2020-01-01', '2020-12-31')), '2999-12-31')).toEqual([
      'in-force',
    ])
  })

  test('it may apply from the first day that is possible', () => {
    const open = meta(between('2025-01-01', '2025-12-31'), 'unknown')
    expect(statusesOn(open, '2024-12-31')).toEqual(['not-yet'])
    expect(statusesOn(open, '2025-01-01')).toEqual(['in-force'])
  })

  test('whether it already applied is open on the days between the bounds, both included', () => {
    const open = { first: between('2025-01-01', '2025-12-31') }
    expect(
      ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((on) => isDateUnknown(open, on)),
    ).toEqual([false, true, true, false])
    expect(isDateUnknown({ first: between('2025-01-01') }, '2025-01-01')).toBe(false)
    expect(isDateUnknown({ first: day('2025-01-01') }, '2025-01-01')).toBe(false)
    expect(isDateUnknown({ first: 'unknown' }, '2025-01-01')).toBe(false)
  })

  test('a known day is only a printed one', () => {
    expect(knownDay(day('2025-01-01'))).toBe('2025-01-01')
    expect(knownDay(between('2025-01-01', '2025-12-31'))).toBe(null)
    expect(knownDay('unknown')).toBe(null)
    expect(['unknown' as const, day('2021-04-13'), between('2025-01-01')].map(earliest)).toEqual([
      '',
      '2021-04-13',
      '2025-01-01',
    ])
  })
})

describe('the metadata of a document', () => {
  const whole = {
    id: 'a-1',
    title: '一个文件',
    issuer: '机关',
    number: null,
    draft: '征求意见稿',
    region: { name: '包头市', level: 'city', parent: null },
    issued: { day: '2021-04-13', words: '2021年4月13日' },
    first: 'unknown',
    last: { day: '2023-08-28', words: '有效期至' },
    restsOn: ['〔2018〕72号'],
  }

  test('claims all the words that it was read from', () => {
    const read: DocumentMeta = documentMeta.parse(whole)
    expect(wordsOf(read)).toEqual(['2021年4月13日', '有效期至', '〔2018〕72号', '征求意见稿'])
    expect(wordsOf({ ...read, draft: null, restsOn: [], issued: 'unknown' })).toEqual(['有效期至'])
  })

  test.each(['2023-02-30', '2023-13-01', '2023-2-3', '2023', ''])(
    'rejects the impossible day %j',
    (impossible) => {
      expect(documentMeta.safeParse({ ...whole, first: { day: impossible, words: '某日' } }).success).toBe(
        false,
      )
    },
  )
})
