import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'
import { PIECE, type Said } from './said.ts'

/** What money is paid for, or is the size of, that no provision reckons from unless it asks for it by name. */
const THING =
  '安家费|安置费|搬家费|搬迁费|猎头费|中介费|介绍费|签约费|签字费|房补|[租住购]房(?:补贴|补助|款)?|房租|租金|车补|路费|差旅费?|食宿费?|学费|学杂费|住宿费|书本费|报名费|考务费|考试费|鉴定费|培训费|材料费|耗材费?|设备(?:款|费)?|装修(?:款|费)?|场地(?:费)?|水电费?|贷款|房贷|自筹|配套资金|概算|预算|总?投资额?|总?造价|工程款|工程总?额|注册资[金本]|营业额|营收|销售额|产值|利润|纳税|税收|税款|慰问金?|红包|分红|股[份权]|年终奖|课时费|劳务费|保证金|押金|彩礼|捐款|捐赠|保险费?|社保|公积金|学徒工资|生活费|门票|赞助费?|车|伙食费?|饭补|餐补'
const BEFORE = new RegExp(`(?:${THING})[^，,。；;、！!？?\\d一二两三四五六七八九十百]{0,10}$`, 'u')
const BEHIND = new RegExp(`^(?:的|块钱的?|左右的?)?(?:${THING})`, 'u')
/** 第一年的已经到账20万: what was paid out already is nothing that is reckoned from. */
const PAID =
  /(?:到账|到手|入账|打过来|打进来|打到账|发下来|拿到手|领到手|领过|领了|收到)(?:了|过|的|有|是)*$/u
const IS_PAID =
  /^(?:元|块钱?)?(?:的|引才|补贴|补助|款|资金|也|都|就|已经|已|早就?|刚刚?|先|全)*(?:到账|到手|入账|打过来|打进来|打到|打给|打了|领(?!军)|拿到手|收到|兑现|拨下来|拨过来)/u
/** 够到五十万那个顶没有, 听说上限50万: how high it may be at most. */
const CEILING =
  /(?:上限|封顶|顶格|天花板|顶|最高额|不超过|超没超|超不超|超过)(?:就|是|为|到|在|额度?)*$|(?:够得?[到着上]|够不[到着上]|碰[到着]|摸[到着])(?:了|那|这|个)*$/u
const IS_CEILING = /^(?:元|块)?(?:的|那|这|个|一|道)*(?:上限|封顶|顶|天花板|线|限额|红线|额度)/u

const GIVER =
  '公司|企业|单位|厂里?|老板|集团|车间|班组|学校|学院|院里|校方|街道|社区|村里|镇里|工会|协会|商会|亲戚|家里|师傅|我们|咱们|自己|另外又?'
const OTHER_GIVER = new RegExp(
  `(?:^|[，,。；;]|又|也|还|另)(?:[我他她咱]们?)?(?:${GIVER})(?:[^，,。；;：:]{0,4})(?:给|奖|发|补|出|拿|掏|贴|配|送|慰问|投|筹|垫)[^，,。；;\\d一二两三四五六七八九十]{0,5}$`,
  'u',
)

/** 猎头费花了5万, 公司又奖2万: sums of something else, or of somebody else, than what the provision reckons from. */
export function withoutOtherSums(text: string, definitions: FactDefinitions): string {
  const facts = Object.values(definitions).filter(({ type }) => type === 'money')
  const sums = numbersIn(text).filter(isSum)
  if (facts.length === 0 || sums.length === 0) return text
  const words = facts.flatMap(({ label, words }) => [label, ...words])
  // What was granted is reckoned from where a share of it is given on top: it was paid, too.
  const isOfGrant = facts.some(({ label }) => /奖励|拨/u.test(label))
  const certain = sums.filter(
    (one) => isOfThing(one, text, words) || (!isOfGrant && (isPaid(one, text) || isCeiling(one, text))),
  )
  const rest = sums.filter((one) => !certain.includes(one))
  const others = isOfGrant ? rest.filter((one) => isGivenByOthers(one, text)) : []
  const left = rest.length > others.length ? [...certain, ...others] : certain
  return left
    .toSorted((a, b) => b.start - a.start)
    .reduce((told, { start, end }) => told.slice(0, start) + told.slice(end), text)
}

const isSum = ({ kind, text }: Said): boolean =>
  kind === 'money' || (kind === 'bare' && /^\d{3,}$/u.test(text))

function isOfThing({ start, end }: Said, text: string, words: string[]): boolean {
  const [before = ''] = BEFORE.exec(text.slice(0, start)) ?? []
  const [behind = ''] = BEHIND.exec(text.slice(end)) ?? []
  const isOwn = (noun: string) => words.some((word) => noun.includes(word) || word.includes(noun))
  return [before, behind].some((noun) => noun !== '' && !isOwn(noun))
}

const isPaid = ({ start, end }: Said, text: string): boolean =>
  PAID.test(text.slice(0, start)) || IS_PAID.test(text.slice(end))

const isCeiling = ({ start, end }: Said, text: string): boolean =>
  CEILING.test(text.slice(0, start)) || IS_CEILING.test(text.slice(end))

/** The breath up to the sum says that others gave it. */
const isGivenByOthers = ({ start }: Said, text: string): boolean =>
  OTHER_GIVER.test(`，${text.slice(0, start).split(PIECE).at(-1) ?? ''}`)
