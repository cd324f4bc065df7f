import { describe, expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { findProvision, readBook } from '../entitlements/book.ts'
import { dayPartsOf } from './day.ts'
import { yearsBetween } from './elapsed.ts'
import { factsIn } from './facts.ts'
import { readLexicon } from './lexicon.ts'
import { isDenied } from './negation.ts'
import { normalise } from './normalise.ts'
import { numbersIn } from './numbers.ts'
import { phrasesIn } from './phrase.ts'
import { comesFromOutside } from './place.ts'
import { topicsIn } from './topic.ts'

const corpus = schema.parse(corpusJson)
const { book, canonical } = readLexicon(corpus, readBook(corpus))
const provisionOf = (id: string) => {
  const provision = findProvision(book, id)
  if (provision === undefined) throw new Error(id)
  return provision
}
const facts = (id: string, message: string, earlier = {}) => {
  const { definitions, rule } = provisionOf(id)
  const demanded = rule.conditions.flatMap((one) => ('fact' in one ? [one.fact] : []))
  return factsIn(canonical(normalise(message)), definitions, null, earlier, demanded)
}
const exact = (value: string) => ({
  min: expect.toSatisfy((x) => x.eq(value)),
  max: expect.toSatisfy((x) => x.eq(value)),
})

describe('a phrase', () => {
  const found = (text: string) =>
    phrasesIn(text, [{ item: true, words: ['单位/厂里 没/不 办/开 班'] }]).map(({ word }) => word)
  test('stands in pieces in one breath, in order, each in one of its forms', () => {
    expect(found('厂里从来没给我们开过班')).toEqual(['厂里从来没给我们开过班'])
    expect(found('厂里没人,开班了')).toEqual([])
    expect(found('班厂里没开')).toEqual([])
  })
  test('stands side by side where a + joins it', () => {
    const joined = (text: string) => phrasesIn(text, [{ item: true, words: ['没+得/拿+过/到+奖'] }]).length
    expect(joined('没拿到奖')).toBe(1)
    expect(joined('没拿到一等奖')).toBe(0)
  })
  test('leaves out what is denied between its pieces', () => {
    expect(found('厂里没说不开夜班')).toEqual([])
  })
})

test.each([
  ['没想到证书拿到了', '证书', false],
  ['从无锡全职引进', '全职', false],
  ['非常紧缺', '紧缺', false],
  ['转岗培训一天没落下', '培训', false],
  ['离国家级还差着一级', '国家级', true],
  ['不是国家级', '国家级', true],
  ['紧缺目录里翻不着', '紧缺', true],
  ['够不上规上企业', '规上', true],
  ['证拿到了没给钱', '证', false],
  ['不算扩建、算首次列入', '首次列入', false],
])('of %s %s is denied: %s', (text, word, denied) => {
  const start = text.indexOf(word)
  expect(isDenied(text, { start, end: start + word.length })).toBe(denied)
})

describe('what a condition demands', () => {
  test.each([
    ['baotou-2021-skill-upgrade', '厂里从来没给我们开过班，网课上学的', 'enterprise-training', false],
    ['baotou-2021-skill-upgrade', '自己掏了路费去参加厂里组织的岗前培训', 'enterprise-training', true],
    ['baotou-2021-skill-upgrade', '证还没发', 'certified', false],
    ['baotou-2021-selected-technician', '首席技师最后一轮给刷了', 'selected', false],
    ['baotou-2021-selected-technician', '前两届没选上，这一届终于评上优秀技师', 'selected', true],
    ['baotou-2021-selected-technician', '上一届落选了，今年再报能评上吗', 'selected', false],
    ['baotou-2021-contest-camp', '头一年没批，今年创建成功了', 'established', true],
    ['wuhou-matching-award', '公司自己搞的技能比武得了奖金', 'awarded', false],
    ['wuhou-matching-award', '我们街道有四个人', 'awarded', undefined],
    ['wuhou-matching-award', '不是区里的比赛，是四川省技能大赛', 'awarded', true],
    ['wuhou-matching-award', '从来没评过诸葛工匠，当选成都市级的工匠', 'zhuge', false],
    ['wuhou-matching-award', '大赛没拿过奖，当选了成都市级工匠', 'awarded', true],
    ['wuhou-direct-naming', '任何一级的工匠称号我都没得过', 'craftsman-title', false],
    ['wuhou-zhuge-craftsman', '诸葛工匠评上了，到现在没发钱', 'named', true],
    ['wuhou-zhuge-craftsman', '诸葛工匠没落到他头上', 'named', false],
    ['wuhou-zhuge-craftsman', '评上诸葛工匠，奖金一分没落到手里', 'named', true],
    ['jinhua-trial-host', '选拔赛别的学院办的，没轮到我们', 'trial-hosted', false],
    ['jinhua-national-camp', '被指定为国家级集训基地', 'designated', true],
    ['jinhua-national-camp', '要是被指定为国家级集训基地', 'designated', undefined],
    ['jinhua-base-match', '第一回进国家级的实训基地项目', 'first-listed', true],
    ['jinhua-base-extension', '算不上扩建', 'extension', false],
    ['jinhua-talent-introduction', '没出过金华', 'introduction', false],
    ['jinhua-talent-introduction', '厂里没出过问题', 'introduction', undefined],
    ['jinhua-contest-host', '人社局批没批还不清楚', 'approved', true],
    ['baotou-2021-skill-upgrade', '转岗培训是公司办的，证没拿着', 'enterprise-training', true],
    ['baotou-2021-skill-upgrade', '都拿了证，分不清等级也没关系', 'enterprise-training', undefined],
    ['baotou-2021-direct-application', '技师证有，工程师职称一直没评下来', 'engineer-and-technician', false],
    ['baotou-2025-differential-subsidy', '够不上职业培训补贴的条件', 'training-subsidy-met', false],
    ['neimenggu-2015-later-retirement', '双方都点头', 'agreed', true],
    ['neimenggu-2015-later-retirement', '这规定让晚退不让呀', 'agreed', undefined],
    ['neimenggu-2015-later-retirement', '厂里不想让他退他也乐意', 'agreed', undefined],
    ['neimenggu-2015-later-retirement', '厂里不让他接着干', 'agreed', false],
    ['jinhua-supply-award', '没有一个去国企', 'private-firm', undefined],
    ['jinhua-supply-award', '全进的国营厂', 'private-firm', false],
    ['jinhua-technician-allowance', '从没给高技能的人发过津贴', 'allowance-scheme', false],
    ['jinhua-base-match', '几年前就进过一回省级公共实训基地建设项目', 'first-listed', false],
    ['jinhua-base-match', '以前从没列入过，今年首次列入', 'first-listed', true],
    ['jinhua-leading-talent-match', '市里授予的技能领军人才', 'listed', false],
    ['jinhua-leading-talent-match', '省里授予的，市里授予过', 'listed', true],
    ['baotou-2025-graduate-apprentice', '跟对面那家公司签的合同', 'same-firm', false],
  ])('%s of %s: %s is %s', (id, message, fact, value) => {
    expect(facts(id, message)[0]?.[fact]).toBe(value)
  })

  test.each([
    ['baotou-2021-master-studio', '市里挂的牌，没评上自治区级', 'base-level', 'city'],
    ['baotou-2021-training-base', '旗县认定的，离自治区级还差着一级', 'base-level', 'lower'],
    ['baotou-2021-selected-technician', '报首席技师没评上', 'title', 'chief'],
    ['baotou-2021-selected-technician', '不是首席技师', 'title', undefined],
    ['baotou-2021-selected-technician', '荣誉我就一个市级的，报特级技师', 'honour', 'city'],
    ['baotou-2021-selected-technician', '荣誉是全国级别的', 'honour', 'national'],
    ['baotou-2021-selected-technician', '啥荣誉都没混上', 'honour', 'none'],
    ['baotou-2021-selected-technician', '自治区的荣誉从来没拿过，市里的有', 'honour', 'city'],
    ['baotou-2021-worldskills-employer', '小李夺了金', 'medal', 'gold'],
    ['baotou-2025-school-funding', '技校是私人老板开的', 'school-kind', 'private'],
    ['jinhua-technician-allowance', '本人高级技师不是技师', 'grade', 'senior-technician'],
    ['baotou-2021-selected-technician', '厂里的标兵，市级荣誉也有', 'honour', 'city'],
  ])('%s of %s: %s is %s', (id, message, fact, value) => {
    expect(facts(id, message)[0]?.[fact]).toBe(value)
  })

  test('counts those who meet it, and each where each is asked about', () => {
    expect(facts('jinhua-supply-award', '45人，其中10人去了国有企业，35人进了民营企业')).toEqual([
      expect.objectContaining({ 'private-firm': true, supplied: exact('35') }),
    ])
    const two = facts('baotou-2021-skill-upgrade', '小赵考下初级证了，小钱没考下来证，分别怎么算')
    expect(two.map(({ certified }) => certified)).toEqual([true, false])
    const [left] = facts('baotou-2021-skill-upgrade', '里头有两个没拿到证', { people: exactly40 })
    expect(left).toEqual({ certified: true, people: exact('38') })
  })

  const [exactly40] = facts('baotou-2021-skill-upgrade', '40个人').map(({ people }) => people)
})

test('a message of denials over and over costs milliseconds', () => {
  const started = performance.now()
  facts('jinhua-contest-host', '没评'.repeat(1000))
  facts('jinhua-contest-host', '技师不是'.repeat(500))
  expect(performance.now() - started).toBeLessThan(1000)
})

describe('a number', () => {
  test.each([
    ['jinhua-training-centre', '去年培训人次480，升高级工的占了三成', 'trainees', '480'],
    ['jinhua-training-centre', '去年培训人次480，升高级工的占了三成', 'promoted-share', '30'],
    ['baotou-2025-school-net-income', '刨掉成本净赚50万', 'net-income', '500000'],
    ['baotou-2021-skill-upgrade', '厂里办的培训班，全厂45个人', 'people', '45'],
  ])('of %s: %s: %s is %s', (id, message, fact, value) => {
    expect(facts(id, message)[0]?.[fact]).toEqual(exact(value))
  })
  test.each([
    ['baotou-2021-worldskills-employer', '小李夺了金，我们单位一共600号职工', 'people'],
    ['baotou-2021-worldskills-employer', '小周摘了银，全厂850号人', 'people'],
    ['baotou-2021-selected-technician', '荣誉我就一个市级的', 'people'],
    ['baotou-2025-graduate-apprentice', '离校都五年啦', 'years'],
  ])('of %s: %s tells no %s', (id, message, fact) => {
    expect(facts(id, message)[0]?.[fact]).toBeUndefined()
  })
  test('of two places that both came out is no part of the other', () => {
    const [first] = facts('baotou-2021-contest-camp', '一家建成俩，一家建成一个')
    expect(first?.bases).not.toEqual(exact('1'))
  })
})

describe('a number at the bound', () => {
  const read = (text: string) =>
    numbersIn(normalise(text)).map(
      ({ value, unit }) => `${value.min?.toFixed()}—${value.max?.toFixed()}${unit}`,
    )
  test.each([
    ['不多不少一千人次', ['1000—1000人次']],
    ['六个月，一天不多一天不少', ['6—6个月']],
    ['民营的一个没去', []],
    ['没有一个去国企', []],
    ['不到一年', ['0—11个月']],
    ['合同一年不到', ['0—11个月']],
    ['半年差两天', ['5—5个月']],
    ['差两个到500人次', ['498—498人次']],
    ['超过1000人次', ['1001—undefined人次']],
    ['五个半月', ['5.5—5.5个月']],
    ['五年前请来的', []],
    ['说是送满10个就奖', []],
    ['申报的头一年', []],
    ['头一年薪水三十六万', ['360000—360000元']],
    ['一间工作室', ['1—1间']],
  ])('%s is %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each(['年实训人次刚好一千', '今年实训人次一数，不多不少正好1000'])('%s counts visits', (text) => {
    expect(facts('jinhua-public-base', text)[0]?.visits).toEqual(exact('1000'))
  })
})

describe('the time between two moments', () => {
  const { definitions } = provisionOf('jinhua-talent-introduction')
  test.each([
    ['2020年从绍兴引来，一直到今年才入选', '6'],
    ['2023年9月从合肥挖来的技师，今年8月才入选', '3'],
    ['2021年3月从武汉引进，2024年6月才入选', '4'],
    ['五年前从南昌请来，今年刚入选', '5'],
    ['他进厂都六年了，上个月才入选', '6'],
  ])('of %s is %s years', (text, years) => {
    expect(yearsBetween(text, definitions, '2026-11-20')).toEqual({ 'selection-years': exact(years) })
  })
  test('is not told by one of them, nor is it asked about', () => {
    expect(yearsBetween('2020年从绍兴引来', definitions, '2026-11-20')).toEqual({})
    expect(dayPartsOf('2020年从绍兴引来一位师傅，今年入选，补多少', '2026-11-20').length).toBeLessThan(2)
  })
})

test('a name that is denied is not asked about beside another', () => {
  const ids = (text: string) =>
    topicsIn(
      canonical(text),
      book.provisions.filter(({ region }) => region === '金华市'),
    ).map(({ provision }) => provision.rule.id)
  expect(ids('技师不是新职业,购房补贴多少')).toEqual(['jinhua-technician-housing'])
  expect(ids('不是新职业')).toContain('jinhua-new-occupation-housing')
})

test('去义乌引进 is an origin within the prefecture', () => {
  expect(comesFromOutside('不是从上海来的，原来在兰溪一家厂', corpus, '金华市')).toBe(false)
  expect(comesFromOutside('我们厂原来在义乌，师傅是从长沙挖来的', corpus, '金华市')).toBe(true)
  expect(comesFromOutside('东阳的厂去义乌引进了一位师傅', corpus, '金华市')).toBe(false)
})
