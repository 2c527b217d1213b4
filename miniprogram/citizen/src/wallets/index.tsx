import { codeOf } from '@nansha/kit/cloud/ask'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Page } from '@nansha/kit/ui/Page/Page'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { CredentialOffered } from '@nansha/shared/api/wallet-answers'
import type { ErrorCode } from '@nansha/shared/errors'
import { useState } from 'react'
import { holderReason } from '../parts/holder-reason'
import { Unlock } from '../parts/Unlock'
import { useWallet } from '../wallet/use-wallet'
import { ListWallets } from './ListWallets'
import { Offer } from './Offer'
import { TEXTS } from './texts'
import './wallets.scss'

type Step =
  | { readonly at: 'list' | 'locked' | 'asking' | 'over' }
  | { readonly at: 'offered'; readonly offered: CredentialOffered }
  | { readonly at: 'failed'; readonly code: ErrorCode }

/** What other wallets hold of this identity; an offer to one more, after an unlock as a bank demands (docs/protocol.md §15.1). */
export default function WalletsPage() {
  const say = useSay()
  const { client } = useWallet().wallet
  const [step, setStep] = useState<Step>({ at: 'list' })
  const list = () => setStep({ at: 'list' })

  const offer = async () => {
    setStep({ at: 'asking' })
    try {
      setStep({ at: 'offered', offered: await client.offerCredential() })
    } catch (error) {
      const code = codeOf(error)
      setStep(code === 'UNLOCK_REQUIRED' ? { at: 'locked' } : { at: 'failed', code })
    }
  }
  const again = <Button label={say(TEXTS.again)} onPress={() => void offer()} />
  const toList = <Button kind="secondary" label={say(TEXTS.done)} onPress={list} />

  return (
    <Page key={step.at} title={say(TEXTS.title)}>
      {step.at === 'list' && <ListWallets onAdd={() => void offer()} />}
      {step.at === 'locked' && <Unlock scenario="bank" onUnlocked={() => void offer()} onBack={list} />}
      {step.at === 'asking' && <Spinner label={say(TEXTS.asking)} />}
      {step.at === 'offered' && (
        <Offer offered={step.offered} onDone={list} onOver={() => setStep({ at: 'over' })} />
      )}
      {step.at === 'over' && (
        <StatusScreen kind="info" title={say(TEXTS.over)} text={say(TEXTS.overText)}>
          {again}
          {toList}
        </StatusScreen>
      )}
      {step.at === 'failed' && (
        <StatusScreen
          kind="warn"
          title={say(TEXTS.failed)}
          text={say(step.code === 'ATTEMPTS_EXHAUSTED' ? TEXTS.tooMany : holderReason(step.code))}
        >
          {step.code !== 'ATTEMPTS_EXHAUSTED' && again}
          {toList}
        </StatusScreen>
      )}
    </Page>
  )
}
