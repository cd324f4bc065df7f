import { writeFileSync } from 'node:fs'
import { buildCorpus, CorpusFileError } from './corpus-folder.ts'
import { learned } from './train.ts'

/** `npm run corpus:build`: the folders of `corpus/` become `corpus/corpus.json`. */
try {
  const corpus = learned(buildCorpus('corpus'))
  writeFileSync('corpus/corpus.json', `${JSON.stringify(corpus, null, 1)}\n`)
  const clauses = corpus.documents.reduce((sum, { clauses }) => sum + clauses.length, 0)
  console.log(
    `corpus.json: ${corpus.documents.length} documents, ${clauses} clauses, hash ${corpus.hash.slice(0, 12)}`,
  )
} catch (error) {
  if (!(error instanceof CorpusFileError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
