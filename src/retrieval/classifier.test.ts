import { expect, test } from 'vitest'
import { train } from '../../scripts/train.ts'
import { readClassifier } from './classifier.ts'
import { groupFinder } from './groups.ts'

const EXAMPLES = [
  ['带徒弟补多少', 'apprentice'],
  ['收徒弟一年补几个钱', 'apprentice'],
  ['厂里带徒弟有补贴吗', 'apprentice'],
  ['带徒工给多少', 'apprentice'],
  ['大赛金牌奖多少', 'contest'],
  ['比赛拿了金牌给几万', 'contest'],
  ['大赛拿奖有奖金吗', 'contest'],
  ['比赛得奖给多少', 'contest'],
].map(([text = '', label = '']) => ({ text, label }))
const GROUPS = groupFinder({ same: [], near: [['学徒', '徒弟', '徒工', '伙计']] })

const weights = train(EXAMPLES, GROUPS)
const { labels, classify } = readClassifier(weights, GROUPS)
const likeliest = (text: string) => {
  const chances = classify(text)
  return labels[chances.indexOf(Math.max(...chances))]
}

test('tells messages apart that no example holds', () => {
  expect(likeliest('我收了两个徒弟')).toBe('apprentice')
  expect(likeliest('他在大赛上得了金牌')).toBe('contest')
})

test('a word of a group stands for the others', () => {
  expect(likeliest('招了几个伙计')).toBe('apprentice')
})

test('what holds no known term is as likely to be anything', () => {
  for (const text of ['', 'zzz', '鹿']) expect([...classify(text)]).toEqual([0.5, 0.5])
})

test('chances are one together', () => {
  const sum = classify('带徒弟拿金牌').reduce((total, chance) => total + chance, 0)
  expect(sum).toBeCloseTo(1)
})

test('the same examples teach the same', () => {
  expect(train(EXAMPLES, GROUPS)).toEqual(weights)
})

test('a text of 2,000 equal characters is read like any other', () => {
  expect(likeliest('徒'.repeat(2000))).toBe('apprentice')
})
