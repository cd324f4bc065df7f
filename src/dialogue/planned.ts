import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './said.ts'

/** 计划带60名: how many it was to be. */
const PLANNED =
  /(?:计划|打算|原定|原来定|预计|本来想|本想|原想|想|目标|指标|名额|申请|申报|报了?名?|派了?|去了|参加了?)[^，,。；;\d]{0,6}$/u
/** 45人参加. */
const TAKING_PART = /^(?:人|职工|工人)?(?:参加|报名|报考|参赛|参评|去考|应考)/u
/** 最后只招到22名, 选上3个: how many it came to. */
const CAME_TO =
  /(?:最后|最终|实际|实到|结果|其实|真正|到头来|只|才|(?<![没不])(?:选|评|考|招|录|拿|得|进|签|批|聘|考过|通过|过|合格|及格)(?:上|到|了|下来|进|的)*)[^，,。；;\d]{0,8}$|^[^，,。；;]{0,4}(?<![没不])(?:选上|评上|考上|得了?奖|得了?牌|获奖|拿了?奖|拿了?牌|拿到证|拿了证|入选|录取|签了)/u
const PARTS = /其中|里面|里头|当中|剩|其余|还有|另一|落选|没评上|没选上/u
const OF_A_REGION =
  /^(?:[^，,。；;\d]{0,6}(?:全[国省市区县旗团]|(?:目标|指标)是?|力争)[^，,。；;\d]{0,8}|[^，,。；;\d]{0,10}团(?:里|队|上下)?(?:一共|总共|统共|拢共|共)?(?:有|是|去了)?)$/u
const OF_ONES_OWN = /我|咱|俺|本人/u
const BESIDE = /^(?:另有|另外|此外|还有)/u
const NOT_COUNTED = /不算|不是|不属于|普通|没签|不在内|不包括/u

/**
 * 计划带60名，最后只招到22名; 全市选100个，我厂占了4个; 另有6人不算: a number that was to be, that others have or that does not
 * count is left out beside the one that does.
 */
export function withoutPlanned(message: string): string {
  const text = message.replace(TRIED, '')
  // 往上报了四个，评上三个，还有一个落选: parts of a whole are told as such.
  const pieces = text.split(PIECE)
  const isParted = PARTS.test(text)
  const own = pieces.map(headsIn)
  const left = pieces.map((piece, i) => {
    const [one, ...others] = own[i] ?? []
    if (one === undefined || others.length > 0) return piece
    const before = piece.slice(0, one.start)
    const later = pieces.slice(i + 1)
    const isPlanned =
      !isParted &&
      (PLANNED.test(before) || TAKING_PART.test(piece.slice(one.end))) &&
      later.some((other, at) => own[i + 1 + at]?.length === 1 && cameTo(other, one.value.min?.toFixed()))
    const isOthers =
      OF_A_REGION.test(before) && pieces.some((other) => other !== piece && OF_ONES_OWN.test(other))
    const isBeside = BESIDE.test(piece) && NOT_COUNTED.test(piece) && own.flat().length > 1
    if (isBeside) return ''
    return isPlanned || isOthers ? piece.slice(0, one.start) + piece.slice(one.end) : piece
  })
  return left.join('')
}

/** 最后两个没拿到签证: those fell away. */
const FAILED = /^[^，,。；;]{0,3}(?:没|未)/u

/** The number there is one that it came to, and fewer. */
function cameTo(piece: string, planned: string | undefined): boolean {
  const [one] = headsIn(piece)
  return (
    one !== undefined &&
    planned !== undefined &&
    one.value.min?.lt(planned) === true &&
    !FAILED.test(piece.slice(one.end)) &&
    (CAME_TO.test(piece.slice(0, one.start)) || CAME_TO.test(piece.slice(one.end)))
  )
}

const NUMERAL = '[\\d一二两三四五六七八九十百]+'
/** 报了7个上了2个, in one breath. */
const TRIED = new RegExp(
  `(?:申?报|推荐|推|考|评)了?${NUMERAL}[个名位人]人?(?=(?:最后|最终|只|就|才)*(?:评上|选上|考上|考过|入选|上|中|成|过)了?${NUMERAL}[个名位人])`,
  'gu',
)
const headsIn = (text: string) =>
  numbersIn(text).filter(({ kind, unit, rate }) => kind === 'count' && isHeads(unit) && rate !== true)
