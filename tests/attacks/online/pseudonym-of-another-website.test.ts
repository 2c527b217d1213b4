import { expect, it } from 'vitest'
import { holderKey } from '../../support/keys'
import { ASK_NAME, answerForged, createOnlineWorld } from '../../support/online-world'

it('a phone that has pseudonyms made for other websites does not come to one website as many people', async () => {
  const online = await createOnlineWorld()
  await online.unlock()
  const question = { ...ASK_NAME, claims: [...ASK_NAME.claims, ['pairwise_id']] }
  const shown = async (sector: string) => {
    const wanted = { key: holderKey(77), unlock: 'pin-or-biometric', sector } as const
    const sdJwt = await online.phone.wallet.client.fetchOnlineCredential(wanted)
    return answerForged(online, question, { sdJwt })
  }
  expect(await shown('hall.example')).toBe('done')
  expect(await shown('another.example')).toBe('CREDENTIAL_INVALID')
})
