/** The number of an official document, such as 内人社办发〔2025〕93号. */
export interface DocumentNumber {
  organ: string
  year: string
  serial: number
}

const YEAR = '((?:19|20)\\d\\d)'
const NUMBER = new RegExp(
  `([\\p{Script=Han}a-z]{0,16})(?:[〔[(【〈{]${YEAR}[〕\\])】〉}]|(?<=[发函字文令])${YEAR}年?)第?(\\d{1,5})号`,
  'giu',
)
/** Words that stand before a number in a sentence and are none of its own. */
const LEAD_IN =
  /^.*(?:请问|根据|按照|依照|依据|关于|印发|转发|贯彻|落实|执行|参照|文件|通知|意见|办法|查一下|查询|查|看|找|问|和|与|及|的|是|在|把)/u

/** All numbers in a text, whatever brackets, widths and spaces they are written with. */
export function documentNumbers(text: string): DocumentNumber[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return [...plain.matchAll(NUMBER)].map(([, organ = '', bracketed, bare, serial]) => ({
    organ: organ.replace(LEAD_IN, ''),
    year: bracketed ?? bare ?? '',
    serial: Number(serial),
  }))
}

/** Whether both may be the same: people leave off the organ or its first characters. */
export function sameNumber(a: DocumentNumber, b: DocumentNumber): boolean {
  return (
    a.year === b.year && a.serial === b.serial && (a.organ.endsWith(b.organ) || b.organ.endsWith(a.organ))
  )
}
