import { describe, expect, test } from 'vitest'
import { newKey, STATE, storeContract, turnOf } from './store.contract.ts'
import { createMemoryStore } from './store-memory.ts'

describe('the store in memory', () => {
  storeContract(async () => createMemoryStore())

  test('keeps the conversations that were spoken in last and no more', async () => {
    const store = createMemoryStore({ most: 3 })
    const keys = await Promise.all([newKey(), newKey(), newKey(), newKey()])
    for (const key of keys.slice(0, 3)) await store.append(key, turnOf(1), STATE)
    await store.append(keys[0] as (typeof keys)[0], turnOf(2), STATE)
    await store.append(keys[3] as (typeof keys)[0], turnOf(1), STATE)
    const found = await Promise.all(keys.map((key) => store.find(key)))
    expect(found.map((one) => one !== undefined)).toEqual([true, false, true, true])
  })
})
