import texts from './texts.json' with { type: 'json' }

/**
 * What is said under a key of `texts.json`, its {placeholders} filled in. Throws where one has no value: a text and its
 * caller do not fit together.
 */
export function say(key: keyof typeof texts, values: Record<string, string> = {}): string {
  return texts[key].replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`text ${key} lacks ${name}`)
    return value
  })
}
