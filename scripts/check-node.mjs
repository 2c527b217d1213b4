// Runs before anything TypeScript is loaded, so an old Node gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Nansha ID needs Node 20.19 or newer; this is ${process.versions.node}. Install it from nodejs.org and run the command again.`,
  )
  process.exit(1)
}
