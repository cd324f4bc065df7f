import type { Provision } from '../entitlements/rule.ts'

const CAN_GET = '(?:都|也|还|自己)?(?:能|可以|该|有)(?:领|拿|得|享受|申请|申领|报|哪|什么|啥)'
/** 我们公司的老师傅能领啥: those who are spoken of, whoever asks. */
const PERSONS = new RegExp(
  `(?:工人|员工|职工|学徒|师傅|技师|高级工|徒弟|学生|老师|教师|工匠|人才|选手|个人|本人)[^，,。；;]{0,6}?${CAN_GET}`,
  'u',
)
const INSTITUTIONS = /[院学]校|学院|[技职]校|职高|中专|基地|机构|协会|学会|商会|工会/u
const ENTERPRISES = /我们(?:厂|公司|企业|单位|店)|公司|企业|老板|HR|人事|单位|厂里|工厂|个体户|合作社/iu

/** Whom a message speaks for: a worker unless it says a firm or a school. */
export function recipientsIn(text: string): Provision['rule']['recipient'][] {
  if (PERSONS.test(text)) return ['person']
  if (INSTITUTIONS.test(text)) return ['institution']
  return ENTERPRISES.test(text) ? ['enterprise', 'institution'] : ['person']
}
