import { expect, it } from 'vitest'
import { keepingLatest } from './latest.ts'

it('reads a text again only when as many others came after it', () => {
  const read: string[] = []
  const length = keepingLatest((text) => {
    read.push(text)
    return text.length
  }, 2)
  expect(['一', '一二', '一', '一二三', '一'].map(length)).toEqual([1, 2, 1, 3, 1])
  expect(read).toEqual(['一', '一二', '一二三', '一'])
})
