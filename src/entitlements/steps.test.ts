import { describe, expect, test } from 'vitest'
import { calculate } from './calculate.ts'
import { inputsSchema } from './fact.ts'
import { provision } from './testing/given.ts'

const calculated = (id: string, given: Record<string, unknown> = {}) =>
  calculate(provision(id), inputsSchema(provision(id).definitions).parse(given))

/** The first calculation's steps, one line each: what, how, how much. */
const steps = (id: string, given: Record<string, unknown> = {}): string[] | undefined =>
  calculated(id, given)[0]?.steps.map(({ label, expression, value }) => `${label}: ${expression} = ${value}`)

const inputs = (id: string, given: Record<string, unknown> = {}): string[] | undefined =>
  calculated(id, given)[0]?.inputs.map(({ name, value, unit, source }) => `${source} ${name} ${value}${unit}`)

const STEPS: [string, Record<string, unknown>, string[]][] = [
  [
    'baotou-2025-apprenticeship',
    { apprentices: 12, years: 3 },
    ['每人每年: 6000—8000元/人·年 = 6000—8000', '合计: 12人 × 3年 × 6000—8000元/人·年 = 216000—288000'],
  ],
  [
    'baotou-2025-apprenticeship',
    { years: 3 },
    ['每人每年: 6000—8000元/人·年 = 6000—8000', '合计: 3年 × 6000—8000元/人·年 = 18000—24000'],
  ],
  ['baotou-2025-apprenticeship', {}, ['每人每年: 6000—8000元/人·年 = 6000—8000']],
  [
    'jinhua-apprenticeship',
    { apprentices: 20, years: 3 },
    [
      '期限: 2年内：3年按2年计 = 2',
      '每人每年: 不超过6000元/人·年 = 不超过6000',
      '合计: 20人 × 2年 × 不超过6000元/人·年 = 不超过240000',
    ],
  ],
  [
    'jinhua-apprenticeship',
    { apprentices: 20, years: 2 },
    ['每人每年: 不超过6000元/人·年 = 不超过6000', '合计: 20人 × 2年 × 不超过6000元/人·年 = 不超过240000'],
  ],
  [
    'jinhua-technician-allowance',
    { grade: 'technician', months: 36 },
    [
      '期限: 两年内：36月按24月计 = 24',
      '每人每月: 600元/人·月 = 600',
      '合计: 1人 × 24月 × 600元/人·月 = 14400',
    ],
  ],
  [
    'jinhua-talent-introduction',
    { salary: 400_000 },
    [
      '申报年上一年人才薪酬: 400000元 = 400000',
      '按比例: 400000元 × 50% = 200000',
      '每年: 200000元/年 = 200000',
      '合计: 3年 × 200000元/年 = 600000',
      '上限: 600000元，不超过50万元 = 500000',
      '每人: 500000元/人 = 500000',
      '合计: 1人 × 500000元/人 = 500000',
    ],
  ],
  [
    'jinhua-training-subsidy',
    { shortage: true, recognised: 2 },
    [
      '上浮: 不超过3000元 × (1 + 30%) = 不超过3900',
      '每人: 不超过3900元/人 = 不超过3900',
      '合计: 2人 × 不超过3900元/人 = 不超过7800',
    ],
  ],
  [
    'jinhua-training-subsidy',
    {},
    ['每人: 不超过3000元/人 = 不超过3000', '合计: 1人 × 不超过3000元/人 = 不超过3000'],
  ],
  [
    'jinhua-contest-host',
    { projects: 1, cost: 30_000 },
    [
      '办赛成本: 30000元 = 30000',
      '取最低的上限: 不超过50000元，30000元 = 不超过30000',
      '每个: 不超过30000元/个 = 不超过30000',
      '合计: 1个 × 不超过30000元/个 = 不超过30000',
    ],
  ],
  [
    'jinhua-supply-award',
    {},
    [
      '超出部分: 超出20名的部分，3000元/名 = 不低于0',
      '相加: 50000元 + 不低于0元 = 不低于50000',
      '每年: 不低于50000元/年 = 不低于50000',
    ],
  ],
  [
    'jinhua-supply-award',
    { supplied: 35, years: 2 },
    [
      '超出部分: （35 − 20）名 × 3000元/名 = 45000',
      '相加: 50000元 + 45000元 = 95000',
      '每年: 95000元/年 = 95000',
      '合计: 2年 × 95000元/年 = 190000',
    ],
  ],
  [
    'jinhua-supply-award',
    { supplied: 19 },
    ['不符合条件: 须年输送20名以上高技能人才；现为19人，差1人 = 不符合'],
  ],
  [
    'jinhua-supply-award',
    { supplied: { min: 10, max: 18 } },
    ['不符合条件: 须年输送20名以上高技能人才；现为10—18人，差2人 = 不符合'],
  ],
  [
    'jinhua-talent-introduction',
    { 'selection-years': 5, manufacturer: false },
    [
      '不符合条件: 须是制造业企业 = 不符合',
      '不符合条件: 须引进时已认定，或引进后三年内入选；现为5年，超出2年 = 不符合',
    ],
  ],
  ['jinhua-public-base', { visits: 1000 }, ['不符合条件: 须年实训超1000人次；现为1000人次 = 不符合']],
  [
    'jinhua-public-base',
    { visits: 900 },
    ['不符合条件: 须年实训超1000人次；现为900人次，差100人次 = 不符合'],
  ],
  [
    'jinhua-training-centre',
    { trainees: 600, promoted: 119 },
    ['不符合条件: 须20%人次以上晋升高级工以上技能等级 = 不符合'],
  ],
  [
    'jinhua-training-centre',
    { 'promoted-share': 19.5 },
    ['不符合条件: 须20%人次以上晋升高级工以上技能等级；现为19.5%，差0.5% = 不符合'],
  ],
  [
    'baotou-2025-school-net-income',
    { surplus: 1_000_000, 'performance-pay': 2_000_000 },
    [
      '上年度盈余额: 1000000元 = 1000000',
      '按比例: 1000000元 × 30% = 不超过300000',
      '上年度绩效薪酬总量: 2000000元 = 2000000',
      '按比例: 2000000元 × 10% = 不超过200000',
      '取最低的上限: 不超过300000元，不超过200000元 = 不超过200000',
    ],
  ],
  [
    'baotou-2025-wage-growth',
    { 'manager-growth': 7, 'specialist-growth': 6.5 },
    [
      '本单位专业技术人员人均工资增幅: 6.5% = 6.5',
      '本单位管理人员人均工资增幅: 7% = 7',
      '取最高的下限: 本单位专业技术人员人均工资增幅、本单位管理人员人均工资增幅 = 不低于7',
    ],
  ],
  ['baotou-2025-wage-growth', { 'manager-growth': 7 }, ['本单位管理人员人均工资增幅: 7% = 7']],
  ['baotou-2025-wage-growth', {}, []],
  [
    'neimenggu-2015-senior-posts',
    { 'base-level': 'city' },
    ['不符合条件: 条款只规定了国家级、自治区级，没有规定盟市级 = 不符合'],
  ],
  ['neimenggu-2015-education-fund', {}, ['比例: 职工教育经费总额 × 60％ = 60％']],
  ['jinhua-base-extension', {}, ['比例: 省拨资金 × 20% = 20%', '上限: 不超过100万元 = 不超过1000000']],
  [
    'jinhua-base-extension',
    { 'province-sum': { min: 4_000_000, max: 6_000_000 } },
    [
      '省拨资金: 4000000—6000000元 = 4000000—6000000',
      '按比例: 4000000—6000000元 × 20% = 800000—1200000',
      '上限: 800000—1200000元，不超过100万元 = 800000—1000000',
    ],
  ],
  [
    'baotou-2021-direct-application',
    {},
    ['文件规定: 可直接应聘相应等级的实习指导教师等技能岗位 = 未写明数额'],
  ],
  [
    'wuhou-matching-award',
    { 'award-sum': 12345 },
    [
      '所获奖励金额: 12345元 = 12345',
      '按比例: 12345元 × 1：0.5 = 6172.5',
      '每人: 6172.5元/人 = 6172.5',
      '合计: 1人 × 6172.5元/人 = 6172.5',
    ],
  ],
]

const INPUTS: [string, Record<string, unknown>, string[]][] = [
  ['baotou-2025-apprenticeship', { apprentices: 12 }, ['said apprentices 12人', 'assumed apprenticeship 是']],
  [
    'jinhua-technician-allowance',
    { months: 36 },
    [
      'assumed grade 高级技师',
      'assumed people 1人',
      'said months 36月',
      'assumed allowance-scheme 是',
      'assumed shortage 是',
    ],
  ],
  [
    'jinhua-talent-introduction',
    {},
    [
      'derived subsidy-years 3年',
      'assumed talents 1人',
      'assumed manufacturer 是',
      'assumed introduction 是',
      'assumed leading-talent 是',
      'assumed selection-years 不超过3年',
    ],
  ],
  [
    'jinhua-talent-introduction',
    { salary: 1, 'selection-years': 5 },
    ['said selection-years 5年', 'said salary 1元'],
  ],
  [
    'jinhua-training-subsidy',
    { shortage: false },
    ['said shortage 否', 'assumed recognised 1人', 'assumed newly-recognised 是'],
  ],
  [
    'jinhua-supply-award',
    { supplied: { min: 15, max: 25 } },
    [
      'derived supplied 20—25人',
      'assumed midwest 是',
      'assumed supplied 不低于20人',
      'assumed private-firm 是',
    ],
  ],
  ['jinhua-public-base', {}, ['assumed bases 1个', 'assumed city-base 是', 'assumed visits 超过1000人次']],
  [
    'jinhua-public-base',
    { visits: 1200 },
    ['assumed bases 1个', 'said visits 1200人次', 'assumed city-base 是'],
  ],
  [
    'jinhua-training-centre',
    { 'above-scale': true },
    [
      'assumed centres 1个',
      'said above-scale 是',
      'assumed trainees 不低于500人次',
      'assumed promoted-share 不低于20%',
    ],
  ],
  [
    'baotou-2021-selected-technician',
    { title: 'chief' },
    [
      'said title 首席技师',
      'assumed people 1人',
      'assumed selected 是',
      'assumed judgement-2 由主管部门评定',
      'assumed honour 是',
    ],
  ],
]

describe('a calculation tells how it came about', () => {
  test.each(STEPS)('%s with %j', (id, given, expected) => {
    expect(steps(id, given)).toEqual(expected)
  })

  test('a reading is named with its basis before its figures', () => {
    const [first, , second] = calculated('neimenggu-2015-senior-posts', { 'unit-level': 'city' })
    expect([first?.variant, second?.variant]).toEqual(['按培训基地级别，国家级', '按控制目标层级'])
    expect(first?.steps.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '读法 按培训基地级别',
      '文件规定 15',
    ])
    expect(first?.name).toBe('培训基地教师高级岗位职数提高（按培训基地级别，国家级）')
  })

  test('of readings that nothing decides the first is computed and the others are named', () => {
    const [national, regional, ...others] = calculated('neimenggu-2015-senior-posts')
    expect([national?.min, regional?.min, others]).toEqual(['15', '10', []])
    expect(national?.remarks).toContain('也可以读作按控制目标层级：自治区本级15%、盟市本级10%')
    const [decided] = calculated('neimenggu-2015-senior-posts', {
      'base-level': 'national',
      'unit-level': 'city',
    })
    expect(decided?.remarks).toEqual([
      '条款印了两对并列项，“分别”对应哪一对文件没有写明',
      '也可以读作按控制目标层级：10%',
    ])
  })

  test('a printed value taken for want of a choice is named', () => {
    const all = calculated('jinhua-technician-allowance')
    expect(all.map(({ variant, name }) => [variant, name])).toEqual([
      ['高级技师', '紧缺职业高级技师、技师政府津贴（高级技师）'],
      ['技师', '紧缺职业高级技师、技师政府津贴（技师）'],
    ])
    expect(calculated('jinhua-apprenticeship')[0]?.variant).toBe(null)
  })
})

describe('a calculation tells what it rests on', () => {
  test.each(INPUTS)('%s with %j', (id, given, expected) => {
    expect(inputs(id, given)).toEqual(expected)
  })

  test('what is told and not applied stands in the remarks', () => {
    expect(calculated('jinhua-training-subsidy')[0]?.remarks).toEqual([
      '属于紧缺职业（工种）的，上浮30%，为不超过3900元',
    ])
    expect(calculated('jinhua-training-subsidy', { shortage: true })[0]?.remarks).toEqual([])
    expect(calculated('jinhua-apprenticeship', { apprentices: 20 })[0]?.remarks).toEqual(['最长2年'])
    expect(calculated('jinhua-apprenticeship', { years: 2 })[0]?.remarks).toEqual([])
  })
})
