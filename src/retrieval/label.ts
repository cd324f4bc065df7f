import type { Clause } from '../corpus/clause.ts'

/** A clause whose printed label stands in a query, and where. */
export interface LabelMatch {
  clauseId: string
  start: number
  end: number
}

export interface LabelMatcher {
  /** "三（一）3", "三、（一）3": unmistakable by its form alone. */
  paths(query: string): LabelMatch[]
  /** "第四条", "（九）": says something only once the document is known. */
  single(query: string): LabelMatch[]
}

/** 第十二条, 第三章, 第十二条之一. */
const ARTICLE = /^第(.+?)([条章节])(之.+)?$/
const HAN_DIGITS = '零一二三四五六七八九'
const NOT_AFTER_NUMERAL = '(?<![一二三四五六七八九十百\\d])'
/** Behind a bare number these make it a quantity: 三14岁, 三5万元. */
const NOT_A_QUANTITY = '(?![\\d.%:]|[万亿元年月日号人个名岁天点时倍])'

/** Finds the clauses of one document by their printed labels. */
export function createLabelMatcher(clauses: Clause[]): LabelMatcher {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const labelled = clauses.filter(({ label }) => label !== null)
  const deep = labelled
    .map((clause) => ({ clauseId: clause.id, labels: labelsDown(clause, byId) }))
    .filter(({ labels }) => labels.length > 1)
    .map(({ clauseId, labels }) => ({ clauseId, form: pathForm(labels) }))
  const articles = labelled.filter(({ label }) => ARTICLE.test(label ?? ''))
  const numbered = articles.length > 0 ? articles : labelled
  const top = onlyOnce(numbered.filter(({ parent }) => parent === null))
  const nested = onlyOnce(numbered.filter(({ parent }) => parent !== null))
  // Numbering that runs on through a document makes 第十条 mean 三（十） where no section bears that number, and
  // 第3条 its item 3; only then is 4 taken for 四.
  const steps = [
    top.map(({ clauseId, label, name }) => ({ clauseId, form: singleForm(label, name) })),
    nested.map(({ clauseId, label, name }) => ({ clauseId, form: singleForm(label, name) })),
    top.map(({ clauseId, label, name }) => ({ clauseId, form: singleForm(label, inOtherScript(name)) })),
    nested.map(({ clauseId, label, name }) => ({ clauseId, form: singleForm(label, inOtherScript(name)) })),
  ]
  return {
    paths: (query) => longest(matches(deep, plain(query))),
    single: (query) =>
      steps.map((forms) => matches(forms, plain(query))).find(({ length }) => length > 0) ?? [],
  }
}

interface Form {
  clauseId: string
  form: RegExp
}

/** The clauses whose own label occurs once among these. */
function onlyOnce(clauses: Clause[]): { clauseId: string; label: string; name: string }[] {
  const named = clauses.flatMap(({ id, label }) =>
    label === null ? [] : [{ clauseId: id, label, name: ordinal(label) }],
  )
  return named.filter(({ label }) => named.filter((other) => other.label === label).length === 1)
}

function singleForm(label: string, name: string): RegExp {
  const [article, , unit = '', insertion = ''] = ARTICLE.exec(label) ?? []
  if (article !== undefined) return new RegExp(`第${name}${unit}${insertion}(?!之)`, 'gu')
  const written = `第\\(?${name}\\)?(?:部分|大点|条|点|项|款|章)(?!之)`
  return new RegExp(/^[（(]/.test(label) ? `${written}|\\(${name}\\)` : written, 'gu')
}

function pathForm(labels: string[]): RegExp {
  const levels = labels.map((label) => {
    const name = ordinal(label)
    if (/^[（(]/.test(label)) return `第?\\(${name}\\)(?:条|款|项|点)?`
    if (/^第/.test(label)) return label
    const digits = /^\d/.test(name)
    return digits ? `第?\\(?${name}\\)?(?:条|款|项|点|${NOT_A_QUANTITY})` : `第?${name}(?:部分|大点|条|章)?`
  })
  return new RegExp(`${NOT_AFTER_NUMERAL}${levels.join('[、.,]?的?')}`, 'gu')
}

function labelsDown(clause: Clause, byId: Map<string, Clause>): string[] {
  const labels: string[] = []
  for (
    let at: Clause | undefined = clause;
    at !== undefined;
    at = at.parent === null ? undefined : byId.get(at.parent)
  )
    if (at.label !== null) labels.unshift(at.label)
  return labels
}

/** The numeral of a label without what is printed around it. */
function ordinal(label: string): string {
  return ARTICLE.exec(label)?.[1] ?? label.normalize('NFKC').replace(/[()、.\s]/g, '')
}

/** 十二 for 12 and 12 for 十二, up to 99; anything else as it is. */
function inOtherScript(name: string): string {
  if (/^[1-9]\d?$/.test(name)) {
    const [tens, ones] = [Math.floor(Number(name) / 10), Number(name) % 10]
    const front = tens === 0 ? '' : `${tens === 1 ? '' : HAN_DIGITS.charAt(tens)}十`
    return front + (ones === 0 ? '' : HAN_DIGITS.charAt(ones))
  }
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(name)
  if (match === null || name === '' || (match[2] === undefined && name.length > 1)) return name
  if (match[2] === undefined) return String(HAN_DIGITS.indexOf(name))
  return String(HAN_DIGITS.indexOf(match[1] ?? '一') * 10 + HAN_DIGITS.indexOf(match[3] ?? '零'))
}

const plain = (query: string): string => query.normalize('NFKC').replace(/\s/g, '')

function matches(forms: Form[], query: string): LabelMatch[] {
  return forms.flatMap(({ clauseId, form }) =>
    [...query.matchAll(form)].map((match) => ({
      clauseId,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
}

/** "三（一）3" contains "三（一）"; only the whole of it is meant. */
function longest(found: LabelMatch[]): LabelMatch[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  )
}
