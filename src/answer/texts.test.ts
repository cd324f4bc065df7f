import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import texts from './texts.json' with { type: 'json' }
import { say } from './texts.ts'

test('a text is said with its values filled in, each wherever it stands', () => {
  expect(say('other-place', { place: '杭州市', held: '包头市', hotlines: '拨打12333' })).toBe(
    '我没有杭州市的文件，不能拿别处的数额来答。现在收录的文件覆盖：包头市。杭州市的规定拨打12333查询。',
  )
})

test('a value that is missing is an error, not a hole in a reply', () => {
  expect(() => say('other-place', { place: '杭州市' })).toThrow('lacks held')
})

test('no text is left that nothing says', () => {
  const here = new URL('.', import.meta.url)
  const code = readdirSync(here)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, here), 'utf8'))
    .join('\n')
  const computed = /^(?:refusal|outcome|validity)\./
  const unsaid = Object.keys(texts).filter((key) => !computed.test(key) && !code.includes(`'${key}'`))
  expect(unsaid).toEqual([])
})
