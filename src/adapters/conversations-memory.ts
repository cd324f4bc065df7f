export { createMemoryStore as memoryConversations } from './store-memory.ts'
