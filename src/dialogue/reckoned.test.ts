import { expect, test } from 'vitest'
import corpusJson from '../../corpus/corpus.json' with { type: 'json' }
import { corpus as schema } from '../corpus/corpus.ts'
import { findProvision, readBook } from '../entitlements/book.ts'
import { factsIn } from './facts.ts'
import { normalise } from './normalise.ts'
import { reckoned } from './reckoned.ts'
import { stillDue } from './still-due.ts'

const book = readBook(schema.parse(corpusJson))

const definitionsOf = (id: string) => findProvision(book, id)?.definitions ?? {}

const APPRENTICES = 'baotou-2025-apprenticeship'

test.each([
  [APPRENTICES, '招了40个学徒，年底走了7个，剩下的带满一年', '招了33个学徒，年底，剩下的带满一年'],
  [APPRENTICES, '招了30个学徒，辞退了4个，跑了2个', '招了24个学徒，，'],
  [APPRENTICES, '18个学徒，3个没坚持下来', '15个学徒，下来'],
  [APPRENTICES, '学徒18个，跑了2个，又补招了4个', '学徒20个，，'],
  // What is left is told already, or is an award that is had all the same.
  [APPRENTICES, '本来28个学徒，中途退出3个，剩25个', '本来28个学徒，中途退出3个，剩25个'],
  ['baotou-2021-selected-technician', '评上6个，2个调走了', '评上6个，2个调走了'],
  ['baotou-2021-selected-technician', '评上6个，2个调走了，剩下的一共', '评上4个，，剩下的一共'],
  [APPRENTICES, '有35个学徒，除了5个没签协议的都算', '有学徒，30个算'],
  ['jinhua-training-subsidy', '新认定30人，除了4个都是紧缺工种', '新认定，26个是紧缺工种，4个不是紧缺工种'],
  ['jinhua-supply-award', '输送50个高技能人才，一半去了民企', '输送50个高技能人才，25个去了民企'],
  ['baotou-2021-skill-upgrade', '40人参加，合格率75%', '参加，，30个拿证'],
  // A share that the rule itself asks for.
  ['jinhua-training-centre', '培训800人次，两成升了高级工', '培训800人次，两成升了高级工'],
  ['jinhua-order-class', '订单班3个班，每班40人', '订单班120人'],
  ['jinhua-order-class', '订单班开了三年，每年30人', '订单班开了90人'],
  [APPRENTICES, '五个车间，每个车间带4名学徒', '20名学徒'],
  ['jinhua-domestic-seminar', '每期12人，办了3期', '，办了36人'],
  [APPRENTICES, '第一批10人，第二批6人', '第一批10人，第二批6人'],
  [APPRENTICES, '每年30个学徒，带三年', '每年30个学徒，带三年'],
  ['jinhua-technician-allowance', '领了一年零两个月', '领了14个月'],
  [APPRENTICES, '计划带60名学徒，最后只招到22名', '计划带学徒，最后只招到22名'],
  ['baotou-2021-selected-technician', '全市选100个，我厂占了4个', '全市选，我厂占了4个'],
  [APPRENTICES, '学徒24人，另有6人是普通徒工不算，补多少', '学徒24人，补多少'],
  ['wuhou-zhuge-craftsman', '报了四个，评上三个，还有一个落选', '报了，评上三个，'],
  ['jinhua-craftsman-award', '15个人评，评上的只有4个', '人评，评上的只有4个'],
  ['baotou-2021-skill-upgrade', '报名60，缺课9，拿到证书的38人', '报名，缺课9，拿到证书的38人'],
  ['baotou-2021-skill-upgrade', '兄弟两个，我没考过，有证的领多少', '兄弟1个，有证的领多少'],
  [APPRENTICES, '学徒50人，走了五分之一，剩下的带满两年', '学徒40人，，剩下的带满两年'],
  ['jinhua-training-subsidy', '四十个人考，三成没过', '28个人考，'],
  ['jinhua-training-subsidy', '新认定50名，紧缺的占五分之一，别的不是', '新认定50名，紧缺的有10个，别的不是'],
  [APPRENTICES, '学徒28人，7人半年就转走了，其余21人', '学徒，，其余21人'],
  ['jinhua-domestic-seminar', '11个人，4个出国、剩下的参加国内', '人，4个出国、7个参加国内'],
  ['jinhua-recognition-subsidy', '一共认定87人，里头高技能人才25个', '一共认定，里头高技能人才25个'],
  ['baotou-2021-selected-technician', '5人参选，1个首席，2个优秀，剩下2个没评上', '参选，1个首席，2个优秀，'],
  ['baotou-2021-selected-technician', '评了3个，有1个放弃了，一共奖多少', '评了2个，，一共奖多少'],
  [APPRENTICES, '30名学徒，其中10名只带了一年，其余的带了两年', '学徒，其中10名只带了一年，20名带了两年'],
  [APPRENTICES, '学徒三年，第一年10人，第二年8人，第三年5人', '学徒，1年10人，1年8人，1年5人'],
  [
    'jinhua-recognition-subsidy',
    '去年认定48名，今年认定17名，今年补多少',
    '去年认定，今年认定17名，今年补多少',
  ],
  [
    'jinhua-recognition-subsidy',
    '去年认定48名，今年认定17名，一共补多少',
    '去年认定48名，今年认定17名，一共补多少',
  ],
  ['baotou-2025-school-net-income', '盈余从80万涨到100万', '盈余100万'],
  ['baotou-2021-training-base', '自治区级升到国家级，给多少', '国家级，给多少'],
  ['baotou-2021-selected-technician', '优秀技师8个，特级技师没有，首席技师1个', '优秀技师8个，首席技师1个'],
  ['jinhua-craftsman-award', '大工匠1，杰出工匠2，工匠4', '大工匠1人，杰出工匠2人，金华工匠4人'],
  [APPRENTICES, '正式工210人，劳务工40人，学徒24人', '正式工，劳务工，学徒24人'],
  ['jinhua-contest-host', '3个项目，办赛成本总共9万', '3个项目，办赛成本30000元'],
  ['jinhua-recognition-subsidy', '45人参加认定，过了31个', '参加认定，过了31个'],
  ['jinhua-order-class', '春季班28人秋季班33人', '春季班28人，秋季班33人'],
  [
    'baotou-2021-selected-technician',
    '特级技师和首席技师各2人，优秀技师3人',
    '特级技师2人，首席技师2人，优秀技师3人',
  ],
  ['wuhou-matching-award', '奖金3万三个人分，我配多少', '奖金10000元，我配多少'],
])('%s: %s', (id, message, expected) => {
  expect(reckoned(normalise(message), definitionsOf(id)).replaceAll('，', ',')).toBe(normalise(expected))
})

test('facts are told of what the numbers come to', () => {
  const text = normalise('招了40个学徒，年底走了7个，剩下的带满一年')
  const [{ apprentices } = {}] = factsIn(text, definitionsOf(APPRENTICES))
  expect(JSON.stringify(apprentices)).toBe('{"min":"33","max":"33"}')
})

test('what is still due of a limited time is what was not had yet', () => {
  const id = 'jinhua-technician-allowance'
  const asked = '已经领了9个月，还能领多少'
  expect(stillDue(asked, definitionsOf(id), { months: '两年' })).toBe('领15个月，还能领多少')
  expect(stillDue(asked, definitionsOf(id), {})).toBe('，还能领多少')
  expect(stillDue('领了9个月，一共多少', definitionsOf(id), { months: '两年' })).toBe('领了9个月，一共多少')
})
