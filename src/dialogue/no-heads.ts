import type { FactDefinitions } from '../entitlements/fact.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './said.ts'

const PERSON =
  '选手|学员|学生|裁判员?|教练员?|职工|员工|工人|徒弟|学徒|老师|教师|师傅|专家|评委|志愿者|观众|人员|骨干|技师|高技能人才|毕业生|成员'
const BEFORE = new RegExp(`(?:${PERSON})(?:一共|总共|共|有|大概|约|来了|是|才|就)*$`, 'u')
const BEHIND = new RegExp(
  `^(?:多|左右)?(?:的)?(?:参赛|参训|参加|集训|入选|培训|年轻|青年|优秀)?(?:${PERSON})(?![^，,。；;]{0,6}(?:工作室|基地|中心|平台))`,
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
    (unit === '个' && (BEFORE.test(text.slice(0, start)) || BEHIND.test(text.slice(end)))))
