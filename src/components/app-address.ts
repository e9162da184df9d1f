import {ContextProvider, createContext} from '@lit/context';

/**
 * Where the handbook stands as an app of its own, an absolute address without `#`. Offered only where that page takes
 * in the codes of its address: a link to any other page would lose the code it carries.
 */
export const appAddressContext = createContext<string>(
  Symbol.for('kynangso/app-address-context/1'),
);

/** Says to every element on the page that links to `address` are taken in there. */
export function offerAppAddress(address: string): void {
  new ContextProvider(document.documentElement, {
    context: appAddressContext,
    initialValue: address,
  });
}
