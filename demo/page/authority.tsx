import type { Texts } from './texts'

/** The page of the authority that the hotel reports to, beside the phones: what it received, and the switch of its network. */
export function Authority({ texts }: { readonly texts: Texts }) {
  return (
    <section className="panel computer" aria-label={texts.authority}>
      <h2>{texts.authority}</h2>
      <p className="hint">{texts.authorityHint}</p>
      <iframe title={texts.authority} src="/authority/" />
    </section>
  )
}
