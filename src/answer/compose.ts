import type { Citation } from '../corpus/citation.ts'
import { quantities } from '../corpus/quantity.ts'
import type { Calculation } from '../entitlements/calculation.ts'
import { type Notice, noticeLines } from './notices.ts'
import type { Question } from './reply.ts'
import { say } from './texts.ts'

/** A reply says no more than this unless a whole clause is asked for. */
export const TEXT_LIMIT = 580
const QUOTE_LIMIT = 160

/** A finished calculation in one line: "企业新型学徒制培训补贴：216000—288000元（12人 × 3年 × …）。" */
export function sentence(calculation: Calculation): string {
  const { name, unit, min, max, steps, outcome } = calculation
  const last = steps.at(-1)?.expression ?? ''
  const how = working(calculation)
  const wanting = outcome === 'needs-facts' && how === '' && last !== ''
  return say(`outcome.${outcome}`, {
    name,
    unit,
    min: min ?? '',
    max: max ?? '',
    how: wanting ? `（${last}）` : how,
    reason: outcome === 'not-eligible' ? steps.map(({ expression }) => expression).join('；') : last,
    missing: missingLabels(calculation),
  })
}

/** Of several results of one name each is told apart by what was said of it: 金华大工匠, 2人. */
function distinct({ name, inputs }: Calculation, all: Calculation[]): string {
  const others = all.filter((other) => other.name === name)
  const differs = inputs.filter(
    ({ name: fact, value, source }) =>
      source === 'said' &&
      others.some((other) => other.inputs.every((one) => one.name !== fact || one.value !== value)),
  )
  const told = differs.map(({ label, value, unit }) =>
    /^[是否]$/.test(value) ? `${label}：${value}` : `${value}${unit}`,
  )
  return told.length === 0 ? name : `${name}（${told.join('，')}）`
}

/** How the figure came about, without the step that multiplies by one for oneself. */
function working({ steps }: Calculation): string {
  const shown = steps
    .map(({ expression }) => expression)
    .filter(
      (expression) => /[×+−]|不超过.*万?元$/u.test(expression) && !/^1[人个家] × [^×]*$/u.test(expression),
    )
    .filter((expression) => /\d/.test(expression) && !/^不超过[^，]*$/u.test(expression))
    .filter((expression, i, all) => !all.slice(i + 1).some((later) => later.includes(expression)))
  return shown.length === 0 ? '' : `（${shown.join('；')}）`
}

const missingLabels = ({ missing, steps }: Calculation): string =>
  missing.length === 0 ? (steps[0]?.label ?? '') : say('missing.sums')

export interface Parts {
  notices: Notice[]
  calculations: Calculation[]
  /** Treatments without a sum: said in words, no calculation. */
  told: Calculation[]
  citations: Citation[]
  questions: Question[]
  /** The place is named before each amount, because the question left it open or named several. */
  withRegion: boolean
  /** The provision was found by its sentence, not by its name: that is said first. */
  nearest: boolean
}

/** The whole reply as text: notices first, then each amount, what was taken as given, where it is written, what is asked. */
export function compose(parts: Parts): string {
  const { notices, citations, questions, withRegion } = parts
  const calculations = [...parts.calculations, ...parts.told]
  const assumed = [
    ...new Set(
      calculations.flatMap(({ inputs, outcome }) =>
        outcome === 'not-eligible' ? [] : inputs.filter(isPresumed).map(({ label }) => label),
      ),
    ),
  ]
  const remarks = [...new Set(calculations.flatMap((calculation) => calculation.remarks))]
  const lines = [
    ...noticeLines(notices),
    ...(parts.nearest ? [say('guessed')] : []),
    ...calculations.map(
      (calculation) =>
        `${withRegion ? `${calculation.region}：` : ''}${sentence({ ...calculation, name: distinct(calculation, calculations) })}`,
    ),
    ...remarks.map((remark) => `${remark}。`),
    ...(assumed.length > 0 ? [say('assumed', { conditions: assumed.join('；') })] : []),
    // One question at a time; the Reply carries them all.
    ...questions.slice(0, 1).map(ask),
  ]
  const room = Math.max(QUOTE_LIMIT, TEXT_LIMIT - lines.join('\n').length)
  const share = Math.floor(room / Math.max(1, citations.length))
  const figures = figuresOf(calculations)
  return [...lines, ...citations.map((citation) => source(citation, share, figures))].join('\n')
}

/** One for oneself is no condition; a demand that nobody spoke of is. */
const isPresumed = ({ source, label, value, unit }: Calculation['inputs'][number]): boolean =>
  source === 'assumed' &&
  label !== '' &&
  !(value === '1' && unit !== '') &&
  (value === '是' || value === '否' || value.startsWith('由主管') || unit !== '')

const ask = ({ label, options }: Question): string =>
  options === undefined ? label : `${label}（${options.join('、')}）`

/** The clause in as many words as there is room for; of a long one, the part that prints the figures. */
function source({ documentTitle, path, quote }: Citation, room: number, figures: Set<string>): string {
  const limit = Math.max(60, room - documentTitle.length - path.length - 8)
  const shown = quote.length > limit ? excerpt(quote, limit, figures) : quote
  return say('basis', { title: documentTitle, path, quote: shown })
}

function excerpt(quote: string, limit: number, figures: Set<string>): string {
  const parts = quote.split(/(?<=[；。])/u)
  const printsFigure = (part: string) => quantities(part).some(({ value }) => figures.has(value.toFixed()))
  const first = Math.max(0, parts.findIndex(printsFigure))
  let shown = ''
  for (const part of parts.slice(first)) {
    if (shown !== '' && shown.length + part.length > limit) break
    shown += part
  }
  const cut = shown.length > limit ? `${shown.slice(0, limit)}…` : shown
  const end = quote.endsWith(shown) || cut.endsWith('…') ? '' : '…'
  return `${first > 0 ? '…' : ''}${cut}${end}`
}

/** The printed numbers that the calculations rest on. */
const figuresOf = (calculations: Calculation[]): Set<string> =>
  new Set(
    calculations.flatMap(({ steps }) =>
      steps.flatMap(({ expression }) => quantities(expression).map(({ value }) => value.toFixed())),
    ),
  )
