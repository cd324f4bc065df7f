import { expect, test } from 'vitest'
import { STATE, turnOf } from '../adapters/store.contract.ts'
import { createMemoryStore } from '../adapters/store-memory.ts'
import { keyOf } from './conversations.ts'
import { resilient } from './resilient.ts'

const broken = () => Promise.reject(new Error('disk full'))

test('a key tells nothing of its id and is always the same', async () => {
  expect(await keyOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('memory holds the latest conversations and no more', async () => {
  const store = resilient({ ...createMemoryStore(), append: broken }, { most: 2 })
  const keys = await Promise.all(['a', 'b', 'c'].map(keyOf))
  for (const key of keys) expect(await store.append(key, turnOf(1), STATE)).toBe('unsaved')
  const found = await Promise.all(keys.map((key) => store.find(key)))
  expect(found.map((one) => one?.state)).toEqual([undefined, STATE, STATE])
})

test('what was removed is not remembered either, nor what grew too old', async () => {
  const memory = createMemoryStore()
  let isBroken = false
  const store = resilient({ ...memory, find: (key) => (isBroken ? broken() : memory.find(key)) })
  const [removed, old] = [await keyOf('removed'), await keyOf('old')]
  await store.append(removed, turnOf(1), STATE)
  await store.append(old, turnOf(1, { at: 1 }), STATE)
  expect(await store.remove(removed)).toBe(true)
  expect(await store.removeBefore(2)).toBe(1)
  isBroken = true
  expect(await store.find(removed)).toMatchObject({ unread: true, turns: 0 })
  expect(await store.find(old)).toMatchObject({ unread: true, turns: 0 })
})

test('where the store went on without this process the store counts', async () => {
  const memory = createMemoryStore()
  const key = await keyOf('k')
  await memory.append(key, turnOf(1), STATE)
  const store = resilient({ ...memory, append: broken })
  await store.append(key, turnOf(2), { ...STATE, place: '金华市' })
  expect(await store.find(key)).toMatchObject({ turns: 1, state: { place: '金华市' } })
  await memory.append(key, turnOf(2), { ...STATE, place: '武侯区' })
  expect(await store.find(key)).toMatchObject({ turns: 2, state: { place: '武侯区' } })
})

test('an ill store is asked once, however many ask for its health', async () => {
  let probes = 0
  const changes: boolean[] = []
  const probe = async () => {
    probes += 1
    if (probes === 1) throw new Error('disk full')
  }
  const store = resilient(
    { ...createMemoryStore(), append: broken, probe },
    { onChange: (healthy) => changes.push(healthy) },
  )
  expect(await store.health()).toEqual({ healthy: true, failures: 0 })
  await store.append(await keyOf('k'), turnOf(1), STATE)
  const asked = await Promise.all([store.health(), store.health(), store.health()])
  expect([probes, asked[2]]).toEqual([1, { healthy: false, failures: 2 }])
  expect(await store.health()).toEqual({ healthy: true, failures: 2 })
  expect(changes).toEqual([false, true])
})
