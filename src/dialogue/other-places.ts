import type { Place } from './place.ts'

/** What a message says of other places: 包头的首席技师 tells nothing of what is asked about 武侯. */
export const withoutOthers = (text: string, others: Place[]): string =>
  others.reduce((left, { word }) => {
    const at = left.indexOf(word)
    if (at < 0) return left
    const [said = ''] = left.slice(at + word.length).split(/[和跟与、，,。；;各]/u)
    return left.slice(0, at) + left.slice(at + word.length + said.length)
  }, text)
