import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { goHome } from '../pages'
import { holderReason } from '../parts/holder-reason'
import { TEXTS } from './texts'

/** Why no code can be shown, and what helps. */
export function CodeStopped({ code, onRetry }: { readonly code: ErrorCode; readonly onRetry: () => void }) {
  const say = useSay()
  const isOffline = code === 'OFFLINE'
  const title = isOffline ? TEXTS.noCodes : TEXTS.stopped
  return (
    <StatusScreen
      kind="warn"
      title={say(title)}
      text={say(isOffline ? TEXTS.noCodesText : holderReason(code))}
    >
      <Button label={say(COMMON.retry)} onPress={onRetry} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}
