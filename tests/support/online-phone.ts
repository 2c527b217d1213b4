import { randomBytes } from 'node:crypto'
import type { PortalPorts } from '@nansha/citizen/src/online/read-portal'
import { createWalletSession } from '@nansha/citizen/src/wallet/wallet-session'
import { vouchFor } from '@nansha/core/organisation/register-relying-party'
import { carry } from '@nansha/core/present/carry'
import { openRequest } from '@nansha/core/wallet/open-request'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { OrganisationEvent } from '@nansha/shared/api/organisation'
import type { PresentEvent } from '@nansha/shared/api/present'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { dispatch } from '#functions/wallet/dispatch'
import { askWallet, enrolCitizen } from './enrolled-citizen'
import { ISSUER } from './issuer'
import type { OnlineCloud } from './online-cloud'
import type { OnlineWebsite } from './online-website'

export const ALICE = 'wxc:alice' as const
export const PIN = '135246'

/** A citizen's phone with an identity and a PIN, whose relay reaches the website. */
export async function giveAlicePhone(
  { cloud, trust, verifySignature, register }: OnlineCloud,
  { post }: Pick<OnlineWebsite, 'post'>,
) {
  const { now } = cloud.ports
  const present = { trust, issuerUrl: ISSUER, now, verifySignature, post }

  const ask: Ask = async <Result>(name: string, event: object) => {
    if (name === 'present') return (await carry(present, event as PresentEvent)) as Result
    if (name === 'organisation') {
      const asked = event as Extract<OrganisationEvent, { action: 'relying-party' }>
      return (await vouchFor(register, asked.clientId)) as Result
    }
    const { request } = event as { request: string }
    return (await dispatch(cloud.ports, await openRequest(cloud.ports, ALICE, request))) as Result
  }

  const enrolled = (await enrolCitizen(cloud, ALICE)) as {
    readonly key: HolderKey
    readonly credential: string
  }
  const storage = new Map<string, string>()
  const wallet = createWalletSession({
    ask,
    storage: {
      get: async (key) => storage.get(key),
      set: async (key, value) => void storage.set(key, value),
      remove: async (key) => void storage.delete(key),
    },
    now,
    randomBytes: async (length) => Uint8Array.from(randomBytes(length)),
  })
  await wallet.keep({ key: enrolled.key, credential: enrolled.credential })
  await askWallet(cloud, ALICE, enrolled.key, { action: 'set-pin', pin: PIN })
  const phone: PortalPorts = {
    ask,
    wallet,
    trust: { read: async () => trust },
    now,
    randomBytes: async (length) => Uint8Array.from(randomBytes(length)),
    caller: undefined,
  }

  return { present, enrolled, phone }
}
