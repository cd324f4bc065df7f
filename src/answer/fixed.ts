import type { Corpus } from '../corpus/corpus.ts'
import { chain, findRegion } from '../corpus/region.ts'
import type { Answer } from './reply.ts'

const HOTLINES = '可以拨打12333（人社）或12345（政务服务便民热线）'

const plain = (kind: Answer['kind'], text: string, extra: Partial<Answer> = {}): Answer => ({
  kind,
  text,
  calculations: [],
  citations: [],
  questions: [],
  notices: [],
  ...extra,
})

export const heldRegions = (corpus: Corpus): string[] => [
  ...new Set(corpus.documents.map(({ meta }) => meta.region.name)),
]

const held = (corpus: Corpus): string => heldRegions(corpus).join('、')

export const empty = (): Answer =>
  plain('clarification', '请告诉我想问哪个地方的哪项补贴或待遇，比如：包头的首席技师奖补是多少？', {
    questions: [{ name: 'message', label: '想问什么？' }],
  })

export const human = (): Answer =>
  plain('handoff', `现在还没有在线的人工坐席，没有替您转接。${HOTLINES}，由工作人员答复。`)

export const greeting = (corpus: Corpus): Answer =>
  plain(
    'answer',
    `您好，我是匠策，可以按政策原文回答技能人才补贴和待遇，并算出数额。现在收录的文件覆盖：${held(corpus)}。请直接说地方和想问的事。`,
  )

/** The documents that may hold for a place: its own and those of the places that it lies in. */
export function documentsFor(corpus: Corpus, place: string): string[] {
  const region = findRegion(corpus.regions, place)
  if (region === undefined) return []
  const places = chain(corpus.regions, region.name)
  return corpus.documents.filter(({ meta }) => places.includes(meta.region.name)).map(({ meta }) => meta.id)
}

export const otherPlace = (corpus: Corpus, place: string): Answer =>
  plain(
    'refusal',
    `我没有${place}的文件，不能拿别处的数额来答。现在收录的文件覆盖：${held(corpus)}。${place}的规定${HOTLINES}查询。`,
  )

export const whichPlace = (regions: string[]): Answer =>
  plain('clarification', `几个地方都有这类规定，数额不同。请问是哪里？（${regions.join('、')}）`, {
    questions: [{ name: 'region', label: '是哪个地方？', options: regions }],
  })

export const whatAbout = (place: string): Answer =>
  plain(
    'clarification',
    `${place === '' ? '好的' : `好的，${place}`}。请问想问${place === '' ? '哪个地方的' : ''}哪一项补贴、奖励或待遇？`,
    {
      questions: [{ name: 'topic', label: '想问哪一项？' }],
    },
  )

/** The documents of the place regulate nothing of the kind. */
export function notProvided(corpus: Corpus, places: string[], topics: { words: string[] }[]): Answer {
  const titles = places
    .flatMap((place) => documentsFor(corpus, place))
    .map((id) => `《${corpus.documents.find(({ meta }) => meta.id === id)?.meta.title}》`)
  const words = [...new Set(topics.flatMap((topic) => topic.words))].slice(0, 3).join('、')
  return plain(
    'answer',
    `${places.join('、')}适用的${[...new Set(titles)].join('、')}没有“${words}”这一项规定，别处文件的数额不能用在${places.join('、')}。`,
  )
}

export const nothingFound = (corpus: Corpus): Answer =>
  plain(
    'refusal',
    `收录的文件里没有找到这件事的规定。我能回答${held(corpus)}的技能人才补贴、奖励和待遇。其他事项${HOTLINES}咨询。`,
  )

const REFUSALS = {
  'other-field': '这件事不在收录的技能人才政策里，我答不了',
  'personal-file': '我看不到任何人的申报材料和发放记录，也不能代办或查询进度',
  'private-data': '我没有任何个人或单位的领取记录，也不会提供别人的信息',
  advice: '法律、税务和个人选择上的判断我给不了，只能说明文件是怎么写的',
  fraud: '这是骗取补贴，我不能帮忙；弄虚作假要退回资金并承担责任',
  orders: '我只按收录的政策原文回答，不接受改变规则的要求，也不公开内部设置',
} as const

/** A request that is never met, or a matter outside of the documents. */
export function outside(kind: keyof typeof REFUSALS | 'crisis', corpus: Corpus): Answer {
  if (kind === 'crisis') {
    return plain(
      'handoff',
      '听起来您现在很难受，请先找人说说话：全国统一心理援助热线12356，紧急情况请拨打120或110。政策上的事可以等一等，您的安全最要紧。',
    )
  }
  return plain(
    'refusal',
    `${REFUSALS[kind]}。${HOTLINES}咨询。我能回答${held(corpus)}的技能人才补贴、奖励和待遇。`,
  )
}
