import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { evaluatorVerdicts } from './mutants/evaluator.ts'
import { type RuleVerdict, ruleVerdicts } from './mutants/rules.ts'

/**
 * `npm run mutants`: makes every small slip that a writer of rules or code could make and asks whether something
 * notices. `npm run mutants -- rules`, `-- evaluator`, `-- evaluator total` run a part.
 */
const equivalents = z
  .array(z.strictObject({ key: z.string(), reason: z.string().min(10) }))
  .parse(JSON.parse(readFileSync(new URL('./equivalent-mutants.json', import.meta.url), 'utf8')))
const explained = new Map(equivalents.map(({ key, reason }) => [key, reason]))

const [part, only] = process.argv.slice(2)
const started = performance.now()
const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
const used = new Set<string>()

/** Prints the survivors; returns how many have no reason. */
function report(name: string, survivors: { key: string; line: string }[]): number {
  let unexplained = 0
  for (const { key, line } of survivors) {
    const reason = explained.get(key)
    used.add(key)
    if (reason === undefined) unexplained += 1
    console.log(
      reason === undefined ? `  SURVIVES  ${line}\n            ${key}` : `  equivalent  ${line}: ${reason}`,
    )
  }
  console.log(
    `${name}: ${survivors.length} not killed, ${unexplained} of them without a reason (${seconds()})`,
  )
  return unexplained
}

const keyOf = ({ rule, kind, change }: RuleVerdict): string => `rule # ${rule} # ${kind} # ${change}`

function rules(): number {
  const verdicts = ruleVerdicts((done) => console.log(`  … ${done} (${seconds()})`))
  const by = (killer: RuleVerdict['killed'], kind?: string) =>
    verdicts.filter((each) => each.killed === killer && (kind === undefined || each.kind === kind))
  console.log(
    `rule mutants: ${verdicts.length}, by worked examples alone ${by('examples').length}, by boundaries and days ${by('boundaries and days').length}, by the corpus check only ${by('corpus check').length}, cannot be loaded ${by('does not load').length}`,
  )
  for (const kind of new Set(verdicts.map((each) => each.kind))) {
    const all = verdicts.filter((each) => each.kind === kind).length
    console.log(
      `  ${kind.padEnd(10)} ${String(all).padStart(4)}: examples ${by('examples', kind).length}, boundaries and days ${by('boundaries and days', kind).length}, corpus check ${by('corpus check', kind).length}, not loaded ${by('does not load', kind).length}, none ${by(null, kind).length}`,
    )
  }
  for (const each of by('corpus check')) console.log(`  corpus check only: ${each.rule}: ${each.change}`)
  return report(
    'rules',
    by(null).map((each) => ({ key: keyOf(each), line: `${each.rule}: ${each.change}` })),
  )
}

async function evaluator(): Promise<number> {
  const verdicts = await evaluatorVerdicts(only, (done, all) => {
    if (done % 50 === 0 || done === all) console.log(`  … ${done} of ${all} (${seconds()})`)
  })
  const killed = verdicts.filter((each) => each.killed !== null)
  const endless = killed.filter((each) => each.killed === 'runs without end').length
  const examples = killed.filter((each) => each.killed?.includes('every worked example')).length
  console.log(
    `evaluator mutants: ${verdicts.length}, killed ${killed.length} (by worked examples first ${examples}, without end ${endless})`,
  )
  return report(
    'evaluator',
    verdicts
      .filter((each) => each.killed === null)
      .map(({ mutant }) => ({ key: mutant.key, line: `${mutant.file}:${mutant.line} ${mutant.change}` })),
  )
}

const unexplained = (part === 'evaluator' ? 0 : rules()) + (part === 'rules' ? 0 : await evaluator())
if (part === undefined)
  for (const key of explained.keys())
    if (!used.has(key)) console.log(`no longer needed in equivalent-mutants.json: ${key}`)
console.log(
  unexplained === 0
    ? `mutants: every survivor has a reason (${seconds()})`
    : `mutants: ${unexplained} survivors without a reason (${seconds()})`,
)
process.exitCode = unexplained === 0 ? 0 : 1
