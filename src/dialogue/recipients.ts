import type { Provision } from '../entitlements/rule.ts'

/** Whom a message speaks for: a worker unless it says a firm or a school. */
export function recipientsIn(text: string): Provision['rule']['recipient'][] {
  if (/学校|院校|学院|基地|培训机构/u.test(text)) return ['institution']
  return /我们(?:厂|公司|企业|单位|店)|公司|企业|老板|HR|人事|用人单位|厂里/iu.test(text)
    ? ['enterprise', 'institution']
    : ['person']
}
