import corpus from '../corpus/corpus.json' with { type: 'json' }
import { createMemoryIndex } from './adapters/index-memory.ts'
import { createMemoryStore } from './adapters/store-memory.ts'
import { createService } from './service.ts'

const service = createService({
  corpus,
  openIndex: createMemoryIndex,
  conversations: createMemoryStore(),
  now: () => new Date(),
  defaultRegion: '',
})

export default {
  async fetch(request: Request): Promise<Response> {
    return (await service).app.fetch(request)
  },
}
