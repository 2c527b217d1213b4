import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { type ErrorCode, UNANSWERED } from '@nansha/shared/errors'
import { goHome, PAGES } from '../../pages'
import { holderReason } from '../../parts/holder-reason'
import { TEXTS } from '../texts'

/** Nothing was decided, and the same may be asked again in a moment. */
const AGAIN: ReadonlySet<ErrorCode> = new Set([...UNANSWERED, 'DOCUMENT_REGISTRY_DOWN'])
/** Refusals that the holder resolves in the settings. */
const IN_SETTINGS: ReadonlySet<ErrorCode> = new Set(['NUMBER_LOCKED', 'CREDENTIAL_FROZEN'])

export interface NotAddedProps {
  readonly code: ErrorCode
  readonly onAgain: () => void
  readonly onOther: () => void
}

/** Why it was not added, and the one thing that helps. */
export function NotAdded({ code, onAgain, onOther }: NotAddedProps) {
  const say = useSay()
  return (
    <StatusScreen kind="warn" title={say(TEXTS.failed)} text={say(holderReason(code))}>
      {AGAIN.has(code) && <Button label={say(TEXTS.again)} onPress={onAgain} />}
      {IN_SETTINGS.has(code) && (
        <Button label={say(TEXTS.toSettings)} onPress={() => openTab(PAGES.settings)} />
      )}
      <Button kind="secondary" label={say(TEXTS.other)} onPress={onOther} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}
