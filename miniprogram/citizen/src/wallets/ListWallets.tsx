import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { OtherWallets } from '@nansha/shared/api/wallet-answers'
import { useEffect, useState } from 'react'
import { PAGES } from '../pages'
import { FailureNotice } from '../parts/FailureNotice'
import { useWallet } from '../wallet/use-wallet'
import { HeldWallet } from './HeldWallet'
import { TEXTS } from './texts'

/** What other wallets hold, and the way to give one to another. */
export function ListWallets({ onAdd }: { readonly onAdd: () => void }) {
  const say = useSay()
  const { client } = useWallet().wallet
  const [wallets, setWallets] = useState<OtherWallets['wallets']>()
  const { isRunning, failure, run } = useTask()
  const load = async () => setWallets(await client.fetchOtherWallets())
  useEffect(() => run(load), [])
  const withdraw = async (id: string) => {
    await client.withdrawWallet(id)
    await load()
  }

  return (
    <>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      <Notice isStanding kind="info" text={say(TEXTS.risk)} />
      <FailureNotice failure={failure} />
      {isRunning && <Spinner label={say(TEXTS.loading)} />}
      {wallets?.length === 0 && <Notice isStanding kind="good" text={say(TEXTS.none)} />}
      {wallets?.map((wallet) => (
        <HeldWallet key={wallet.id} wallet={wallet} onWithdraw={() => withdraw(wallet.id)} />
      ))}
      <Button label={say(TEXTS.add)} onPress={onAdd} />
      <BackLink home={PAGES.settings} />
    </>
  )
}
