import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'

const PERSON =
  '选手|学员|学生|裁判员?|教练员?|职工|员工|工人|徒弟|学徒|老师|教师|师傅|专家|评委|志愿者|观众|人员|骨干|技师|高技能人才|毕业生|成员'
/** A team, a group, a delegation: not what is organised. */
const TEAM = '(?:代表|参赛)?队伍?|代表团|参赛单位'
const BEFORE = new RegExp(`(?:${PERSON}|${TEAM})(?:一共|总共|共|有|大概|约|来了|是|才|就)*$`, 'u')
const BEHIND = new RegExp(
  `^(?:多|左右)?(?:的)?(?:人(?!才)|(?:参赛|参训|参加|集训|入选|培训|年轻|青年|优秀)?(?:${PERSON}|${TEAM}))(?![^，,。；;]{0,6}(?:工作室|基地|中心|平台))`,
  'u',
)

/** 工位300个, 12个工种: of what no provision counts unless it names it. */
const THINGS =
  '工种|专业|赛项|项目|系部|院系|部门|科室|车间|班组|班级|批次|工位|专利|设备|机床|床位|教室|荣誉|证书|论文|成果|课题|实训室|机房|产线|生产线|门店|分店|代表处|订单|品种'
const THING_BEFORE = new RegExp(
  `(?<noun>(?<=^|[，,。；;、])车间|(?!车间|班|科室|部门|门店|分店|专业)(?:${THINGS}))\\)?(?:一共|总共|共|有|大概|约|也有|是|就|才|也)*$`,
  'u',
)
const THING_BEHIND = new RegExp(
  `^(?:多|来|左右)?(?:的|国家|发明|实用新型|职业\\()*(?<noun>${THINGS})(?![^，,。；;、]{0,4}(?:工作室|基地|中心|平台|技师|工匠|人才|教师|老师|师傅|学徒|学生|学员|工人|职工|员工))`,
  'u',
)
const ENDS = /^(?:多|来|左右)*(?:$|[，,。；;、！!？?])/u
/** 一位带了九个: of apprentices, where studios and bases are counted. */
const TAUGHT = /(?:带|教|收)(?:了|过|出)?$/u

/**
 * 4个工种，选手160名; 3个项目，集训选手9个; 工位300个: people count nothing of a provision that counts projects, studios or
 * bases, and other things nothing of any.
 */
export function withoutHeadsOfNone(text: string, definitions: FactDefinitions): string {
  const counts = Object.values(definitions).filter((fact) => fact.type === 'count')
  const countsPeople = counts.some(({ unit }) => unit.startsWith('人'))
  const countsThings = counts.some(({ unit }) => unit === '个' || unit === '家')
  if (counts.length === 0) return text
  // 五个车间，每个车间带4名: as many times that.
  const isEach = (noun: string) => new RegExp(`[每各]个?${noun}`, 'u').test(text)
  const isOther = ({ kind, unit, rate, start, end }: Said) => {
    const noun =
      THING_BEHIND.exec(text.slice(end))?.groups?.noun ??
      (ENDS.test(text.slice(end)) ? THING_BEFORE.exec(text.slice(0, start))?.groups?.noun : undefined)
    const isOwn = counts.some(({ words }) => words.some((word) => noun !== undefined && word.includes(noun)))
    return (
      kind === 'count' &&
      rate !== true &&
      !/[年月]/u.test(unit) &&
      noun !== undefined &&
      !isOwn &&
      !isEach(noun) &&
      (countsThings || noun !== '工种')
    )
  }
  return numbersIn(text)
    .filter((one) => isOther(one) || (countsThings && !countsPeople && isOfPeople(one, text)))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

const isOfPeople = ({ kind, unit, rate, start, end }: Said, text: string): boolean =>
  kind === 'count' &&
  rate !== true &&
  (/^[人名位]$/u.test(unit) ||
    (/^[个支]$/u.test(unit) &&
      (BEFORE.test(text.slice(0, start)) ||
        TAUGHT.test(text.slice(0, start)) ||
        BEHIND.test(text.slice(end)))))

/** 集训选手9个: how many take part in what is named beside it. */
export const isHeadcount = (piece: string): boolean => HEADCOUNT.test(piece)
const HEADCOUNT = new RegExp(
  `^[^，,。；;\\d]{0,4}(?:${PERSON}|${TEAM})(?:一共|总共|共|有|大概|约)*[\\d一二两三四五六七八九十百]+(?:多|来)?(?:个|名|位|人|支)?[，,。；;]?$`,
  'u',
)
