import type { Picture } from '@nansha/kit/camera/picture'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useStore } from '@nansha/kit/state/use-store'
import { COMMON } from '@nansha/kit/texts/common'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { SayAgain } from '@nansha/kit/ui/SayAgain/SayAgain'
import { useSpoken } from '@nansha/kit/ui/use-spoken'
import type { CardSide } from '@nansha/shared/identity-card'
import { type PropsWithChildren, useState } from 'react'
import { PAGES } from '../../pages'
import { PICTURE_OF } from '../card-sides'
import { chooseFromAlbum } from '../choose-from-album'
import { readingOf } from '../enrolment'
import { wantsRetake } from '../reading'
import { isOnPhone } from '../resumed-enrolment'
import { useEnrolment } from '../use-enrolment'
import { CAMERA_HELP, CAPTURE_TEXTS } from './capture-texts'
import { CARD_TEXTS, SIDE_TEXTS } from './card-texts'
import { Preview } from './Preview'
import { StepHeader } from './StepHeader'
import { sayUnread } from './say-unread'
import { goOn, useReturnToCard, useTurn } from './step-navigation'

/**
 * The page of one side of the card: photographed or chosen, looked at, and read while the citizen goes on. When the first side cannot
 * be used they are brought back to its page, where its fault is said.
 */
export function PhotographCard({ side }: { readonly side: CardSide }) {
  const say = useSay()
  const { enrolmentSession } = useEnrolment()
  const step = PICTURE_OF[side]
  const { title, lead } = SIDE_TEXTS[side]
  const enrolment = useStore(enrolmentSession.store)
  const card = enrolment[step]
  const reading = readingOf(enrolment, side)
  const [isRetaking, setRetaking] = useState(false)
  useTurn(step)
  useReturnToCard(step === 'emblem' && wantsRetake(enrolment.reading))

  const keep = (picture: Picture) => {
    enrolmentSession.store.dispatch({ type: 'photographed', side, card: picture })
    setRetaking(false)
  }
  const use = () => {
    if (reading.phase === 'none') void enrolmentSession.readCard(side)
    goOn(enrolmentSession)
  }

  const isTaken = card !== undefined && isOnPhone(card) && !isRetaking && !wantsRetake(reading)
  const retake = side === 'portrait' ? CARD_TEXTS.retakePortrait : CARD_TEXTS.retakeEmblem
  const again = useSpoken(isTaken ? CARD_TEXTS.check : wantsRetake(reading) ? retake : title)

  const previous = (
    <>
      <SayAgain again={again} />
      <BackLink home={PAGES.home} words={COMMON.previous} />
    </>
  )
  return (
    <Page title={say(title)}>
      <StepHeader step={step} title={say(title)} lead={say(lead)} />
      {reading.phase === 'unread' && <Notice kind="warn" text={sayUnread(say, side, reading.code)} />}
      {isTaken ? (
        <Preview
          what="card"
          picture={card}
          check={say(CARD_TEXTS.check)}
          onUse={use}
          onRetake={() => setRetaking(true)}
        >
          {previous}
        </Preview>
      ) : (
        <TakePicture onPicture={keep}>{previous}</TakePicture>
      )}
    </Page>
  )
}

/** By the camera, or out of the album. */
function TakePicture({
  onPicture,
  children,
}: PropsWithChildren<{ readonly onPicture: (picture: Picture) => void }>) {
  const say = useSay()
  const [albumFault, setAlbumFault] = useState<Text>()
  const choose = async () => {
    const { picture, fault } = await chooseFromAlbum()
    setAlbumFault(fault)
    if (picture) onPicture(picture)
  }
  return (
    <>
      <Photograph
        subject="card"
        facing="back"
        hint={say(CARD_TEXTS.hint)}
        take={CAPTURE_TEXTS.take}
        help={CAMERA_HELP}
        onPicture={onPicture}
      />
      {albumFault && <Notice kind="warn" text={say(albumFault)} />}
      <Button kind="secondary" label={say(CARD_TEXTS.album)} onPress={() => void choose()} />
      {children}
    </>
  )
}
