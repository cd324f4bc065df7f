import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryTerms, segment } from './segment.ts'

describe('segment', () => {
  test('a Han run becomes its characters and its pairs', () => {
    expect(segment('培训补贴')).toEqual(['培', '培训', '训', '训补', '补', '补贴', '贴'])
  })

  test('punctuation parts runs, so that no pair reaches across it', () => {
    expect(segment('学徒、补贴')).toEqual(['学', '学徒', '徒', '补', '补贴', '贴'])
  })

  test.for([
    ['ＩＴ ＡＢ１２', ['it', 'ab12']],
    ['5,000元', ['5000', '元']],
    ['１．５万', ['1.5', '万']],
    ['3.', ['3']],
    ['①⑴', ['1', '1']],
    ['⼯匠', ['工', '工匠', '匠']],
    ['〇二', ['〇', '〇二', '二']],
    ['𠮷野', ['𠮷', '𠮷野', '野']],
    ['ᠮᠣᠩᠭᠣᠯ', ['ᠮᠣᠩᠭᠣᠯ']],
    ['🙂 — “”\u200b', []],
  ] as [string, string[]][])('%j becomes %j', ([text, terms]) => {
    expect(segment(text)).toEqual(terms)
  })

  test('terms joined by spaces split at spaces into the same terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const terms = segment(`${text}工匠 Ａ１`)
        expect(terms.join(' ').split(/\s/u)).toEqual(terms)
      }),
    )
  })

  test('a query holds each term once', () => {
    expect(queryTerms('工工工 it IT')).toEqual(['工', '工工', 'it'])
  })
})
