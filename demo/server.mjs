import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const built = fileURLToPath(new URL('../dist/demo', import.meta.url));

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.md': 'text/plain; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** What every page of ours lives under: nothing inline, nothing from elsewhere, no frames of strangers. */
export const defaultPolicy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html kynangso 'allow-duplicates'",
].join('; ');

/** Headers of single pages, by path below the base. */
export const pageHeaders = {
  '/portal/strict-csp.html': {
    'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'",
  },
  // A page of 2009 knows of no policy: its markup carries handlers, and its form posts to itself.
  '/portal/legacy.html': {'content-security-policy': "default-src 'self' 'unsafe-inline'"},
};

const named = /(-[\w-]{8}\.(js|css)|\.[0-9a-f]{8}\.json)$/;

/** A name that changes with the content may be kept for ever; all else is asked for again. */
const cacheControl = (path) =>
  named.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

function headersOf(path, extra) {
  return {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': cacheControl(path),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...(path.endsWith('.html') && {'content-security-policy': defaultPolicy}),
    // Portals load the script and the course from another origin.
    ...(/^\/(cdn|courses)\//.test(path) && {'access-control-allow-origin': '*'}),
    ...pageHeaders[path],
    ...extra?.[path],
  };
}

const squeezed = new Map();

/** Bytes as they travel. Squeezed once per file and state, for a test run asks for the same file often. */
function bodyOf(path, bytes, tag, accepted) {
  if (extname(path) === '.png') return {bytes};
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (!encoding) return {bytes};
  const key = `${encoding} ${tag}`;
  let small = squeezed.get(key);
  if (!small) {
    small =
      encoding === 'br'
        ? brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}})
        : gzipSync(bytes, {level: 9});
    squeezed.set(key, small);
  }
  return {bytes: small, encoding};
}

/**
 * Serves what was built, with each page's headers, on this machine only.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 takes any free port.
 * @param {string} [options.base] Path the tree hangs below, as in `/a/b/`.
 * @param {string} [options.root] Folder to serve; default is the built demo.
 * @param {Record<string, Record<string, string>>} [options.headers] More headers, by path below the base.
 * @param {(path: string, bytes: Buffer) => Buffer | undefined} [options.change] For tests: other bytes for
 *   a path, or undefined to leave them.
 * @returns {Promise<{url: string, port: number, requests: string[], close(): Promise<void>}>} `url` ends in the base;
 *   `requests` lists the paths asked for, in order.
 */
export async function startServer({port = 0, base = '/', root = built, headers, change} = {}) {
  const requests = [];

  async function answer(request, response) {
    const {pathname, search} = new URL(request.url, 'http://localhost');
    requests.push(pathname + search);
    if (!pathname.startsWith(base)) return refuse(response, 404);
    let path = `/${decodeURIComponent(pathname.slice(base.length))}`;
    let file = normalize(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) return refuse(response, 404);
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      if (!pathname.endsWith('/')) {
        response.writeHead(301, {location: `${pathname}/${search}`});
        return response.end();
      }
      path += 'index.html';
      file = join(file, 'index.html');
    }
    let bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return refuse(response, 404);
    bytes = change?.(path, bytes) ?? bytes;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const head = {...headersOf(path, headers), etag, vary: 'accept-encoding'};
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, head);
      return response.end();
    }
    const body = bodyOf(path, bytes, etag, request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      ...head,
      'content-length': body.bytes.length,
      ...(body.encoding && {'content-encoding': body.encoding}),
    });
    response.end(request.method === 'HEAD' ? undefined : body.bytes);
  }

  function refuse(response, status) {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': defaultPolicy,
    });
    response.end('Không có trang này.');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const taken = server.address().port;
  return {
    url: `http://localhost:${taken}${base}`,
    port: taken,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
