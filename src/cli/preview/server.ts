import {readFileSync, readdirSync} from 'node:fs';
import {type IncomingMessage, type ServerResponse, createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Choice, factViews} from './state.js';
import type {Workshop} from './workshop.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
};

/** The page around the frame loads its own files and nothing else; nobody may put it into a frame. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The frame is a portal's page: the library has to do under the policy that portals have. */
const framePolicy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html kynangso 'allow-duplicates'",
].join('; ');

/** What is built beside the command: the pages of the preview, and the library they run. */
const built = fileURLToPath(new URL('.', import.meta.url));

function filesIn(folder: string, below: string): [string, string][] {
  try {
    return readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
      entry.isFile() ? [[below + entry.name, join(folder, entry.name)] as [string, string]] : [],
    );
  } catch {
    return [];
  }
}

/** Address → file: what is not named here is not served, whatever an address says. */
const table = (): ReadonlyMap<string, string> =>
  new Map([
    ...filesIn(join(built, 'page'), '/'),
    ...filesIn(join(built, '../cdn'), '/cdn/'),
    ...filesIn(join(built, '../cdn/c'), '/cdn/c/'),
  ]);

function choiceOf(query: URLSearchParams): Choice {
  const day = query.get('day') ?? '';
  const view = query.get('facts');
  return {
    file: query.get('file') ?? '',
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : '',
    province: query.get('province') ?? '',
    facts: factViews.find((known) => known === view) ?? 'learner',
  };
}

export interface PreviewServer {
  readonly url: string;
  /** Tells every open page that the folder was saved. */
  readonly saved: () => void;
  readonly close: () => void;
}

/**
 * Serves the preview to this machine only. Rejects with the error of `listen` when the port is taken.
 *
 * @param port 0 takes any free one.
 */
export async function startPreview(workshop: Workshop, port: number): Promise<PreviewServer> {
  const files = table();
  const listeners = new Set<ServerResponse>();

  const send = (
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Uint8Array,
    policy = pagePolicy,
  ) => {
    response.writeHead(status, {
      'content-type': types[type] ?? 'application/octet-stream',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    response.end(body);
  };

  const listen = (response: ServerResponse) => {
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    response.write('retry: 1000\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };

  function answer({method, url = '/', headers}: IncomingMessage, response: ServerResponse) {
    // Another site's name that leads to this machine would make our answers that site's.
    const name = (headers.host ?? '').replace(/:\d+$/, '');
    if (name !== '127.0.0.1' && name !== 'localhost') return send(response, 403, '.txt', '');
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, '.txt', '');
    const {pathname, searchParams} = new URL(url, 'http://127.0.0.1');
    if (pathname === '/events') return listen(response);
    if (pathname === '/state.json') {
      return send(response, 200, '.json', JSON.stringify(workshop.state(choiceOf(searchParams))));
    }
    const [, day, view, file] =
      /^\/course\/(\d{4}-\d\d-\d\d)\/(\w+)\/([\w.-]+\.(?:json|ogg|opus|mp3|m4a|wav))$/.exec(
        pathname,
      ) ?? [];
    const facts = factViews.find((known) => known === view);
    if (day !== undefined && facts && file !== undefined) {
      const sound = workshop.sound(file);
      if (sound) return send(response, 200, extname(file), sound);
      const text = workshop.file(file, day, facts);
      return text === undefined
        ? send(response, 404, '.txt', '')
        : send(response, 200, '.json', text);
    }
    const path = files.get(pathname === '/' ? '/preview.html' : pathname);
    if (path === undefined) return send(response, 404, '.txt', '');
    const policy = pathname === '/frame.html' ? framePolicy : pagePolicy;
    send(response, 200, extname(path), readFileSync(path), policy);
  }

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      if (!response.headersSent) send(response, 500, '.txt', '');
      else response.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}/`,
    saved() {
      for (const response of listeners) response.write('data: saved\n\n');
    },
    close() {
      for (const response of listeners) response.end();
      server.close();
      server.closeAllConnections();
    },
  };
}
