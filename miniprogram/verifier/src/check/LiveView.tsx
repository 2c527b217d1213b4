import type { Picture } from '@nansha/kit/camera/picture'
import type { Text } from '@nansha/kit/i18n/fill-text'
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
import { LIVE_TEXTS } from './live-texts'

export interface LiveViewProps {
  /** What the person is told before they agree. */
  readonly consent: Text
  readonly compare: (picture: Picture) => Promise<FaceAnswer>
  readonly onAnswer: (answer: FaceAnswer) => void
  readonly onBack: () => void
}

/** The person is asked, and only then the camera opens. What comes of it is the clerk's to judge. */
export function LiveView({ consent, compare, onAnswer, onBack }: LiveViewProps) {
  const say = useSay()
  const [isAgreed, setAgreed] = useState(false)
  const { isRunning, failure, run } = useTask()
  const take = (picture: Picture) => run(async () => onAnswer(await compare(picture)))

  if (!isAgreed) {
    return (
      <DeskPage key="ask" title={say(TEXTS.check)} tone="plain">
        <StatusScreen kind="info" title={say(LIVE_TEXTS.ask)} text={say(consent)} />
        <Actions>
          <Button label={say(LIVE_TEXTS.agreed)} onPress={() => setAgreed(true)} />
          <Button kind="secondary" label={say(LIVE_TEXTS.declined)} onPress={onBack} />
        </Actions>
      </DeskPage>
    )
  }
  return (
    <DeskPage key="photo" title={say(TEXTS.check)} tone="plain">
      <Heading title={say(LIVE_TEXTS.title)} />
      {failure !== undefined && <Notice kind="warn" text={say(refusalLook(failure.code).text)} />}
      <Photograph
        subject="person"
        facing="back"
        hint={say(LIVE_TEXTS.hint)}
        take={LIVE_TEXTS.take}
        help={CAMERA_HELP}
        busy={isRunning}
        onPicture={take}
      />
      <Button kind="quiet" label={say(LIVE_TEXTS.back)} disabled={isRunning} onPress={onBack} />
    </DeskPage>
  )
}
