import { bare, endsClosed, endsOpen, endsSentence, type Line } from './lines.ts'

/** The unlabelled parts around the clauses, named after GB/T 9704 where it has a word for them. */
export type PartName =
  | '版头'
  | '标题'
  | '题注'
  | '目录'
  | '主送'
  | '前言'
  | '正文'
  | '说明'
  | '文末'
  | '附件清单'
  | '落款'
  | '附注'
  | '版记'
  | '附表'

export interface Named {
  line: number
  name: PartName
}

/** A document, an attachment, or the document that a notice encloses: each counts its clauses anew. */
export interface Part {
  from: number
  to: number
  kind: 'first' | 'enclosed' | 'attachment'
  /** "附件1": as printed, without spaces. */
  label: string | null
  labelEnd: number
}

const DATE_TEXT =
  '[0-9０-９〇○零一二三四五六七八九Xx×]{2,4}\\s*年\\s*[0-9０-９一二三四五六七八九十Xx×]{1,3}\\s*月\\s*(?:[0-9０-９一二三四五六七八九十Xx×]{1,3}\\s*日)?'
const DATE = new RegExp(`^(?:${DATE_TEXT})$`)
const ENDS_IN_DATE = new RegExp(`^\\S{2,40}?\\s*${DATE_TEXT}$`)
const ISSUED = new RegExp(`${DATE_TEXT}\\s*(?:印发|印制|印)$`)
const DATED_NOTE = new RegExp(`^[（(]?\\s*${DATE_TEXT}`)
const NUMBER = /[〔［[（(【]\s*(?:19|20)\d\d\s*[〕］\])）】]\s*第?\s*[0-9０-９XＸ×]{1,5}\s*号\s*[)）]?$/
const ORDER = /第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*号(?:令|公告)?$/
const NOUN =
  '通知|办法|意见|方案|条例|规定|决定|细则|措施|规划|计划|公告|通告|公报|函|批复|报告|纲要|制度|章程|指引|指南|要点|清单|目录|标准|规则|规程|规范|名单|政策|工程|预案|协议|合同|法|表|书|解读|答复|请示|通报|命令|令|议案|说明|条款|职责|流程|程序|十条|条|案|建议|倡议|要求'
const SECOND_TITLE = /(?:通知|办法|意见|方案|条例|规定|决定|细则|措施|规划|公告|通告)[》]?$/
const TAIL_NOTE = '(?:\\s*[（(〔【][^（()）]{0,40}[）)〕】])*'
const TITLE_END = new RegExp(`(?:${NOUN})[》>”]?${TAIL_NOTE}$`)
const VERSION_NOTE =
  /^[（(〔【]\s*(?:征求意见稿|公开征求意见稿|草案.{0,12}|送审稿|试行|暂行|讨论稿|修订.{0,8}|修正.{0,8}|[0-9]{4}\s*年(?:版|修订|修正).{0,4}|.{0,8}(?:版|稿))\s*[）)〕】].{0,6}$/
const ORGAN =
  /(?:局|厅|委|部|办|会|院|署|处|站|社|室|府|校|学院|大学|中心|联合会|办公室|委员会|公司|集团|银行|分行|支行|工会|法院|检察院|政府|机关|协会|组|所|队)(?:[（(][^（()）]{1,20}[）)])?$/
const REMARK =
  /^[（([【]\s*(?:此件|本文|联系|本件|附件|信息公开|主动公开|依申请|不予公开|来源|咨询|电话).{0,120}[）)\]】]$/
const COLOPHON =
  /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印\s*送|主题词|共印|校对|印数)\s*[:：]|^主题词|^(?:信息)?公开(?:属性|形式|方式)\s*[:：]/
const META =
  /^(?:索\s*引\s*号|主题分类|主题词|发文机关|发布机构|发布单位|制发机关|成文日期|发布日期|发布时间|发文日期|公开日期|公开时间|生成日期|生效日期|失效日期|施行日期|发文字号|文\s*号|信息来源|来\s*源|文章来源|名\s*称|标\s*题|有\s*效\s*性|时\s*效|效力状态|体裁分类|体裁|组配分类|公开方式|公开形式|公开范围|公开程序|信息索取号|所属机构|责任编辑|作\s*者|密\s*级|签发人|统一登记号|登记号|规范性文件编号)\s*[:：\]】]/
const URGENT = /^(?:特急|加急|急件|平急|特提|绝密|机密|秘密|内部文件|[0-9]{6})$/
const ADDRESSED = /[局委厅办府会院校部司位门市县区州盟人志们员业构所行团社]\s*[）)]?\s*[:：]$/
const PREFACE = /^(?:为|根据|按照|依据|经|近年来|近期|当前|现|为了|为贯|为深|为进|为全|遵照|结合)/
const CLOSING =
  /^(?:特此(?:通知|公告|通告|函|报告|批复|函复)|(?:请|望).{0,30}(?:执行|落实|遵照|实施)|(?:以上|上述).{0,30}(?:执行|落实|施行|实施)|本(?:意见|办法|方案|通知|规定|细则|措施|实施方案|实施意见|实施办法|实施细则|政策|若干措施|若干政策|若干意见|计划|规划|规则|目录|公告|通告|标准|制度|指引|指南|行动方案|工作方案)(?:中|由|自|从|有效期|执行|实施|施行|暂行|未尽|所称|与|解释|最终))/

export const isDate = (text: string): boolean => text.length <= 24 && DATE.test(text)
const isNumber = (text: string): boolean => text.length <= 50 && (NUMBER.test(text) || ORDER.test(text))
export const isVersionNote = (text: string): boolean => text.length <= 40 && VERSION_NOTE.test(text)

function isSignature(text: string): boolean {
  if (text.length > 60 || /[。，,；;：:？！、]/.test(text)) return false
  return isDate(text) || ENDS_IN_DATE.test(text) || text.split(/\s+/).every((word) => ORGAN.test(word))
}

function isColophon(text: string): boolean {
  return text.length <= 200 && (COLOPHON.test(text) || (text.length <= 80 && ISSUED.test(text)))
}

const isRemark = (text: string): boolean => text.length <= 140 && REMARK.test(text)

function looksTitle(text: string): boolean {
  return (
    text.length <= 70 && !/[。；;，！？]/.test(text.replace(/《[^》]{0,60}》/g, '')) && !/[:：]$/.test(text)
  )
}

const ATTACHMENT =
  /^(附\s*(?:件|录|表|图)|附)\s*([0-9０-９]{1,3}(?:[-－—][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})?\s*(?:[:：]|$|(?=\s)|(?<=\d)(?=[^\d.、]))/

interface AttachmentHead {
  label: string
  length: number
  rest: string
  colon: boolean
}

function attachmentHead(text: string): AttachmentHead | null {
  if (text.length > 120 || !text.startsWith('附')) return null
  const match = ATTACHMENT.exec(text)
  if (match === null) return null
  if (match[1] === '附' && match[0].length === 1 && text.length > 1) return null
  const label = `${(match[1] ?? '').replace(/\s/g, '')}${(match[2] ?? '').normalize('NFKC')}`
  const printed = match[0].replace(/[\s:：]+$/, '').length
  return { label, length: printed, rest: text.slice(match[0].length).trim(), colon: /[:：]/.test(match[0]) }
}

const ITEM =
  /^(?:[0-9０-９]{1,3}\s*[.．、)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|《|附件)/

/** Where the list "附件：1.… 2.…" that closes a text ends, or null where these lines open an attachment itself. */
function listEnd(lines: readonly Line[], i: number, head: AttachmentHead): number | null {
  const next = lines[i + 1]?.text ?? ''
  if (!head.colon || (head.rest === '' && !ITEM.test(next))) return null
  if (head.rest === '' && attachmentHead(next) !== null) return null
  let to = i + 1
  for (; to < lines.length && to < i + 60; to++) {
    const text = lines[to]?.text ?? ''
    if (text.length > 70 || /[。！？]/.test(text) || isSignature(text) || isRemark(text) || isColophon(text))
      break
    const other = attachmentHead(text)
    if (other !== null && (other.rest === '' || !other.colon)) break
    if (
      !ITEM.test(text) &&
      (lines[to]?.gap === true ||
        endsClosed(lines[to - 1]?.text ?? '') ||
        !ITEM.test(lines[to - 1]?.text ?? ''))
    )
      break
  }
  const after = lines[to]?.text
  const closes =
    after === undefined ||
    isSignature(after) ||
    isRemark(after) ||
    isColophon(after) ||
    attachmentHead(after) !== null
  return closes || /^[1１一]\s*[.．、]/.test(head.rest) ? to : null
}

function issues(text: string): boolean {
  return /印发|发布|公布|转发|下发|颁布/.test(text)
}

/** Cuts a file into the notice, the document it encloses, and the attachments. */
export function splitParts(lines: readonly Line[]): Part[] {
  const parts: Part[] = [{ from: 0, to: lines.length, kind: 'first', label: null, labelEnd: 0 }]
  const current = (): Part => parts[parts.length - 1] as Part
  const open = (from: number, kind: Part['kind'], label: string | null, labelEnd: number): void => {
    current().to = from
    if (current().from === from && parts.length > 1) parts.pop()
    parts.push({ from, to: lines.length, kind, label, labelEnd })
  }
  let cited = ''
  let prose = false
  let signed = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const text = line.text
    const head = attachmentHead(text)
    if (head !== null && i > 0) {
      const end = listEnd(lines, i, head)
      if (end !== null) {
        i = end - 1
        continue
      }
      if (head.rest === '' || head.colon || !/[。，；]/.test(head.rest)) {
        open(i, 'attachment', head.label, line.start + head.length)
        prose = signed = false
        continue
      }
    }
    if (prose && i > 0 && startsEnclosed(lines, i, cited, signed)) {
      open(i, 'enclosed', null, 0)
      prose = signed = false
      cited = ''
      continue
    }
    if (isDate(text) || (text.length <= 80 && ENDS_IN_DATE.test(text))) signed ||= prose
    else if (!isRemark(text) && !isSignature(text) && !isColophon(text)) {
      signed = false
      prose ||= /[。]$/.test(text) || (endsSentence(text) && text.length > 12)
    }
    if (isColophon(text)) signed = true
    if (cited.length < 4000 && parts.length === 1) cited += bare(text.slice(0, 2000))
  }
  return parts
}

function startsEnclosed(lines: readonly Line[], i: number, cited: string, signed: boolean): boolean {
  const text = lines[i]?.text ?? ''
  const before = lines[i - 1]?.text ?? ''
  if (!looksTitle(text) || isSignature(text) || isRemark(text) || isColophon(text)) {
    return signed && /^(?:编制)?说\s*明\s*[:：]?$/.test(text)
  }
  const joined = text + (lines[i + 1]?.text ?? '')
  const titled =
    TITLE_END.test(text) || (joined.length <= 100 && looksTitle(joined) && TITLE_END.test(joined))
  if (signed) return titled || /^(?:编制)?说\s*明$/.test(text) || /^\[表格\]$/.test(lines[i + 1]?.text ?? '')
  if (!endsClosed(before) || !titled || text.length < 6 || !issues(cited)) return false
  const name = bare(text)
  return name.length >= 6 && cited.includes(name)
}

/** Names the lines before the first label of a part. */
export function nameHead(lines: readonly Line[], from: number, to: number, labelled: boolean): Named[] {
  const named: Named[] = []
  let i = from
  const take = (name: PartName, count: number): void => {
    if (count <= 0) return
    if (named.at(-1)?.name !== name) named.push({ line: i, name })
    i += count
  }
  const text = (k: number): string => (k < to ? (lines[k]?.text ?? '') : '')
  take('版头', letterhead(lines, from, to))
  if (labelled || tables(lines, i, to).length === 0) take('标题', titleLength(lines, i, to))
  while (i < to && isNote(text(i))) take('题注', noteLength(lines, i, to))
  const addressed = addresseeLength(lines, i, to)
  take('主送', addressed)
  while (i < to && addressed === 0 && isNote(text(i))) take('题注', noteLength(lines, i, to))
  if (!labelled) for (const table of tables(lines, i, to)) named.push({ line: table, name: '附表' })
  if (named.at(-1)?.name === '附表') return named
  if (i < to && /^(?:编制)?说\s*明\s*[:：]?$/.test(text(i))) take('说明', to - i)
  if (i < to) take(labelled ? '前言' : '正文', to - i)
  return named
}

/** The titles of tables that stand alone: the row 表格 comes right below. */
function tables(lines: readonly Line[], from: number, to: number): number[] {
  const found: number[] = []
  for (let k = from; k < to; k++) {
    const near = [lines[k + 1]?.text, lines[k + 2]?.text]
    if (near.includes('[表格]') && looksTitle(lines[k]?.text ?? '') && TITLE_END.test(lines[k]?.text ?? ''))
      found.push(k)
  }
  return found[0] === from ? found : []
}

function letterhead(lines: readonly Line[], from: number, to: number): number {
  let count = 0
  for (let k = from; k < Math.min(to, from + 14); k++) {
    const text = lines[k]?.text ?? ''
    if (META.test(text) || URGENT.test(text) || (text.length <= 30 && /文件$/.test(text)))
      count = k - from + 1
    else if (isNumber(text) && !/^[（(]/.test(text)) {
      const above = lines.slice(from, k).map((line) => line.text)
      if (
        above.every((line) => isSignature(line) || /文件$/.test(line) || META.test(line) || URGENT.test(line))
      )
        count = k - from + 1
    } else if (!isSignature(text)) break
  }
  return count
}

function titleLength(lines: readonly Line[], from: number, to: number): number {
  let ended = false
  let k = from
  for (; k < to && k < from + 8; k++) {
    const text = lines[k]?.text ?? ''
    const before = k === from ? '' : (lines[k - 1]?.text ?? '')
    const openBracket = /[（(《〈<][^）)》〉>]*$/.test(before)
    if (openBracket && text.length <= 60 && !endsSentence(text)) {
      ended = true
      continue
    }
    if (isVersionNote(text) && k > from) continue
    if (!looksTitle(text) || isRemark(text)) break
    if (k > from && (isNote(text) || (PREFACE.test(text) && text.length > 30))) break
    if (
      ended &&
      !/^《.{2,60}》$/.test(text) &&
      (text.length > 40 || /[，：]/.test(text) || !SECOND_TITLE.test(text))
    )
      break
    ended ||= TITLE_END.test(text)
  }
  return k - from
}

function isNote(text: string): boolean {
  if (text.length > 300) return false
  if (isNumber(text) || META.test(text)) return true
  if (DATED_NOTE.test(text)) return !endsSentence(text.replace(/[）)]$/, ''))
  return (
    /^[（(].{4,290}(?:通过|批准|公布|发布|施行|修正|修订|号|日|月|实施)\s*[）)]?$/.test(text) &&
    !/[。]/.test(text)
  )
}

function noteLength(lines: readonly Line[], from: number, to: number): number {
  const text = lines[from]?.text ?? ''
  if (!/^[（(]/.test(text) || /[）)]$/.test(text)) return 1
  for (let k = from + 1; k < Math.min(to, from + 8); k++)
    if (/[）)]$/.test(lines[k]?.text ?? '')) return k - from + 1
  return 1
}

function addresseeLength(lines: readonly Line[], from: number, to: number): number {
  let joined = ''
  for (let k = from; k < Math.min(to, from + 8); k++) {
    const text = lines[k]?.text ?? ''
    joined += text
    if (joined.length > 1500 || /[。；]/.test(text)) return 0
    if (!/[:：]$/.test(text)) continue
    const plain = !/如下|现将|现就|按照|根据|为了|说明|备注/.test(joined)
    const known =
      /^(?:各|本市各|全市各|全省各|市各|省各|区各|有关|相关)/.test(joined) || ADDRESSED.test(joined)
    return plain && known ? k - from + 1 : 0
  }
  return 0
}

/** Names the lines behind the last clause of a part: signature, remarks, list of attachments, closing words. */
export function nameTail(lines: readonly Line[], from: number, to: number, articles: boolean): Named[] {
  const named: Named[] = []
  let top = to
  const put = (name: PartName): void => {
    top--
    if (named[0]?.name === name) named[0].line = top
    else named.unshift({ line: top, name })
  }
  const opens = (k: number): boolean => k <= from || !endsOpen(lines[k - 1]?.text ?? '')
  while (top > from) {
    const text = lines[top - 1]?.text ?? ''
    if (isColophon(text)) put('版记')
    else if (isRemark(text)) put('附注')
    else if (isSignature(text) && opens(top - 1)) put('落款')
    else break
  }
  top = dropUnclosedSignature(lines, from, top, named)
  for (let k = top - 1; k >= from && k > top - 60; k--) {
    const text = lines[k]?.text ?? ''
    const head = attachmentHead(text)
    if (head !== null && listEnd(lines, k, head) === top) {
      named.unshift({ line: k, name: '附件清单' })
      top = k
      if (attachmentHead(lines[k - 1]?.text ?? '') === null) break
    } else if (text.length > 70 || /[。！？]/.test(text)) break
  }
  const lists = named.filter((part) => part.name === '附件清单')
  for (const extra of lists.slice(1)) named.splice(named.indexOf(extra), 1)
  let closing = top
  for (let k = top - 1; k > from && k >= closing - 4; k--) {
    const text = lines[k]?.text ?? ''
    if (!CLOSING.test(text) || !/[。！？）)]$/.test(lines[k - 1]?.text ?? '')) continue
    if (!articles || /^特此/.test(text)) closing = k
  }
  if (closing < top) named.unshift({ line: closing, name: '文末' })
  return named
}

/** A broken line that ends like the name of an office is no signature: the line above must have been closed. */
function dropUnclosedSignature(lines: readonly Line[], from: number, top: number, named: Named[]): number {
  const first = named[0]
  if (first?.name !== '落款' || top <= from) return top
  const before = lines[top - 1]?.text ?? ''
  if (endsClosed(before) || before.length < 30 || attachmentHead(before) !== null) return top
  const next = named[1]?.line ?? top + 1
  named.shift()
  return next
}

/** A table of contents: from the line 目录 to the line that prints its first entry again. */
export function contentsEnd(
  lines: readonly Line[],
  from: number,
  to: number,
): { start: number; end: number } | null {
  for (let k = from; k < Math.min(to, from + 60); k++) {
    if (!/^目\s*[录次]$/.test(lines[k]?.text ?? '')) continue
    const entry = (line: number): string =>
      bare((lines[line]?.text ?? '').slice(0, 80)).replace(/[.．·…\-—\d]+$/, '')
    const first = entry(k + 1)
    for (let m = k + 2; m < Math.min(to, k + 400); m++) {
      if (entry(m) === first) return { start: k, end: m }
    }
    let end = k + 1
    while (end < to && (lines[end]?.text.length ?? 0) <= 60 && !/[。；]/.test(lines[end]?.text ?? '')) end++
    return { start: k, end }
  }
  return null
}
