import fc from 'fast-check'
import { expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { findProvision, readBook } from '../entitlements/book.ts'
import { toldApart } from './apart.ts'
import { factsIn } from './facts.ts'
import { normalise } from './normalise.ts'
import { numbersIn } from './numbers.ts'

const book = readBook(schema.parse(corpusJson))

/** The numbers of each part that a message is told apart into. */
function parts(id: string, message: string): string[][] | null {
  const text = normalise(message)
  const { definitions = {} } = findProvision(book, id) ?? {}
  return (
    toldApart(text, numbersIn(text), definitions)?.map((part) =>
      numbersIn(part).map(({ text: words }) => words),
    ) ?? null
  )
}

test.each([
  [
    'jinhua-recognition-subsidy',
    '甲厂认定35个，乙厂12个，丙厂60个，各补多少',
    [['35个'], ['12个'], ['60个']],
  ],
  [
    'jinhua-recognition-subsidy',
    '三个厂都搞认定。甲厂35个，乙厂12个，丙厂60个，各补多少',
    [['35个'], ['12个'], ['60个']],
  ],
  ['jinhua-leading-talent-match', '老金拨了10万，老楼拨了25万，各配多少', [['10万'], ['25万']]],
  [
    'baotou-2025-apprenticeship',
    '我这10个人带一年，老李家25个人带两年，各补多少',
    [
      ['10个', '一年'],
      ['25个', '两年'],
    ],
  ],
  [
    'baotou-2025-apprenticeship',
    '我这10个人带一年，老李家25个人带两年',
    [
      ['10个', '一年'],
      ['25个', '两年'],
    ],
  ],
  [
    'baotou-2025-apprenticeship',
    '期限都是两年，车工班4名学徒，钳工班9名学徒',
    [
      ['两年', '4名'],
      ['两年', '9名'],
    ],
  ],
  [
    'jinhua-recognition-subsidy',
    '一个班30人，另一个班26人，各补多少',
    [['30人'], ['26人']].map((one) => ['一个', ...one]),
  ],
])('%s: %s', (id, message, expected) => {
  expect(parts(id, message)).toEqual(expected)
})

test('two cases that are told in the same words are two cases still', () => {
  expect(parts('baotou-2025-apprenticeship', '3人带一年，3人带一年，一共多少')).toEqual([
    ['3人', '一年'],
    ['3人', '一年'],
  ])
})

test('what holds for all stands in every part, in the order in which it was told', () => {
  const text = normalise('紧缺的工种，老方领了14个月，小蒋领了20个月，厂里都发津贴，各多少')
  const { definitions = {} } = findProvision(book, 'jinhua-technician-allowance') ?? {}
  const [first, second] = toldApart(text, numbersIn(text), definitions) ?? []
  expect(first).toMatch(/^紧缺的工种.*老方.*厂里都发津贴/u)
  expect(first).not.toContain('小蒋')
  expect(second).toMatch(/^紧缺的工种.*小蒋.*厂里都发津贴/u)
})

test.each([
  ['baotou-2025-apprenticeship', '12个人，三年，一共多少'],
  ['baotou-2025-apprenticeship', '30个人上了课，30个人都留下来了，一共多少'],
  ['baotou-2025-apprenticeship', '报了30个人，来了25个人'],
  ['jinhua-training-centre', '一年600人次，晋升的120人次'],
  ['baotou-2025-school-net-income', '盈余200万，绩效总量500万，一共能提多少'],
])('%s is told of one case: %s', (id, message) => {
  expect(parts(id, message)).toBeNull()
})

test('no message of such pieces makes the reading of facts fail', () => {
  const pieces = [
    '甲',
    '乙厂',
    '3人',
    '3人',
    '一个',
    '两年',
    '10万',
    '12',
    '各',
    '都',
    '其中',
    '一共',
    '多少',
    '高级技师',
    '金牌',
    '没拿到证',
    '，',
    '；',
    '。',
    '：',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (words) => {
      for (const { definitions } of book.provisions.slice(0, 40))
        expect(factsIn(words.join(''), definitions).length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})
