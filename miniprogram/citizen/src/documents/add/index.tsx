import { codeOf } from '@nansha/kit/cloud/ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { ErrorCode } from '@nansha/shared/errors'
import { useState } from 'react'
import { goHome, PAGES } from '../../pages'
import { Unlock } from '../../parts/Unlock'
import { useDocuments } from '../../wallet/use-documents'
import { useWallet } from '../../wallet/use-wallet'
import { walletRefusal } from '../../wallet/wallet-state'
import { TEXTS } from '../texts'
import { Added } from './Added'
import { ChooseDocument } from './ChooseDocument'
import { NotAdded } from './NotAdded'

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'locked' | 'asking' | 'added'; readonly type: DocumentType }
  | { readonly at: 'failed'; readonly type: DocumentType; readonly code: ErrorCode }

/** Adds a document: which one, the owner's unlock if the server asks for it, and what came of it. */
export default function AddDocumentPage() {
  const say = useSay()
  const { now } = useClock()
  const { wallet } = useWallet()
  const documents = useDocuments()
  const state = useStore(wallet.store)
  const [step, setStep] = useState<Step>({ at: 'choosing' })
  const choose = () => setStep({ at: 'choosing' })

  const add = async (type: DocumentType) => {
    setStep({ at: 'asking', type })
    try {
      await documents.add(type)
      setStep({ at: 'added', type })
    } catch (error) {
      const code = codeOf(error)
      setStep(code === 'UNLOCK_REQUIRED' ? { at: 'locked', type } : { at: 'failed', type, code })
    }
  }

  const isUsable = walletRefusal(state, now()) === undefined
  return (
    <Page key={step.at} title={say(TEXTS.addTitle)}>
      {step.at === 'choosing' && (
        <>
          <Heading title={say(TEXTS.addTitle)} lead={say(TEXTS.addLead)} />
          {isUsable ? (
            <ChooseDocument onChoose={(type) => void add(type)} />
          ) : (
            <>
              <Notice kind="bad" text={say(TEXTS.cannotAdd)} />
              <Button label={say(TEXTS.home)} onPress={goHome} />
            </>
          )}
          <BackLink home={PAGES.home} />
        </>
      )}
      {step.at === 'locked' && <Unlock onUnlocked={() => void add(step.type)} onBack={choose} />}
      {step.at === 'asking' && <Spinner label={say(TEXTS.adding)} />}
      {step.at === 'added' && <Added type={step.type} />}
      {step.at === 'failed' && (
        <NotAdded code={step.code} onAgain={() => void add(step.type)} onOther={choose} />
      )}
    </Page>
  )
}
