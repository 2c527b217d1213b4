import { type CardsClient, createCardsClient } from './client/cards'
import { createIdentityClient, type IdentityClient } from './client/identity'
import { createOnlineClient, type OnlineClient } from './client/online'
import { createShowingClient, type ShowingClient } from './client/showing'
import { createSignAndSend, type WalletClientPorts } from './client/sign-and-send'
import { createUnlockingClient, type UnlockingClient } from './client/unlocking'

export interface WalletClient
  extends ShowingClient,
    UnlockingClient,
    IdentityClient,
    CardsClient,
    OnlineClient {}

/** What the phone asks of the functions `wallet` and, for faces, `enrol`; signed by the phone key, but for a freeze. */
export function createWalletClient(ports: WalletClientPorts): WalletClient {
  const send = createSignAndSend(ports)
  return {
    ...createShowingClient(send),
    ...createUnlockingClient(send, ports.ask),
    ...createIdentityClient(send, ports.ask),
    ...createCardsClient(send),
    ...createOnlineClient(send),
  }
}
