import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const data = mkdtempSync(join(tmpdir(), 'cli-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

interface Result {
  status: number | null
  stdout: string
  stderr: string
}

function run(
  args: string[],
  { input = '', settings = {} }: { input?: string; settings?: Record<string, string> } = {},
): Result {
  const env = { PATH: process.env.PATH, DATA_DIR: data, ...settings }
  return spawnSync(process.execPath, ['src/cli.ts', ...args], { encoding: 'utf8', input, env })
}

/** What it prints when all goes well. */
function printed(...args: string[]): string {
  const result = run(args)
  expect([result.status, result.stderr]).toEqual([0, ''])
  return result.stdout
}

/** Why it refuses: on stderr, without a stack, with exit code 1 and nothing on stdout. */
function refusal(...args: string[]): string {
  const { status, stdout, stderr } = run(args)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).not.toMatch(/\bat .+:\d+|node:internal|\.ts:/)
  return stderr.trim()
}

describe('calc', () => {
  test('computes with the trace, the inputs, what is assumed and the clause', () => {
    const lines = printed(
      'calc',
      'baotou-2025-apprenticeship',
      'apprentices=12',
      'years=3',
      '--as-of',
      '2026-11-20',
    )
      .trim()
      .split('\n')
    expect(lines[0]).toBe('企业新型学徒制培训补贴：216000—288000元（12人 × 3年 × 6000—8000元/人·年）。')
    expect(lines).toContain(
      '  合计：12人 × 3年 × 6000—8000元/人·年 = 216000—288000　[baotou-2025-skills-enterprise/四]',
    )
    expect(lines).toContain('  已知：学徒人数 12人')
    expect(lines).toContain('  假定：开展企业新型学徒制培训 是')
    expect(lines.at(-1)).toMatch(
      /^依据：《关于进一步推动技能强企工作的实施意见》四：“.*6000元—8000元的培训补贴。”$/,
    )
  })

  test('says what is still missing, and how it may be given', () => {
    const text = printed('calc', 'jinhua-craftsman-award')
    expect(text).toContain('金华工匠经费资助（金华大工匠）：50000元')
    expect(text).toContain(
      '  还缺：craftsman　工匠称号（great=金华大工匠、outstanding=金华杰出工匠、craftsman=金华工匠、other=别处或别级的工匠）',
    )
  })

  test('puts the notices of the day first', () => {
    expect(printed('calc', 'wuhou-zhuge-craftsman', '--as-of', '2023-08-28').split('\n')[0]).toMatch(
      /^【注意】.*征求意见稿/,
    )
    expect(printed('calc', 'baotou-2021-apprenticeship', '--as-of', '2026-01-01')).toMatch(/^【注意】.*取代/)
  })

  test.each([
    ['shortage=是', '最高3900元'],
    ['shortage=true', '最高3900元'],
    ['shortage=否', '最高3000元'],
    ['recognised=2..4', '最高12000元'],
  ])('reads %s: %s', (pair, amount) => {
    expect(printed('calc', 'jinhua-training-subsidy', pair)).toContain(amount)
  })

  test.each([
    [['apprentices'], '写作 名称=值：apprentices'],
    [['=12'], '写作 名称=值：=12'],
    [['students=12'], '没有这个输入：students（可用：apprentices、years、apprenticeship）'],
    [['apprentices='], 'apprentices：须是不小于0的十进制数'],
    [['apprentices=-1'], 'apprentices：须是不小于0的十进制数'],
    [['apprentices=1.5', 'years=61'], 'apprentices：须是整数\nyears：不能大于60'],
    [['apprentices=3..2'], 'apprentices：下限不能大于上限'],
    [['apprenticeship=vielleicht'], 'apprenticeship：须是true或false'],
  ])('refuses %j', (pairs, reason) => {
    expect(refusal('calc', 'baotou-2025-apprenticeship', ...pairs)).toBe(reason)
  })

  test('refuses an unknown entitlement, and says how to find one', () => {
    expect(refusal('calc', 'nope')).toBe('没有这项待遇：nope（npm run calc -- list 列出全部）')
  })
})

describe('calc list', () => {
  test('lists what can be had in a place today, the place in its everyday name', () => {
    const rows = printed('calc', 'list', '--region', '包头')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(rows.every((row) => row.length === 3)).toBe(true)
    expect(new Set(rows.map(([, region]) => region))).toEqual(new Set(['包头市', '内蒙古自治区']))
    const ids = rows.map(([id]) => id)
    expect(ids).toContain('baotou-2025-apprenticeship')
    expect(ids).not.toContain('baotou-2021-apprenticeship')
  })

  test('lists what could be had on another day', () => {
    const text = printed('calc', 'list', '--region', '包头', '--as-of', '2024-12-31')
    expect(text).toContain('baotou-2021-apprenticeship')
    expect(text).not.toContain('baotou-2025-apprenticeship')
  })

  test('refuses a place that the corpus does not know', () => {
    expect(refusal('calc', 'list', '--region', '火星')).toBe('文件库里没有这个地方：火星')
  })
})

describe('ask', () => {
  test('answers with the amount and the clause', () => {
    const text = printed('ask', '包头的首席技师奖多少')
    expect(text).toContain('100000元')
    expect(text).toMatch(
      /《包头市打造“工匠之都”实施方案》三、（二）4：“[^”]*.*20万元、10万元、3万元一次性奖补。”/,
    )
  })

  test('takes place and day from its options', () => {
    const text = printed('ask', '学徒制补贴标准是多少', '--region', '包头市', '--as-of', '2024-06-01')
    expect(text).toContain('6000元/人·年')
    expect(text).not.toContain('8000')
  })

  test('gives the whole reply as JSON', () => {
    const reply = JSON.parse(printed('ask', '包头的首席技师奖多少', '--json')) as {
      kind: string
      calculations: { max: string }[]
    }
    expect([reply.kind, reply.calculations.map(({ max }) => max)]).toEqual(['answer', ['100000']])
  })

  test('keeps one conversation while questions come in line by line', () => {
    const { status, stdout } = run(['ask'], { input: '包头的学徒制补贴标准是多少\n\n那金华呢？\n' })
    expect(status).toBe(0)
    expect(stdout).toContain('6000—8000元/人·年')
    expect(stdout).toContain('最高6000元/人·年')
  })
})

describe('a call that makes no sense', () => {
  test.each([[[]], [['help']], [['calc']]])('%j shows how it is used', (args) => {
    expect(refusal(...args)).toMatch(/^用法：\n/)
  })

  test('names an option that does not exist, a day that does not, and a setting that is bad', () => {
    expect(refusal('calc', 'list', '--place', '包头')).toContain('--place')
    expect(refusal('ask', '你好', '--as-of', '2023-02-30')).toBe('不是真实存在的日期：2023-02-30')
    const { status, stdout, stderr } = run(['calc', 'list'], { settings: { PORT: 'x' } })
    expect([status, stdout, stderr]).toEqual([1, '', '设置有误：PORT：须是端口号\n'])
  })
})
