import { signal } from '@nansha/kit/device/feedback'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { HistoryEntry } from '@nansha/shared/api/wallet'
import { useEffect } from 'react'
import { goHome } from '../../pages'
import { UseEntry } from '../../parts/UseEntry'
import { TEXTS } from './texts'

export interface ReceiptProps {
  readonly receipt: HistoryEntry
  readonly onAnother: () => void
}

/** What the desk made of it, at once. */
export function Receipt({ receipt, onAnother }: ReceiptProps) {
  const say = useSay()
  const isAccepted = receipt.kind === 'presented'
  useEffect(() => signal(isAccepted ? 'accepted' : 'refused'), [isAccepted])

  return (
    <StatusScreen
      kind={isAccepted ? 'good' : 'bad'}
      title={say(isAccepted ? TEXTS.accepted : TEXTS.refused)}
      text={say(isAccepted ? TEXTS.acceptedText : TEXTS.refusedText)}
    >
      <UseEntry entry={receipt} />
      <Button label={say(TEXTS.done)} onPress={goHome} />
      <Button kind="quiet" label={say(TEXTS.presentAgain)} onPress={onAnother} />
    </StatusScreen>
  )
}
