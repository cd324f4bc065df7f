/** The part of `/chat.js` that shows a Reply. Text enters the page as text alone, whatever a document or person wrote. */
export const CARD_SCRIPT = String.raw`
const make = (tag, className, ...content) => {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...content.filter((part) => part !== null && part !== ''))
  return element
}

const NOTICES = {
  draft: '征求意见稿，不是正式文件', expired: '已过有效期', 'not-yet': '尚未施行', superseded: '已被取代',
  'date-unknown': '施行日期不明', 'wider-region': '按上级地区的文件回答', masked: '已隐去个人号码', human: '人工接待中',
}
const STATUSES = {
  'in-force': '现行', draft: '征求意见稿', expired: '已过有效期', 'not-yet': '尚未施行', superseded: '已被取代',
}
const RECIPIENTS = { person: '给个人', enterprise: '给企业', institution: '给机构' }
const SOURCES = { said: '您说的', assumed: '没有说，按此计算', derived: '推算' }

const grouped = (amount) => {
  const [whole, part] = amount.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : '.' + part)
}

/** The figure with what stands before it; an outcome without a figure is said in words. */
const amountOf = ({ outcome, min, max }) => {
  if (outcome === 'not-stated') return ['', '文件没有写数额']
  if (outcome === 'not-eligible') return ['', '不符合条件']
  if (min === null && max === null) return ['', '还缺信息，算不出数额']
  if (min === null) return ['最高', grouped(max)]
  if (max === null) return ['不低于', grouped(min)]
  return ['', min === max ? grouped(max) : grouped(min) + '—' + grouped(max)]
}

const showAmount = (calculation) => {
  const [before, figure] = amountOf(calculation)
  const unit = /\d/.test(figure) ? calculation.unit : ''
  return make('p', 'amount', before && make('small', '', before), figure, unit && make('small', '', unit))
}

const showSteps = ({ steps, inputs, remarks = [] }) => {
  const list = make('dl', '')
  for (const { label, expression, value } of steps) {
    const result = value && !expression.startsWith(value) ? ' = ' + value : ''
    list.append(make('dt', '', label), make('dd', '', expression + result))
  }
  for (const { label, value, unit, source } of inputs)
    list.append(make('dt', '', label + '（' + SOURCES[source] + '）'), make('dd', '', value + unit))
  for (const remark of remarks) list.append(make('dt', '', '说明'), make('dd', '', remark))
  return make('details', '', make('summary', '', '怎么算的'), list)
}

/** Of several amounts of one entitlement: the facts in which this one differs from the others. */
const caseOf = (calculation, all) => {
  if (calculation.variant) return [calculation.variant]
  const alike = all.filter(({ entitlementId }) => entitlementId === calculation.entitlementId)
  return calculation.inputs
    .filter(({ name, value }) => alike.some(({ inputs }) =>
      !inputs.some((other) => other.name === name && other.value === value)))
    .map(({ label, value, unit }) => (value === '是' ? label : value === '否' ? label + '：否' : value + unit))
}

const showCalculation = (calculation, all) => {
  const { name, region, recipient } = calculation
  const which = caseOf(calculation, all)
  const what = make('p', 'what',
    make('span', '', name + (which.length > 0 ? '（' + which.join('，') + '）' : '')),
    make('span', '', region + ' · ' + RECIPIENTS[recipient]))
  return make('section', 'calculation', what, showAmount(calculation), showSteps(calculation))
}

/** A long quote begins with what the page of the document is to mark. */
const linkTo = ({ url, quote }) => {
  const [page, clause] = url.split('#')
  const start = Array.from(quote).slice(0, 40).join('')
  return page + '?quote=' + encodeURIComponent(start) + '#' + encodeURIComponent(clause || '')
}

const showCitation = (citation) => {
  const link = make('a', '', '《' + citation.documentTitle + '》' + citation.path)
  if (!citation.url.startsWith('/documents/')) return make('div', 'citation', link)
  link.href = linkTo(citation)
  link.target = '_blank'
  link.rel = 'noopener'
  const said = [citation.region, ...citation.statuses.map((status) => STATUSES[status] || status)]
  return make('div', 'citation', link, make('div', 'what', said.join(' · ')),
    make('blockquote', '', citation.quote))
}

const button = (text, className, act) => {
  const element = make('button', className, text)
  element.type = 'button'
  element.addEventListener('click', act)
  return element
}

const showQuestion = ({ label, options = [] }, say, answer) => {
  const choices = options.length > 0
    ? options.map((option) => button(option, '', () => say(option)))
    : [button('来回答', '', () => answer(label))]
  return make('div', 'question', make('p', '', label), make('div', 'options', ...choices))
}

/** The text less what the card shows in a place of its own: notices, questions and, beside an amount, quotes. */
const remaining = ({ text, notices, calculations, citations, questions }) => text
  .split('\n')
  .filter((line) => !notices.some((notice) => line === '【注意】' + notice.text))
  .filter((line) => !questions.some(({ label }) => line === label))
  .filter((line) => calculations.length === 0 || !line.startsWith('依据：') ||
    !citations.some(({ quote }) => line.includes(quote)))
  .join('\n')
  .trim()

/** Fills a card. say sends a chosen option; answer lets the person write one. */
const showReply = (card, reply, say, answer) => {
  const { notices, calculations, citations, questions } = reply
  card.replaceChildren()
  for (const { code, text } of notices)
    card.append(make('div', 'notice notice-' + code, make('strong', '', NOTICES[code] || '注意'), text))
  card.classList.toggle('several', calculations.length > 1)
  card.append(...calculations.map((one) => showCalculation(one, calculations)))
  const text = remaining(reply)
  if (text !== '') card.append(make('div', 'text', text))
  card.append(...questions.map((question) => showQuestion(question, say, answer)))
  if (citations.length > 0)
    card.append(make('div', 'citations', make('h2', '', '依据的条款'), ...citations.map(showCitation)))
}
`
