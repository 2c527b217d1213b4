import type { AccountKey } from '../records/account-key'
import type { AlertKind } from '../records/alerts'

/** `unwanted`: the citizen took the consent back in the chat app, or it was for one message, which was sent. */
export type AlertOutcome = 'sent' | 'unwanted'

/** Brings messages to citizens in the chat app. */
export interface AlertChannel {
  /** The template to which the phone has the citizen agree. */
  readonly templateId: string
  /** @throws NanshaError SERVICE_UNAVAILABLE when it may be tried again */
  send(account: AccountKey, alert: { readonly kind: AlertKind; readonly at: Date }): Promise<AlertOutcome>
}
