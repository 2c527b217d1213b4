import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { chosenSet, PAIRWISE, type Path, pathName } from '@nansha/shared/openid4vp/asked-of'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import { webHost } from '@nansha/shared/openid4vp/web-host'
import type { PortalReceipt } from '../wallet/portal-receipts'
import { type PortalPorts, type PortalRequest, sendAnswer } from './read-portal'

/** What came of an answer. */
export interface PortalAnswered {
  /** Six digits, to be typed into the page that asked. */
  readonly sessionCode: string
  /** The page on this phone that waits for its visitor; only ever on a domain of the website itself. */
  readonly returnTo: string | undefined
  /** Whether the website's own mini-program waits for that address in place of a page. */
  readonly returnsByJump: boolean
  readonly receipt: PortalReceipt
}

/**
 * Shows a website what the citizen agreed to: a credential of its own is issued for it, bound to a key that is used this once.
 *
 * @param chosen optional claims that the citizen added
 * @throws NanshaError UNLOCK_REQUIRED until the holder did what the purpose asks for, PORTAL_…, CREDENTIAL_…
 */
export async function answerPortal(
  ports: PortalPorts,
  { verified: { request, recipient }, registration, asked, caller }: PortalRequest,
  chosen: readonly Path[],
): Promise<PortalAnswered> {
  const { wallet, now, randomBytes } = ports
  const { registrant, client_id } = registration
  const paths = chosenSet(asked, chosen)
  const wantsPseudonym = paths.some((path) => path[0] === PAIRWISE)
  const key = createHolderKey(await randomBytes(48))
  const sdJwt = await wallet.client.fetchOnlineCredential({
    key,
    unlock: asked.purpose.unlock,
    sector: wantsPseudonym ? registrant.domains[0] : undefined,
  })
  const sessionCode = await drawCode(randomBytes)
  const at = unixSeconds(now())
  const response = createAnswer(request, recipient, {
    credentialId: asked.credentialId,
    sdJwt,
    key,
    paths,
    issuedAt: at,
    sessionCode,
    random: await randomBytes(60),
  })
  const { redirectUri = '' } = await sendAnswer(ports, client_id, request.response_uri, response)
  const isOwn = registrant.domains.includes(webHost(redirectUri))
  const receipt = {
    at,
    organisation: registrant.organisation,
    domain: webHost(request.response_uri),
    purpose: asked.purpose.title,
    disclosed: paths.map(pathName),
    contact: registrant.contact,
  }
  return {
    sessionCode,
    returnTo: isOwn ? redirectUri : undefined,
    // Who led here since was not checked, and would be handed the way into the session.
    returnsByJump: caller !== undefined && caller === ports.caller,
    receipt,
  }
}

/** A draw of 32 bits makes no code more likely than another by more than one in a thousand. */
async function drawCode(randomBytes: PortalPorts['randomBytes']): Promise<string> {
  const [a = 0, b = 0, c = 0, d = 0] = await randomBytes(4)
  const number = ((a * 256 + b) * 256 + c) * 256 + d
  return String(number % 1_000_000).padStart(6, '0')
}
