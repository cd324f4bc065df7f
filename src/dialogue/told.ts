import type { Corpus } from '../corpus/corpus.ts'
import type { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { outOfScope } from './scope.ts'

/** A message as it is read: in one form, slips mended, without what is told by the way. Distress is heard in all of it. */
export function toldIn(corpus: Corpus, { correct, essence }: Lexicon, message: string): string {
  const whole = correct(normalise(message))
  const matter = essence(whole)
  return matter !== whole && outOfScope(corpus, whole, false) === 'crisis' ? whole : matter
}
