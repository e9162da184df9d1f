export {type Claim, claimCodeOf, decodeClaim, encodeClaim} from './claim-code.js';
export {codeIn, linkOf} from './code-link.js';
export {type Departure, decodeDigest, encodeDigest, type Unreadable} from './digest.js';
export {findFiles, type FoundFile} from './found-files.js';
export {progressCodeOf, type ProgressCodeOptions} from './progress-code.js';
export {
  decodeInvitation,
  encodeInvitation,
  type Invitation,
  invitationCodeOf,
} from './invitation.js';
export {
  ownSections,
  type ProgressFile,
  progressFileOf,
  type ProgressFileOptions,
} from './progress-file.js';
export {decodeReceipt, encodeReceipt, receiptCodeOf} from './receipt-code.js';
export {type Qr, type QrOptions, qrOf} from './qr.js';
export {type Picture, readCodes} from './qr-reading.js';
export {framesOf, isFrame, type SequenceReader, sequenceReader, type Taken} from './qr-sequence.js';
export {
  type ClaimSeen,
  type Door,
  type Receipt,
  type ReceiptSeen,
  receive,
  receiveAgain,
  type ReceiveOptions,
  type Refused,
} from './receive.js';
export {
  findReports,
  type FoundReport,
  type ReportFigure,
  type ReportFigures,
  reportFigures,
  type ReportFlaw,
  type ReportLine,
  reportLineOf,
  type ReportWords,
} from './report.js';
export {reportedOf, type Reported, type ReportTotals, totalsOf} from './report-totals.js';
export {
  decodeSection,
  encodeSection,
  recordsIn,
  type SectionContent,
  type SectionHead,
} from './section.js';
export {type KeyValues, secondCopy, type SecondCopyOptions} from './second-copy.js';
export {type CodeKind, findTextCodes, type FoundCode, textCodeOf} from './text-code.js';
