const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Which characters stand inside a word of everyday Chinese (听得见, 精密), whether or not anyone asks with it here: where
 * whole words stand nothing was mistyped.
 */
export function ordinaryIn(characters: string[]): boolean[] {
  return [...segmenter.segment(characters.join(''))].flatMap(({ segment }) =>
    [...segment].map(() => /^\p{Script=Han}{2,}$/u.test(segment)),
  )
}
