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

/** 4个工种，选手160名; 3个项目，集训选手9个: people count nothing of a provision that counts projects, studios or bases. */
export function withoutHeadsOfNone(text: string, definitions: FactDefinitions): string {
  const units = Object.values(definitions).flatMap((fact) => (fact.type === 'count' ? [fact.unit] : []))
  if (!units.some((unit) => unit === '个' || unit === '家') || units.some((unit) => /^人/u.test(unit)))
    return text
  return numbersIn(text)
    .filter((one) => isOfPeople(one, text))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

const isOfPeople = ({ kind, unit, rate, start, end }: Said, text: string): boolean =>
  kind === 'count' &&
  rate !== true &&
  (/^[人名位]$/u.test(unit) ||
    (/^[个支]$/u.test(unit) && (BEFORE.test(text.slice(0, start)) || BEHIND.test(text.slice(end)))))

/** 集训选手9个: how many take part in what is named beside it. */
export const isHeadcount = (piece: string): boolean => HEADCOUNT.test(piece)
const HEADCOUNT = new RegExp(
  `^[^，,。；;\\d]{0,4}(?:${PERSON}|${TEAM})(?:一共|总共|共|有|大概|约)*[\\d一二两三四五六七八九十百]+(?:多|来)?(?:个|名|位|人|支)?[，,。；;]?$`,
  'u',
)
