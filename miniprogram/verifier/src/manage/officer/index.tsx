import { discardPicture, readPicture } from '@nansha/kit/camera/picture'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { CounterOpened } from '@nansha/shared/api/counter'
import { useEffect, useReducer, useState } from 'react'
import { PAGES } from '../../pages'
import { DeskPage } from '../../warnings/DeskPage'
import { type Application, nextApplication } from './application'
import { CardStep } from './CardStep'
import { ChildStep } from './ChildStep'
import { CodeStep } from './CodeStep'
import { DetailsStep } from './DetailsStep'
import { GuardianStep } from './GuardianStep'
import { createOfficerClient } from './officer-client'
import { PortraitStep } from './PortraitStep'
import { ReviewStep } from './ReviewStep'
import { TEXTS } from './texts'

/** These have the way out above their answers. */
const OWN_WAY_OUT: readonly Application['at'][] = ['guardian', 'child', 'review']

/** One person after the other, each with a physical card in the officer's hand. */
export default function OfficerPage() {
  const say = useSay()
  const ask = useAsk()
  const [client] = useState(() => createOfficerClient({ ask, uploadFile, readPicture }))
  const [state, dispatch] = useReducer(nextApplication, { at: 'code' })
  const portrait = state.at === 'review' ? state.portrait : undefined
  const refuse = async (opened: CounterOpened) => {
    await client.refuse(opened)
    dispatch({ type: 'refused' })
  }
  const leave = () => back(PAGES.desk)

  // However the review ends, the person's picture does not stay on this device.
  useEffect(() => portrait && (() => discardPicture(portrait)), [portrait])

  const wayOut = <Button kind="quiet" label={say(COMMON.back)} onPress={leave} />

  const step = () => {
    switch (state.at) {
      case 'code':
        return <CodeStep client={client} dispatch={dispatch} />
      case 'guardian':
        return (
          <GuardianStep
            guardian={state.guardian}
            onRefuse={() => refuse(state.opened)}
            dispatch={dispatch}
            onLeave={wayOut}
          />
        )
      case 'child':
        return (
          <ChildStep
            client={client}
            review={state}
            onRefuse={() => refuse(state.opened)}
            dispatch={dispatch}
            onLeave={wayOut}
          />
        )
      case 'card':
        return <CardStep side="portrait" client={client} opened={state.opened} dispatch={dispatch} />
      case 'emblem':
        return <CardStep side="emblem" client={client} opened={state.opened} dispatch={dispatch} />
      case 'details':
        return (
          <DetailsStep
            card={state.card}
            guardian={state.opened.guardian}
            typed={state.typed}
            dispatch={dispatch}
          />
        )
      case 'portrait':
        return <PortraitStep failure={state.failure} dispatch={dispatch} />
      case 'review':
        return <ReviewStep client={client} review={state} dispatch={dispatch} onLeave={wayOut} />
      case 'approved':
        return (
          <StatusScreen
            kind="good"
            title={say(TEXTS.approved)}
            text={say(state.guardian === undefined ? TEXTS.approvedText : TEXTS.childApprovedText, {
              name: state.name,
              guardian: state.guardian ?? '',
            })}
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
      {!OWN_WAY_OUT.includes(state.at) && wayOut}
    </DeskPage>
  )
}
