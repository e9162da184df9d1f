/** How many cases a law is tried with; the long run asks for more. */
export const runs = 1000;
