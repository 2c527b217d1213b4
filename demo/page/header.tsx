import type { Language, Texts } from './texts'

export function Header(props: {
  readonly texts: Texts
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}) {
  const other = props.language === 'zh' ? 'en' : 'zh'
  return (
    <header>
      <div>
        <h1>{props.texts.title}</h1>
        <p>{props.texts.subtitle}</p>
      </div>
      <button type="button" className="quiet" onClick={() => props.onLanguage(other)}>
        {other === 'en' ? 'English' : '中文'}
      </button>
    </header>
  )
}
