import type * as Port from './message-consent'

/** Taro's types ask for template ids of other platforms as well. */
declare const wx: {
  requestSubscribeMessage(options: {
    readonly tmplIds: readonly string[]
    readonly success: (answers: Readonly<Record<string, string>>) => void
    readonly fail: () => void
  }): void
}

export const canAskForMessages: typeof Port.canAskForMessages = true

export const askForMessages: typeof Port.askForMessages = (templateId) =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: [templateId],
      success: (answers) => resolve(answers[templateId] === 'accept'),
      // Messages are switched off for the whole app, or the template is gone.
      fail: () => resolve(false),
    })
  })
