import { z } from 'zod'
import { normalise } from '../src/dialogue/normalise.ts'
import { answeringIn, labelOf, NOWHERE } from '../src/retrieval/sentences.ts'
import type { DocumentFolder } from './corpus-folder.ts'
import type { Example } from './train.ts'

const messages = z.array(z.string().min(1))

/** `asked.yaml`: what people ask in their own words, by the sentence that answers it. */
export const asked = z.array(
  z.strictObject({
    clause: z.string(),
    /** How the sentence begins, verbatim. */
    sentence: z.string().min(4),
    /** Which of several provisions that rest on the sentence is asked about; `none` for what it says besides. */
    entitlement: z.string().optional(),
    questions: messages.min(1),
  }),
)
export type Asked = z.infer<typeof asked>

/** `kinds.yaml`: messages by what they are about at all, whatever the document. */
export const kinds = z.record(z.string(), messages)
export type Kinds = z.infer<typeof kinds>

/** What each classifier of the corpus learns from. */
export interface Examples {
  sentences: Example[]
  scope: Example[]
}

/** Kinds of messages that no sentence of a policy answers. */
const ANSWERED_NOWHERE = ['other-field', 'adjacent', 'courtesy', 'about-self', 'orders']
/** Kinds of questions about a document as such: no sentence of it is meant, and a policy is. */
const ANSWERED_BY_THE_WHOLE: string[] = ['validity', 'origin']
/** What one turns to an office or a doctor for: its words are those of policies too and take none from their sentences. */
const DAILY_LIFE = 'daily-life'
const OTHER_FIELD = 'other-field'
/** The kind of a message that policies may answer. */
const POLICY = 'policy'

export function examplesOf(folders: DocumentFolder[], scope: Kinds): Examples {
  const questions = folders.flatMap(questionsOf)
  const whole = ANSWERED_BY_THE_WHOLE.flatMap((kind) => labelled(scope[kind] ?? [], kind))
  const nowhere = ANSWERED_NOWHERE.flatMap((kind) => labelled(scope[kind] ?? [], NOWHERE))
  const policy = labelled(
    questions.map(({ text }) => text),
    POLICY,
  )
  return {
    sentences: questions.length === 0 ? [] : [...questions, ...whole, ...nowhere],
    scope: Object.keys(scope).length === 0 ? [] : [...byKind(scope).map(asScope), ...policy],
  }
}

/** Every question with the sentence that answers it, and that sentence itself. */
function questionsOf({ document, asked }: DocumentFolder): Example[] {
  return answeringIn(document).flatMap(({ clauseId, sentence, label }) => {
    const own = asked.filter(
      (one) => `${document.meta.id}/${one.clause}` === clauseId && sentence.includes(one.sentence),
    )
    const examples = own.flatMap(({ questions, entitlement }) =>
      labelled(questions, labelOf(label, entitlement)),
    )
    return examples.length === 0 ? [] : [...examples, ...labelled([sentence], label)]
  })
}

const asScope = ({ text, label }: Example): Example => ({
  text,
  label: ANSWERED_BY_THE_WHOLE.includes(label) ? POLICY : label === DAILY_LIFE ? OTHER_FIELD : label,
})

const byKind = (kinds: Record<string, string[]>): Example[] =>
  Object.entries(kinds).flatMap(([kind, texts]) => labelled(texts, kind))

const labelled = (texts: string[], label: string): Example[] =>
  texts.map((text) => ({ text: normalise(text), label }))
