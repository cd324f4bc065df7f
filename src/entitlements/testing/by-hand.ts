import { type DocumentMeta, isDateUnknown, statusesOn } from '../../corpus/document.ts'
import { calculate } from '../calculate.ts'
import { summary } from '../example.ts'
import { type Facts, inputsSchema } from '../fact.ts'
import type { Provision } from '../rule.ts'

/**
 * What a reader of the five texts wrote down once more, apart from the rule files, where no figure and no worked
 * example would notice a slip: days, replacements, groups, and the demands that only the authority can judge.
 */

/** First and last day, or the days between which the text leaves the first one open. */
export const VALIDITY: Record<
  string,
  { first: string | [string, string?] | null; last: string | null; draft: boolean }
> = {
  'baotou-2021-craftsman-city': { first: '2021-04-13', last: null, draft: false },
  'baotou-2025-skills-enterprise': { first: ['2025-01-01', '2025-12-31'], last: null, draft: false },
  'jinhua-craftsman-draft': { first: ['2020-01-01'], last: null, draft: true },
  'neimenggu-2015-high-skilled': { first: ['2015-02-01', '2015-02-28'], last: null, draft: false },
  'wuhou-craftsman-draft': { first: ['2018-01-01'], last: '2023-08-28', draft: true },
}

/** The later rule, and the earlier one that it takes the place of. */
export const REPLACED: [string, string][] = [
  ['baotou-2025-apprenticeship', 'baotou-2021-apprenticeship'],
  ['baotou-2025-title-review', 'baotou-2021-title-review'],
  ['baotou-2025-wage-growth', 'baotou-2021-wage-growth'],
  ['baotou-2025-self-evaluation', 'baotou-2021-self-evaluation'],
]

export const GROUPS: [string, string][] = [
  ['baotou-2021-selected-technician', '同一人的高技能人才称号'],
  ['baotou-2021-worldskills-person', '同一人的世界技能大赛奖牌'],
  ['jinhua-craftsman-award', '同一人的金华工匠称号'],
  ['jinhua-worldskills-award', '同一人的世界技能大赛奖项'],
]

/** How many demands the authority has to judge, by rule and by what was said. */
export const JUDGED: [string, Record<string, string>, number][] = [
  ['baotou-2021-selected-technician', {}, 0],
  ['baotou-2021-selected-technician', { title: 'special' }, 1],
  ['baotou-2021-selected-technician', { title: 'chief' }, 1],
  ['baotou-2021-selected-technician', { title: 'excellent' }, 1],
  ['baotou-2021-high-level-talent', {}, 1],
  ['baotou-2021-direct-recognition', {}, 1],
  ['baotou-2025-achievement-reward', {}, 1],
  ['baotou-2025-direct-recognition', {}, 1],
]

/** Cases worked out by hand beside the examples of the rule files. */
export const CASES: [string, Record<string, unknown>, string][] = [
  ['baotou-2021-selected-technician', { title: 'special', honour: 'none' }, 'not-eligible'],
  ['jinhua-talent-introduction', { salary: 400_000, talents: 2 }, 'exact 1000000 元'],
  ['jinhua-new-occupation-housing', { grade: 'middle-worker' }, 'not-eligible'],
  ['jinhua-new-occupation-housing', { grade: 'junior-worker' }, 'not-eligible'],
  ['jinhua-technician-housing', { grade: 'senior-worker' }, 'not-eligible'],
  ['jinhua-technician-housing', { grade: 'junior-worker' }, 'not-eligible'],
]

/** What came out otherwise than it was worked out by hand. */
export function wrongCases(provision: Provision): string[] {
  return CASES.filter(([id]) => id === provision.rule.id).flatMap(([id, given, then]) => {
    const facts = inputsSchema(provision.definitions).parse(given)
    const got = calculate(provision, facts).map(summary).join('; ')
    return got === then ? [] : [`${id} with ${JSON.stringify(given)}: ${got}, expected ${then}`]
  })
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What differs from the days written down, on the days around each of them; empty where nothing does. */
export function wrongDays(meta: Pick<DocumentMeta, 'id' | 'draft' | 'first' | 'last'>): string[] {
  const hand = VALIDITY[meta.id]
  if (hand === undefined) return [`${meta.id}: not written down`]
  const [from, to] = typeof hand.first === 'string' ? [hand.first] : (hand.first ?? [])
  const days = [from, to, hand.last].flatMap((day) =>
    day == null ? [] : [shift(day, -1), day, shift(day, 1)],
  )
  return [...days, '1900-01-01', '2999-12-31'].flatMap((on) => {
    const notYet = from !== undefined && on < from
    const expired = hand.last !== null && on > hand.last
    const expected = [
      hand.draft && 'draft',
      expired && 'expired',
      notYet && 'not-yet',
      !hand.draft && !expired && !notYet && 'in-force',
    ].filter(Boolean)
    const open =
      typeof hand.first === 'object' && from !== undefined && to !== undefined && on >= from && on <= to
    const got = statusesOn(meta, on)
    const right = got.join() === expected.join() && isDateUnknown(meta, on) === open
    return right ? [] : [`${meta.id} on ${on}: ${got}, expected ${expected.join()}${open ? ', open' : ''}`]
  })
}

/** What differs from the groups, replacements and judgements written down. */
export function wrongStructure(provision: Provision): string[] {
  const { rule } = provision
  const group = GROUPS.find(([id]) => id === rule.id)?.[1]
  const replaces = REPLACED.filter(([later]) => later === rule.id).map(([, earlier]) => earlier)
  const judged = JUDGED.filter(([id]) => id === rule.id)
  const unwritten = judged.length === 0 && rule.conditions.some((demand) => 'judgement' in demand)
  const counted = judged.filter(([, chosen, count]) => {
    const facts: Facts = Object.fromEntries(
      Object.entries(chosen).map(([name, value]) => [name, { value, source: 'said' }]),
    )
    return (
      calculate(provision, facts)[0]?.inputs.filter(({ name }) => name.startsWith('judgement')).length !==
      count
    )
  })
  return [
    ...(group === rule.group ? [] : [`${rule.id}: group ${rule.group}`]),
    ...(replaces.join() === rule.replaces.join() ? [] : [`${rule.id}: replaces ${rule.replaces}`]),
    ...(unwritten ? [`${rule.id}: a judgement that is not written down`] : []),
    ...counted.map(
      ([, chosen, count]) => `${rule.id} with ${JSON.stringify(chosen)}: not ${count} judgements`,
    ),
  ]
}
