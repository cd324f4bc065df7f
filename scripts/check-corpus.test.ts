import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit, isOpen } from './audit.ts'
import { problemsOf, table } from './check-corpus.ts'
import { buildCorpus, readFolders } from './corpus-folder.ts'

let root = ''

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'corpus-')), 'corpus')
  cpSync('corpus', root, { recursive: true })
  build()
})

afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }))

const build = (): void => writeFileSync(join(root, 'corpus.json'), JSON.stringify(buildCorpus(root).corpus))

const WUHOU = 'wuhou-craftsman-draft/entitlements.yaml'
const BAOTOU = 'baotou-2021-craftsman-city/entitlements.yaml'

/** Replaces words that stand in the file once. */
function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  expect(text.split(from).length).toBe(2)
  writeFileSync(join(root, file), text.replace(from, to))
}

/** Replaces the first such words after the beginning of a rule. */
function changeRule(file: string, id: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  const at = text.indexOf(`- id: ${id}\n`)
  expect(at > 0 && text.indexOf(from, at) > at).toBe(true)
  writeFileSync(join(root, file), text.slice(0, at) + text.slice(at).replace(from, to))
}

/** What is reported, after the generated file was brought up to date if the folders can be read at all. */
function problems(): string[] {
  build()
  return problemsOf(root)
}

/** The line on which words stand. */
const lineOf = (file: string, words: string): number =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1

describe('questions that people ask', () => {
  const ASKED = 'jinhua-craftsman-draft/asked.yaml'

  test('stand by a sentence of the text', () => {
    const text = readFileSync(join(root, ASKED), 'utf8')
    writeFileSync(join(root, ASKED), text.replace(/sentence: .{4}/u, '$&与原文不符'))
    expect(build).toThrow(/does not say “/u)
  })

  test('name an entitlement of their document', () => {
    const text = readFileSync(join(root, ASKED), 'utf8')
    writeFileSync(join(root, ASKED), text.replace(/entitlement: .*/u, 'entitlement: jinhua-nothing'))
    expect(build).toThrow('no such entitlement: jinhua-nothing')
  })

  test('change what the generated file is compared with', () => {
    const text = readFileSync(join(root, ASKED), 'utf8')
    writeFileSync(join(root, ASKED), text.replace(/(questions:\n +- )/u, '$1新加的一问\n      - '))
    expect(problemsOf(root).join()).toContain('out of date')
  })
})

describe('the corpus as it is', () => {
  test('has no problems', () => {
    expect(problemsOf(root)).toEqual([])
  })

  test.each([
    ['baotou-2021-craftsman-city', 13, 2, 0],
    ['baotou-2025-skills-enterprise', 2, 3, 0],
    ['neimenggu-2015-high-skilled', 0, 3, 0],
    ['jinhua-craftsman-draft', 29, 7, 2],
    ['wuhou-craftsman-draft', 1, 0, 1],
  ])(
    '%s prints %i sums, %i percentages and %i ratios, and none is left open',
    (id, sums, percentages, ratios) => {
      const folder = readFolders(root).find(({ document }) => document.meta.id === id)
      if (folder === undefined) throw new Error(id)
      const findings = audit(folder, buildCorpus(root).corpus.facts as Parameters<typeof audit>[1])
      const found = ['sum', 'percentage', 'ratio'].map(
        (kind) => findings.filter((finding) => finding.kind === kind).length,
      )
      expect(found).toEqual([sums, percentages, ratios])
      expect(findings.filter(isOpen)).toEqual([])
    },
  )

  test('is told as a table of one row for each document and kind', () => {
    const rows = table(root)
    expect(rows.length).toBe(5 * 5)
    expect(rows.every((row) => row.includes('open 0'))).toBe(true)
    expect(rows[0]).toMatch(/^baotou-2021-craftsman-city +sum +found +13 +bound +13 +aside +0/)
  })

  test('gives the same hash each time', () => {
    expect(buildCorpus(root).corpus.hash).toBe(buildCorpus(root).corpus.hash)
  })
})

describe('one broken thing is reported', () => {
  test('a quote changed by one character, with its rule and clause', () => {
    changeRule(WUHOU, 'wuhou-zhuge-craftsman', '并给予一次性奖励1万元。', '并给予一次性奖金1万元。')
    expect(problems()).toContain(
      'wuhou-zhuge-craftsman: quote is not in 二（九）: “诸葛工匠”由区委、区政府颁发荣誉证书，并给予一次性奖金1万元。',
    )
  })

  test('a quote from another clause', () => {
    changeRule(WUHOU, 'wuhou-direct-naming', 'clause: 二（七）', 'clause: 二（八）')
    expect(problems().join('\n')).toMatch(/wuhou-direct-naming: quote is not in 二（八）/)
  })

  test('a clause that does not exist', () => {
    changeRule(WUHOU, 'wuhou-direct-naming', 'clause: 二（七）', 'clause: 九（七）')
    expect(problems()).toContain('wuhou-direct-naming: no such clause: 九（七）')
  })

  test('an amount that is not the printed one, and its worked examples with it', () => {
    change(BAOTOU, 'special: { fixed: 20万元 }', 'special: { fixed: 30万元 }')
    const found = problems()
    expect(found).toContain('baotou-2021-selected-technician: 30万元 is not in its quote')
    expect(found.some((line) => line.includes('expected exact 200000 元, got exact 300000 元'))).toBe(true)
    expect(found).toContain('baotou-2021-craftsman-city/三（二）4: open sum: 20万元')
  })

  test('a former standard that is not printed', () => {
    change(BAOTOU, 'formerly: 4000元', 'formerly: 5000元')
    expect(problems()).toContain('baotou-2021-apprenticeship: 5000元 is not in its quote')
  })

  test('a threshold that is not the printed one', () => {
    change('jinhua-craftsman-draft/entitlements.yaml', 'atLeast: 500人', 'atLeast: 400人')
    expect(problems()).toContain('jinhua-training-centre: 400人 is not in its quote')
  })

  test('a count that the clause is said to fix and does not', () => {
    change('jinhua-craftsman-draft/entitlements.yaml', 'printed: 三年', 'printed: 四年')
    expect(problems()).toContain('jinhua-talent-introduction: 四年 is not in its quote')
  })

  test('words of a grant that are not in its quote', () => {
    changeRule(
      WUHOU,
      'wuhou-direct-naming',
      'unstated: 来武侯可直接认定为“诸葛工匠”',
      'unstated: 来武侯可直接获得“诸葛工匠”',
    )
    expect(problems()).toContain('wuhou-direct-naming: not in its quote: 来武侯可直接获得“诸葛工匠”')
  })

  test('two rules of one id', () => {
    change(WUHOU, 'id: wuhou-direct-naming', 'id: wuhou-courtesy')
    expect(problems()).toContain('duplicate id: wuhou-courtesy')
  })

  test('a rule that replaces one that does not exist', () => {
    change(
      'baotou-2025-skills-enterprise/entitlements.yaml',
      'replaces: [baotou-2021-wage-growth]',
      'replaces: [baotou-2021-wages]',
    )
    expect(problems()).toContain('baotou-2025-wage-growth: replaces unknown rule baotou-2021-wages')
  })

  test('a rule that is paid by one that does not exist', () => {
    change(WUHOU, 'paidBy: wuhou-zhuge-craftsman', 'paidBy: wuhou-zhuge')
    expect(problems()).toContain('wuhou-direct-naming: paid by unknown rule wuhou-zhuge')
  })

  test('a last day before the first', () => {
    change('wuhou-craftsman-draft/document.yaml', 'day: 2023-08-28', 'day: 2017-08-28')
    expect(problems()).toContain('wuhou-craftsman-draft: last day 2017-08-28 before first day 2018-01-01')
  })

  test('words about validity that the text does not contain', () => {
    change('wuhou-craftsman-draft/document.yaml', '有效期至2023年8月28日', '有效期至2024年8月28日')
    expect(problems()).toContain('wuhou-craftsman-draft: not in the text: 有效期至2024年8月28日')
  })

  test('a generated file that is out of date', () => {
    changeRule(WUHOU, 'wuhou-direct-naming', 'name: 直接认定为“诸葛工匠”', 'name: 认定为“诸葛工匠”')
    expect(problemsOf(root)).toEqual(['corpus.json is out of date: npm run corpus:build'])
    rmSync(join(root, 'corpus.json'))
    expect(problemsOf(root)).toEqual(['corpus.json is out of date: npm run corpus:build'])
  })

  test('a deleted rule, whose figures become open', () => {
    const text = readFileSync(join(root, WUHOU), 'utf8')
    const from = text.indexOf('  - id: wuhou-matching-award')
    writeFileSync(
      join(root, WUHOU),
      text.slice(0, from) + text.slice(text.indexOf('  - id: wuhou-direct-naming')),
    )
    const found = problems()
    expect(found).toContain('wuhou-craftsman-draft/二（九）: open ratio: 1：0.5')
    expect(found).toContain('wuhou-craftsman-draft/二（九）: open grant: 配套')
  })

  test('an aside that was removed, whose figures become open', () => {
    change(WUHOU, '  - { clause: 二（四）, quote: 甄选5家学徒制试点企业, reason: target }\n', '')
    expect(problems()).toEqual(['wuhou-craftsman-draft/二（四）: open count: 5家'])
  })

  test('a worked example with a wrong result', () => {
    change(WUHOU, 'gives: exact 6172.5 元', 'gives: exact 6172 元')
    expect(problems()).toEqual([
      'wuhou-matching-award: given {"award-sum":12345}: expected exact 6172 元, got exact 6172.5 元',
    ])
  })
})

describe('a file that cannot be read is named with its line and the reason', () => {
  test('an impossible day', () => {
    change('wuhou-craftsman-draft/document.yaml', 'day: 2023-08-28', 'day: 2023-02-30')
    const line = lineOf('wuhou-craftsman-draft/document.yaml', '2023-02-30')
    expect(build).toThrow(new RegExp(`wuhou-craftsman-draft/document\\.yaml:${line}: last`))
  })

  test('broken YAML', () => {
    change(
      WUHOU,
      '    aliases: [特殊医疗保险, 疗休养, 走访慰问, 社会礼遇]',
      '    aliases: [特殊医疗保险, 疗休养, 走访慰问',
    )
    const line = lineOf(WUHOU, 'aliases: [特殊医疗保险, 疗休养, 走访慰问')
    expect(build).toThrow(/wuhou-craftsman-draft\/entitlements\.yaml:\d+: /)
    const reported = Number(/entitlements\.yaml:(\d+):/.exec(messageOf(build))?.[1])
    expect(Math.abs(reported - line)).toBeLessThanOrEqual(1)
  })

  test('an aside with a reason of its own making', () => {
    change(
      WUHOU,
      'quote: 甄选5家学徒制试点企业, reason: target',
      'quote: 甄选5家学徒制试点企业, reason: because',
    )
    const line = lineOf(WUHOU, 'reason: because')
    expect(build).toThrow(
      new RegExp(`wuhou-craftsman-draft/entitlements\\.yaml:${line}: asides\\.\\d+\\.reason: Invalid option`),
    )
  })

  test('a number that no reader understands', () => {
    changeRule(WUHOU, 'wuhou-zhuge-craftsman', 'of: { fixed: 1万元 }', 'of: { fixed: 一些元 }')
    expect(build).toThrow(/wuhou-craftsman-draft\/entitlements\.yaml:\d+: entitlements\.0\.amount/)
  })

  test('a fact that nobody defined, with the rule that asks for it', () => {
    changeRule(WUHOU, 'wuhou-matching-award', 'of: award-sum', 'of: award-total')
    expect(() => problems()).toThrow('wuhou-matching-award: no such fact: award-total')
  })

  test('a source that is not UTF-8', () => {
    writeFileSync(join(root, 'wuhou-craftsman-draft/source.txt'), Buffer.from([0xd6, 0xee, 0xb8, 0xf0]))
    expect(build).toThrow(/wuhou-craftsman-draft\/source\.txt: .*not valid/)
  })

  test('a folder that is not called as its document', () => {
    change('wuhou-craftsman-draft/document.yaml', 'id: wuhou-craftsman-draft', 'id: wuhou-craftsman')
    expect(build).toThrow("wuhou-craftsman-draft/document.yaml: id wuhou-craftsman is not the folder's name")
  })

  test('is a CorpusFileError, so that the commands print one line and no stack', () => {
    change('wuhou-craftsman-draft/document.yaml', 'level: district', 'level: village')
    expect(build).toThrow(expect.objectContaining({ name: 'CorpusFileError' }))
  })
})

function messageOf(run: () => void): string {
  try {
    run()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}
