import { PIECE } from './said.ts'
import { phrasesOf, type Topic } from './topic.ts'

/** Kinds of money that nobody says for another, as a question names them and as a text that grants them does. */
const KINDS: [asked: RegExp, granted: RegExp][] = [
  [/(?:[买购租住]房|房子的?|房租|安家|首付)(?:补[贴助]|的?钱|费)?|房补|安家费/u, /房|安家/u],
  [/(?:每个?月|一个月|按月|月月)的?[^，,。；;]{0,3}津贴|月津贴/u, /津贴|每月/u],
  [/(?:路|差旅|交通|车旅)(?:费|补[贴助])|[车机]票/u, /差旅|交通|路费/u],
  [/(?:社保|医保|养老|五险一?金?)(?:补[贴助]|费|金)?/u, /社保|保险|养老/u],
  [/贷款|贴息/u, /贷款|贴息|信贷/u],
  [/(?:最低)?工资(?!总[额量])|底薪|薪水|生活费/u, /工资|薪/u],
  [/学费|学杂费|住宿费|伙食费/u, /学费|食宿/u],
  [/体检|疗养|疗休养/u, /体检|疗养/u],
]
const OTHER_MONEY = /[奖补]|津贴|资助|支持|配套|经费|资金|拿多少|领多少/u

/** 工资照发，扶持多少: what is told by the way is not asked for. */
const ASKS = /多少|几|[吗么呢?？]|有没有|补/u

/** 首席技师买房补贴多少: an award is no money for a house, so that no topic is left; 奖多少，买房呢 asks of both. */
export function ofMoneyAsked(topics: Topic[], text: string): Topic[] {
  const isAsked = (kind: RegExp) => text.split(PIECE).some((piece) => ASKS.test(piece) && kind.test(piece))
  return KINDS.some(([asked, granted]) => {
    const rest = text.replace(asked, '')
    return isAsked(asked) && !OTHER_MONEY.test(rest) && !topics.some((topic) => granted.test(textOf(topic)))
  })
    ? []
    : topics
}

const textOf = ({ provision }: Topic): string =>
  [...phrasesOf(provision).flat(), ...provision.rule.clauses.map(({ quote }) => quote)].join()
