import '@tarojs/taro'

/** What the platform has and Taro's types lack. */
declare module '@tarojs/taro' {
  namespace getStorage {
    interface Option<T> {
      /** Since base library 2.21.3, asynchronous calls only. */
      encrypt?: boolean
      readonly _t?: T
    }
  }
  namespace getAppBaseInfo {
    interface Result {
      /** Since base library 2.23.4, px. */
      fontSizeSetting?: number
    }
  }
  namespace CameraContext {
    interface TakePhotoOption {
      selfieMirror?: boolean
    }
  }
  namespace setStorage {
    interface Option {
      encrypt?: boolean
    }
  }
}
