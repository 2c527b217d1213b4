import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useStore } from '@nansha/kit/state/use-store'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { ERRORS } from '@nansha/shared/errors'
import { documentOf, SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import { PAGES } from '../../pages'
import type { ShownDocument } from '../../wallet/read-document'
import { useDocuments } from '../../wallet/use-documents'
import { useWallet } from '../../wallet/use-wallet'
import { walletRefusal } from '../../wallet/wallet-state'
import { Details } from '../Details'
import { DocumentCard } from '../DocumentCard'
import { inSentence, linesOf, standingOf } from '../describe-document'
import { ManageHeld } from '../ManageHeld'
import { TEXTS } from '../texts'
import './show.scss'

/** One document: its card, how it stands and what that means, everything that it says, and what can be done with it. */
export default function DocumentPage() {
  const say = useSay()
  const { type } = useQuery()
  const documents = useDocuments()
  const { shown } = useStore(documents.store)
  const document = shown.find((one) => one.type === type)
  const title = say(document ? CREDENTIAL_TYPES[document.type].title : TEXTS.title)
  return (
    <Page title={title}>
      {document ? <ShowDocument shown={document} /> : <Notice kind="warn" text={say(ERRORS.DOCUMENT_NONE)} />}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

/** The ways in which this document is shown: by a code on this phone, or by a desk's. */
function ShowTo({ type }: { readonly type: DocumentType }) {
  const say = useSay()
  return (
    <>
      {SCENARIO_NAMES.filter((name) => documentOf(name) === type).map((name) => {
        const title = say(SCENARIOS[name].title)
        const isOwnCode = SCENARIOS[name].startsFrom === 'holder-qr'
        return (
          <Button
            key={name}
            label={say(isOwnCode ? TEXTS.showTo : TEXTS.scanFor, { title: inSentence(title) })}
            kind={isOwnCode ? 'primary' : 'secondary'}
            onPress={() => open(isOwnCode ? `${PAGES.present}?scenario=${name}` : PAGES.desk)}
          />
        )
      })}
    </>
  )
}

function ShowDocument({ shown }: { readonly shown: ShownDocument }) {
  const say = useSay()
  const { moment } = useTimes()
  const { now } = useClock()
  const documents = useDocuments()
  const { wallet } = useWallet()
  const state = useStore(wallet.store)
  const [isOpen, setOpen] = useState(false)
  useDidHide(() => setOpen(false))
  const isUsable = walletRefusal(state, now()) === undefined
  const standing = standingOf(shown, isUsable, now())
  return (
    <>
      <DocumentCard shown={shown} standing={standing} isOpen={isOpen} />
      {standing.text && <Notice isStanding kind="bad" text={say(standing.text)} />}
      <Details lines={linesOf(shown)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      <Notice isStanding kind="info" text={say(TEXTS.noProof)} />
      {standing.kind !== 'off' && <ShowTo type={shown.type} />}
      <View className="document-asked">{say(TEXTS.asked, { time: moment(shown.askedAt) })}</View>
      <ManageHeld
        isUsable={isUsable}
        removeSure={TEXTS.removeSure}
        onRenew={() => documents.renew(shown.type)}
        onRemove={() => documents.remove(shown.type)}
      />
    </>
  )
}
