import type { FactDefinitions } from '../entitlements/fact.ts'
import { isHeads } from './assign.ts'
import { numbersIn } from './numbers.ts'
import { PIECE } from './said.ts'
import { optionsNamed } from './truths.ts'

const VERB = '培育|培养|选拔|遴选|评选|选出|选|评|扶持|安排|组织|建|新增|扶助'
/** 五年要培育320名, 每年安排50名左右, 全市选100个: what somebody means to reach. */
const TARGET = new RegExp(
  `(?:每[一两三]?年|[一二两三四五十\\d]+年(?:内|里|间)?|到(?:20)?\\d\\d年(?:底|末)?|计划|打算|要|力争|准备|规划|预计|目标|全[国省市区县旗])[^，,。；;\\d]{0,8}(?:${VERB})[^，,。；;\\d]{0,10}$|(?:名额|指标|目标|计划|力争)(?:一共|总共|只)?[有是为]?$|全[国省市区县旗](?:一共|总共|才|就)?[^，,。；;\\d]{0,8}$`,
  'u',
)
/** We, or those who speak of what is theirs: they may plan for themselves. */
const OWN = /我|咱|俺|本人|厂|公司|企业|单位|集团|车间|学校|学院|院校|老板|班组|他|她|老公|老婆/u
const COUNTED = /个|名|位|人/u

/** 武侯五年要培育320名，我们评上三个: how many there are to be in all, beside those who are asked about, is a target. */
export function withoutTargets(text: string, definitions: FactDefinitions): string {
  const pieces = text.split(PIECE)
  if (pieces.length < 2) return text
  return pieces
    .map((piece, i) => {
      const target = heads(piece).find(({ start }) => TARGET.test(piece.slice(0, start)))
      const isTheirs = (other: string, at: number) => at !== i && OWN.test(other) && COUNTED.test(other)
      if (target === undefined || OWN.test(piece) || !pieces.some(isTheirs)) return piece
      const rest = pieces.filter((_, at) => at !== i).join('')
      // 选100名首席、20名特级，我们上了2个特级: of what kind ours are is told of them.
      if (Object.values(definitions).some((fact) => optionsNamed(rest, fact).length > 0)) return ''
      return numbersIn(piece).reduceRight(
        (left, { start, end }) => left.slice(0, start) + left.slice(end),
        piece,
      )
    })
    .join('')
}

const heads = (text: string) =>
  numbersIn(text).filter(({ kind, unit, rate }) => kind === 'count' && isHeads(unit) && rate !== true)
