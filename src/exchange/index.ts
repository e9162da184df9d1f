export {codeIn, linkOf} from './code-link.js';
export {type Departure, decodeDigest, encodeDigest, type Unreadable} from './digest.js';
export {progressCodeOf, type ProgressCodeOptions} from './progress-code.js';
export {decodeReceipt, encodeReceipt, receiptCodeOf} from './receipt-code.js';
export {type Receipt, receive, type ReceiveOptions, type Refused} from './receive.js';
export {type KeyValues, secondCopy, type SecondCopyOptions} from './second-copy.js';
export {type CodeKind, findTextCodes, type FoundCode, textCodeOf} from './text-code.js';
