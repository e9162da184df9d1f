import {install} from './install.mjs';

install();

const {build} = await import('./product.mjs');
try {
  await build();
  console.log('\nAll is in dist/.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
