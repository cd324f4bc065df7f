import { describe, expect, test } from 'vitest'
import type { Clause } from '../corpus/clause.ts'
import { createLabelMatcher } from './label.ts'

/** A document of chapters and articles, as regulations have them; the five of the corpus have none. */
const clauses = [
  clause('第一章', null),
  clause('第一条', '第一章'),
  clause('第二条', '第一章'),
  clause('第二章', null),
  clause('第三条', '第二章'),
  clause('第十二条', '第二章'),
  clause('第十二条之一', '第二章'),
  clause('（一）', '第十二条'),
  clause('（二）', '第十二条'),
]
const matcher = createLabelMatcher(clauses)

function clause(label: string, parent: string | null): Clause {
  return {
    id: label,
    label,
    parent,
    path: label,
    heading: null,
    text: label,
    start: 0,
    end: 0,
    sentences: [],
  }
}

describe('labels in a document of articles', () => {
  test.for([
    ['第十二条怎么说', ['第十二条']],
    ['第12条', ['第十二条']],
    ['第 １２ 条', ['第十二条']],
    ['第十二条之一', ['第十二条之一']],
    ['第12条之一', ['第十二条之一']],
    ['第二条', ['第二条']],
    ['第2条', ['第二条']],
    ['第二章', ['第二章']],
    ['第三条和第一条', ['第一条', '第三条']],
    ['第十三条', []],
    ['第二十条', []],
  ] as [string, string[]][])('%s', ([query, ids]) => {
    expect(matcher.single(query).map(({ clauseId }) => clauseId)).toEqual(ids)
  })

  test('of nested labels only the whole path is meant', () => {
    const ids = (query: string): string[] => matcher.paths(query).map(({ clauseId }) => clauseId)
    expect(ids('第二章第十二条（二）')).toEqual(['（二）'])
    expect(ids('第十二条')).toEqual([])
  })
})
