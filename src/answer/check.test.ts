import { describe, expect, test } from 'vitest'
import { proved, strayFigures } from './check.ts'
import type { Answer } from './reply.ts'

const answer = (text: string): Answer => ({
  kind: 'answer',
  text,
  calculations: [
    {
      entitlementId: 'x',
      name: '奖励',
      region: '云溪市',
      recipient: 'person',
      outcome: 'exact',
      min: '30000',
      max: '30000',
      unit: '元',
      steps: [{ label: '文件规定', expression: '3万元', value: '30000', citationId: 'x/一' }],
      inputs: [],
      missing: [],
      citationIds: ['x/一'],
      remarks: [],
      variant: null,
    },
  ],
  citations: [],
  questions: [],
  notices: [{ code: 'draft', text: '这是征求意见稿。' }],
})

describe('every sum and share of a reply', () => {
  test('may stem from a step, or from what the person said', () => {
    expect(strayFigures(answer('奖励：30000元（3万元）。'), '')).toEqual([])
    expect(strayFigures(answer('您说的5000元'), '听说有5000元')).toEqual([])
  })

  test('of another origin is found, in whatever writing', () => {
    expect(strayFigures(answer('奖励：40000元。'), '')).toEqual(['40000 money'])
    expect(strayFigures(answer('奖励四万元，上浮30%'), '')).toEqual(['40000 money', '30 percent'])
  })

  test('is counted, and the calculation speaks for itself instead', () => {
    const counted: number[] = []
    expect(proved(answer('奖励：40000元。'), '', (figures) => counted.push(figures)).text).toBe(
      '这是征求意见稿。\n奖励：30000元。',
    )
    expect(counted).toEqual([1])
  })
})
