import { readNumeral } from '../corpus/numeral.ts'
import type { FactDefinitions } from '../entitlements/fact.ts'

const ASKS_REST =
  /(?:还|剩下?的?)[^，,。；;]{0,3}(?:能|可以|该)[^，,。；;]{0,2}(?:领|拿|享受|发|补)|还(?:剩|有)(?:多少|几)/u
const HAD =
  /(?:已经|都|已|才|之前|前面)?(?:领|拿|发|享受|补)(?:过|了|到)(?<count>[\d一二两三四五六七八九十]+)(?<unit>个月|年)/u

/**
 * 已经领了9个月，还能领多少, of what is paid for two years: the months that are left; where no limit is known what was had
 * counts nothing.
 */
export function stillDue(text: string, definitions: FactDefinitions, limits: Record<string, string>): string {
  const match = ASKS_REST.test(text) ? HAD.exec(text) : null
  const had = readNumeral(match?.groups?.count ?? '')
  if (match === null || had === null) return text
  const months = match.groups?.unit === '年' ? had.times('12') : had
  const [limit] = Object.entries(limits).flatMap(([name, most]) => {
    const fact = definitions[name]
    const [, count = '', unit] = /^(.+?)(年|个月)$/u.exec(most) ?? []
    const value = readNumeral(count)
    if (fact?.type !== 'count' || value === null) return []
    return fact.unit === '月'
      ? [{ most: unit === '年' ? value.times('12') : value, by: '1', unit: '个月' }]
      : []
  })
  const left = limit?.most.minus(months)
  const told = left === undefined || left.lt('0') ? '' : `领${left.toFixed()}个月`
  return text.slice(0, match.index) + told + text.slice(match.index + match[0].length)
}
