import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from './clause.ts'
import { parse } from './parse.ts'

const text = (...lines: string[]): string => lines.join('\n')
const paths = (source: string): string[] => parse(source, 'x').clauses.map((clause) => clause.path)
const ids = (source: string): string[] => parse(source, 'x').clauses.map((clause) => clause.id)

function clause(source: string, path: string): Clause {
  const found = parse(source, 'x').clauses.find((each) => each.path === path)
  if (found === undefined) throw new Error(`no clause ${path} in ${paths(source).join(' | ')}`)
  return found
}

const sentences = (source: string, path: string): string[] =>
  clause(source, path).sentences.map((span) => source.slice(span.start, span.end))

/** Every printed character stands in exactly one clause or one piece of furniture; all spans are true to the text. */
function expectWhole(source: string): void {
  const { clauses, furniture } = parse(source, 'x')
  const covered = new Uint8Array(source.length)
  let end = 0
  for (const each of clauses) {
    expect(each.start).toBeGreaterThanOrEqual(end)
    expect(each.end).toBeGreaterThan(each.start)
    expect(each.text).toBe(source.slice(each.start, each.end))
    end = each.end
    covered.fill(1, each.start, each.end)
    expectSentences(source, each)
  }
  for (const span of furniture) covered.fill(1, span.start, span.end)
  for (let i = 0; i < source.length; i++) {
    if (/\S/.test(source.charAt(i)) && covered[i] !== 1)
      throw new Error(`lost at ${i}: ${source.slice(i, i + 20)}`)
  }
  const all = clauses.map((each) => each.id)
  expect(new Set(all).size).toBe(all.length)
  const known = new Set<string | null>([null])
  for (const each of clauses) {
    expect(known.has(each.parent)).toBe(true)
    known.add(each.id)
  }
}

function expectSentences(source: string, each: Clause): void {
  let at = each.start
  for (const span of each.sentences) {
    expect(source.slice(at, span.start).trim()).toBe('')
    expect(span.end).toBeGreaterThan(span.start)
    at = span.end
  }
  expect(source.slice(at, each.end).trim()).toBe('')
}

describe('levels', () => {
  it('runs a count on across parent sections', () => {
    const source = text(
      '二、任务',
      '（一）甲队伍',
      '1.甲。要做甲。',
      '2.乙。要做乙。',
      '（二）乙队伍',
      '3.丙。要做丙。',
      '三、机制',
      '4.丁。要做丁。',
    )
    expect(ids(source)).toEqual([
      'x/二',
      'x/二（一）',
      'x/二（一）1',
      'x/二（一）2',
      'x/二（二）',
      'x/二（二）3',
      'x/三',
      'x/三4',
    ])
    expect(clause(source, '三、4').parent).toBe('x/三')
  })

  it('runs bracketed numbers on under the next section', () => {
    expect(
      paths(text('一、总体', '（一）甲。要甲。', '（二）乙。要乙。', '二、重点', '（三）丙。要丙。')),
    ).toEqual(['一', '一、（一）', '一、（二）', '二', '二、（三）'])
  })

  it('restarts a count under each parent', () => {
    expect(paths(text('（一）原则。', '1.甲。', '2.乙。', '（二）目标。', '１.丙。', '2.丁。'))).toEqual([
      '（一）',
      '（一）1',
      '（一）2',
      '（二）',
      '（二）1',
      '（二）2',
    ])
  })

  it('keeps skipped numbers as printed and tells doubled ones apart', () => {
    expect(ids(text('一、甲', '（一）子。', '（二）丑。', '（二）寅。', '（四）卯。', '三、丙'))).toEqual([
      'x/一',
      'x/一（一）',
      'x/一（二）',
      'x/一（二）~2',
      'x/一（四）',
      'x/三',
    ])
  })

  it('reads chapters, sections and articles; the article stands alone in its id', () => {
    const source = text(
      '第一章　总则',
      '第一节 一般规定',
      '第一条 为了甲。',
      '第二条 条件：',
      '（一）甲；',
      '（二）乙：',
      '1.子；',
      '2.丑。',
      '第二章 附则',
      '第二条之一 乙。',
      '第一百零三条 丙。',
    )
    expect(ids(source)).toEqual([
      'x/第一章',
      'x/第一章第一节',
      'x/第一条',
      'x/第二条',
      'x/第二条（一）',
      'x/第二条（二）',
      'x/第二条（二）1',
      'x/第二条（二）2',
      'x/第二章',
      'x/第二条之一',
      'x/第一百零三条',
    ])
    expect(clause(source, '第二条').parent).toBe('x/第一章第一节')
    expect(clause(source, '第二条之一').parent).toBe('x/第二章')
  })

  it('goes down through （1）, ①, 1.1 and letters', () => {
    expect(
      paths(
        text(
          '1.甲',
          '（1）乙：',
          '①丙；',
          '②丁。',
          '⑵戊',
          '2.己',
          '2.1 庚',
          '2.1.1 辛',
          '2.2 壬',
          'A.癸',
          'B.子',
        ),
      ),
    ).toEqual(['1', '1（1）', '1（1）①', '1（1）②', '1⑵', '2', '2.1', '2.1.1', '2.2', '2.2A', '2.2B'])
  })

  it('takes labels in every print: spaces, mixed brackets, full width digits', () => {
    const source =
      '\ufeff　　一 、甲\r\n　　(一）乙\r\n\u00a0（二)丙\r\n　　二、丁\r\n　　1 . 戊\r\n　　２．己\r\n　　3、庚\r\n第 二 章 附 则\r\n'
    expect(paths(source)).toEqual([
      '一',
      '一、（一）',
      '一、（二）',
      '二',
      '二、1',
      '二、2',
      '二、3',
      '第二章',
    ])
    expect(clause(source, '二、2').label).toBe('2')
    expect(clause(source, '第二章').heading).toBe('附则')
    expectWhole(source)
  })
})

describe('what only looks like a label', () => {
  it('a number, a ratio or a version at the start of a line', () => {
    const source = text(
      '一、奖励',
      '1.甲。按标准给予',
      '1.5万元，平台为',
      '2.0版，覆盖',
      '8+N行业，按',
      '1:1配套。',
      '2.乙。给予2.5万元。',
    )
    expect(paths(source)).toEqual(['一', '一、1', '一、2'])
  })

  it('a clause that is cited, inside a line and at the start of one', () => {
    const source = text(
      '第一条 对符合本办法第五条和',
      '第六条规定条件的企业，具体按照',
      '第八条第（三）项、',
      '（一）项的规定办理。依照第七条第（一）项执行。',
      '第二条 乙。',
    )
    expect(paths(source)).toEqual(['第一条', '第二条'])
  })

  it('一是…二是… and an enumeration inside a sentence', () => {
    expect(paths(text('一、甲', '一是现金，二是证书。材料包括（一）申请表（二）证明。', '二、乙'))).toEqual([
      '一',
      '二',
    ])
  })

  it('clauses quoted by an amendment', () => {
    const source = text(
      '一、第一条修改为：“为了甲，制定本办法。”',
      '二、增加一条，作为第六条：',
      '“第六条 企业应当报告。',
      '“（一）报告人。”',
      '三、删去第八条。',
    )
    expect(paths(source)).toEqual(['一', '二', '三'])
    expect(clause(source, '一').heading).toBeNull()
  })

  it('names in a list', () => {
    expect(paths(text('一、名单', '张三 李四', '王五、赵六', '二、其他'))).toEqual(['一', '二'])
  })
})

describe('text on one line', () => {
  it('finds labels behind headings and sentences where the count is certain', () => {
    const source =
      '三、措施（一）加大补贴力度1．提高标准。给予1.5万元。2．扩大范围。对2.0版支持。（二）强化保障。按第七条第（一）项执行。四、附则'
    expect(paths(source)).toEqual(['三', '三、（一）', '三、（一）1', '三、（一）2', '三、（二）', '四'])
    expect(clause(source, '三、（一）').heading).toBe('加大补贴力度')
    expectWhole(source)
  })

  it('finds articles glued to their chapter and to their text', () => {
    expect(
      paths(
        text(
          '第一章总则',
          '第一条为了甲，制定本办法。',
          '第二条本办法适用于乙。',
          '第二章附则',
          '第三条本办法自印发之日起施行。',
        ),
      ),
    ).toEqual(['第一章', '第一条', '第二条', '第二章', '第三条'])
  })

  it('does not open a count that does not go on', () => {
    expect(paths('一、甲。要求如下。（一）类人员除外。二、乙。')).toEqual(['一', '二'])
  })
})

describe('headings', () => {
  it('a line of its own', () =>
    expect(clause(text('一、总体目标', '到2025年达到目标。'), '一').heading).toBe('总体目标'))
  it('glued in front of the text', () =>
    expect(clause('1.加大培育支持力度。对获奖者给予奖励。', '1').heading).toBe('加大培育支持力度'))
  it('in two halves', () =>
    expect(clause('（三）完善培训体系，培育人才新苗。大力发展教育。', '（三）').heading).toBe(
      '完善培训体系，培育人才新苗',
    ))
  it('in the marks of a draft', () =>
    expect(clause('第二条【适用范围】本市适用本条例。', '第二条').heading).toBe('适用范围'))
  it('in front of a paragraph', () =>
    expect(clause(text('（一）指导思想。', '围绕目标，开展工作。'), '（一）').heading).toBe('指导思想'))
  it('not a long first sentence', () => {
    expect(
      clause(
        '1.鼓励行业、企业建立首席技师等技能带头人制度，发挥技能带头人在生产管理方面的作用。要落实待遇。',
        '1',
      ).heading,
    ).toBeNull()
  })
  it('not the only sentence of an article', () =>
    expect(clause('第五条 公民有依法接受教育的权利。', '第五条').heading).toBeNull())
  it('not an item of a list', () =>
    expect(
      clause(text('第一条 条件：', '（一）有章程；', '（二）有教师。'), '第一条（一）').heading,
    ).toBeNull())
})

describe('text without labels', () => {
  const plan = text(
    '某市办公厅关于印发工匠之都方案的通知',
    '各区人民政府，市直有关单位：',
    '现将《工匠之都方案》印发给你们，请执行。',
    '2021年4月13日',
    '（此件公开发布）',
    '工匠之都方案',
    '为推进工作，制定本方案。',
    '一、要求',
    '（一）甲。要甲。',
  )

  it('names the notice and the document it encloses', () => {
    expect(paths(plan)).toEqual([
      '印发通知标题',
      '印发通知主送',
      '印发通知',
      '印发通知落款',
      '附注',
      '标题',
      '前言',
      '一',
      '一、（一）',
    ])
  })

  it('finds an enclosed document without a date before it, and a title over two lines', () => {
    const source = text(
      '关于印发促进就业的若干措施的通知',
      '各市：',
      '《关于稳就业促进就业的若干措施》已经同意，现印发给你们。',
      '关于稳就业',
      '促进就业的若干措施',
      '（市人社局 2015年2月）',
      '为促进就业，制定本措施。',
      '一、甲',
    )
    expect(paths(source)).toEqual(['印发通知标题', '印发通知主送', '印发通知', '标题', '题注', '前言', '一'])
    expect(clause(source, '标题').text).toBe('关于稳就业\n促进就业的若干措施')
  })

  it('counts what the notice itself numbers apart from the document', () => {
    const source = text(
      '关于印发《评选办法》的通知',
      '各区：',
      '现将《某市评选办法》印发给你们，并要求如下。',
      '一、重视。要重视。',
      '二、落实。要落实。',
      '某市人社局',
      '2023年5月1日',
      '某市评选办法',
      '一、条件',
      '二、程序',
    )
    expect(ids(source).filter((id) => /[一二]$/.test(id))).toEqual([
      'x/印发通知/一',
      'x/印发通知/二',
      'x/一',
      'x/二',
    ])
  })

  it('title over several lines, letterhead, notes, addressee', () => {
    const source = text(
      '某市总工会文件',
      '关于工匠',
      '培育计划的实施办法',
      '（征求意见稿）',
      '（某发〔2018〕32号）',
      '各单位:',
      '为了甲，提出如下办法。',
      '一、乙',
    )
    expect(paths(source)).toEqual(['版头', '标题', '题注', '主送', '前言', '一'])
    expect(clause(source, '标题').sentences).toHaveLength(1)
  })

  it('keeps the closing sentence out of the last clause', () => {
    const source = text(
      '一、要求',
      '（一）宣传。要宣传。',
      '(牵头单位：区总工会；责任单位：各街道)',
      '（二）督查。要督查。',
      '(牵头单位：区总工会)',
      '本意见自印发之日起30天后施行，有效期至2023年8月28日。',
      '— 2 —',
      '— 3 —',
    )
    expect(clause(source, '文末').id).toBe('x/文末')
    expect(clause(source, '文末').parent).toBeNull()
    expect(clause(source, '一、（一）').text).toContain('责任单位：各街道')
    expect(clause(source, '一、（二）').text.endsWith('(牵头单位：区总工会)')).toBe(true)
  })

  it('also where nothing but the shape of the other clauses tells it', () => {
    const source = text(
      '一、甲。要做甲。',
      '二、乙。要做乙。',
      '三、丙。要做丙。',
      '四、丁。要做丁。',
      '各区要结合实际抓好落实，重大事项及时报告。',
    )
    expect(clause(source, '文末').text).toMatch(/^各区/)
  })

  it('signature of many offices, remark, copies', () => {
    const source = text(
      '一、甲。要甲。',
      '特此通知。',
      '某市人社局',
      '某市财政局',
      '2023年5月1日',
      '（此件公开发布）',
      '抄送：市委办公室。',
      '某市人社局办公室 2023年5月2日印发',
    )
    expect(paths(source)).toEqual(['一', '文末', '落款', '附注', '版记'])
  })

  it('list of attachments, and the attachments themselves', () => {
    const source = text(
      '关于开展工作的通知',
      '请按附件执行。',
      '附件：1.补贴办法',
      '2.申请表',
      '某市人社局',
      '2023年5月1日',
      '附件1',
      '补贴办法',
      '第一条 甲。',
      '一、乙',
      '附件2',
      '申请表',
      '姓名 | 年龄',
      '附件3',
      '另一办法',
      '第一条 丙。',
    )
    expect(ids(source)).toEqual([
      'x/标题',
      'x/正文',
      'x/附件清单',
      'x/落款',
      'x/附件1',
      'x/附件1/第一条',
      'x/附件1/第一条一',
      'x/附件2',
      'x/附件3',
      'x/附件3/第一条',
    ])
    expect(clause(source, '附件1').heading).toBe('补贴办法')
    expect(clause(source, '附件3 第一条').parent).toBe('x/附件3')
  })

  it('table of contents', () => {
    const source = text(
      '某省条例',
      '目 录',
      '第一章 总 则……1',
      '第二章 附 则……2',
      '第一章 总 则',
      '第一条 甲。',
      '第二章 附 则',
      '第二条 乙。',
    )
    expect(paths(source)).toEqual(['标题', '目录', '第一章', '第一条', '第二章', '第二条'])
  })
})

describe('paragraphs', () => {
  it('keeps further paragraphs in the article', () => {
    expect(clause(text('第六条 甲应当做甲。', '乙应当做乙。', '第七条 丙。'), '第六条').text).toContain(
      '乙应当做乙。',
    )
  })

  it('counts the paragraphs behind a list as lawyers do', () => {
    const source = text(
      '第二十四条 学校应当符合条件：',
      '（一）有章程；',
      '（二）有教师。',
      '机构应当符合条件：',
      '（一）有制度；',
      '（二）有经费。',
      '设立按照规定执行。',
      '第二十五条 丙。',
    )
    expect(paths(source)).toEqual([
      '第二十四条',
      '第二十四条（一）',
      '第二十四条（二）',
      '第二十四条第二款',
      '第二十四条第二款（一）',
      '第二十四条第二款（二）',
      '第二十四条第三款',
      '第二十五条',
    ])
    expect(clause(source, '第二十四条第三款').parent).toBe('x/第二十四条')
  })

  it('keeps rows of a table with the open clause', () => {
    expect(
      clause(text('一、标准如下：', '[表格]', '等级 | 金额', '初级 | 300元', '二、乙'), '一').text,
    ).toContain('初级 | 300元')
  })
})

describe('lines broken inside sentences', () => {
  const source = text(
    '关于稳定和扩大就业岗位全力促进发展惠民生有关事项的通知',
    '为全面贯彻落实重点工作要求，深入实施就业优先战略，多措并举稳定和扩',
    '大就业岗位，现通知如下：',
    '一、激发活力',
    '（一）',
    '加大扩岗政策支持。',
    '及时梳理本地区带动就业能力强的企业清单，在符合条件的前提下运用直补',
    '快办模式，按规定给予每人',
    '1.5万元补贴，合理确定贷款额度和期限，为符合条件的小微企业提供续贷支',
    '持。',
    '— 2 —',
    '政策实施期限截至2023年12月',
    '31 日。',
    '十二、',
    '强化保障。各地要结合实际细化各项政策措施并加强资金监管，保障资金安',
    '全。',
  )

  it('joins a label to the text on the next line', () => {
    expect(paths(source)).toEqual(['标题', '前言', '一', '一、（一）', '十二'])
    expect(clause(source, '一、（一）').heading).toBe('加大扩岗政策支持')
    expect(clause(source, '十二').heading).toBe('强化保障')
  })

  it('lets a page number stand inside the clause, and no line end cut a sentence', () => {
    expect(clause(source, '一、（一）').text).toContain('— 2 —')
    expect(parse(source, 'x').furniture.map((span) => source.slice(span.start, span.end))).toEqual(['— 2 —'])
    expect(sentences(source, '十二')).toHaveLength(2)
    expectWhole(source)
  })
})

describe('sentences', () => {
  it('takes the heading with its label, whole sentences with ；, and the offices apart', () => {
    const source =
      '1.加大力度。对甲给予1万元；对乙给予“先用。后付”（见表。）支持。相关经费列支。（责任单位：市人社局；市财政局）'
    expect(sentences(source, '1')).toEqual([
      '1.加大力度。',
      '对甲给予1万元；对乙给予“先用。后付”（见表。）支持。',
      '相关经费列支。',
      '（责任单位：市人社局；市财政局）',
    ])
  })

  it('ends a heading at its line, also in front of offices that follow no full stop', () => {
    const source = text('一、总体目标', '到2025年达标（责任单位：市人社局）')
    expect(sentences(source, '一')).toEqual(['一、总体目标', '到2025年达标', '（责任单位：市人社局）'])
  })

  it('is not swallowed by a bracket that never closes', () => {
    expect(sentences('一、甲（见附件。乙。丙。', '一').length).toBeGreaterThan(1)
  })
})

describe('furniture', () => {
  const rows = [
    '— 2 —',
    '- 3 -',
    '第 3 页 共 9 页',
    '3/9',
    '字体',
    '【字体：大 中 小】',
    '打印 关闭',
    '【打印】【关闭】',
    '分享到：',
    '浏览次数：12',
  ]
  it.each(rows)('%s', (row) => {
    const source = text('一、甲', row, '二、乙')
    expect(parse(source, 'x').furniture.map((span) => source.slice(span.start, span.end))).toEqual([row])
    expectWhole(source)
  })
  it.each(['打印机', '第3页有误', '大中小企业', '微信', '12'])('not %s', (row) => {
    expect(parse(text('一、甲', row, '二、乙'), 'x').furniture).toEqual([])
  })
})

describe('every text', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '(二)',
    '1.',
    '2．',
    '（1）',
    '①',
    '第一条 ',
    '第二章 ',
    '第三条',
    '附件1',
    '附件：',
    '目录',
    '说明：',
    '2021年4月13日',
    '某市总工会',
    '甲乙丙',
    '要做好工作。',
    '（责任单位：市局）',
    '；',
    '，',
    '。',
    '\n',
    '\r\n',
    '\n\n',
    '　',
    ' ',
    '“',
    '”',
    '（',
    '）',
    '— 2 —',
    '字体',
    '1.5万元',
    '各单位：',
    '关于印发甲乙丙办法的通知',
    '甲乙丙办法',
    '[表格]',
    '|',
    '本办法自印发之日起施行。',
    '𠮷',
    '\u200b',
  )

  it('is rebuilt by its spans in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => expectWhole(pieces.join(''))),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (any) => expectWhole(any)),
      { numRuns: 200 },
    )
  })

  it('also where the line that opens an attachment ends like the name of an office', () => {
    expectWhole('一、\n\n附件1某市总工会')
  })

  it('also where it breaks off', () => {
    const source = text(
      '某市办公厅关于印发方案的通知',
      '各区：',
      '现将《某市工匠方案》印发给你们。',
      '2021年4月13日',
      '某市工匠方案',
      '一、要求（一）甲。要甲。（二）乙。要乙。',
      '1．丙。给予1.5万元。（责任单位：市局）',
      '— 2 —',
      '第一条 丁：',
      '（一）戊；',
      '（二）己。',
      '庚。',
      '附件1',
      '表',
      '抄送：市委。',
    )
    fc.assert(
      fc.property(fc.nat(source.length), fc.nat(source.length), (a, b) =>
        expectWhole(source.slice(Math.min(a, b), Math.max(a, b))),
      ),
    )
  })

  it.each([
    ['brackets', `${'（('.repeat(2000)}${'甲'.repeat(500_000)}`],
    ['digits', '1'.repeat(1_000_000)],
    ['labels without end', '。1.甲'.repeat(100_000)],
    ['lists that lead into themselves', '1.甲：\n'.repeat(50_000)],
    ['paragraphs without end', `第一条 甲：\n（一）乙；\n（二）丙。\n${'丁。\n'.repeat(100_000)}`],
  ])('takes little time: %s', (_name, hostile) => {
    const before = performance.now()
    parse(hostile, 'x')
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('of nothing gives nothing', () => {
    expect(parse('', 'x')).toEqual({ clauses: [], furniture: [] })
    expect(parse(' \r\n　\ufeff', 'x')).toEqual({ clauses: [], furniture: [] })
  })
})
