/** The same function, which keeps its latest results: one turn reads the same text in several steps. They are shared: not to be changed. */
export function keepingLatest<T>(read: (text: string) => T, count = 16): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const result = read(text)
    if (kept.size >= count) kept.delete(kept.keys().next().value as string)
    kept.set(text, result)
    return result
  }
}
