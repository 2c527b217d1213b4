import { restart } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { useState } from 'react'
import { PAGES } from '../pages'
import { TEXTS } from '../texts'
import { JoinForm } from './JoinForm'

export default function JoinPage() {
  const say = useSay()
  // A printed invitation opens the page through a mini-program code, whose parameter is called `scene`.
  const { invitation, scene } = useQuery()
  const [organisation, setOrganisation] = useState<{ readonly zh: string; readonly en: string }>()

  return (
    <Page title={say(TEXTS.join)}>
      {organisation === undefined ? (
        <JoinForm invitation={invitation ?? scene ?? ''} onJoined={setOrganisation} />
      ) : (
        <StatusScreen kind="good" title={say(TEXTS.joined, { organisation: say(organisation) })}>
          <Button label={say(TEXTS.toDesk)} onPress={() => restart(PAGES.desk)} />
        </StatusScreen>
      )}
    </Page>
  )
}
