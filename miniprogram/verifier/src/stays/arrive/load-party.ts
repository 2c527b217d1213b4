import { codeOf } from '@nansha/kit/cloud/ask'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails, WaitingGuestView, WaitingParties } from '@nansha/shared/api/stays-answers'

/** Who waits under a stay, and the room that it has already. */
export interface Party {
  readonly guests: readonly WaitingGuestView[]
  readonly existing?: Pick<StayDetails, 'room' | 'revision'>
}

type AskStays = <Result extends object>(event: StaysEvent) => Promise<Result>

/** @throws NanshaError whatever the cloud refuses, but that there is no such stay yet */
export async function loadParty(ask: AskStays, stay: string): Promise<Party> {
  try {
    const { room, revision, waiting } = await ask<StayDetails>({ action: 'stay', stay })
    return { guests: waiting, existing: { room, revision } }
  } catch (error) {
    if (codeOf(error) !== 'STAY_UNKNOWN') throw error
  }
  const { parties } = await ask<WaitingParties>({ action: 'waiting', stay })
  return { guests: parties[0]?.guests ?? [] }
}
