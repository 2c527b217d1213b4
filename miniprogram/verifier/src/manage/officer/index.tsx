import { discardPicture, readPicture } from '@nansha/kit/camera/picture'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { CounterOpened } from '@nansha/shared/api/counter'
import { useEffect, useReducer, useState } from 'react'
import { PAGES } from '../../pages'
import { DeskPage } from '../../warnings/DeskPage'
import { ApplicationStep } from './ApplicationStep'
import { type Application, nextApplication } from './application'
import { createOfficerClient } from './officer-client'
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

  // However the review ends, the person's picture does not stay on this device.
  useEffect(() => portrait && (() => discardPicture(portrait)), [portrait])

  const wayOut = <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
  return (
    <DeskPage key={state.at} title={say(TEXTS.title)}>
      <ApplicationStep client={client} state={state} dispatch={dispatch} onRefuse={refuse} wayOut={wayOut} />
      {!OWN_WAY_OUT.includes(state.at) && wayOut}
    </DeskPage>
  )
}
