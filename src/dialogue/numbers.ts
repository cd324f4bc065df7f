import type Big from 'big.js'
import { keepingLatest } from '../corpus/latest.ts'
import { readNumeral } from '../corpus/numeral.ts'
import { type Quantity, quantities } from '../corpus/quantity.ts'
import { exactly } from '../entitlements/interval.ts'
import { boundsIn } from './bounds.ts'
import { joined, rangesIn } from './ranges.ts'
import type { Said } from './said.ts'

const ONE = readNumeral('一')

/** 20天, 三个礼拜: counted in whole months where a rule counts months; a month has 28 to 31 days. */
const DAYS = /([\d一二两三四五六七八九十百]+)(?:多)?(天|个?(?:星期|礼拜)|周)(?!年|岁|末)/gu
const ORDINAL_YEAR = /第([\d一二三四五六七八九十]+)年/gu
const HALF = /^半(?!年|个|天)/u
/** 一个学徒一年补多少, 一人六百: a rate is asked for or told, nothing is counted. */
const RATE =
  /^(?:学徒|徒弟|人头?|学生|学员|工人|员工|职工|高?技能?人才|技师|大赛|项目)?(?:[一1每](?:年|个?月|个|人)|[\d一二两三四五六](?:年|个月)(?:下来|满了|学完|总共|一共)?)?(?:企业|单位|公司|政府|国家|区里|市里|大概|到底|最多|最高|能|可以|得|该|是|再|还|另外|额外|又|多)*(?:补贴|补助|津贴|奖励|奖补|补|给|奖|拿|领|发|有|添|加|贴|出|掏)?(?:我|咱|俺|他|她|人|厂里|学校|单位)?(?:们)?(?:多少|几(?:个)?[钱百千万块]|几多|\d|[二三四五六七八九十两]*[百千万])/u
/** 一个人一年, 每名学徒每年: both at once name a rate, whatever follows. */
const PER_HEAD_AND_YEAR =
  /(?<![\d一二两三四五六七八九十百])[一1](?:个|名|位)?(?:人|学徒|徒弟|工人|职工)?[，,的]?(?:[一1每]年)/gu
/** 去年全年, 这一年: one year, without a number. */
const WHOLE_YEAR = /全年(?!薪|工资|收入|绩效|的?盈余|总)|这一年|一整年|整一年|整年|当年一年/gu
/** 三个事, 两个级别, 两个都: things spoken of, not people or years. */
const OTHER_THINGS = /^(?:年头|月头|事|问题|方面|地方|级别|档|样|种|类|奖|一起|层次|方案|文件|意见|城市|区)/u
/** 上一年, 前一年, 第一年 say which year, not how many. */
const ORDINAL = /(?:第|每)$/u
const WHICH_YEAR = /(?:上|前|头|去年|前年|今年|上年|当年)$/u
const OF_A_SUM = /^(?:的|总|税前|税后|实际|实发|全部)*(?:年?薪|工资|收入|报酬|挣|赚|盈余|绩效|净收)/u
/** 两个都, 三个加起来: all of those spoken of, not a number told. */
const BOTH = '4'
/** 我们师徒两个都: people, whatever they are spoken of with. */
const PERSONS = /(?:们|咱|俺|师徒|徒弟|夫妻|兄弟|兄妹|姐弟|姐妹|父子|父女|母子|母女|爷|娘|哥)$/u
const IN_A_WORD = /^[一二三四五六七八九]$/u
/** 才22，卡不卡; 今年43了: an age without its word. */
const isAge = (text: string, start: number, end: number): boolean =>
  /(?:才|刚满?|今年|虚|周)$/u.test(text.slice(0, start)) &&
  /^[1-7]\d$/u.test(text.slice(start, end)) &&
  /^(?:$|[，,。；;、!！]|了(?!.{0,2}[人名个]))/u.test(text.slice(end))
/** 全市那二十个最拔尖的: as many as a region chooses, not those who ask. */
const OF_A_REGION = /全[国省市区县旗](?:一共|总共|就|只)?(?:选|评|挑)?[那这]$/u
const HOTLINE = /^12(?:345|333|329|356)$/u
const WORKING_LIFE = '5'
const HEARSAY =
  /(?:说|讲|传|听)[^，,。；;]{0,12}(?:补|给|奖|发|领|拿)[到得了有]?[^，,。；;\d]{0,3}$|(?:楼[上下]|隔壁|邻居|街坊|工友|同事|老乡|亲戚|朋友|同学|爱人|师[兄弟]|群里|网上|抖音|外[面头]|人家|别人|有人)[^，,。；;\d]{0,4}(?:说|讲|传)(?:(?!工资|薪|年收入|经费|盈余|赛|成本|拨)[^，,。；;]){0,10}$/u

/** 说是送满10个就奖: what others say to be enough. */
const SAID_TO_DO = /(?:说|讲|传)[^，,。；;]{0,12}(?:满|够|达到|超过?)$/u

/** 一个去私企的都没有, 一个没去, 没有一个去国企, 一天不多一天不少: none, not one. */
const isNone = ({ start, end, value }: Pick<Quantity, 'start' | 'end' | 'value'>, text: string): boolean =>
  value.eq('1') &&
  // 4个考过，1个没考过: in digits it counts.
  text[start] !== '1' &&
  (/^[^，,。；;]{0,8}[都也][没不]/u.test(text.slice(end)) ||
    (/^[没不]/u.test(text.slice(end)) && !/[有中里]$/u.test(text.slice(0, start))) ||
    /(?<![有还就])没(?:有)?$/u.test(text.slice(0, start)))

/** 一人拿满两年: how long it is for each of them, where no one alone is spoken of. */
const isOfEachOne = ({ start, end, unit }: Quantity, text: string): boolean =>
  unit === '人' &&
  !/[我俺咱他她就只才]$/u.test(text.slice(0, start)) &&
  /^(?:都|各)?(?:拿|领|发|享受|带|学|培养)(?:满|够|了|上)?[\d一二两三四五六七八九十半]+(?:年|个月)/u.test(
    text.slice(end),
  )

/** Every number of a message with its unit, ranges as ranges and a trailing half counted (一年半). */
export const numbersIn = keepingLatest(read)

function read(text: string): Said[] {
  const bounds = boundsIn(text)
  const isApart = (one: { start: number; end: number }) =>
    !bounds.some(({ start, end }) => one.start < end && one.end > start)
  const ranges = [...rangesIn(text).filter(isApart), ...bounds]
  const perHead = [...text.matchAll(PER_HEAD_AND_YEAR)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  const days = [...text.matchAll(DAYS)].flatMap((match) => inMonths(match) ?? []).filter(isApart)
  const ordinals = [...text.matchAll(ORDINAL_YEAR)].flatMap((match) => nth(match) ?? [])
  const whole = [...text.matchAll(WHOLE_YEAR)].map(
    ({ index, 0: words }): Said => ({
      kind: 'count',
      unit: '年',
      text: words,
      start: index,
      end: index + words.length,
      value: { min: ONE, max: ONE },
    }),
  )
  // 一位16万、一位12万: two numbers, not the list of one unit that a text would print.
  const exact = quantities(text.replace(/、(?=一[位个名家])/gu, '，'))
    .filter(
      ({ start, unit }) =>
        !ORDINAL.test(text.slice(0, start)) && !(unit === '年' && WHICH_YEAR.test(text.slice(0, start))),
    )
    .filter(
      ({ kind, start, end, unit, value }) =>
        !(
          kind === 'count' &&
          ((OTHER_THINGS.test(text.slice(end)) && !(unit === '位' && text[end] === '奖')) ||
            (unit === '个' && text[end] === '都' && value.lt(BOTH) && !PERSONS.test(text.slice(0, start))) ||
            (/^加(?:起|一[起块道]|在|总|到一|拢)/u.test(text.slice(end)) &&
              (!/^[个人名位]$/u.test(unit) || value.lt(BOTH))))
        ),
    )
    .filter(
      ({ start }) =>
        !/(?:(?:(?<!不)[少多]|减)了?|不是|并非|漏(?:记|报|算|掉|数|写|填)?了?|(?:少|多)(?:记|报|算|数|写|填)了?|在册|厂龄|工龄|司龄|年龄)$/u.test(
          text.slice(0, start),
        ),
    )
    .filter(({ kind, text: words }) => kind !== 'bare' || !HOTLINE.test(words))
    .filter(({ kind, start, end }) => kind !== 'bare' || !isAge(text, start, end))
    // 干了三十年: a working life, not the years of a rule.
    .filter(
      ({ start, unit, value }) =>
        unit !== '年' ||
        !(
          /(?:成立|开了|从业|排队|(?:离校|毕业|退伍|出校门)都?)了?$/u.test(text.slice(0, start)) ||
          (value.gte(WORKING_LIFE) && /(?:干|做)了$/u.test(text.slice(0, start)))
        ),
    )
    // 一线, 万一, 五金厂: a numeral in a word; 一年半: counted with the year.
    .filter(
      ({ kind, text: words, start }) =>
        kind !== 'bare' ||
        // 没进前三: a place, not how many.
        (!(IN_A_WORD.test(words) && text[start - 1] === '前') &&
          !(text.length > 6 && IN_A_WORD.test(words)) &&
          !(words === '半' && /[年个天]$/u.test(text.slice(0, start)))),
    )
    .filter((one) => !isNone(one, text))
    // 前三名: a place, not how many, unless all of them are spoken of (包揽前三名).
    .filter(
      ({ kind, start, end, unit }) =>
        !(kind === 'count' && unit === '名' && /(?<!之|以|目)前$/u.test(text.slice(0, start))) ||
        /(?:包揽|囊括|揽下|占)了?前$/u.test(text.slice(0, start)) ||
        /^[都全]/u.test(text.slice(end)),
    )
    .filter(({ kind, start }) => kind !== 'count' || !OF_A_REGION.test(text.slice(0, start)))
    // 五年前来的: when, not how long.
    .filter(({ end, unit }) => !/[年月天]/u.test(unit) || !/^(?:以|之)?前(?!后|段|期)/u.test(text.slice(end)))
    // 来了两年了: since when somebody is here.
    .filter(
      ({ start, end, unit }) =>
        unit !== '年' ||
        !/(?:来|进厂|引进|进来)(?:了|有|已经|都)*$/u.test(text.slice(0, start)) ||
        !/^了?(?:$|[，,。；;])/u.test(text.slice(end)),
    )
    // 两年差多少: the years that were spoken of.
    .filter(({ end, unit }) => unit !== '年' || !/^(?:相差|差(?![点不一])|一比|对比)/u.test(text.slice(end)))
    // 五个里头最高的: one of those printed.
    .filter(({ end }) => !/^(?:里[头面边]|当中|之中|中)[^，,。；;]{0,3}最/u.test(text.slice(end)))
    // 一年半载: no certain number.
    .filter(({ end }) => !/^[半五]载/u.test(text.slice(end)))
    // 三月份: which month, not how many.
    .filter(({ end, unit }) => unit !== '月' || !/^(?:份|底|初|末|[上中下]旬)/u.test(text.slice(end)))
    // 头一年薪水三十六万: the year of a sum, not how many of them.
    .filter(({ end, unit }) => unit !== '年' || !OF_A_SUM.test(text.slice(end)))
    // 定死一个数: a figure is asked for.
    .filter(({ end, text: words }) => words !== '一个' || !/^[准死确]?数/u.test(text.slice(end)))
    // 想提一块, 加一块: a part or together, not one yuan.
    .filter(
      ({ start, text: words }) => !(/^[一两三几]块$/u.test(words) && /[这那]$/u.test(text.slice(0, start))),
    )
    .filter(({ end, text: words }) => words !== '一块' || /^[钱\d二两三四五六七八九]/u.test(text.slice(end)))
    // 表弟非说能补一百万: what others say that it is holds no fact.
    .filter(({ start, kind }) => !(kind === 'money' ? HEARSAY : SAID_TO_DO).test(text.slice(0, start)))
    .filter(({ start, end }) => !ranges.some((range) => start < range.end && end > range.start))
    .map(
      (quantity): Said => ({
        ...quantity,
        value: exactly(withHalf(quantity, text)),
        rate:
          quantity.kind === 'count' &&
          quantity.value.eq('1') &&
          (RATE.test(
            text.slice(quantity.end).replace(quantity.unit === '年' ? /^$/ : /(?<=^[^，,]{0,8})[，,]/u, ''),
          ) ||
            isOfEachOne(quantity, text) ||
            perHead.some(({ start, end }) => quantity.start >= start && quantity.end <= end)),
      }),
    )
  return joined(
    [...ranges, ...exact, ...days, ...ordinals, ...whole].sort((a, b) => a.start - b.start),
    text,
  )
}

function withHalf({ value, end, kind }: Quantity, text: string): Big {
  return kind === 'count' && HALF.test(text.slice(end)) ? value.plus('0.5') : value
}

function nth(match: RegExpExecArray): Said | null {
  const [words, numeral] = match as unknown as [string, string]
  const value = readNumeral(numeral)
  if (value === null) return null
  const end = match.index + words.length
  return {
    kind: 'count',
    unit: '年',
    text: words,
    start: match.index,
    end,
    value: exactly(value),
    ordinal: true,
  }
}

function inMonths(match: RegExpExecArray): Said | null {
  const [words, numeral, unit] = match as unknown as [string, string, string]
  const count = readNumeral(numeral)
  const after = match.input.slice(match.index + words.length)
  // 一天不多一天不少: neither adds nor takes a day; 三天前: when.
  if (count === null || /^[都也]?[没不]|^(?:以|之)?前/u.test(after)) return null
  const days = unit === '天' ? count : count.times('7')
  const months = (length: string) => days.minus(days.mod(length)).div(length)
  const end = match.index + words.length
  const value = { min: months('31'), max: months('28') }
  return { kind: 'count', unit: '个月', text: words, start: match.index, end, value }
}
