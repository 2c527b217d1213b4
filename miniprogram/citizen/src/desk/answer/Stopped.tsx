import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { ErrorCode } from '@nansha/shared/errors'
import { goHome } from '../../pages'
import { holderReason } from '../../parts/holder-reason'
import { OTHERWISE_STOPPED, STOPPED_TEXTS, TEXTS } from '../texts'

export interface StoppedProps {
  readonly reason: ErrorCode
  readonly onRescan: () => void
}

/** Why nothing was shown to this desk, and what to do. */
export function Stopped({ reason, onRescan }: StoppedProps) {
  const say = useSay()
  const { kind, title, text } = wordsFor(reason)
  return (
    <StatusScreen kind={kind} title={say(title)} text={say(text)}>
      <Button label={say(TEXTS.scanAgain)} onPress={onRescan} />
      <Button kind="quiet" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}

function wordsFor(reason: ErrorCode) {
  return isOwnScreen(reason)
    ? STOPPED_TEXTS[reason]
    : ({ kind: 'warn', title: OTHERWISE_STOPPED, text: holderReason(reason) } as const)
}

function isOwnScreen(reason: ErrorCode): reason is ErrorCode & keyof typeof STOPPED_TEXTS {
  return Object.hasOwn(STOPPED_TEXTS, reason)
}
