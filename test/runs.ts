/** How many cases a law is tried with; the long run asks for twenty times as many. */
export const runs = 1000;
/** How many damaged inputs a door is tried with; the long run asks for fifty times as many. */
export const mutations = 2000;
