import type { Calculation } from '../entitlements/calculation.ts'
import type { Provision } from '../entitlements/rule.ts'
import { isOnSameTerms, type Topic } from './topic.ts'

const GETS =
  '(?:能|可以|该|会|到底|应该|一共|总共|另外|还)*(?:[拿得领落奖给有补发]|能有)[到个着]?(?:钱|奖金|补贴|补助)?(?:多少|几[个千百万块]?|吗|么|不|没有?)'
const ORGANISATION = `(?:用人单位|培养单位|单位|企业|公司|工厂|厂里|厂子|学校|学院|院校)`
const PERSON = `(?:学徒工?|学生|徒弟|娃|孩子|儿子|女儿|闺女|老公|老婆|爱人|师傅|人才|选手|工人|员工|职工|领办人|带头人|我|他|她|俺)(?:自己|自个儿?|本人|个人)|(?<![\\d一二两三四五六七八九十百几多每])(?:个人|本人)`
const SCHOOL = /[院学]校|学院/u
/** Others who have a part in it and whom a text has to name to pay them. */
const OTHERS = '教练|指导老师|指导教师|带队老师|领队|裁判|翻译|家属|中介|介绍人'

/** 学校能拿多少; 学校呢, behind an amount. */
const asking = (who: string, between = ''): RegExp =>
  new RegExp(`(${who})(?:自己)?(?:[这那][边头])?(?:${between}${GETS}|(?<=^那?么?.{1,6})呢[？?]?$)`, 'u')

/** 人家公司拿多少咱不管. */
const NOT_ASKED = /[^，,。；;]*(?:不管|不问|别管|不提|不说|别说|甭管)[^，,。；;]*/gu

const ASKED = {
  organisation: asking(ORGANISATION),
  person: asking(PERSON),
  other: asking(OTHERS, '[^，,。；;]{0,4}?'),
}

type Recipient = Calculation['recipient']

interface Asked {
  /** In the words of the question. */
  word: string
  isPaid: (recipient: Recipient, quotes: string[]) => boolean
}

/** Who is asked about in so many words; null where the question does not say, or says several. */
function whoIsAsked(text: string): Asked | null {
  const [other, organisation, person] = [ASKED.other, ASKED.organisation, ASKED.person].map(
    (pattern) => pattern.exec(text.replace(NOT_ASKED, ''))?.[1],
  )
  if (other !== undefined)
    return { word: other, isPaid: (_, quotes) => quotes.some((quote) => quote.includes(other)) }
  if (organisation !== undefined && person === undefined)
    return {
      word: organisation,
      // 给予企业: a school is none, where the sentence does not speak of more.
      isPaid: (recipient, quotes) =>
        recipient === 'institution' ||
        (recipient === 'enterprise' &&
          (!SCHOOL.test(organisation) || quotes.some((quote) => /单位|[院学]校/u.test(quote)))),
    }
  return person === undefined || organisation !== undefined
    ? null
    : { word: person, isPaid: (recipient) => recipient === 'person' }
}

/** 培养她的学校能拿多少, of what the winner gets: what the same sentence pays just them on the same conditions. */
export function paidInstead(text: string, topics: Topic[], available: Provision[]): Topic[] {
  const asked = whoIsAsked(text)
  const quotesOf = ({ rule }: Provision) => rule.clauses.map(({ quote }) => quote)
  const isPaid = (one: Provision) => asked?.isPaid(one.rule.recipient, quotesOf(one)) === true
  if (asked === null || topics.some(({ provision }) => isPaid(provision))) return topics
  const beside = topics.flatMap(({ provision: one, words }) =>
    available
      .filter((other) => isPaid(other) && other.rule.kind === 'payment' && isOnSameTerms(one, other))
      .map((provision) => ({ provision, words })),
  )
  return beside.length > 0 ? beside : topics
}

/**
 * 世赛金奖，学校能拿多少: who is asked about and gets nothing of what was calculated, in the words of the question; null
 * where the question does not say, or the texts pay just them.
 */
export function notPaid(
  text: string,
  calculations: Pick<Calculation, 'recipient'>[],
  quotes: string[],
): string | null {
  const asked = whoIsAsked(text)
  return asked === null || calculations.some(({ recipient }) => asked.isPaid(recipient, quotes))
    ? null
    : asked.word
}

const SPEAKS_AS_PERSON =
  /(?:^|[，,。；;：:\s])(?:我|俺|本人|(?:我|俺)(?:家)?(?:儿子|女儿|闺女|老公|老婆|媳妇|弟弟?|妹妹?|哥哥?|姐姐?|侄子|外甥))(?:现在|今年|刚)?(?:是|在|当|做|进)[^，,。；;]{0,10}(?:学徒|学生|徒弟|选手|员工|工人|职工)/u

/** 我是学徒，补贴多少: somebody asks as one of those for whom others are paid, and nobody else is asked about. */
export const asksAsPerson = (text: string, calculations: Pick<Calculation, 'recipient'>[]): boolean =>
  SPEAKS_AS_PERSON.test(text) &&
  !/[厂校]|公司|企业|单位|学院/u.test(text.replace(SPEAKS_AS_PERSON, '')) &&
  calculations.length > 0 &&
  calculations.every(({ recipient }) => recipient !== 'person')
