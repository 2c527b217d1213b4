import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { goHome } from '../../pages'
import { TEXTS } from './texts'

/** The refusals that a holder reads in other words than a clerk. */
const HOLDER_TEXTS: Partial<Record<ErrorCode, { readonly zh: string; readonly en: string }>> = {
  OFFLINE: TEXTS.noCodesText,
  CREDENTIAL_FROZEN: TEXTS.frozenText,
  CREDENTIAL_REVOKED: TEXTS.revokedText,
  CREDENTIAL_EXPIRED: TEXTS.expiredText,
}

/** Why no code can be shown, and what helps. */
export function CodeStopped({ code, onRetry }: { readonly code: ErrorCode; readonly onRetry: () => void }) {
  const say = useSay()
  const title = code === 'OFFLINE' ? TEXTS.noCodes : TEXTS.stopped
  return (
    <StatusScreen kind="warn" title={say(title)} text={say(HOLDER_TEXTS[code] ?? ERRORS[code])}>
      <Button label={say(TEXTS.retry)} onPress={onRetry} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}
