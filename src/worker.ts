import corpus from '../corpus/corpus.json' with { type: 'json' }
import { memoryConversations } from './adapters/conversations-memory.ts'
import { createMemoryIndex } from './adapters/index-memory.ts'
import { createService } from './service.ts'

const service = createService({
  corpus,
  openIndex: createMemoryIndex,
  conversations: memoryConversations(),
  now: () => new Date(),
  defaultRegion: '',
})

export default {
  async fetch(request: Request): Promise<Response> {
    return (await service).app.fetch(request)
  },
}
