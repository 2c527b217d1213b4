import { replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { goHome, PAGES } from '../../pages'
import { TEXTS } from '../texts'

export function Added({ type }: { readonly type: DocumentType }) {
  const say = useSay()
  const title = say(CREDENTIAL_TYPES[type].title)
  return (
    <StatusScreen kind="good" title={say(TEXTS.added, { title })} text={say(TEXTS.addedText)}>
      <Button label={say(TEXTS.see)} onPress={() => replace(`${PAGES.document}?type=${type}`)} />
      <Button kind="secondary" label={say(TEXTS.home)} onPress={goHome} />
    </StatusScreen>
  )
}
