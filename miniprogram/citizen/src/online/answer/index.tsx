import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { PurposeUnlock } from '@nansha/shared/openid4vp/purpose'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { goHome } from '../../pages'
import { Unlock } from '../../parts/Unlock'
import { readLinkParameter } from '../link-parameter'
import { TEXTS } from '../texts'
import { usePortalAnswer } from '../use-portal-answer'
import { Answered } from './Answered'
import { AskApproval } from './AskApproval'
import { FaceUnlock } from './FaceUnlock'
import { Stopped } from './Stopped'

/** Scenarios at a desk that are unlocked in the same way. */
const UNLOCKED_LIKE: Readonly<Record<Exclude<PurposeUnlock, 'fresh-face'>, ScenarioName>> = {
  'pin-or-biometric': 'counter',
  'fresh-face-or-fresh-pin': 'bank',
}

/** A website asks: who, what for and for what exactly; the citizen decides (docs/protocol.md §15). */
export default function AnswerPortalPage() {
  const say = useSay()
  const { q = '' } = useQuery()
  const { state, dispatch, approve, decline } = usePortalAnswer(readLinkParameter(q))
  const unlock = state.phase === 'locked' ? state.request.asked.purpose.unlock : undefined
  const onUnlocked = () => void approve()

  return (
    <Page key={state.phase} title={say(TEXTS.title)}>
      {state.phase === 'reading' && <Spinner label={say(TEXTS.reading)} />}
      {state.phase === 'asked' && (
        <AskApproval
          request={state.request}
          chosen={state.chosen}
          onChoose={(chosen) => dispatch({ type: 'choose', chosen })}
          onApprove={onUnlocked}
          onDecline={decline}
        />
      )}
      {unlock === 'fresh-face' && <FaceUnlock onUnlocked={onUnlocked} onBack={decline} />}
      {unlock !== undefined && unlock !== 'fresh-face' && (
        <Unlock scenario={UNLOCKED_LIKE[unlock]} onUnlocked={onUnlocked} onBack={decline} />
      )}
      {state.phase === 'sending' && <Spinner label={say(TEXTS.sending)} />}
      {state.phase === 'answered' && <Answered answered={state.answered} />}
      {state.phase === 'declined' && (
        <StatusScreen kind="info" title={say(TEXTS.declinedTitle)} text={say(TEXTS.declinedText)}>
          <Button label={say(TEXTS.home)} onPress={goHome} />
        </StatusScreen>
      )}
      {state.phase === 'stopped' && <Stopped reason={state.reason} claims={state.claims} />}
    </Page>
  )
}
