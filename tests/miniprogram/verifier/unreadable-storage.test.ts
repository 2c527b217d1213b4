import { describe, expect, test } from 'vitest'
import { keepUses, NO_USES } from '#verifier/check/pass/kept-uses'
import { createPassUses } from '#verifier/check/pass/pass-uses'
import { createWatch } from '#verifier/warnings/watch'
import { createCompanion } from './support/companion'

const UNREADABLE = ['', '{', '{"memory":{"ro', '{}', 'null', '[1]', '"', '-1', '\ud83d']

describe('what a companion stored and cannot read', () => {
  test.each(UNREADABLE)('trust data is downloaded anew: %j', async (text) => {
    const companion = await createCompanion()
    await companion.trust.refresh()
    companion.storage.values.set('trust-bundle', text)
    companion.storage.values.set('signed-time', text)
    const restarted = companion.restart()
    expect((await restarted.require()).licence.organisationId).toBe('organisation-1')
    expect(companion.storage.values.get('trust-bundle')).toContain('"pinned"')
  })

  test.each(UNREADABLE)('the memory of passes begins anew, and remembers again: %j', async (text) => {
    const { storage, ask } = await createCompanion()
    storage.values.set('pass-uses', text)
    storage.values.set('pass-use.p', text)
    const uses = createPassUses({ ask, storage })
    expect(await uses.hasSeen('p')).toBe(false)
    expect(await keepUses(storage).loadUse('p')).toBeUndefined()
    expect(uses.store.get()).toEqual(NO_USES)
    await uses.record('p', { scenario: 'gate', proof: 'proof', at: 1, accepted: true }, 1)
    expect(await createPassUses({ ask, storage }).hasSeen('p')).toBe(true)
  })

  test.each(UNREADABLE)('warnings are shown again rather than never: %j', async (text) => {
    const { storage, ask, world } = await createCompanion()
    storage.values.set('warnings-read', text)
    const passUses = createPassUses({ ask, storage })
    const watch = createWatch({ ask, storage, now: () => world.clock.now, passUses })
    await watch.look()
    await watch.acknowledge({ id: 'disputed.u' })
    expect(storage.values.get('warnings-read')).toBe('["disputed.u"]')
  })
})
