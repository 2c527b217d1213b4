/** Tells screen readers which language the words are in, where the platform can be told. */
export declare function declareLanguage(language: 'zh' | 'en'): void
