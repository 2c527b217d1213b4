import { discardPicture, type Picture } from '@nansha/kit/camera/picture'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useTask } from '@nansha/kit/state/use-task'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { FaceAnswer } from '@nansha/shared/api/verify'
import { useState } from 'react'
import { refusalLook } from '../parts/refusals'
import { CAMERA_HELP, TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { compareLive } from './compare-live'
import { LIVE_TEXTS } from './live-texts'

export interface LiveViewProps {
  /** The open check. */
  readonly useId: string
  readonly onAnswer: (answer: FaceAnswer) => void
  readonly onBack: () => void
}

/** The person is asked, and only then the camera opens. What comes of it is the clerk's to judge. */
export function LiveView({ useId, onAnswer, onBack }: LiveViewProps) {
  const say = useSay()
  const ask = useAsk()
  const [isAgreed, setAgreed] = useState(false)
  const { isRunning, failure, run } = useTask()
  const compare = (picture: Picture) =>
    run(async () => onAnswer(await compareLive({ ask, uploadFile, discardPicture }, useId, picture)))

  if (!isAgreed) {
    return (
      <DeskPage key="ask" title={say(TEXTS.check)} tone="plain">
        <StatusScreen kind="info" title={say(LIVE_TEXTS.ask)} text={say(LIVE_TEXTS.consent)} />
        <Actions>
          <Button label={say(LIVE_TEXTS.agreed)} onPress={() => setAgreed(true)} />
          <Button kind="secondary" label={say(LIVE_TEXTS.declined)} onPress={onBack} />
        </Actions>
      </DeskPage>
    )
  }
  return (
    <DeskPage key="photo" title={say(TEXTS.check)} tone="plain">
      <Heading title={say(LIVE_TEXTS.take)} />
      {failure !== undefined && <Notice kind="warn" text={say(refusalLook(failure.code).text)} />}
      <Photograph
        subject="person"
        facing="back"
        hint={say(LIVE_TEXTS.hint)}
        take={LIVE_TEXTS.take}
        help={CAMERA_HELP}
        busy={isRunning}
        onPicture={compare}
      />
      <Button kind="quiet" label={say(LIVE_TEXTS.back)} disabled={isRunning} onPress={onBack} />
    </DeskPage>
  )
}
