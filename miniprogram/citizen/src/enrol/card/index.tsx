import type { Picture } from '@nansha/kit/camera/picture'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { enrolmentSession } from '../../services'
import { chooseFromAlbum } from '../choose-from-album'
import { Capture } from '../parts/Capture'
import { Preview } from '../parts/Preview'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { TEXTS } from './texts'

export default function CardPage() {
  const say = useSay()
  const { card } = useStore(enrolmentSession.store)
  const [isRetaking, setRetaking] = useState(false)
  const [isTooLarge, setTooLarge] = useState(false)
  useTurn('card')

  const keep = (picture: Picture) => {
    enrolmentSession.store.dispatch({ type: 'photographed', card: picture })
    setRetaking(false)
  }
  const use = () => {
    void enrolmentSession.readCard()
    goOn()
  }
  const choose = async () => {
    const chosen = await chooseFromAlbum()
    setTooLarge(chosen === 'too-large')
    if (typeof chosen === 'object') keep(chosen)
  }

  return (
    <Page title={say(TEXTS.title)}>
      <StepHeader step="card" title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {card && !isRetaking ? (
        <Preview
          what="card"
          picture={card}
          check={say(TEXTS.check)}
          onUse={use}
          onRetake={() => setRetaking(true)}
        />
      ) : (
        <>
          <Capture what="card" hint={say(TEXTS.hint)} onPicture={keep} />
          {isTooLarge && <Notice kind="warn" text={say(ERRORS.IMAGE_TOO_LARGE)} />}
          <Button kind="secondary" label={say(TEXTS.album)} onPress={() => void choose()} />
        </>
      )}
      <Button kind="quiet" label={say(TEXTS.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}
