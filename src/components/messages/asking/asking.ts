/** A message to mark. */
export interface SpotMessages {
  readonly pickMarks: string;
  readonly from: (who: string) => string;
  readonly suspicious: string;
  readonly innocent: string;
}

/** Lines to be put in order. */
export interface OrderingMessages {
  readonly reason: string;
  readonly how: string;
  readonly up: string;
  readonly down: string;
  readonly movedTo: (words: string, place: number, of: number) => string;
  readonly missing: string;
  readonly inPlace: string;
  /** Its place is another only because a line before or after it was misplaced. */
  readonly pushed: (place: number) => string;
  readonly misplaced: (place: number) => string;
}

/** Lines that each get their match. */
export interface MatchingMessages {
  readonly reason: string;
  readonly how: string;
  readonly unmatched: string;
  readonly pickMatch: string;
  readonly takeOff: string;
  readonly paired: (left: string, right: string, open: number) => string;
  readonly takenOff: (left: string) => string;
  readonly missing: (open: number) => string;
  readonly youMatched: string;
  readonly belongs: string;
  readonly decoy: string;
}

/** A number or a few words to type. */
export interface TypedMessages {
  readonly reason: string;
  readonly yourAnswer: string;
  readonly missing: string;
  readonly typed: string;
  readonly accepted: string;
  readonly within: (from: string, to: string) => string;
}

/** A conversation to be led to its end. */
export interface ScenarioMessages {
  readonly talk: (who: string) => string;
  readonly you: string;
  readonly sayNext: string;
  readonly lookBack: string;
  readonly stepBack: string;
  readonly talkAnew: string;
  readonly goodEnd: string;
  readonly goodEndNote: string;
  readonly badEnd: string;
  readonly badEndNote: string;
  readonly missing: string;
}

/** What the fetched types of questions say. Each brings its own Vietnamese along; the English of all is one file. */
export interface AskingMessages {
  readonly spot: SpotMessages;
  readonly ordering: OrderingMessages;
  readonly matching: MatchingMessages;
  readonly typed: TypedMessages;
  readonly scenario: ScenarioMessages;
}
