import { describe, expect, test } from 'vitest'
import { amounts, talk } from './api/testing/talk.ts'

describe('a follow-up', () => {
  test.each([
    [
      'a sibling',
      ['东河区企业的国家级技能大师工作室给多少', '那自治区级的培训基地呢'],
      ['1000000—1000000元'],
    ],
    [
      'a value',
      ['金华世赛银奖多少', '选送单位两人进了国家集训队，给多少', '优胜奖是多少来着'],
      ['300000—300000元'],
    ],
    [
      'its person',
      ['金华技师学院送3人进世赛国家集训队，给多少', '一个拿了金奖，他自己呢'],
      ['2000000—2000000元'],
    ],
    [
      'what stays',
      ['金华学院承办世赛省级选拔赛，三个项目补多少', '那被定为世赛国家级集训基地呢，还是这三个项目'],
      ['1500000—1500000元'],
    ],
    [
      'a part of a name',
      ['金华技校骨干老师出国培训，一人资助多少', '国内高研班呢', '国外2个、国内5个，合计多少'],
      ['null—60000元', 'null—50000元', 'null—110000元'],
    ],
    [
      'numbers of each',
      ['金华，两个人去国外培训、7个人参加国内高研班，各资助多少', '合计'],
      ['null—60000元', 'null—70000元', 'null—130000元'],
    ],
    [
      'one put right',
      ['金华大工匠1个、杰出工匠2个、金华工匠4个，分别给多少', '加起来呢', '杰出的漏了一个，应该是3个'],
      ['50000—50000元', '90000—90000元', '40000—40000元', '180000—180000元'],
    ],
    ['more of them', ['永康一家厂认定了40个高技能人才，补贴多少', '后来又多认定了10个呢'], ['30000—30000元']],
    ['fewer of them', ['东阳的公司跟学校开冠名班，60人，最多补多少', '走了10个呢'], ['null—100000元']],
    [
      'a short title',
      ['包头首席技师奖多少', '一个首席一个优秀，合起来呢'],
      ['100000—100000元', '30000—30000元', '130000—130000元'],
    ],
    [
      'going back',
      [
        '包头国家级技能大师工作室给多少',
        '插一句，企业年金对高技能工人有照顾吗',
        '刚才说的工作室，要是有三个呢',
      ],
      ['300000—300000元'],
    ],
    [
      'its place',
      ['武侯这边诸葛工匠多久命名一次', '金华大工匠给多少资助', '回到诸葛工匠，评上有多少奖金'],
      ['10000—10000元'],
    ],
    [
      'the place alone',
      ['包头企业新型学徒制一人一年补多少', '那杭州呢', '那还是说包头吧'],
      ['6000—8000元/人·年'],
    ],
    [
      'what was answered in turns',
      ['包头首席技师，我单位评上两名，奖补共多少', '优秀技师也有，四名', '首席跟优秀这两笔加起来给我个数'],
      ['200000—200000元', '120000—120000元', '320000—320000元'],
    ],
    [
      'what is counted again',
      ['金华杰出工匠3位，资助一共多少', '那金华工匠8位呢', '前面说的杰出3位加上这8位，总额'],
      ['90000—90000元', '80000—80000元', '170000—170000元'],
    ],
    [
      'one by its place in the list',
      ['金华的大工匠、杰出工匠、金华工匠，每一档分别给多少', '那中间那档，评上四个'],
      ['120000—120000元'],
    ],
    [
      'what was found out',
      ['公办技校 包头 上年盈余60万', '绩效总量多少我不知道', '哦查到了，150万'],
      ['null—150000元'],
    ],
    [
      'fewer of the same',
      ['金华订单班怎么补', '我们55个人', '其中10个是别的学校的不算', '那一共多少'],
      ['null—90000元'],
    ],
    ['another contest', ['包头 世赛金牌', '国赛第一呢'], ['null—null元']],
    [
      'what one of them gets',
      ['包头，厂里报了8个转岗的，拿证的6个，技能提升补贴多少', '每个人呢'],
      ['1000—5000元'],
    ],
    [
      'the text of the new place',
      ['呼和浩特的自治区级技能大师工作室能拿多少经费支持', '换成设在包头的呢'],
      ['100000—100000元'],
    ],
    [
      'where a contest was',
      ['武侯的诸葛工匠奖多少', '又在成都市的技能大赛得了8000元，区里配多少'],
      ['4000—4000元'],
    ],
    [
      'what was only told',
      ['我们厂在永康，今年从武汉请来一位省里认定的技能领军师傅', '他去年一年工资32万，能补给厂里多少'],
      ['480000—480000元'],
    ],
    [
      'all with one figure',
      ['包头厂办转岗培训，23个工人都拿了证，补贴多少', '他们都是高级工，能不能定死一个数'],
      ['23000—115000元'],
    ],
    ['a count put right', ['青山区车间转岗培训，8个人拿证，补多少', '少算了2个，是10个'], ['10000—50000元']],
    [
      'those left out',
      ['包头转岗培训40个人都拿证了，总共补多少', '里头有俩没拿到证，按38个算呢'],
      ['38000—190000元'],
    ],
    [
      'one more title',
      ['金华评了2个杰出工匠、7个金华工匠，资助一共多少', '再加1个大工匠呢，一共'],
      ['60000—60000元', '70000—70000元', '50000—50000元', '180000—180000元'],
    ],
    [
      'some of them',
      ['永康厂今年认定了33个高技能人才，补贴多少', '里头有5个是去年的，不算'],
      ['16800—16800元'],
    ],
    ['a few more', ['包头厂子带了10个新型学徒，一年补多少', '明年再加5个，一年多少'], ['90000—120000元/年']],
    [
      'what it came to holds on',
      ['包头厂子带了10个新型学徒，一年补多少', '走了4个呢', '带两年呢'],
      ['72000—96000元'],
    ],
    [
      'how long for each',
      ['金华厂里一个高级技师一个技师，都在紧缺目录，津贴一个月各多少', '都发满两年，一共'],
      ['24000—24000元', '14400—14400元', '38400—38400元'],
    ],
    [
      'a sum and more',
      ['义乌公共实训基地扩建，省拨200万，配多少', '省里后来又加了100万呢'],
      ['600000—600000元'],
    ],
    [
      'what one is given',
      ['金华承办市级竞赛，3个项目最多补多少', '那每个项目是多少来着'],
      ['null—50000元/个'],
    ],
    [
      'the parts of a whole',
      ['金华新认定的技能人才6个，培训补贴最多多少', '里面2个紧缺工种', '合计'],
      ['null—7800元', 'null—12000元', 'null—19800元'],
    ],
    ['what pays', ['我是金牛区评的区级工匠，到武侯来能直接当诸葛工匠不', '那能拿多少钱'], ['10000—10000元']],
    [
      'not what only supports',
      ['我在昆区开厂，今年跟技校联合招了18个徒弟，算新型学徒', '这种有补贴没？一年能拿多少'],
      ['108000—144000元/年'],
    ],
    [
      'whom it was about',
      [
        '金华的厂从外地挖来一位市里认定的高技能领军人才，去年工资24万，厂里补多少',
        '他自己买房有没有补贴，多少',
      ],
      ['null—null元'],
    ],
    [
      'a question of its own',
      ['武侯诸葛工匠在市技能大赛得了2万奖金，配套多少', '我徒弟初中没念完、才22，也想评，卡不卡'],
      [],
    ],
  ])('%s', async (_, messages, expected) => {
    expect(amounts((await talk(...messages)).at(-1))).toEqual(expected)
  })

  test.each([
    [
      ['金华制造厂从市外引进市级领军人才，去年薪酬28万，补多少', '这笔钱从哪个盘子里出'],
      '相关经费由人才专项列支',
    ],
    [['东阳的公司跟学校开冠名班，60人，最多补多少', '这笔补贴哪个口子出的'], '没有指明资金出处的'],
    [
      ['我在别的区县评过工匠，到武侯上班，还用重新评诸葛工匠不', '这条是谁牵头的'],
      '牵头单位：区人社局、区总工会',
    ],
    [
      ['包头工匠之都方案里企业自主评价那条谁负责', '那涨工资那条呢'],
      '市国资委、市人社局、市财政局、市总工会',
    ],
    [
      [
        '呼和浩特我们从外省引来的高技能人才，户口、孩子念书管不管',
        '我们金华也有个制造厂，从市外全职引进一个高级技师，户口和孩子上学按什么标准',
      ],
      '户籍、子女入学',
    ],
    [['包头国际认证那个工程是哪些单位负责', '要培育多少人'], '500名'],
    [
      ['我在武侯，前年评的诸葛工匠', '这回市技能大赛拿了6000块奖金，区上再给我配多少', '这办法啥时候到期'],
      '有效期至2023年8月28日',
    ],
  ])('%j is answered by %s', async (messages, quote) => {
    const reply = (await talk(...messages)).at(-1)
    expect(reply?.citations.map((one) => one.quote).join('')).toContain(quote)
  })

  test('does not ask again for a place that nobody knows, where a list was wanted', async () => {
    const [, reply] = await talk('企业带学徒有什么补贴，多少钱', '我也不知道算哪个地方的')
    expect(reply?.kind).toBe('answer')
  })
})

test.each([
  '莫得数就算了嘛，谢了',
  '得，谢谢啊',
  '要得，晓得了，多谢哈',
  '哦这样啊，那我心里有数了',
  '中，回头再找你唠',
])('a word of leave computes nothing again: %s', async (leave) => {
  const [, reply] = await talk('金华企业认定了20个高技能人才，补多少', leave)
  expect(reply).toMatchObject({ kind: 'answer', calculations: [], citations: [] })
})

test('what follows a nod is answered', async () => {
  const [, reply] = await talk('包头的首席技师奖多少', '晓得了，谢谢，那特级的呢')
  expect(amounts(reply)).toEqual(['200000—200000元'])
})

describe('a question of the text, after an amount', () => {
  test.each([
    [
      'who leads',
      ['诸葛工匠给多少奖', '谁牵头搞评选'],
      '牵头单位：区总工会；责任单位：区人才工作领导小组成员单位',
    ],
    [
      'who oversees',
      ['武侯诸葛工匠奖多少', '盯进度、打分考评又是哪些单位挑头'],
      '牵头单位：区委办公室、区政府办公室、区委组织部',
    ],
    ['who leads this', ['诸葛工匠给多少奖', '这个谁牵头'], '牵头单位：区委组织部、区总工会'],
    [
      'another sentence of the clause',
      ['呼市的公司出钱资助培养技工，有啥优惠', '外省老板来捐行不行'],
      '鼓励社会各界和区外、海外人士',
    ],
    [
      'whether it is made public',
      ['包头的厂今年提了50万职工教育经费，一线至少花多少', '花了多少要不要跟职工交代'],
      '提取和使用情况向职工代表大会公布',
    ],
    ['which fund', ['师傅拿了中华技能大奖，金华给多少', '这些钱哪里列'], '相关经费从人才专项列支'],
    ['whether both may be had', ['金华大工匠给多少', '一个事能不能两头领'], '从高、从优、不重复'],
    ['until when', ['武侯评上诸葛工匠奖多少', '这办法哪天到头'], '有效期至2023年8月28日'],
  ])('quotes %s', async (_, turns, quote) => {
    const replies = await talk(...turns)
    expect(replies.at(-1)).toMatchObject({ kind: 'answer', calculations: [] })
    expect(replies.at(-1)?.citations.some((one) => one.quote.includes(quote))).toBe(true)
  })
})

test('优秀技师呢 asks what was asked last, a sum or what the text says', async () => {
  const sum = await talk('包头特级技师隔几年挑一回', '挑上的给多少', '优秀技师呢')
  expect(amounts(sum.at(-1))).toEqual(['30000—30000元'])
  const [, target] = await talk('武侯打算到2022年培养几多诸葛工匠', '成都工匠呢')
  expect(target).toMatchObject({ calculations: [] })
  expect(target?.citations[0]?.quote).toContain('培育“成都工匠”50名')
  const [, heads] = await talk(
    '金华的金蓝领，送出国去学的那种，隔多久送一批',
    '在国内上高级班的呢，一年多少人',
  )
  expect(heads).toMatchObject({ calculations: [] })
  const [, office] = await talk('金华大工匠的证书是谁盖章发的', '金华工匠也找他们？')
  expect(office?.citations[0]?.quote).toContain('由市总工会具体实施')
})

test('what is not known yet leaves what is told', async () => {
  const [, open, known] = await talk(
    '金华，公司和技师学院一起搞新型学徒制，培训补贴的标准是啥',
    '人头定了26个，带几年老板还没想好，我也说不上来',
    '老板发话了，带三年',
  )
  expect(amounts(open)).toEqual(['null—156000元/年'])
  expect(amounts(known)).toEqual(['null—312000元'])
})

test('连那个一起 adds what was answered and this', async () => {
  const [, both] = await talk('武侯的诸葛工匠在省赛上拿了奖金2万，区里配多少', '连那个一次性的奖励一起呢')
  expect(amounts(both)).toEqual(['10000—10000元', '10000—10000元', '20000—20000元'])
})

test('还是这么多吗 asks for the sum', async () => {
  const [, silver] = await talk('包头公司有人世赛得了铜牌，公司能拿多少', '奖牌换成银的，公司还是这么多？')
  expect(amounts(silver)).toEqual(['100000—100000元'])
})

test('得签多长的合同 asks the text', async () => {
  const [, years] = await talk('包头毕业了留在实习企业的，学徒补贴从哪天算起', '留下的得签多长的合同')
  expect(years).toMatchObject({ calculations: [] })
})
