import { discardPicture, readPicture } from '@nansha/kit/camera/picture'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useEffect, useReducer, useState } from 'react'
import { PAGES } from '../../pages'
import { DeskPage } from '../../warnings/DeskPage'
import { nextApplication } from './application'
import { CardStep } from './CardStep'
import { CodeStep } from './CodeStep'
import { DetailsStep } from './DetailsStep'
import { createOfficerClient } from './officer-client'
import { PortraitStep } from './PortraitStep'
import { ReviewStep } from './ReviewStep'
import { TEXTS } from './texts'

/** One person after the other, each with a physical card in the officer's hand. */
export default function OfficerPage() {
  const say = useSay()
  const ask = useAsk()
  const [client] = useState(() => createOfficerClient({ ask, uploadFile, readPicture }))
  const [state, dispatch] = useReducer(nextApplication, { at: 'code' })
  const portrait = state.at === 'review' ? state.portrait : undefined
  const leave = () => back(PAGES.desk)

  // However the review ends, the person's picture does not stay on this device.
  useEffect(() => portrait && (() => discardPicture(portrait)), [portrait])

  const wayOut = <Button kind="quiet" label={say(COMMON.back)} onPress={leave} />

  const step = () => {
    switch (state.at) {
      case 'code':
        return <CodeStep client={client} dispatch={dispatch} />
      case 'card':
        return <CardStep side="portrait" client={client} opened={state.opened} dispatch={dispatch} />
      case 'emblem':
        return <CardStep side="emblem" client={client} opened={state.opened} dispatch={dispatch} />
      case 'details':
        return <DetailsStep card={state.card} dispatch={dispatch} />
      case 'portrait':
        return <PortraitStep failure={state.failure} dispatch={dispatch} />
      case 'review':
        return <ReviewStep client={client} review={state} dispatch={dispatch} onLeave={wayOut} />
      case 'approved':
        return (
          <StatusScreen
            kind="good"
            title={say(TEXTS.approved)}
            text={say(TEXTS.approvedText, { name: state.name })}
          >
            <Button label={say(TEXTS.next)} onPress={() => dispatch({ type: 'next' })} />
          </StatusScreen>
        )
      case 'refused':
        return (
          <StatusScreen kind="bad" title={say(TEXTS.refused)} text={say(TEXTS.refusedText)}>
            <Button label={say(TEXTS.next)} onPress={() => dispatch({ type: 'next' })} />
          </StatusScreen>
        )
    }
  }

  return (
    <DeskPage key={state.at} title={say(TEXTS.title)}>
      {step()}
      {state.at !== 'review' && wayOut}
    </DeskPage>
  )
}
