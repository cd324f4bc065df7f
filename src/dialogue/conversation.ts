import Big from 'big.js'
import { z } from 'zod'
import type { FactValues } from './assign.ts'

const bound = z.union([z.null(), z.string().transform((text) => new Big(text))])
const factValue = z.union([z.boolean(), z.string(), z.object({ min: bound, max: bound })])

const factValues = z.record(z.string(), factValue).transform((facts): FactValues => facts)

/** Cases that were told one by one, and what held before they were told. */
const toldCases = z.object({
  text: z.string(),
  before: z.object({ question: z.string(), preface: z.string(), facts: factValues }),
})

/**
 * What holds until it is corrected: typed facts, not prose. It is stored as JSON and outlives releases: a field that
 * is added needs a default, for conversations that began without it.
 */
const conversationState = z.object({
  /** The place said last, null while none was. */
  place: z.string().nullable(),
  day: z.string().nullable(),
  /** The last message that named a topic, or else that asked: of another place it may mean another provision. */
  question: z.string(),
  /** The last message that asked anything: what it wanted holds for 那首席的呢. */
  asked: z.string().default(''),
  /** What was told before any topic was named: facts may come before the question. */
  preface: z.string().default(''),
  /** All that was told while nothing was asked yet: the question that follows is one with it. */
  opening: z.string().default(''),
  facts: factValues,
  /** The last question about each place, for 回到武侯那个. */
  questions: z.record(z.string(), z.string()).default({}),
  /** Questions asked so far that named a topic, the latest last, for 接着说刚才那个班. */
  recent: z.array(z.string()).default([]),
  /** The clauses that the last answer quoted, the deciding one first: 这条谁负责 is about them. */
  cited: z.array(z.string()).default([]),
  /** Documents that were named last: 那条呢 is one of theirs. */
  named: z.array(z.string()).default([]),
  /** What was calculated since the document was last changed, for 加起来呢. */
  results: z.array(z.object({ provision: z.string(), facts: factValues })).default([]),
  /** What the last answer calculated, and whether it added that up: a correction answers it again. */
  last: z
    .object({ cases: z.array(z.object({ provision: z.string(), facts: factValues })), summed: z.boolean() })
    .default({ cases: [], summed: false }),
  /** Every answer with an amount, the latest last, for 我女儿的再说一遍; one without cases holds what was told since. */
  answers: z
    .array(
      z.object({
        said: z.string(),
        question: z.string(),
        place: z.string().nullable(),
        day: z.string().nullable(),
        cases: z.array(z.object({ provision: z.string(), facts: factValues })),
      }),
    )
    .default([]),
  /** The last message, where it said that something is not known: 查到了，150万 tells that. */
  unknown: z.string().default(''),
  /** What was told of several one by one, for 小李呢; null while nothing was. */
  told: toldCases.nullable().default(null),
})
export type ConversationState = z.output<typeof conversationState>

export const EMPTY_STATE: ConversationState = {
  place: null,
  day: null,
  question: '',
  preface: '',
  opening: '',
  facts: {},
  asked: '',
  questions: {},
  recent: [],
  cited: [],
  named: [],
  results: [],
  last: { cases: [], summed: false },
  answers: [],
  unknown: '',
  told: null,
}

export const writeState = (state: ConversationState): string => JSON.stringify(state)
export const readState = (json: string): ConversationState => conversationState.parse(JSON.parse(json))
