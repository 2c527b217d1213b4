import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ageInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { DOCUMENT_TYPES, type DocumentType } from '@nansha/shared/documents/document-types'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { PAGES } from '../../pages'
import { useDocuments } from '../../wallet/use-documents'
import { useWallet } from '../../wallet/use-wallet'
import { inSentence } from '../describe-document'
import { TEXTS } from '../texts'

/** Offers every type that is not on this phone yet, and says of the others that they are. */
export function ChooseDocument({ onChoose }: { readonly onChoose: (type: DocumentType) => void }) {
  const say = useSay()
  const documents = useDocuments()
  const { shown } = useStore(documents.store)
  const { now } = useClock()
  const state = useStore(useWallet().wallet.store)
  const isAdult = state.phase === 'held' && isOfAge(state.identity.idNumber, now())
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
      {isAdult && (
        <Button
          kind="secondary"
          label={say(TEXTS.addChild)}
          onPress={() => open(`${PAGES.counter}?child=1`)}
        />
      )}
    </>
  )
}

/** Whether the holder may act as a guardian. */
function isOfAge(idNumber: string, now: number): boolean {
  const number = parseResidentNumber(idNumber)
  return number.ok && ageInChina(number.birthdate, now) >= FULL_AGE
}
