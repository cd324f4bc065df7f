import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexEntries } from '../src/adapters/index-memory.ts'

/**
 * Measures segmentation and BM25 on public sets that nobody here wrote. Never tuned to: the figures are read,
 * and a change made for them would make them worthless.
 */
const folder = process.argv[2] ?? '../shared/benchmarks/retrieval'
if (existsSync(folder)) await benchmark(folder)
else console.log(`No benchmark sets in ${folder}: give their folder as the first argument.`)

interface Figures {
  recall: number
  gain: number
}

async function benchmark(path: string): Promise<void> {
  const best = publishedFigures(join(path, '..', 'README.md'))
  console.log('set | queries | recall@5 [95%] | best | nDCG@10 [95%] | best')
  for (const set of readdirSync(path).toSorted()) {
    if (!existsSync(join(path, set, 'qrels.jsonl'))) continue
    const figures = await measure(join(path, set))
    const [bestRecall = '–', bestGain = '–'] = best.get(set) ?? []
    const recall = withInterval(figures.map((one) => one.recall))
    const gain = withInterval(figures.map((one) => one.gain))
    console.log([set, figures.length, recall, bestRecall, gain, bestGain].join(' | '))
  }
}

async function measure(path: string): Promise<Figures[]> {
  const read = (name: string): Record<string, string>[] =>
    readFileSync(join(path, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const index = indexEntries(
    read('passages').map(({ id = '', title = '', text = '' }) => ({
      clauseId: id,
      documentId: id,
      text: `${title}\n${text}`,
    })),
  )
  const relevant = new Map<string, Set<string>>()
  for (const { q = '', p = '' } of read('qrels')) relevant.set(q, (relevant.get(q) ?? new Set()).add(p))
  const figures: Figures[] = []
  for (const { id = '', text = '' } of read('queries')) {
    const wanted = relevant.get(id)
    if (wanted === undefined) continue
    const hits = await index.search(text, { limit: 10 })
    figures.push(
      score(
        hits.map(({ clauseId }) => clauseId),
        wanted,
      ),
    )
  }
  return figures
}

function score(ranked: string[], wanted: Set<string>): Figures {
  const discount = (i: number): number => 1 / Math.log2(i + 2)
  const gained = ranked.slice(0, 10).reduce((sum, id, i) => sum + (wanted.has(id) ? discount(i) : 0), 0)
  const ideal = Array.from({ length: Math.min(10, wanted.size) }, (_, i) => discount(i))
  return {
    recall: ranked.slice(0, 5).filter((id) => wanted.has(id)).length / wanted.size,
    gain: gained / ideal.reduce((sum, one) => sum + one, 0),
  }
}

/** The mean with a percentile bootstrap over the queries; seeded, so that the same code prints the same. */
function withInterval(values: number[]): string {
  const random = generator(20_251_120)
  const mean = (sample: number[]): number => sample.reduce((sum, one) => sum + one, 0) / sample.length
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  ).toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [means[50], means[1949]]
  return `${mean(values).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The table of the sets' README: its last column holds the best recall@5 and nDCG@10 of plain BM25. */
function publishedFigures(readme: string): Map<string, string[]> {
  if (!existsSync(readme)) return new Map()
  const rows = readFileSync(readme, 'utf8').matchAll(/^\| ([a-z-]+) \|.*\| ([\d.]+), ([\d.]+) \|$/gm)
  return new Map([...rows].map(([, set = '', recall = '', gain = '']) => [set, [recall, gain]]))
}
