import Big from 'big.js'

/** A lower and an upper bound, both as text; null where the text gives none. */
export type Bounds = [string | null, string | null]

/** What is known of a case: sums and counts as numbers, levels by their key; what is absent is not known. */
export interface Profile {
  numbers: Record<string, Big | undefined>
  truths: Record<string, boolean | undefined>
  choices: Record<string, string | undefined>
}

const n = (text: string): Big => new Big(text)

const ONE = n('1')
const HALF = n('0.5')
const SALARY_CAP = n('500000')
const EXTENSION_CAP = n('1000000')
const CONTEST = n('50000')
const SUPPLY = n('50000')
const SUPPLY_EACH = n('3000')
const [TWO, THREE, TWENTY, TWENTY_FOUR] = [n('2'), n('3'), n('20'), n('24')]
const [ENOUGH_VISITS, ENOUGH_TRAINEES, HUNDRED] = [n('1000'), n('500'), n('100')]
const RATE = {
  skillsAward: n('1000000'),
  allowance: n('100000'),
  team: n('100000'),
  innovation: n('10000'),
  studio: n('150000'),
  overseas: n('30000'),
  seminar: n('10000'),
  recognition: n('600'),
  training: n('3000'),
  raised: n('1.3'),
  base: n('200000'),
  share: n('0.2'),
  centre: n('50000'),
  trial: n('200000'),
  camp: n('500000'),
  apprentice: n('6000'),
  order: n('2000'),
  wages: n('0.08'),
  fund: n('0.7'),
}
const CRAFTSMEN: Record<string, Big> = { great: n('50000'), outstanding: n('30000'), craftsman: n('10000') }
const MEDALS: Record<string, Big> = {
  gold: n('2000000'),
  silver: n('1000000'),
  bronze: n('500000'),
  excellence: n('300000'),
}
const GRADES: Record<string, Big> = { 'senior-technician': n('1000'), technician: n('600') }

const exact = (value: Big): Bounds => [value.toFixed(), value.toFixed()]
const atMost = (value: Big): Bounds => [null, value.toFixed()]
const least = (a: Big, b: Big): Big => (a.lt(b) ? a : b)
const times = (rate: Big, ...counts: (Big | undefined)[]): Big =>
  counts.reduce<Big>((product, count) => (count === undefined ? product : product.times(count)), rate)
const printed = (values: Record<string, Big>, said: string | undefined): Big[] =>
  said === undefined ? Object.values(values) : values[said] === undefined ? [] : [values[said]]

/**
 * Every sum and share of the Jinhua text as a person would program them for this one text: constants and big.js, no
 * rules, no steps, no clauses. What the benchmark holds the engine against, in its time and in its figures.
 */
export function jinhuaByHand({ numbers: f, truths: is, choices }: Profile): Record<string, Bounds[]> {
  const people = f.people ?? ONE
  const projects = f.projects
  const out: Record<string, Bounds[]> = {}
  const put = (id: string, met: boolean, bounds: () => Bounds[]) => {
    out[id] = met ? bounds() : []
  }
  const matched = (): Bounds[] => [f['superior-sum'] === undefined ? [null, null] : exact(f['superior-sum'])]
  put('jinhua-china-skills-award', true, () => [exact(RATE.skillsAward.times(people))])
  put('jinhua-government-allowance', is['newly-listed'] !== false, () => [
    exact(RATE.allowance.times(people)),
  ])
  put('jinhua-leading-talent-match', is.listed !== false, matched)
  put('jinhua-craftsman-award', true, () =>
    printed(CRAFTSMEN, choices.craftsman).map((sum) => exact(sum.times(people))),
  )
  put('jinhua-worldskills-award', true, () =>
    printed(MEDALS, choices.medal).map((sum) => exact(sum.times(people))),
  )
  put('jinhua-national-team', true, () => [exact(times(RATE.team, f['selected-team']))])
  const late = f['selection-years']?.gt(THREE) ?? false
  const introduced =
    is.manufacturer !== false && is.introduction !== false && is['leading-talent'] !== false && !late
  put('jinhua-talent-introduction', introduced, () => {
    const talents = f.talents ?? ONE
    if (f.salary === undefined) return [atMost(SALARY_CAP.times(talents))]
    const years = least(f['subsidy-years'] ?? THREE, THREE)
    return [exact(least(f.salary.times(HALF).times(years), SALARY_CAP).times(talents))]
  })
  put('jinhua-innovation-studio', true, () => [atMost(RATE.innovation.times(f.studios ?? ONE))])
  put('jinhua-master-studio', true, () => [atMost(RATE.studio.times(f.studios ?? ONE))])
  put('jinhua-overseas-training', true, () => [atMost(RATE.overseas.times(people))])
  put('jinhua-domestic-seminar', true, () => [atMost(RATE.seminar.times(people))])
  put('jinhua-education-fund', true, () => [
    f.wages === undefined ? ['8', '8'] : exact(f.wages.times(RATE.wages)),
  ])
  put('jinhua-education-fund-use', true, () => [
    [f['education-fund'] === undefined ? '70' : f['education-fund'].times(RATE.fund).toFixed(), null],
  ])
  put('jinhua-recognition-subsidy', true, () => [exact(times(RATE.recognition, f['high-skilled']))])
  put('jinhua-training-subsidy', is['newly-recognised'] !== false, () => {
    const each = is.shortage === true ? RATE.training.times(RATE.raised) : RATE.training
    return [atMost(each.times(f.recognised ?? ONE))]
  })
  put('jinhua-technician-allowance', is['allowance-scheme'] !== false && is.shortage !== false, () => {
    const months = f.months === undefined ? undefined : least(f.months, TWENTY_FOUR)
    return printed(GRADES, choices.grade).map((sum) => exact(times(sum, people, months)))
  })
  put('jinhua-public-base', f.visits?.gt(ENOUGH_VISITS) ?? true, () => [
    exact(RATE.base.times(f.bases ?? ONE)),
  ])
  put('jinhua-base-match', is['first-listed'] !== false, matched)
  put('jinhua-base-extension', is.extension !== false, () => [
    f['province-sum'] === undefined
      ? atMost(EXTENSION_CAP)
      : exact(least(f['province-sum'].times(RATE.share), EXTENSION_CAP)),
  ])
  const { trainees, promoted } = f
  const enough =
    (trainees?.gte(ENOUGH_TRAINEES) ?? true) &&
    (trainees === undefined || promoted === undefined || promoted.times(HUNDRED).gte(trainees.times(TWENTY)))
  put('jinhua-training-centre', is['above-scale'] !== false && enough, () => [
    exact(RATE.centre.times(f.centres ?? ONE)),
  ])
  put('jinhua-contest-host', is.approved !== false, () => [
    atMost(times(f.cost === undefined ? CONTEST : least(CONTEST, f.cost), projects)),
  ])
  put('jinhua-trial-host', is['trial-hosted'] !== false, () => [atMost(times(RATE.trial, projects))])
  put('jinhua-national-camp', is.designated !== false, () => [exact(times(RATE.camp, projects))])
  put('jinhua-apprenticeship', is.apprenticeship !== false, () => [
    atMost(times(RATE.apprentice, f.apprentices, f.years === undefined ? undefined : least(f.years, TWO))),
  ])
  put('jinhua-order-class', true, () => [atMost(times(RATE.order, f.students))])
  put('jinhua-supply-award', (f.supplied?.gte(TWENTY) ?? true) && is['private-firm'] !== false, () => {
    if (f.supplied === undefined) return [[times(SUPPLY, f.years).toFixed(), null]]
    return [exact(times(SUPPLY.plus(SUPPLY_EACH.times(f.supplied.minus(TWENTY))), f.years))]
  })
  return out
}
