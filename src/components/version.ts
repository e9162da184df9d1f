/** The version of this library, for whoever is asked to help. A test holds it to package.json. */
export const version = '0.1.0';
