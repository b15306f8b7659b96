const KIB = 1024
const MIB = 1024 * KIB

/** How much of something may come at once (`burst`) and for long (`perSecond`). */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/**
 * Bounds of the live board (reliability.md C6), all of which a deployment may change. Tests go to each bound, one above it,
 * and a hundred times above it.
 */
export interface SyncLimits {
  /** Largest frame that is read. A board of 600 shapes is about 300 kB. */
  readonly frameBytes: number
  /** Updates and sync step 2. Browsers send at most 20 a second; what is above waits for its turn. */
  readonly documentFrames: Rate
  /** Bytes of updates and sync step 2: far above what people make, and what a disk can take of everybody. */
  readonly documentBytesRate: Rate
  /** Milliseconds of handling a connection's frames: who costs more waits, and others do not (reliability.md F57). */
  readonly handlingMs: Rate
  /** The same for a room, with what else its edits cost: what is left is for other rooms, and for sending. A town hall of 1,000 takes a fifth of it. */
  readonly roomHandlingMs: Rate
  /** How long a frame that comes in pieces may go without so many bytes more of it. */
  readonly pieceMs: number
  readonly pieceBytes: number
  /** What clients are told of presence. More is not refused: only the latest of each tick goes out. */
  readonly presencePerSecond: number
  /** Frames of any kind: stock clients send everything that they hear of others back, so this is far above their own. */
  readonly frames: Rate
  /** Frames that may wait for their turn; a client that sends still more is sent away. */
  readonly waitingFrames: number
  /** Requests for the whole state: each costs a full encode. More are not answered. */
  readonly syncRequests: Rate
  /** Structs in one frame: a paste of 300 cards is about 6,000. */
  readonly structsPerFrame: number
  /** Parts of values in one frame, each value and all that is in it: a paste of 300 cards has about 10,000. */
  readonly valuePartsPerFrame: number
  /** Parts of the values of one record: a drawing of 2,000 strokes has 6,000, a note of a thousand bold lines 11,000. */
  readonly valuePartsPerRecord: number
  /** Parts of values on a board, but for those of records with few: each takes some fifty bytes, in two documents. */
  readonly valuePartsWarning: number
  readonly valueParts: number
  /** Steps that one frame may take to find its places among what others wrote there: about 0.1 µs each. */
  readonly conflictSteps: number
  /** Places that Yjs shifts in its lists of structs to take one frame in: about 1.3 ns each. Who takes 5,000 new cards away at once needs a sixth of it, after hours of work a little more. */
  readonly shifts: number
  /** Structs that the deletions of one frame lead over: about 5 ns each. An honest answer leads over all of a board once. */
  readonly deleteSteps: number
  /** Ranges in one frame that delete something that is still there. */
  readonly deleteRangesPerFrame: number
  /** Ranges of any kind in one frame: an honest answer repeats every deletion that its sender knows. */
  readonly deleteRangesRead: number
  /** Above this who leads is told, and the log carries a warning; the same in bytes below. */
  readonly recordsWarning: number
  /** Above this nothing is added; taking away always works. */
  readonly records: number
  readonly documentBytesWarning: number
  readonly documentBytes: number
  /** The same in structs, which is what a board takes in memory: 200 bytes each, in two documents. */
  readonly documentStructsWarning: number
  readonly documentStructs: number
  /** Client ids that one connection may claim. One is usual; an old one comes back with work done offline. */
  readonly clientIdsPerConnection: number
  /** A town hall of a thousand, and those who look on. `CONNECTIONS_PER_ROOM` sets another. */
  readonly connectionsPerRoom: number
  /** Above this the log carries a warning, once a room. */
  readonly connectionsWarning: number
  readonly connections: number
  /** Upgrades that are being checked or whose room is loading. */
  readonly pendingUpgrades: number
  /** Longest time between the request and the open connection. */
  readonly upgradeMs: number
  /** Edits that wait for storage, per room; above it the room only reads. */
  readonly unsavedBytes: number
  /** Longest time that storage may fail before the room only reads. */
  readonly unsavedMs: number
  /** How long a commit waits while somebody else holds the database's write lock; after that storage is failing. */
  readonly busyMs: number
  /** A commit without an answer for so long makes storage failing, whatever becomes of it. */
  readonly hungCommitMs: number
  /** After so long of failing storage a room goes into a rescue file, and out of memory. */
  readonly rescueMs: number
  /** Send queue above which presence is dropped and updates are merged into one later difference. */
  readonly queueSoftBytes: number
  /** Send queue that is too much when nothing leaves for `queueStallMs`. */
  readonly queueHardBytes: number
  /** Send queue that is too much in any case. */
  readonly queueMaxBytes: number
  readonly queueStallMs: number
  /** Send queues of all connections together above which nobody more is let in. */
  readonly queuesTotalBytes: number
  /** What a newcomer is sent of a large board at once: 2 s on a line of 256 kbit/s, where stock clients leave after 30 s. */
  readonly partBytes: number
  /** Parts on their way to one client: enough for 5 MB/s over a way of 50 ms. */
  readonly partsUnderWay: number
  /** How long what newcomers share of an answer is kept after the last of them asked. */
  readonly answerKeptMs: number
  /** How long a client that lacks something has to send all it has. */
  readonly resyncMs: number
  /** How long a closed connection may take to say goodbye. */
  readonly farewellMs: number
  /** How often it is asked whether a session still holds (C7); a revoked link is also ended at once, by `disconnect`. */
  readonly readmitMs: number
  /** How often connections are looked after. */
  readonly watchMs: number
  /** Group commit: the longest that an edit waits for others. */
  readonly commitMs: number
  /** The same for a room with a crowd in it: so long for each member, between `commitMs` and `commitCrowdMs`. */
  readonly commitMsPerMember: number
  readonly commitCrowdMs: number
  /** Group commit: bytes after which it does not wait any longer. */
  readonly commitBytes: number
  /** How long after a change the board is looked at for what does not go together, and at most how often. */
  readonly repairMs: number
  /** Cadence of presence. */
  readonly presenceMs: number
  /** DURABLE is sent at most this often per connection: together with a commit, still under a tenth of a second after an edit. */
  readonly durableMs: number
  readonly pingMs: number
  /** A connection from which nothing came for this long is dead. */
  readonly deadMs: number
  /** Something is sent at least this often: stock clients leave after 30 s of silence. */
  readonly keepAliveMs: number
  /** A commit that takes longer makes the room's storage `slow`. */
  readonly slowCommitMs: number
  /** First and longest pause before another try to store, or to load. */
  readonly retryMs: number
  readonly retryMaxMs: number
  /** A live room's log is compacted above one of these (C1.4), at most every `compactionPauseMs`. */
  readonly compactionRows: number
  readonly compactionBytes: number
  readonly compactionPauseMs: number
  /** Rooms that no unload compacted are looked for this often (C1.4), first after `sweepMs / 10`. */
  readonly sweepMs: number
}

export const defaultLimits: SyncLimits = {
  frameBytes: MIB,
  documentFrames: { perSecond: 30, burst: 60 },
  documentBytesRate: { perSecond: MIB, burst: 8 * MIB },
  handlingMs: { perSecond: 250, burst: 500 },
  roomHandlingMs: { perSecond: 500, burst: 10 },
  pieceMs: 45_000,
  pieceBytes: 16 * KIB,
  presencePerSecond: 30,
  frames: { perSecond: 300, burst: 600 },
  waitingFrames: 2000,
  syncRequests: { perSecond: 5 / 60, burst: 5 },
  structsPerFrame: 20_000,
  valuePartsPerFrame: 200_000,
  valuePartsPerRecord: 20_000,
  valuePartsWarning: 300_000,
  valueParts: 500_000,
  conflictSteps: 500_000,
  shifts: 300_000_000,
  deleteSteps: 2_000_000,
  deleteRangesPerFrame: 20_000,
  deleteRangesRead: 200_000,
  recordsWarning: 3000,
  records: 5000,
  documentBytesWarning: 8 * MIB,
  documentBytes: 16 * MIB,
  documentStructsWarning: 250_000,
  documentStructs: 500_000,
  clientIdsPerConnection: 8,
  connectionsPerRoom: 1200,
  connectionsWarning: 600,
  connections: 2400,
  pendingUpgrades: 500,
  upgradeMs: 5000,
  unsavedBytes: 8 * MIB,
  unsavedMs: 60_000,
  busyMs: 30_000,
  hungCommitMs: 30_000,
  rescueMs: 15 * 60_000,
  queueSoftBytes: MIB,
  queueHardBytes: 8 * MIB,
  queueMaxBytes: 32 * MIB,
  queueStallMs: 15_000,
  queuesTotalBytes: 256 * MIB,
  partBytes: 64 * KIB,
  partsUnderWay: 4,
  answerKeptMs: 10_000,
  resyncMs: 10_000,
  farewellMs: 2000,
  readmitMs: 60_000,
  watchMs: 1000,
  commitMs: 20,
  commitMsPerMember: 0.09,
  commitCrowdMs: 40,
  commitBytes: 256 * KIB,
  repairMs: 2000,
  presenceMs: 50,
  durableMs: 60,
  pingMs: 20_000,
  deadMs: 45_000,
  keepAliveMs: 20_000,
  slowCommitMs: 1000,
  retryMs: 1000,
  retryMaxMs: 30_000,
  compactionRows: 500,
  compactionBytes: MIB,
  compactionPauseMs: 30_000,
  sweepMs: 600_000,
}
