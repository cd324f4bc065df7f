import { createRestorer } from './damaged.ts'
import { createJoiner } from './gaps.ts'
import { ordinaryIn } from './ordinary.ts'
import { createProofreader, type Seen } from './proofread.ts'
import { nearly, sound } from './sound.ts'
import { FUNCTION, NUMERAL, spokenNames } from './spoken-names.ts'

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
const soundOf = (characters: string[]): string => characters.map(sound).join(' ')

export type Corrector = (text: string) => string

/** How people write, learned from example messages. */
export interface Familiar {
  seen: Seen
  /** Characters that are meant often enough to be taken for what was meant. */
  characters: string[]
  /** Words that people ask with, besides those of the rules. */
  usual: string[]
  /** Pairs of characters that names of places hold. */
  ofPlaces: Set<string>
}

const UNFAMILIAR: Familiar = { seen: () => 0, characters: [], usual: [], ofPlaces: new Set() }

const pairsOf = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))

/**
 * Mends typing slips, only into whole words of the vocabulary: what sounds the same (大湿工作室) or looks the same
 * (学徙). Half of the word must stand as typed, so that 及时 never becomes 技师 and a known word is never touched.
 */
export function createCorrector(
  vocabulary: string[],
  names: string[] = [],
  texts = '',
  { seen, characters, usual, ofPlaces }: Familiar = UNFAMILIAR,
): Corrector {
  const words = [...new Set(vocabulary)].filter(
    (word) => word.length >= 2 && [...word].every((c) => HAN.test(c)) && !NUMERAL.test(word),
  )
  const known = new Set(words)
  const familiar = new Set(words.join(''))
  const neighbours = new Set(words.flatMap((word) => [...word].map((c, i) => c + (word[i + 1] ?? ''))))
  const join = createJoiner(words, seen)
  const restore = createRestorer(words, names, seen)
  const proofread = createProofreader(
    seen,
    characters,
    new Set([...words, ...usual].flatMap(pairsOf)),
    ofPlaces,
  )
  const byFirstSound = Map.groupBy(
    // Two characters are a slip only of a rule's own name (扩建), and only where the texts never put them together.
    words.filter((word) => word.length > 2 || names.includes(word)),
    (word) => nearly(sound(word[0] as string)),
  )
  const byWord: Sounds = {
    bySound: Map.groupBy(words, (word) => soundOf([...word])),
    starts: new Set(words.map((word) => soundOf([...word].slice(0, 2)))),
    lengths: [...new Set(words.map((word) => word.length))].sort((a, b) => b - a),
  }
  const spoken = spokenNames(words.filter((word) => word.length > 2 && names.includes(word)))
  const isFamiliar = (characters: string[], at: number) =>
    Math.max(
      seen(`${characters[at - 1]}${characters[at]}`),
      seen(`${characters[at]}${characters[at + 1]}`),
    ) >= FAMILIAR
  // Inside a word a slip is known by either neighbour; at its edge the other neighbour is no part of it (国家及|的).
  const isUsual = (characters: string[], at: number, start: number, end: number) => {
    const before = seen(`${characters[at - 1]}${characters[at]}`)
    const after = seen(`${characters[at]}${characters[at + 1]}`)
    const least = end - start > 3 ? FIXED : FAMILIAR
    if (at > start && at + 1 < end) return Math.min(before, after) >= least
    const outside = at > start ? characters[at + 1] : characters[at - 1]
    const inside = at > start ? before : after
    return Math.max(inside, FUNCTION.test(outside ?? '') ? 0 : at > start ? after : before) >= least
  }
  // 计师 between two pauses: what is no word by itself and sounds like one.
  const pieceByPiece = (text: string): string =>
    text.replace(ALONE, (piece) => {
      const word = byWord.bySound.get(soundOf([...piece]))?.[0]
      const isWord = known.has(piece) || ordinaryIn([...piece]).includes(true)
      // 通了，是铜的: a small word is itself.
      const isSmall = [...piece].some((c, i) => c !== word?.[i] && FUNCTION.test(c))
      return word === undefined || isWord || isSmall ? piece : word
    })
  return (typed) => {
    const text = join(typed)
    const characters = unitsOf(text).map((c, i, all) => lookalike(c, all[i - 1], all[i + 1], neighbours))
    const strange = characters.map(
      (c, i) => LETTERS.test(c) || (HAN.test(c) && !familiar.has(c) && !isFamiliar(characters, i)),
    )
    const sounds = characters.map((c) => (HAN.test(c) || LETTERS.test(c) ? sound(c) : BREAK))
    for (const at of characters.keys()) {
      if (!strange[at]) continue
      const mended = mendAround({ characters, sounds }, at, byWord, (other) =>
        isFree(characters, other, known),
      )
      if (mended !== null) characters.splice(mended.start, mended.word.length, ...mended.word)
    }
    for (let start = 0; start < characters.length; start += 1) {
      const word = slipAt(characters, start, byFirstSound, known, isUsual, seen)
      const typed = word === undefined ? '' : characters.slice(start, start + word.length).join('')
      if (word !== undefined && !(typed.length === 2 && texts.includes(typed)))
        characters.splice(start, word.length, ...word)
      else {
        const name = spoken(characters, start, (at) => isFamiliar(characters, at))
        if (name !== undefined) characters.splice(start, name.length, ...name)
      }
    }
    return pieceByPiece(restore(proofread(characters).join('')))
  }
}

const ALONE =
  /(?<=^|[，,。；;！!？?]|(?:换|改|变|升)成|要是|如果|那)\p{Script=Han}{2,3}?(?=[呢嘞咧]?(?:[，,。；;！!？?]|$))/gu

/** 面试, 市赛: what people write as often as this beside a neighbour is no slip of a short word. */
const FAMILIAR = 6
/** The same of a longer word, of which more stands as typed. */
const FIXED = 40
/** Of an even longer one all else stands as typed (技能大师工作是). */
const LONG = 5

/** Whether what stands at a place belongs to a known word as it is: 包头世赛 has no slip in 头世赛. */
const isKnownAt = (characters: string[], at: number, known: Set<string>): boolean =>
  [2, 3, 4, 5, 6].some((length) =>
    Array.from({ length }, (_, i) => at - i).some(
      (start) => start >= 0 && known.has(characters.slice(start, start + length).join('')),
    ),
  )

/** 话了, 已将补贴: the one character that would be left of a word is a small word, or a part of another one. */
const isFree = (characters: string[], at: number, known: Set<string>): boolean =>
  !/[了的]/u.test(characters[at] ?? '') && !isKnownAt(characters, at, known)

/** 刚来金华时: a name that stands without it needs no 市. */
const endsInKind = (word: string, at: number, known: Set<string>): boolean =>
  at === word.length - 1 && /[市区县旗省盟]$/u.test(word) && known.has(word.slice(0, -1))

/** The word of which just one character was typed as another of the same sound, which is no word by itself. */
function slipAt(
  characters: string[],
  start: number,
  byFirstSound: Map<string, string[]>,
  known: Set<string>,
  isUsual: (characters: string[], at: number, start: number, end: number) => boolean,
  seen: Seen,
): string | undefined {
  const first = characters[start] as string
  if (!HAN.test(first)) return undefined
  // 有秀技师: a small word that nobody writes beside what is left of the word.
  const isOut = (at: number, end: number) =>
    end - start > 3 &&
    (at === start || seen(`${characters[at - 1]}${characters[at]}`) === 0) &&
    (at + 1 === end || seen(`${characters[at]}${characters[at + 1]}`) === 0)
  return byFirstSound.get(nearly(sound(first)))?.find((word) => {
    const at = onlySlip(word, characters, start)
    const typed = at === null ? undefined : characters[start + at]
    return (
      at !== null &&
      typed !== undefined &&
      HAN.test(typed) &&
      soundsLike(typed, word[at] as string, word.length > 3) &&
      (word.length > 4 || !FUNCTION.test(typed) || isOut(start + at, start + word.length)) &&
      !NUMERAL.test(typed) &&
      !isKnownAt(characters, start + at, known) &&
      !endsInKind(word, at, known) &&
      (word.length > LONG || !isUsual(characters, start + at, start, start + word.length))
    )
  })
}

/** Where the one character stands that is not the word's; null where none is or several are. */
function onlySlip(word: string, characters: string[], start: number): number | null {
  let slip: number | null = null
  for (let i = 0; i < word.length; i += 1) {
    if (word[i] === characters[start + i]) continue
    if (slip !== null) return null
    slip = i
  }
  return slip
}

/** Of a long word a sound that many speakers do not tell apart is enough (大司工作室). */
const soundsLike = (typed: string, meant: string, isLong: boolean): boolean =>
  isLong ? nearly(sound(typed)) === nearly(sound(meant)) : sound(typed) === sound(meant)

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

/** Stands for what has no sound: no word sounds like it. */
const BREAK = '-'

/** Words by how they sound, longest first. */
interface Sounds {
  bySound: Map<string, string[]>
  /** The first two sounds of each. */
  starts: Set<string>
  lengths: number[]
}

/** The longest word that sounds like a stretch holding the strange character and keeps half of it. */
function mendAround(
  { characters, sounds }: { characters: string[]; sounds: string[] },
  at: number,
  { bySound, starts, lengths }: Sounds,
  isFreeAt: (at: number) => boolean,
) {
  for (const length of lengths) {
    for (
      let start = Math.max(0, at - length + 1);
      start <= at && start + length <= characters.length;
      start += 1
    ) {
      if (!starts.has(`${sounds[start]} ${sounds[start + 1]}`)) continue
      const word = bySound
        .get(sounds.slice(start, start + length).join(' '))
        ?.find(
          (one) =>
            [...one].filter((c, i) => c === characters[start + i]).length * 2 >= length &&
            (length > 2 || isFreeAt(at === start ? start + 1 : start)),
        )
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
