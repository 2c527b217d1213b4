import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

const AppJson = v.object({
  permission: v.optional(v.record(v.string(), v.unknown()), {}),
  requiredPrivateInfos: v.optional(v.array(v.string()), []),
  requiredBackgroundModes: v.optional(v.array(v.string()), []),
  plugins: v.optional(v.record(v.string(), v.unknown()), {}),
})

/** Interfaces that work only once `app.json` declares them, and what declares them. */
const DECLARED_BY: Readonly<Record<string, string>> = {
  getLocation: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation',
  chooseLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
  choosePoi: 'scope.userLocation',
  chooseAddress: 'chooseAddress',
}

/**
 * Interfaces that the platform calls private: the notice of docs/operations.md must name them, or the platform refuses them.
 * Source: the platform's 用户隐私保护指引, "处理的信息" against "接口或组件".
 */
const PRIVATE: Readonly<Record<string, string>> = {
  createCameraContext: '摄像头',
  createVKSession: '摄像头',
  chooseImage: '选中的照片或视频',
  chooseMedia: '选中的照片或视频',
  chooseVideo: '选中的照片或视频',
  startRecord: '麦克风',
  getRecorderManager: '麦克风',
  getLocation: '位置',
  getFuzzyLocation: '位置',
  startLocationUpdate: '位置',
  chooseLocation: '选择的位置',
  choosePoi: '选择的位置',
  chooseAddress: '地址',
  getUserProfile: '昵称、头像',
  getWeRunData: '运动步数',
  openBluetoothAdapter: '蓝牙',
  saveImageToPhotosAlbum: '相册（仅写入）',
  saveVideoToPhotosAlbum: '相册（仅写入）',
  addPhoneContact: '通讯录（仅写入）',
  addPhoneCalendar: '日历（仅写入）',
  getClipboardData: '剪切板',
}

/** What a built mini-program asks of the platform. */
export interface Declarations {
  /** What `app.json` declares and no line of the build calls, or the other way round: a sentence each. */
  readonly faults: readonly string[]
  /** Private interfaces that are called, each with the item of the privacy notice that names it. */
  readonly privateUses: Readonly<Record<string, string>>
}

/** @param output folder of a weapp build */
export async function readDeclarations(output: string): Promise<Declarations> {
  const app = v.parse(AppJson, JSON.parse(await readFile(path.join(output, 'app.json'), 'utf8')))
  const called = await findCalls(output, [...Object.keys(DECLARED_BY), ...Object.keys(PRIVATE)])
  const declared = [...Object.keys(app.permission), ...app.requiredPrivateInfos]
  const needed = [...called].map((name) => DECLARED_BY[name]).filter((name) => name !== undefined)
  const unused = declared.filter((name) => !needed.includes(name) && !called.has(name))
  const missing = needed.filter((name) => !declared.includes(name))
  return {
    faults: [
      ...unused.map((name) => `app.json declares ${name}, which nothing uses`),
      ...missing.map((name) => `${name} is used and app.json does not declare it`),
      ...app.requiredBackgroundModes.map((mode) => `app.json asks to run in the background for ${mode}`),
      ...Object.keys(app.plugins).map((name) => `app.json loads the plugin ${name}, code of somebody else`),
    ],
    privateUses: Object.fromEntries(Object.entries(PRIVATE).filter(([name]) => called.has(name))),
  }
}

/** Which of these functions of the platform are called. Taro's own list of names is no call. */
async function findCalls(output: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const file of await readdir(output, { recursive: true })) {
    if (!file.endsWith('.js')) continue
    const code = await readFile(path.join(output, file), 'utf8')
    for (const name of names) if (new RegExp(`\\.${name}\\s*\\(`).test(code)) found.add(name)
  }
  return found
}
