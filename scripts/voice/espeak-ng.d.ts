/** What this project uses of eSpeak NG; the package brings no types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface Speaker {
    set_voice(name: string): number
    /** Words a minute, by eSpeak's own count. */
    set_rate(rate: number): void
    get_samplerate(): number
    /** @param receive one piece of sound after another; `true` stops */
    synthesize(text: string, receive: (samples: Int16Array | null) => boolean): void
    /** @returns where in the memory the phonemes of the first clause stand, with a zero at the end */
    text_to_phonemes(text: string, inIpa: boolean): { readonly ptr: number }
  }
  export default function load(options: {
    print?: (line: string) => void
    printErr?: (line: string) => void
  }): Promise<{
    readonly eSpeakNGWorker: new () => Speaker | Promise<Speaker>
    readonly HEAPU8: Uint8Array
  }>
}
