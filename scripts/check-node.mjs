// Plain JavaScript so that any Node can run it: npm puts the pinned Node of node_modules first on the PATH, and an
// install with --ignore-scripts leaves only the machine's own.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `匠策 needs Node 22.18 or newer, this is ${process.version}: run "npm ci" without --ignore-scripts`,
  )
  process.exit(1)
}
