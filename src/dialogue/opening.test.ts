import { describe, expect, test } from 'vitest'
import { amounts, talk } from '../api/testing/talk.ts'
import { EMPTY_STATE } from './conversation.ts'
import { openingWith } from './opening.ts'

describe('who tells first and asks last', () => {
  test.each([
    [['包头的厂，招了20个新型学徒', '带两年，一共补多少'], ['240000—320000元']],
    [
      ['武侯的诸葛工匠，市技能大赛奖了8000，省技能大赛奖了2万', '这两份区里配套加起来给我多少'],
      ['4000—4000元', '10000—10000元', '14000—14000元'],
    ],
    [
      ['义乌，新认定的技能人才，紧缺工种5个、普通工种8个', '培训补贴总共最多多少'],
      ['null—19500元', 'null—24000元', 'null—43500元'],
    ],
  ])('%j has asked one question', async (messages, expected) => {
    expect(amounts((await talk(...messages)).at(-1))).toEqual(expected)
  })

  test('asks of what it points at, and not of all that was told', async () => {
    const [, first] = await talk('包头，第一家是国家级高技能人才培训基地，第二家是自治区级的', '第一家拿多少')
    expect(amounts(first)).toEqual(['5000000—5000000元'])
  })

  test('tells no more once something was asked', () => {
    expect(openingWith('我们招了20个学徒', EMPTY_STATE, true)).toBe('我们招了20个学徒')
    expect(openingWith('带徒弟给不给钱', EMPTY_STATE, true)).toBe('')
    expect(openingWith('我们招了20个学徒', EMPTY_STATE, false)).toBe('')
  })
})
