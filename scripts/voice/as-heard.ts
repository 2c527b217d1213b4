/** What eSpeak's dictionary reads wrongly, and words of the same sound that it reads as they are meant. */
const MISREAD: Readonly<Record<string, string>> = {
  重拍: '虫拍', // chóng, again; it says zhòng, heavy
  下面: '夏面', // xià; it says it without a tone
}

/** @returns what the voice is given, so that it says these words */
export function asHeard(words: string): string {
  return Object.entries(MISREAD).reduce((heard, [written, said]) => heard.replaceAll(written, said), words)
}
