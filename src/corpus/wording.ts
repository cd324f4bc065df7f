/** The set phrases by which the unlabelled lines of an official document are told apart. */

const DATE_TEXT =
  '[0-9０-９〇○零一二三四五六七八九Xx×]{2,4}\\s*年\\s*[0-9０-９一二三四五六七八九十Xx×]{1,3}\\s*月\\s*(?:[0-9０-９一二三四五六七八九十Xx×]{1,3}\\s*日)?'
const ENDS_IN_DATE = new RegExp(`${DATE_TEXT}$`)
const ISSUED = new RegExp(`${DATE_TEXT}\\s*(?:印发|印制|印)$`)
export const DATED_NOTE = new RegExp(`^[（(]?\\s*${DATE_TEXT}`)
const NUMBER = /[〔［[（(【]\s*(?:19|20)\d\d\s*[〕］\])）】]\s*第?\s*[0-9０-９XＸ×]{1,5}\s*号\s*[)）]?$/
const ORDER = /第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*号(?:令|公告)?$/
const NOUN =
  '通知|办法|意见|方案|条例|规定|决定|细则|措施|规划|计划|公告|通告|公报|函|批复|报告|纲要|制度|章程|指引|指南|要点|清单|目录|标准|规则|规程|规范|名单|政策|工程|预案|协议|合同|法|表|书|解读|答复|请示|通报|命令|令|议案|说明|条款|职责|流程|程序|十条|条|案|建议|倡议|要求'
export const SECOND_TITLE = /(?:通知|办法|意见|方案|条例|规定|决定|细则|措施|规划|公告|通告)[》]?$/
const TAIL_NOTE = '(?:\\s*[（(〔【][^（()）]{0,40}[）)〕】])*'
export const TITLE_END = new RegExp(`(?:${NOUN})[》>”]?${TAIL_NOTE}$`)
const VERSION_NOTE =
  /^[（(〔【]\s*(?:征求意见稿|公开征求意见稿|草案.{0,12}|送审稿|试行|暂行|讨论稿|修订.{0,8}|修正.{0,8}|[0-9]{4}\s*年(?:版|修订|修正).{0,4}|.{0,8}(?:版|稿))\s*[）)〕】].{0,6}$/
const ORGAN =
  /(?:局|厅|委|部|办|会|院|署|处|站|社|室|府|校|学院|大学|中心|联合会|办公室|委员会|公司|集团|银行|分行|支行|工会|法院|检察院|政府|机关|协会|组|所|队)(?:[（(][^（()）]{1,20}[）)])?$/
const REMARK =
  /^[（([【]\s*(?:此件|本文|联系|本件|附件|信息公开|主动公开|依申请|不予公开|来源|咨询|电话).{0,120}[）)\]】]$/
const COLOPHON =
  /^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印\s*送|主题词|共印|校对|印数)\s*[:：]|^主题词|^(?:信息)?公开(?:属性|形式|方式)\s*[:：]/
export const META =
  /^(?:索\s*引\s*号|主题分类|主题词|发文机关|发布机构|发布单位|制发机关|成文日期|发布日期|发布时间|发表时间|发表日期|浏览字号|责编|编辑|发文日期|公开日期|公开时间|生成日期|生效日期|失效日期|施行日期|发文字号|文\s*号|信息来源|来\s*源|文章来源|名\s*称|标\s*题|有\s*效\s*性|时\s*效|效力状态|体裁分类|体裁|组配分类|公开方式|公开形式|公开范围|公开程序|信息索取号|所属机构|责任编辑|作\s*者|密\s*级|签发人|统一登记号|登记号|规范性文件编号)\s*[:：\]】]/
export const URGENT = /^(?:特急|加急|急件|平急|特提|绝密|机密|秘密|内部文件|[0-9]{6})$/
export const ADDRESSED = /[局委厅办府会院校部司位门市县区州盟人志们员业构所行团社]\s*[）)]?\s*[:：]$/
export const PREFACE = /^(?:为|根据|按照|依据|经|近年来|近期|当前|现|为了|为贯|为深|为进|为全|遵照|结合)/
export const CLOSING =
  /^(?:特此(?:通知|公告|通告|函|报告|批复|函复)|(?:请|望).{0,30}(?:执行|落实|遵照|实施)|(?:以上|上述).{0,30}(?:执行|落实|施行|实施)|本(?:意见|办法|方案|通知|规定|细则|措施|实施方案|实施意见|实施办法|实施细则|政策|若干措施|若干政策|若干意见|计划|规划|规则|目录|公告|通告|决定|标准|制度|指引|指南|行动方案|工作方案)(?:中|由|自|从|有效期|执行|实施|施行|暂行|未尽|所称|与|解释|最终))/

/** 某市总工会 2021年4月13日, or the date alone. */
export const endsInDate = (text: string): boolean =>
  text.length <= 60 && ENDS_IN_DATE.test(text) && isSignature(text)
export const isNumber = (text: string): boolean =>
  text.length <= 50 && (NUMBER.test(text) || ORDER.test(text))

export const isVersionNote = (text: string): boolean => text.length <= 40 && VERSION_NOTE.test(text)

export function isSignature(text: string): boolean {
  if (text.length > 60 || /[。，,；;：:？！、]/.test(text)) return false
  const office = text.replace(ENDS_IN_DATE, '').trim()
  return office === '' || office.split(/\s+/).every((word) => ORGAN.test(word))
}

export function isColophon(text: string): boolean {
  return text.length <= 200 && (COLOPHON.test(text) || (text.length <= 80 && ISSUED.test(text)))
}

export const isRemark = (text: string): boolean => text.length <= 140 && REMARK.test(text)

export function looksTitle(text: string): boolean {
  return (
    text.length <= 70 && !/[。；;，！？]/.test(text.replace(/《[^》]{0,60}》/g, '')) && !/[:：]$/.test(text)
  )
}

const ATTACHMENT =
  /^(附\s*(?:件|录|表|图)|附)\s*([0-9０-９]{1,3}(?:[-－—][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})?\s*(?:[:：]|$|(?=\s)|(?<=\d)(?=[^\d.、]))/

export interface AttachmentHead {
  label: string
  length: number
  rest: string
  colon: boolean
}

export function attachmentHead(text: string): AttachmentHead | null {
  if (text.length > 120 || !text.startsWith('附')) return null
  const match = ATTACHMENT.exec(text)
  if (match === null) return null
  if (match[1] === '附' && match[0].length === 1 && text.length > 1) return null
  const label = `${(match[1] ?? '').replace(/\s/g, '')}${(match[2] ?? '').normalize('NFKC')}`
  const printed = match[0].replace(/[\s:：]+$/, '').length
  return { label, length: printed, rest: text.slice(match[0].length).trim(), colon: /[:：]/.test(match[0]) }
}
