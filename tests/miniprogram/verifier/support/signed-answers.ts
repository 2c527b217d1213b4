import { createHash } from 'node:crypto'
import { digestText } from '@nansha/shared/encoding/digest'
import type { PassFrames } from '@nansha/shared/pass/verify-pass'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { VERDICT_TYPE, type Verdict } from '@nansha/shared/verdict/verdict'
import { ISSUER } from '#support/issuer'
import { createOfflineWorld } from '#support/offline-world'
import { deskSigner, signTrustList } from '#support/trust'

export const ORGANISATION = 'organisation-1'

/** What a cloud signs for a companion, here and now. */
export async function createSignedAnswers() {
  const world = await createOfflineWorld()
  const now = () => {
    world.clock.now = Date.now()
    return world.seconds()
  }
  const began = now()
  const trustList = signTrustList({ iat: began, exp: began + 86_400 })
  await world.setOrganisation({
    name: { zh: '南沙湾酒店', en: 'Nansha Bay Hotel' },
    licenceExpiresAt: new Date(Date.now() + 400 * 86_400_000),
  })

  return {
    world,
    bundle: () => {
      now()
      return world.download({ ...world.ports, trustList })
    },
    /** A verdict on whatever ticket the companion asked about. */
    verdict: (of: {
      ticket: string
      useId: string
      scenario: ScenarioName
      claims: Verdict['claims']
      portrait: string
    }) =>
      deskSigner.sign(VERDICT_TYPE, {
        iss: ISSUER,
        aud: ORGANISATION,
        iat: now(),
        ticket: digestText(of.ticket),
        use: of.useId,
        scenario: of.scenario,
        unlock: 'face',
        claims: of.claims,
        portrait_digest: createHash('sha256').update(Buffer.from(of.portrait, 'base64')).digest('base64url'),
      } satisfies Verdict),
    /** A phone that shows a pass for a gate. */
    async frames(): Promise<Required<PassFrames>> {
      const issuedAt = now()
      const pass = await world.pass({ scenario: 'gate', exp: issuedAt + 3600 })
      return (await world.frames({ pass, issuedAt })) as Required<PassFrames>
    },
  }
}
export type SignedAnswers = Awaited<ReturnType<typeof createSignedAnswers>>
