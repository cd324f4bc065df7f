const RUN = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}+)*)/gu
const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/g

/**
 * The one way in which text and query become terms: every Han character and every pair of neighbours, other
 * words whole, lower-cased and half width. No term holds white space, so terms joined by spaces split again
 * into the same.
 */
export function segment(text: string): string[] {
  const terms: string[] = []
  // NFKC also folds circled numbers and the radicals that PDF extraction leaves in place of characters.
  const plain = text.normalize('NFKC').toLowerCase().replace(GROUPING, '')
  for (const [, han, word] of plain.matchAll(RUN)) {
    if (word !== undefined) terms.push(word)
    if (han !== undefined) pushCharactersAndPairs([...han], terms)
  }
  return terms
}

/** The terms of a query, each once: saying a word twice does not ask for it twice. */
export function queryTerms(query: string): string[] {
  return [...new Set(segment(query))]
}

function pushCharactersAndPairs(characters: string[], terms: string[]): void {
  for (const [i, character] of characters.entries()) {
    terms.push(character)
    const next = characters[i + 1]
    if (next !== undefined) terms.push(character + next)
  }
}
