import { type AppDeps, createApp } from './app.ts'
import { type Corpus, corpus as schema } from './corpus/corpus.ts'
import { findRegion } from './corpus/region.ts'
import { readBook } from './entitlements/book.ts'
import { createRespond } from './respond.ts'
import type { ClauseIndex } from './retrieval/clause-index.ts'
import type { ConversationStore } from './store/conversations.ts'
import { type ResilientOptions, resilient } from './store/resilient.ts'

export interface ServiceDeps {
  /** `corpus.json`, or any object of its shape; checked here, once. */
  corpus: unknown
  openIndex: (corpus: Corpus) => ClauseIndex | Promise<ClauseIndex>
  conversations: ConversationStore
  onStoreChange?: ResilientOptions['onChange']
  now: () => Date
  defaultRegion: string
  log?: AppDeps['log']
  onStray?: (figures: number) => void
  docsAsset?: AppDeps['docsAsset']
}

/** Builds the service once for any runtime. Throws when the corpus cannot be read: then nothing may be answered. */
export async function createService({
  corpus: given,
  openIndex,
  conversations: store,
  onStoreChange,
  now,
  defaultRegion,
  log,
  onStray,
  docsAsset,
}: ServiceDeps) {
  const corpus = schema.parse(given)
  const book = readBook(corpus)
  if (defaultRegion !== '' && findRegion(corpus.regions, defaultRegion) === undefined) {
    throw new Error(`DEFAULT_REGION：文件库里没有这个地方：${defaultRegion}`)
  }
  const index = await openIndex(corpus)
  const conversations = resilient(store, onStoreChange === undefined ? {} : { onChange: onStoreChange })
  const today = () => SHANGHAI_DAY.format(now())
  const respond = createRespond({
    corpus,
    book,
    index,
    conversations,
    now,
    today,
    newId,
    defaultRegion,
    onStray,
  })
  const app = createApp({
    corpus,
    book,
    index,
    respond,
    today,
    storage: conversations.health,
    ...(log === undefined ? {} : { log }),
    ...(docsAsset === undefined ? {} : { docsAsset }),
  })
  return { app, respond, corpus, book, today, conversations }
}

const SHANGHAI_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** 128 random bits: the id is all that guards a conversation. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
