import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const WEIGHTS = ['400Regular', '700Bold']

/**
 * Adds the Chinese font inside npm, which draws the specimen cards, to those of this machine: a bare one draws boxes.
 *
 * @returns environment of a browser that finds its fonts by fontconfig
 */
export function withChineseFont(): NodeJS.ProcessEnv {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc'))
  const folders = WEIGHTS.map((weight) => `<dir>${path.join(fonts, weight)}</dir>`)
  const file = path.join(tmpdir(), 'nansha-fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${folders.join('\n  ')}
</fontconfig>
`,
  )
  return { ...process.env, FONTCONFIG_FILE: file }
}
