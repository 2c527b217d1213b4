import { createService } from '@nansha/kit/service/create-service'
import type { UseConfirmed } from '@nansha/shared/api/verify'
import type { PassFrames } from '@nansha/shared/pass/verify-pass'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { DeskAsk, DeskScreenEvents, OpenDeskScreen } from './desk-code/desk-screen'
import type { Subject } from './subject'

/** What is done at a desk, whichever page does it. */
export interface Desk {
  verifyTicket(scenario: ScenarioName, ticket: string): Promise<Subject>
  checkPass(scenario: ScenarioName, frames: PassFrames): Promise<Subject>
  /** @param stay that a hotel guest is added to; by default one of their own */
  confirmUse(subject: Subject, portraitMatches: boolean, stay?: string): Promise<UseConfirmed['verdict']>
  openScreen(ask: DeskAsk, events: DeskScreenEvents): OpenDeskScreen
}

export const [DeskProvider, useDesk] = createService<Desk>('desk')
