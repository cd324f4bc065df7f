import type { FactDefinition, FactDefinitions } from '../entitlements/fact.ts'
import type { FactValues } from './assign.ts'
import { type Mention, mentions } from './mention.ts'
import { isDenied } from './negation.ts'

/** The options of a choice that a message names, each once; a denied one where there is an option for none. */
export function optionsIn(text: string, definition: FactDefinition): Mention<string>[] {
  if (definition.type !== 'choice') return []
  const vocabulary = Object.entries(definition.options).map(([item, { words }]) => ({ item, words }))
  const found = mentions(text, vocabulary)
  const affirmed = found.filter((mention) => !isDenied(text, mention))
  const denied = found.find((mention) => isDenied(text, mention))
  if (affirmed.length === 0 && denied !== undefined && NONE in definition.options)
    return [{ ...denied, item: NONE }]
  return affirmed.filter((one, i) => affirmed.findIndex((other) => other.item === one.item) === i)
}

/** The option that stands for having none of the others. */
const NONE = 'none'

/** 没有被评上, 未评上 and 没能评上 deny the same. */
const NOT = /没有?(?:被|能)?|未(?:被|能)?/gu

/** 有没有列入, 是不是制造业: asked, not denied. */
const ASKED = /有没有?|(\p{Script=Han})[不没]\1/gu

/** The yes-no facts that a message affirms or denies. */
export function truths(text: string, definitions: FactDefinitions, outside: boolean | null): FactValues {
  const values: FactValues = {}
  const flat = text.replace(ASKED, '$1').replace(NOT, '没')
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type !== 'yes-no') continue
    if (definition.fromOutside && outside !== null) values[name] = outside
    const found = mentions(text, [{ item: true, words: definition.words }])
    if (
      definition.denied.some((word) => flat.includes(word.replace(NOT, '没'))) ||
      found.some((mention) => isDenied(text, mention))
    ) {
      values[name] = false
    } else if (values[name] === undefined && found.length > 0) values[name] = true
  }
  return values
}
