import { namesIn } from './people.ts'
import { headsIn } from './tally.ts'
import type { Topic } from './topic.ts'
import { optionsIn } from './truths.ts'

/** 先评上…，后来又升…: one title after the other. */
const ONE_AFTER_THE_OTHER =
  /(?:先|头一[年回次]|第一[年回次]|前年|去年|之前|原先|原来|本来|以前|早先|上回|上一届)[^。；;]{0,12}(?:评|选|当|拿|是|得)[^。；;]{0,30}(?:后来|第二[年回次]|今年|隔年|这回|现在|又|再)[^，,。；;]{0,6}(?:评|升|选|当|拿|得|晋)/u
const SOMEBODY_ELSE =
  /各|分别|另一[个位名]|别人|[两俩几]个?人|(?:同事|徒弟|师[兄弟傅]|爱人|[哥弟姐妹])[^，,。；;]{0,6}(?:评|选|当|拿|是|得|升)/u

/** Whether several titles of one award are told of one and the same person, who got one after the other. */
export function isSuccession(text: string, topics: Topic[]): boolean {
  const [topic, ...others] = topics
  if (topic === undefined || others.length > 0 || topic.provision.rule.group === undefined) return false
  const titles = Object.values(topic.provision.definitions).some(
    (fact) => fact.type === 'choice' && fact.names && optionsIn(text, fact).length > 1,
  )
  return (
    titles &&
    ONE_AFTER_THE_OTHER.test(text) &&
    !SOMEBODY_ELSE.test(text) &&
    new Set(namesIn(text)).size < 2 &&
    headsIn(text).length === 0
  )
}
