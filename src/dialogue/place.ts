import type { Corpus } from '../corpus/corpus.ts'
import { chain, findRegion, type Region } from '../corpus/region.ts'
import { mentions } from './mention.ts'
import { isDenied, isNative, isNoPlace, isOfGoods } from './not-meant.ts'

/** A place as said: one that a document can hold for (`region`), or one that the corpus does not know. */
export interface Place {
  name: string
  /** As it was written. */
  word: string
  region: Region | null
}

/** 从东北来, 老家在河南: where somebody comes from changes nothing. */
/** 成都市的技能大赛: where a contest was held, not where a rule applies. */
const CONTEST =
  /^(?:市|省|区)?里?(?:总工会|人社局?|政府)?的?(?:自己|主|承|举)?(?:[办搞]|组织|举行)?的?(?:职业|职工)?(?:技能|技术)?(?:大赛|比赛|竞赛)/u
/** 那比赛是成都市办的. */
const CONTEST_HELD = /(?:大赛|比赛|竞赛|赛事|省赛|市赛|国赛)[^，,。；;]{0,3}(?:是|在|由)$/u
const HELD_BY = /^(?:市|省|区)?(?:里|总工会|人社局?|政府|那边)?(?:主|承|举)?(?:[办搞]|组织|举行|比)/u
const UNLISTED =
  /(?:^|[，,。在是])((?![本我全各外城哪不没这那每能另邻]|什么|知道|隔壁|子女|儿子|女儿)(?:(?![说问让叫听讲咱俺我你他她年])[\u4e00-\u9fff]){2,3}市)(?!里|场|级|政|委|面|民|领导)/gu
const ORIGIN =
  /(?:老家(?:是|在)?|籍贯(?:是)?|来自|(?:户口|户籍)(?:还|一直|仍)?(?:挂|落|留|放)?(?:在|是)|毕业于|从|把|(?<![厂司团业位们咱部校])(?:原来|本来|原先|之前|先前)(?:就|一直|都)?在)$/
/** 不是从上海来的. */
const NO_ORIGIN = /(?:不是|并非|又不是|没)从$/u
/** 义乌那边的师傅挖过来. */
const FETCHED =
  /^(?:市|区|县)?(?:那边|那儿|那里)[^，,。；;]{0,16}(?:(?:挖|请|招|聘|引)(?:来|过来|走|了|到)|引进)/u

/** Whether any document holds for a place, its own or one around it. */
export function isHeld(
  corpus: Pick<Corpus, 'regions' | 'documents'>,
  { region }: Pick<Place, 'region'>,
): boolean {
  const places = region === null ? [] : chain(corpus.regions, region.name)
  return corpus.documents.some(({ meta }) => places.includes(meta.region.name))
}

/** A place given as such, by a channel or an earlier turn. */
export function placeNamed(name: string, { regions }: Pick<Corpus, 'regions'>): Place {
  const region = findRegion(regions, name) ?? null
  return { name: region?.name ?? name, word: name, region }
}

/** The name of a place stands in every document of it and says nothing of the matter. */
export const withoutPlaces = ({ text, places }: { text: string; places: Place[] }): string =>
  places.reduce((left, { word }) => left.replaceAll(word, ''), text)

/** The places where the rule would apply, in the order said, each once. */
export const placesIn = (text: string, corpus: Gazetteer): Place[] => read(text, corpus, false)

/** Where somebody or something comes from; null for a rule's place means that the message names no origin. */
export function comesFromOutside(text: string, corpus: Gazetteer, region: string): boolean | null {
  const origins = read(text, corpus, true).filter(
    ({ word }) => !NO_ORIGIN.test(text.slice(0, text.indexOf(word))),
  )
  if (origins.length === 0) return null
  return origins.every(
    (origin) => origin.region === null || !chain(corpus.regions, origin.region.name).includes(region),
  )
}

/** What of a corpus places are told by. */
export type Gazetteer = Pick<Corpus, 'regions' | 'elsewhere' | 'documents'>

type Named = { name: string; region: Region | null }

/** Names by their first character: of thousands only a few can stand in a message. */
const byFirst = new WeakMap<Region[], Map<string, { item: Named; words: string[] }[]>>()

function namesFor(regions: Region[], elsewhere: string[]) {
  const known = byFirst.get(regions)
  if (known !== undefined) return known
  const names = [
    ...regions.flatMap((region) =>
      [region.name, ...region.aliases].map((word) => ({
        item: { name: region.name, region },
        words: [word],
      })),
    ),
    ...elsewhere.map((name) => ({ item: { name, region: null }, words: [name] })),
  ]
  const grouped = Map.groupBy<string, { item: Named; words: string[] }>(
    names,
    ({ words }) => words[0]?.[0] ?? '',
  )
  byFirst.set(regions, grouped)
  return grouped
}

/** 照金华的, 拿包头那个套一下. */
const isModel = (text: string, start: number, end: number): boolean =>
  /(?:照着?|按着?|按照|参照|比照|参考|套用?|拿|学|仿照?|借)(?:你们?|他们)?$/u.test(text.slice(0, start)) &&
  /^(?:市|区)?(?:的|那[个边份套]|这[个份])?[^，,。；;]{0,6}?(?:差不多|标准|数额?|来|说|套|算|估|比|给|推|当|一样|办|讲|报|顶|凑|代|将就|试)/u.test(
    text.slice(end),
  )

/** What may stand between a place and one that lies in it. */
const WITHIN = /^[市省]?(?:那[边儿里])?的?$/u

/** 看你们包头补得挺高, 离金华不远: a place that is looked at from elsewhere. */
const isBeside = (text: string, start: number, end: number): boolean =>
  /(?:看|瞧|听说|眼红|羡慕)(?:到|见|着)?[你人]们?(?:们|家|那[边儿里])?$/u.test(text.slice(0, start)) ||
  (/(?:离|挨着|靠着|紧邻|邻着)$/u.test(text.slice(0, start)) &&
    !/^(?:市|区|县)?[^，,。；;]{0,4}的/u.test(text.slice(end)))

/** 我还在山西上班，能不能调过来: a place that no document holds for, which somebody moves away from. */
const isLeft = (text: string, start: number, end: number): boolean =>
  /[在于是]$/u.test(text.slice(0, start)) &&
  /^(?:市|省|区|县)?(?:那边|这边|的)?.{0,4}(?:上班|工作|打工|干活|务工|当兵|服役|念书|读书|待着|住)/u.test(
    text.slice(end),
  ) &&
  /(?:调|迁|搬|转|挪|跟|投奔)(?:动|户口?|工作|厂|岗)?(?:过|回)?来|随迁|过来/u.test(text.slice(end))

/** 从义乌, 把义乌那边的…挖过来, 去义乌挖了个: where somebody was before. */
const isOrigin = (text: string, start: number, end: number): boolean =>
  (ORIGIN.test(text.slice(0, start)) && !PAYS.test(text.slice(end))) ||
  FETCHED.test(text.slice(end)) ||
  (/(?:去|跑到|跑去)$/u.test(text.slice(0, start)) &&
    /^(?:市|区|县)?(?:挖|请|招|聘|找|引)/u.test(text.slice(end)))

/** 成都市的技能大赛, 那比赛是成都市办的. */
const isOfContest = (text: string, start: number, end: number): boolean =>
  CONTEST.test(text.slice(end)) || (CONTEST_HELD.test(text.slice(0, start)) && HELD_BY.test(text.slice(end)))

/** 从包头能拿多少: what is got there. */
const PAYS =
  /^(?:市|区|县)?(?:这[边里儿]|那[边里儿])?(?:一共|总共|合计|到底)?(?:能|可以|可|该)(?:拿|领|得|要到|申请)(?!回?来)/u

const titles = new WeakMap<Corpus['documents'], string[]>()

/** What the texts put between quotation marks: “成都工匠”. */
function titlesOf(documents: Corpus['documents']): string[] {
  const known = titles.get(documents) ?? [
    ...new Set(
      documents.flatMap(({ clauses }) =>
        clauses.flatMap(({ text }) =>
          [...text.matchAll(/“([^”]{3,8})”/gu)].map((match) => match[1] as string),
        ),
      ),
    ),
  ]
  titles.set(documents, known)
  return known
}

function read(text: string, { regions, elsewhere, documents }: Gazetteer, origins: boolean): Place[] {
  const names = namesFor(regions, elsewhere)
  const found = mentions(
    text,
    [...new Set(text)].flatMap((first) => names.get(first) ?? []),
  )
  // 从苏州挖来一个人，在苏州就是领军人才: spoken of again it is still where somebody was before.
  const isLeftBehind = ({ name }: Named) =>
    found.some(({ item, start, end }) => item.name === name && isOrigin(text, start, end))
  const known = found.filter(
    ({ item, start, end }) =>
      (isOrigin(text, start, end) ||
        (!isHeld({ regions, documents }, item) &&
          (isLeftBehind(item) || isLeft(text, start, end) || isNative(text, start, end)))) === origins &&
      !isNoPlace(text, start, end) &&
      !/^(?:大?路|大?街|巷|大道)/u.test(text.slice(end)),
  )
  // 成都工匠: a title that the texts print, not the place that it begins with; 包头工匠之都 is a document of 包头.
  const titles = titlesOf(documents).filter((title) => text.includes(title))
  // 武汉的青山区 lies in 武汉, whatever else is called 青山区; so does 武侯镇, beside 汉中.
  const foreign = known.filter(({ item }) => item.region === null)
  const whole = known.filter(
    ({ item, start, end, word }) =>
      !foreign.some((before) => WITHIN.test(text.slice(before.end, start)) && before.end <= start) &&
      !(item.region !== null && foreign.length > 0 && /^[镇乡村]/u.test(text.slice(end))) &&
      !(!isHeld({ regions, documents }, item) && isOfContest(text, start, start + word.length)) &&
      (!titles.some((title) => title.startsWith(word) && text.startsWith(title, start)) ||
        documents.some(({ meta }) =>
          meta.aliases.some((alias) => text.startsWith(alias, start + word.length)),
        )),
  )
  // 照金华的说个数: beside a place where the rule would apply, one that it is only likened to, or put right.
  const meant = whole.filter(
    ({ start, end }) =>
      !isModel(text, start, end) &&
      !isBeside(text, start, end) &&
      !isDenied(text, start, end) &&
      !isOfGoods(text, start, end),
  )
  // 原来在义乌，不是温州: where somebody was before is put right, and no place is left.
  const isPutRight =
    !origins &&
    whole.length > 0 &&
    found.some(
      ({ item, start, end }) =>
        isOrigin(text, start, end) && !whole.some((one) => one.item.name === item.name),
    )
  const asWritten = isPutRight ? whole.filter(({ start, end }) => !isDenied(text, start, end)) : whole
  const places: Place[] = (meant.length > 0 ? meant : asWritten).map(({ item, word }) => ({ ...item, word }))
  if (origins) return places
  const [unlisted] =
    places.length === 0 && known.length === 0
      ? [...text.matchAll(UNLISTED)].flatMap(({ 1: name = '', 0: word, index }) =>
          isOfContest(text, index, index + word.length) ? [] : [name],
        )
      : []
  if (unlisted !== undefined) places.push({ name: unlisted, word: unlisted, region: null })
  return places
    .filter((place, i) => places.findIndex((other) => other.name === place.name) === i)
    .filter(isMostLocal(regions))
}

/** 成都市武侯区 names one place, not two. */
const isMostLocal =
  (regions: Region[]) =>
  (place: Place, _: number, all: Place[]): boolean =>
    !all.some(
      (other) =>
        other !== place &&
        other.region !== null &&
        place.region !== null &&
        chain(regions, other.region.name).slice(1).includes(place.region.name),
    )
