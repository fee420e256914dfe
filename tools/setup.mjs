// Runs on any Node from 18, before anything is installed; therefore plain JavaScript without dependencies.
// `node tools/setup.mjs start|test|install` installs what is missing, builds stale screens and, for tests, finds a browser.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const purpose = process.argv[2] ?? 'install'
const stamp = join(root, 'node_modules', '.bina-installed')

install()
checkNode()
if (purpose === 'start' || purpose === 'test') build()
if (purpose === 'test') findBrowser()

function install() {
  const wanted = hashOf([join(root, 'package-lock.json')])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing packages (about half a minute, once)…')
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed; is the network reachable?',
  )
  writeFileSync(stamp, wanted)
}

function checkNode() {
  const own = join(root, 'node_modules', '.bin', 'node')
  const node = existsSync(own) ? own : process.execPath
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  if (Number(version.slice(1).split('.')[0]) < 24)
    fail(`Bina needs Node 24 or newer; this machine has ${version}. Install it from nodejs.org.`)
}

// The screens are built again only when something they are made of has changed.
function build() {
  const mark = join(root, 'dist', 'web', '.built-from')
  const inputs = [
    'vite.config.ts',
    'package-lock.json',
    'tools/build.ts',
    ...filesIn('src/web'),
    ...filesIn('src/shared'),
    ...filesIn('src/features'),
  ]
  const wanted = hashOf(inputs.filter((file) => !file.endsWith('.test.ts')).map((file) => join(root, file)))
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  say('Building the screens…')
  const own = join(root, 'node_modules', '.bin', 'node')
  run(existsSync(own) ? own : process.execPath, ['tools/build.ts'], 'The screens could not be built.')
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

function findBrowser() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  if (known.some((path) => path && existsSync(path))) return
  const packed = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    cwd: root,
    stdio: ['inherit', 2, 2],
  })
  if (packed.status !== 0)
    say('No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH; the journeys need it.')
}

function filesIn(folder) {
  return readdirSync(join(root, folder))
    .flatMap((name) => {
      const path = `${folder}/${name}`
      return statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]
    })
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function run(command, args, failure) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) fail(failure)
}

function say(line) {
  // Standard output belongs to the command that follows (`npm run -s ipasn` prints data).
  process.stderr.write(`${line}\n`)
}

function fail(line) {
  say(line)
  process.exit(1)
}
