import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { DOCUMENT_TYPES, type DocumentType } from '@nansha/shared/documents/document-types'
import { useDocuments } from '../../wallet/use-documents'
import { inSentence } from '../describe-document'
import { TEXTS } from '../texts'

/** Every type that is not on this phone yet; of the others that they are. */
export function ChooseDocument({ onChoose }: { readonly onChoose: (type: DocumentType) => void }) {
  const say = useSay()
  const documents = useDocuments()
  const { shown } = useStore(documents.store)
  return (
    <>
      {DOCUMENT_TYPES.map((type) => {
        const title = say(CREDENTIAL_TYPES[type].title)
        return shown.some((one) => one.type === type) ? (
          <Notice key={type} isStanding kind="good" text={`${title} · ${say(TEXTS.held)}`} />
        ) : (
          <Button
            key={type}
            label={say(TEXTS.addOne, { title: inSentence(title) })}
            onPress={() => onChoose(type)}
          />
        )
      })}
    </>
  )
}
