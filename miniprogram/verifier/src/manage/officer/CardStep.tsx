import { discardPicture, type Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { CounterOpened } from '@nansha/shared/api/counter'
import type { CardRead } from '@nansha/shared/api/enrol'
import type { Dispatch } from 'react'
import { refusalLook } from '../../parts/refusals'
import { CAMERA_HELP } from '../../texts'
import type { ApplicationEvent } from './application'
import type { OfficerClient } from './officer-client'
import { StepHeading } from './StepHeading'
import { TEXTS } from './texts'

export interface CardStepProps {
  readonly side: CardRead['side']
  readonly client: OfficerClient
  readonly opened: CounterOpened
  readonly dispatch: Dispatch<ApplicationEvent>
}

/** One side of the card. It saves typing; the picture is gone from the device and the cloud as soon as it was read. */
export function CardStep({ side, client, opened, dispatch }: CardStepProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()

  const read = (picture: Picture) =>
    run(async () => {
      try {
        dispatch({ type: 'read', card: await client.readCard(opened, side, picture) })
      } finally {
        discardPicture(picture)
      }
    })

  return (
    <>
      <StepHeading step={opened.guardian ? 3 : 2} title={titleOf(side, opened)} />
      {opened.phoneHolds && !opened.guardian && <Notice kind="warn" text={say(TEXTS.phoneHolds)} />}
      <Photograph
        subject="card"
        facing="back"
        hint={say(side === 'portrait' ? TEXTS.cardHint : TEXTS.emblemHint)}
        take={TEXTS.take}
        help={CAMERA_HELP}
        busy={isRunning}
        onPicture={read}
      />
      {isRunning && <Spinner label={say(TEXTS.reading)} />}
      {failure !== undefined && <Notice kind="warn" text={say(refusalLook(failure.code).text)} />}
      <Button
        kind="secondary"
        label={say(TEXTS.typeInstead)}
        disabled={isRunning}
        onPress={() => dispatch({ type: 'type-instead' })}
      />
    </>
  )
}

function titleOf(side: CardRead['side'], { guardian }: CounterOpened) {
  if (side === 'emblem') return TEXTS.emblemTitle
  return guardian ? TEXTS.childCardTitle : TEXTS.cardTitle
}
