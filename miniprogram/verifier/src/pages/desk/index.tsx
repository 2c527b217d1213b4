import { deviceNow } from '@nansha/kit/device/clock'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Page } from '@nansha/kit/ui/Page/Page'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import { useState } from 'react'

export default function Desk() {
  const [n, setN] = useState(0)
  return (
    <Page>
      <Heading title="南沙核验" lead={String(n)} />
      <QrCode text="NSID1:ABC" label="QR" />
      <Button label="+" onPress={() => setN(deviceNow)} />
    </Page>
  )
}
