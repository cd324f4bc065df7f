import type { Corpus } from '../corpus/corpus.ts'
import type { ConversationState } from './conversation.ts'
import { placesIn, withoutPlaces } from './place.ts'
import { PIECE } from './said.ts'
import { outOfScope } from './scope.ts'

/** 报上去仨月了, 查查到哪一步: how far it has come, which tells nothing of the matter. */
const PROGRESS = /查|[报交递批审发]上?去?了?[^，,。；;]{0,4}[月天周]|到账|到哪|进度|没信|动静|催|名单/u
const MOST = 300
const SHORT = 3

/**
 * 参加转岗培训考下技师证，补贴报上去仨月了，查查到哪一步: what is refused tells what the next question (那这种补贴给多少)
 * speaks of, as long as nothing was asked before.
 */
export function withOwnMatter(corpus: Corpus, text: string, state: ConversationState): ConversationState {
  if (state.question !== '' || outOfScope(corpus, text, false) !== 'personal-file') return state
  const places = placesIn(text, corpus)
  const told = withoutPlaces({ text, places })
    .split(PIECE)
    .filter((piece) => piece.length > SHORT && !PROGRESS.test(piece))
  const preface = `${state.preface}${told.join('')}`.slice(-MOST)
  return { ...state, preface, place: places.at(-1)?.name ?? state.place }
}
