import type { Picture } from '@nansha/kit/camera/picture'
import { back, open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { useState } from 'react'
import { PAGES } from '../../pages'
import { enrolmentSession } from '../../services'
import { useStore } from '../../store/use-store'
import { Capture } from '../parts/Capture'
import { Preview } from '../parts/Preview'
import { StepHeader } from '../parts/StepHeader'
import { goOn, useTurn } from '../parts/step-navigation'
import { TEXTS } from './texts'

export default function SelfiePage() {
  const say = useSay()
  const { selfie } = useStore(enrolmentSession.store)
  const [isRetaking, setRetaking] = useState(false)
  useTurn('selfie')

  const keep = (picture: Picture) => {
    enrolmentSession.photograph('selfie', picture)
    setRetaking(false)
  }

  return (
    <Page title={say(TEXTS.title)}>
      <StepHeader step="selfie" title={say(TEXTS.title)} />
      {selfie && !isRetaking ? (
        <Preview
          what="selfie"
          picture={selfie}
          check={say(TEXTS.check)}
          onUse={goOn}
          onRetake={() => setRetaking(true)}
        />
      ) : (
        <Capture what="selfie" hint={say(TEXTS.hint)} onPicture={keep} />
      )}
      <Button kind="quiet" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      <Button kind="quiet" label={say(TEXTS.back)} onPress={() => back(PAGES.home)} />
    </Page>
  )
}
