import { pinyin } from 'pinyin-pro'

/** Characters that look alike and are taken for one another in these words. */
const LOOKALIKES: Record<string, string> = {
  徙: '徒',
  帖: '贴',
  枝: '技',
  伎: '技',
  匝: '匠',
  帅: '师',
  冶: '治',
  冢: '家',
  佘: '余',
  筹: '酬',
  竟: '竞',
  肓: '育',
  坪: '评',
}

const HAN = /^\p{Script=Han}$/u
/** 签三个月 counts, whatever 前三 sounds like. */
const NUMERAL = /[一二两三四五六七八九十]/u
const sounds = new Map<string, string>()

/** One reading per character, the same for message and vocabulary, so that a slip in either tone or character meets. */
function sound(character: string): string {
  const known =
    sounds.get(character) ?? (LETTERS.test(character) ? character : pinyin(character, { toneType: 'none' }))
  sounds.set(character, known)
  return known
}

const soundOf = (characters: string[]): string => characters.map(sound).join(' ')

export type Corrector = (text: string) => string

/**
 * Mends typing slips, only into whole words of the vocabulary: what sounds the same (大湿工作室) or looks the same
 * (学徙). Half of the word must stand as typed, so that 及时 never becomes 技师 and a known word is never touched.
 */
export function createCorrector(vocabulary: string[], names: string[] = [], texts = ''): Corrector {
  const words = [...new Set(vocabulary)].filter(
    (word) => word.length >= 2 && [...word].every((c) => HAN.test(c)) && !NUMERAL.test(word),
  )
  const known = new Set(words)
  const familiar = new Set(words.join(''))
  const neighbours = new Set(words.flatMap((word) => [...word].map((c, i) => c + (word[i + 1] ?? ''))))
  const bySound = Map.groupBy(words, (word) => soundOf([...word]))
  const byFirstSound = Map.groupBy(
    // Two characters are a slip only of a rule's own name (扩建), and only where the texts never put them together.
    words.filter((word) => word.length > 2 || names.includes(word)),
    (word) => sound(word[0] as string),
  )
  const lengths = [...new Set(words.map((word) => word.length))].sort((a, b) => b - a)
  return (text) => {
    const characters = unitsOf(text).map((c, i, all) => lookalike(c, all[i - 1], all[i + 1], neighbours))
    const strange = characters.map((c) => LETTERS.test(c) || (HAN.test(c) && !familiar.has(c)))
    for (const at of characters.keys()) {
      if (!strange[at]) continue
      const mended = mendAround(characters, at, lengths, bySound)
      if (mended !== null) characters.splice(mended.start, mended.word.length, ...mended.word)
    }
    for (let start = 0; start < characters.length; start += 1) {
      const word = slipAt(characters, start, byFirstSound, known)
      const typed = word === undefined ? '' : characters.slice(start, start + word.length).join('')
      if (word !== undefined && !(typed.length === 2 && texts.includes(typed)))
        characters.splice(start, word.length, ...word)
    }
    return characters.join('')
  }
}

/** 是, 的: in a word of three they are more likely themselves than a slip (我的工作是). */
const FUNCTION = /[是的了在有和就都不也要会能人个一]/u

/** Whether what stands at a place belongs to a known word as it is: 包头世赛 has no slip in 头世赛. */
const isKnownAt = (characters: string[], at: number, known: Set<string>): boolean =>
  [2, 3, 4, 5, 6].some((length) =>
    Array.from({ length }, (_, i) => at - i).some(
      (start) => start >= 0 && known.has(characters.slice(start, start + length).join('')),
    ),
  )

/** The word of which just one character was typed as another of the same sound, which is no word by itself. */
function slipAt(
  characters: string[],
  start: number,
  byFirstSound: Map<string, string[]>,
  known: Set<string>,
): string | undefined {
  const first = characters[start] as string
  if (!HAN.test(first)) return undefined
  return byFirstSound.get(sound(first))?.find((word) => {
    const slips = [...word].flatMap((c, i) => (c === characters[start + i] ? [] : [i]))
    const [at] = slips
    const typed = at === undefined ? undefined : characters[start + at]
    return (
      slips.length === 1 &&
      typed !== undefined &&
      HAN.test(typed) &&
      sound(typed) === sound(word[at as number] as string) &&
      (word.length > 3 || !FUNCTION.test(typed)) &&
      !isKnownAt(characters, start + (at as number), known)
    )
  })
}

/** Reads words typed as they sound: youxiu技师 is 优秀技师. */
export function createTranscriber(vocabulary: string[]): Corrector {
  const bySound = new Map<string, string>()
  for (const word of vocabulary.toReversed()) {
    if (word.length >= 2 && [...word].every((c) => HAN.test(c)))
      bySound.set([...word].map(sound).join(''), word)
  }
  const longest = Math.max(0, ...[...bySound.keys()].map(({ length }) => length))
  const read = (letters: string): string | null => {
    if (letters === '') return ''
    for (let length = Math.min(longest, letters.length); length > 1; length -= 1) {
      const word = bySound.get(letters.slice(0, length))
      const rest = word === undefined ? null : read(letters.slice(length))
      if (rest !== null) return `${word}${rest}`
    }
    return null
  }
  return (text) => text.replace(/[a-z]{4,40}/giu, (letters) => read(letters.toLowerCase()) ?? letters)
}

/** Characters, and what is typed as it sounds between them: 脱chan. */
const unitsOf = (text: string): string[] => text.match(/[a-z]{2,6}|[\s\S]/giu) ?? []
const LETTERS = /^[a-z]{2,6}$/u

/** The longest word that sounds like a stretch holding the strange character and keeps half of it. */
function mendAround(characters: string[], at: number, lengths: number[], bySound: Map<string, string[]>) {
  for (const length of lengths) {
    for (
      let start = Math.max(0, at - length + 1);
      start <= at && start + length <= characters.length;
      start += 1
    ) {
      const piece = characters.slice(start, start + length)
      if (!piece.every((c) => HAN.test(c) || LETTERS.test(c))) continue
      const word = bySound
        .get(soundOf(piece))
        ?.find((one) => [...one].filter((c, i) => c === piece[i]).length * 2 >= length)
      if (word !== undefined) return { start, word }
    }
  }
  return null
}

/** A look-alike is swapped only where it stands beside its neighbour in a word. */
function lookalike(
  c: string,
  before: string | undefined,
  after: string | undefined,
  neighbours: Set<string>,
): string {
  const meant = LOOKALIKES[c]
  if (meant === undefined) return c
  return neighbours.has(`${before}${meant}`) || neighbours.has(`${meant}${after}`) ? meant : c
}
