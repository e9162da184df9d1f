import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The address bar's list of suggestions is a page of its own, made for every window: it took nearly half of the processor
 * time of a page test. The last such switch counts, so the features which playwright turns off are named again.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** What a headless Chromium needs on a shared machine, as root, without talking to its maker. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  `--disable-features=${disabledFeatures.join()}`,
];

/** Where Chromium is: CHROME_PATH, else the usual places; undefined when it is nowhere. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return places.find((place) => existsSync(place));
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Finds Chromium, installs it where that is ours to do, else says how and ends the process. */
export function needChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROME_PATH) {
    console.error(`CHROME_PATH names ${process.env.CHROME_PATH}, but there is no such file.`);
    process.exit(1);
  }
  if (isRootOnDebian()) {
    console.log('Installing Chromium with apt-get (the tests run in a real browser)…');
    const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', ['-qq', ...args], {stdio: 'inherit', env});
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    'The tests need Chromium and none was found. On Debian or Ubuntu: ' +
      'sudo apt-get update && sudo apt-get install -y chromium. ' +
      'If one is installed elsewhere: CHROME_PATH=/path/to/chromium npm test.',
  );
  process.exit(1);
}
