import { readNumeral } from '../corpus/numeral.ts'
import { exactly } from '../entitlements/interval.ts'
import type { Said } from './said.ts'

export const NAME =
  '(?:[小老阿](?![伙区时学微孩年企组姐哥弟妹师板家乡公婆厂大人百规政办])(?:\\p{Script=Han}|[A-Za-z])|\\p{Script=Han}(?:师傅|工(?![匠人种厂作程会])))'
const SEVERAL = new RegExp(`(?:[我俺][、和跟与])?${NAME}(?:(?:[、和跟与]|还有)${NAME})+`, 'gu')
/** 老赵老钱老孙都: nothing stands between them. */
const UNJOINED = new RegExp(`(?:${NAME}[，,]?){2,}(?=[，,]?(?:都|全|三个|两个))`, 'gu')
const ONE_NAME = new RegExp(NAME, 'gu')

/** 老陈, 王师傅: those who are called by their names. */
export const namesIn = (text: string): string[] => text.match(ONE_NAME) ?? []

/** 小吴、小叶两个: counted in words as well. */
const COUNTED = /^[，,]?[\d一二两三四五六七八九十]+[个位人名](?!都)/u

/** 我和对象都: two. */
export const KIN =
  '(?:配偶|子女|对象|爱人|老公|老婆|媳妇|丈夫|妻子|弟弟?|哥哥?|姐姐?|妹妹?|爸|妈|父亲|母亲|师[傅父兄弟姐妹]|徒弟|学徒|同事|工友|搭档|同学|朋友|儿子|女儿|闺女|表[哥弟姐妹]|堂[哥弟姐妹])'
const US = new RegExp(
  `(?:我|俺|咱|本人)(?:[和跟与、])(?:我|俺)?(?:家|们)?(?:那个|的)?(?:${KIN}|${NAME})(?=都|全|两|俩)`,
  'u',
)

/** 我和对象都…，他评首席，我评优秀: each of them is told of. */
const TOLD_APART = /[，,。；;][^，,。；;]{0,3}[他她]|各|分别/u

/** 两口子, 夫妻双双, 一对双胞胎姐妹: two, in words of their own. */
const PAIR =
  /(?:我们|咱们?)?(?:两口子|公母俩|小两口|(?:夫妻|父子|母女|姐妹|兄弟|师徒)(?=都|双双)|(?<!一)一对(?:双胞胎)?(?:姐妹|兄弟|夫妻|师徒|姐弟|兄妹)?(?=[^，,。；;]{0,4}[都全]))/u

/** 我和对象都选上: the two of them. */
export function bothOfUs(text: string): Said[] {
  const us = TOLD_APART.test(text) ? null : (US.exec(text) ?? PAIR.exec(text))
  const two = readNumeral('二')
  if (us === null || two === null) return []
  const [start, end] = [us.index, us.index + us[0].length]
  return [{ kind: 'count', unit: '位', text: us[0], start, end, value: exactly(two), named: true }]
}

const FIRM = '(?:厂里?|公司|单位|企业|老板|东家)'
/** 我跟厂里签了, 我在厂里当学徒, 我家姑娘在学徒制里: the apprentice, or a relative of one, asks. */
const AN_APPRENTICE = new RegExp(
  `(?:我|俺|本人|自己)[跟和与同]${FIRM}[^，,。；;们]{0,4}签|(?:我|俺|本人|自己)[^，,。；;们带收招]{0,8}(?:当|做|是)(?:个|了|着|一[个名])?(?:新型|企业)?学徒(?!的?师傅|补|培训)|(?:我|俺)(?:们?家)?(?:的)?(?:儿子|女儿|闺女|姑娘|孩子|娃|弟弟?|妹妹?|侄子|外甥)[^，,。；;们带收招]{0,10}(?:当|做|是|签|学徒制)`,
  'u',
)

/** 我跟厂里签了学徒: one, where nobody else is counted. */
export function oneApprentice(text: string): Said[] {
  const match = AN_APPRENTICE.exec(text)
  const one = readNumeral('一')
  if (match === null || one === null) return []
  const [start, end] = [match.index, match.index + match[0].length]
  return [{ kind: 'count', unit: '人', text: match[0], start, end, value: exactly(one), named: true }]
}

/** 小许和小方: people who are named one by one, as the number of them. */
export function people(text: string): Said[] {
  return [...text.matchAll(SEVERAL), ...text.matchAll(UNJOINED)].flatMap(
    ({ 0: words, index: start }): Said[] => {
      const end = start + words.length
      const named = words.match(/[、和跟与]|还有/u) ? words.split(/[、和跟与]|还有/u) : namesIn(words)
      const count = readNumeral(String(named.length))
      return count === null || COUNTED.test(text.slice(end))
        ? []
        : [{ kind: 'count', unit: '位', text: words, start, end, value: exactly(count), named: true }]
    },
  )
}
