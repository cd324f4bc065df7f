import type { Book } from '../entitlements/book.ts'

/** The words that a book's rules are named by and read their facts from. */
export function vocabularyOf({ provisions }: Book): string[] {
  return provisions.flatMap(({ rule, definitions }) => [
    ...rule.aliases.flatMap((alias) => alias.split(' ')),
    ...Object.values(definitions).flatMap((definition) =>
      definition.type === 'choice'
        ? Object.values(definition.options).flatMap(({ words }) => words)
        : definition.words,
    ),
  ])
}
