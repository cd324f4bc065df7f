import { expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { rankSentences } from './sentences.ts'

const corpus = schema.parse(corpusJson)
const first = (document: string, question: string) => rankSentences(corpus, [document], question)[0]

test.each([
  [
    'jinhua-craftsman-draft',
    '没念过几年书，英语也不会，评级会不会卡',
    '不将学历、论文、外语、计算机等作为参评的限制性条件',
  ],
  ['neimenggu-2015-high-skilled', '到年龄了厂里舍不得放，能不能再干两年', '可适当延长退休时间'],
  ['wuhou-craftsman-draft', '别的区评过工匠，来了还要不要再评', '来武侯可直接认定为“诸葛工匠”'],
  ['baotou-2025-skills-enterprise', '国企老总没把高手培养的事办好，考不考核', '纳入考核评价体系'],
])('in %s, %s is answered by %s', (document, question, words) => {
  expect(first(document, question)?.sentence).toContain(words)
})

test('titles, headings and addressees are never the best answer', () => {
  for (const question of [
    '工匠之都实施方案',
    '技能强企工作的实施意见',
    '金华工匠培育工程',
    '诸葛工匠培育计划',
  ])
    expect(rankSentences(corpus, [], question)[0]?.clauseId).not.toMatch(/标题|主送|版头/u)
})

test('a question on another matter finds next to nothing', () => {
  for (const question of ['明天下雨吗', '怎么换驾驶证', '帮我写一首七言律诗'])
    expect(rankSentences(corpus, [], question)[0]?.score ?? 0).toBeLessThan(0.24)
})

test('only the documents asked for are ranked', () => {
  const found = rankSentences(corpus, ['wuhou-craftsman-draft'], '技能大赛')
  expect(new Set(found.map(({ document }) => document.meta.id))).toEqual(new Set(['wuhou-craftsman-draft']))
})
