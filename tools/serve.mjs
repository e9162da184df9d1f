import {option} from './option.mjs';

/** Serves the built demo at the usual port, or at `--port`; a taken port ends the process with a sentence. */
export async function serve() {
  const {startServer} = await import('../demo/server.mjs');
  const port = Number(option('port') ?? 5173);
  try {
    const server = await startServer({port});
    console.log(`\nThe pages are at ${server.url} (Ctrl+C ends).`);
    return server;
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${port} is taken by another program. Choose another one: npm start -- --port ${port + 1}`,
    );
    process.exit(1);
  }
}
