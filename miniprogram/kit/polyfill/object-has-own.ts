/** `Object.hasOwn` came to iOS with 15.4; @noble and our own code call it. Import first in app.tsx. */
Object.hasOwn ??= (object, key) => Object.hasOwn(object, key)
