import { useState } from 'react'
import { type Person, takeIssuedIdentity } from './people'
import type { Texts } from './texts'
import type { FaceOf } from './use-visitor'

/** Who the visitor is, and whose face is before the front camera. */
export function Cast(props: {
  readonly texts: Texts
  readonly people: readonly Person[]
  readonly person: Person
  readonly faceOf: FaceOf
  readonly onPerson: (person: Person | undefined) => void
  readonly onFaceOf: (whose: FaceOf) => void
  readonly onMakeOwn: () => void
  /** An identity was put on the person's phone, whose app reads it as it starts. */
  readonly onIssued: () => void
}) {
  const { texts, people, person } = props
  return (
    <section className="panel">
      <label>
        {texts.who}
        <select
          value={person.id}
          onChange={(event) => props.onPerson(people.find(({ id }) => id === event.target.value))}
        >
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{texts.seen}</legend>
        {(['own', 'other'] as const).map((whose) => (
          <label key={whose}>
            <input type="radio" checked={props.faceOf === whose} onChange={() => props.onFaceOf(whose)} />
            {whose === 'own' ? texts.seenOwn : texts.seenOther}
          </label>
        ))}
      </fieldset>
      {person.landmarks && (
        <TakeIdentity key={person.id} texts={texts} person={person} onIssued={props.onIssued} />
      )}
      <button type="button" className="quiet" onClick={props.onMakeOwn}>
        {texts.own}
      </button>
    </section>
  )
}

/** Has an identity issued to a person of the cast, and says its PIN. */
function TakeIdentity(props: {
  readonly texts: Texts
  readonly person: Person
  readonly onIssued: () => void
}) {
  const { texts } = props
  const [issuing, setIssuing] = useState(false)
  const [note, setNote] = useState('')
  const issue = async () => {
    setIssuing(true)
    await takeIssuedIdentity(props.person).then(
      (pin) => {
        setNote(texts.issued.replace('{pin}', pin))
        props.onIssued()
      },
      (error: Error) => setNote(error.message),
    )
    setIssuing(false)
  }
  return (
    <>
      <button type="button" disabled={issuing} onClick={issue}>
        {issuing ? texts.issuing : texts.issue}
      </button>
      {note && <p role="status">{note}</p>}
    </>
  )
}
