import type { Mutant, Watchers } from './Mutant.ts'

const room = (name: string): Watchers => ({ project: 'server', file: 'apps/server/src/sync/Room.test.ts', name })
const turns: Watchers = { project: 'server', file: 'apps/server/src/sync/RoomTurns.test.ts', name: 'SE30' }
const integration = (file: string, name: string): Watchers => ({
  project: 'tests',
  file: `tests/integration/${file}.test.ts`,
  name,
})
const contract = (file: string, name: string): Watchers => ({
  project: 'tests',
  file: `tests/contract/${file}.test.ts`,
  name,
})
const web = (file: string, name: string): Watchers => ({ project: 'web', file: `apps/web/src/${file}.test.ts`, name })
const everyRole: Watchers = { project: 'tests', file: 'tests/fuzz/everyRole.test.ts' }

/** Bugs that were seen in the field, or that somebody could make here. Each must turn at least one of its watchers red. */
export const mutants: readonly Mutant[] = [
  // Order of work: stored first, then everything else.
  {
    name: 'acknowledge before commit',
    file: 'apps/server/src/sync/Session.ts',
    old: 'isStored: (mark) => mark <= room.room.committedMark,',
    new: 'isStored: (mark) => mark <= room.room.acceptedMark,',
    watchers: [integration('session', 'SE10'), integration('storageFailure', 'RM2')],
  },
  {
    name: 'relay before commit',
    file: 'apps/server/src/sync/LiveRoom.ts',
    old: '    this.#commits.add(this, acceptance.bytes)\n',
    new: `    this.#commits.add(this, acceptance.bytes)
    for (const other of this.#members) if (other !== member) other.sendPresence(encodeUpdate(update))
`,
    watchers: [integration('storageFailure', 'RM2')],
  },
  {
    name: 'read and extract what is not stored',
    file: 'apps/server/src/sync/Room.ts',
    old: "    if (bytes === null) return { kind: 'nothing' }\n",
    new: "    if (bytes === null) return { kind: 'nothing' }\n    Y.applyUpdate(this.committed.doc, bytes, origin)\n",
    watchers: [integration('storageFailure', 'RM2')],
  },
  {
    name: 'acknowledge one frame too many',
    file: 'apps/server/src/sync/DurableCounter.ts',
    old: '      this.#durable = frame\n',
    new: '      this.#durable = frame + 1\n',
    watchers: [integration('session', 'SE10')],
  },
  // The checks of what people send.
  {
    name: 'skip the schema check',
    file: 'apps/server/src/sync/Room.ts',
    old: '      if (!check.ok) return check.detail\n',
    new: '      if (!check.ok) continue\n',
    watchers: [room('RM9')],
  },
  {
    name: 'forget to undo a refused update',
    file: 'apps/server/src/sync/Room.ts',
    old: "      this.#rebuild()\n      return { kind: 'refused', reason: 'invalid-content', detail: problem }\n",
    new: "      return { kind: 'refused', reason: 'invalid-content', detail: problem }\n",
    watchers: [room('RM9')],
  },
  {
    name: 'let anybody write under any client id',
    file: 'apps/server/src/sync/ClientClaims.ts',
    old: '    return owner === undefined ? clientId !== SEED_CLIENT_ID && !known : owner === participantId\n',
    new: '    return owner === undefined || owner.length > 0 || known || participantId.length > 0\n',
    watchers: [room('RM13')],
  },
  {
    name: 'forget who owns a client id',
    file: 'apps/server/src/storage/SqliteDocuments.ts',
    old: '        for (const [clientId, participantId] of clients) this.#claim(roomId, clientId, participantId)\n',
    new: '        if (clients.size < 0) this.#claim(roomId, 0, [...clients.values()][0] as never)\n',
    watchers: [contract('storage', 'ST6')],
  },
  {
    name: 'take an update that builds on something missing',
    file: 'apps/server/src/sync/updateCheck.ts',
    old: "    if (struct instanceof Y.Skip || clock > had) return { kind: 'gap' }\n",
    new: '    if (struct instanceof Y.Skip) continue\n',
    watchers: [room('RM10')],
  },
  {
    name: 'take references to what nobody has',
    file: 'apps/server/src/sync/updateCheck.ts',
    old: "  for (const item of added) if (!referencesOf(item).every(isKnown)) return { kind: 'gap' }\n",
    new: '  if (added.length < 0) return isKnown(added[0]?.id as never) ? { kind: "gap" } : { kind: "nothing" }\n',
    watchers: [room('RM10')],
  },
  {
    name: 'accept an update of somebody who only looks',
    file: 'apps/server/src/sync/Room.ts',
    old: "    if (!author.mayEdit) return { kind: 'refused', reason: 'forbidden', detail: 'may not edit' }\n",
    new: '',
    watchers: [room('SE7'), integration('session', 'SE7'), everyRole],
  },
  {
    name: 'accept a change of a locked journey',
    file: 'apps/server/src/sync/LockedJourneys.ts',
    old: '    return lockedJourneyTouched(\n',
    new: '    if (touched.size >= 0) return null\n    return lockedJourneyTouched(\n',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/LockedJourneys.test.ts' }, everyRole],
  },
  {
    name: 'read frames of any size and number',
    file: 'apps/server/src/sync/Inbox.ts',
    old: '    if (this.#waiting.length >= this.#options.limits.waitingFrames) return false\n',
    new: '',
    watchers: [integration('session', 'SE6')],
  },
  {
    name: 'let one room take all of the process',
    file: 'apps/server/src/sync/Inbox.ts',
    old: '      turns.spend(tookMs)\n',
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/Inbox.test.ts', name: 'F57' }],
  },
  // Relaying, presence, memory.
  {
    name: 'relay the answer of one client to all',
    file: 'apps/server/src/sync/Session.ts',
    old: '    const frame = this.#durable.count()\n',
    new: `    const frame = this.#durable.count()
    if (kind === 'step2') {
      for (const other of this.#room.members) if (other !== this) other.sendPresence(encodeUpdate(update))
    }
`,
    watchers: [everyRole, { project: 'tests', file: 'tests/fuzz/fivePeople.test.ts' }],
  },
  {
    name: 'queue without bound for who reads nothing',
    file: 'apps/server/src/sync/Outbox.ts',
    old: `      if (document !== null) this.#behind ??= telling.had()
      if (presence !== null) this.#missedPresence = true
      return
`,
    new: '',
    watchers: [integration('slowReader', 'SE8')],
  },
  {
    name: 'forget what a slow reader lacks',
    file: 'apps/server/src/sync/Outbox.ts',
    old: '      this.control(catchUp.document(had))\n',
    new: '      if (had.length < 0) this.control(catchUp.document(had))\n',
    watchers: [integration('slowReader', 'SE8')],
  },
  {
    name: 'show somebody under the name that he says',
    file: 'apps/server/src/sync/RoomPresence.ts',
    old: "if (key === 'p' || !given.has(key)) continue",
    new: 'if (!given.has(key)) continue',
    also: [
      {
        file: 'apps/server/src/sync/RoomPresence.ts',
        old: '{ ...state, p: owner.participantId }',
        new: '{ p: owner.participantId, ...state }',
      },
    ],
    watchers: [
      integration('presence', 'PR2'),
      { project: 'server', file: 'apps/server/src/sync/RoomPresence.test.ts', name: 'PR9' },
    ],
  },
  {
    name: 'keep the cursor of who left',
    file: 'apps/server/src/sync/RoomPresence.ts',
    old: '    if (isTold || isGiven) this.#left.push(connection)\n',
    new: '    if (isTold) this.#left.push(connection)\n',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/RoomPresence.test.ts', name: 'PR8' }],
  },
  {
    name: 'forget a timer of a connection that is over',
    file: 'apps/server/src/sync/Session.ts',
    old: '    this.#farewell?.over()\n',
    new: '',
    watchers: [integration('leftBehind', 'RM5')],
  },
  {
    name: 'read at once whatever a closed connection still sends',
    file: 'apps/server/src/sync/Session.ts',
    old: '    if (this.#ended) return this.#farewell?.passOver(bytes)\n',
    new: '    if (this.#ended) return\n',
    watchers: [integration('floods', 'SE35')],
  },
  {
    name: 'forget the deadline of an upgrade',
    file: 'apps/server/src/sync/Gateway.ts',
    old: '        clearTimeout(deadline)\n',
    new: '        deadline.hasRef()\n',
    watchers: [integration('leftBehind', 'RM5')],
  },
  {
    name: 'judge a move beside another of the same client',
    file: 'apps/server/src/sync/Room.ts',
    old: '!this.#moves.hasOneOf(check.authors)',
    new: 'check.authors.length > 0',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/moveOf.test.ts', name: 'RM26' }],
  },
  {
    name: 'take for a move what takes away another value',
    file: 'apps/server/src/sync/moveOf.ts',
    old: '      if (client !== origin.client || clock !== origin.clock || len !== 1) return null\n',
    new: '      if (client < 0 || clock < 0 || len !== 1) return null\n',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/moveOf.test.ts', name: 'RM26' }],
  },
  {
    name: 'judge the first of two blocks, and let Yjs apply the second',
    file: 'apps/server/src/sync/readUpdate.ts',
    old: "    if (clients.has(client)) throw new Error('A client stands in the update twice')\n",
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/moveOf.test.ts', name: 'RM26' }],
  },
  {
    name: 'believe between which two an item stands',
    file: 'apps/server/src/sync/placeCheck.ts',
    old: "      if (left < 0) return 'place of an item'\n",
    new: "      if (left < -1) return 'place of an item'\n",
    watchers: [{ project: 'server', file: 'apps/server/src/sync/placeCheck.test.ts', name: 'RM27' }],
  },
  // Storage.
  {
    name: 'wait for the disk at checkpoints only',
    file: 'apps/server/src/storage/SqliteConnection.ts',
    old: "'synchronous = FULL'",
    new: "'synchronous = NORMAL'",
    watchers: [contract('sqlite', 'ST15')],
  },
  {
    name: 'bound what a board takes on disk, not what it takes in memory',
    file: 'apps/server/src/sync/DocumentSize.ts',
    old: '    if (this.#structs > documentStructs) return `${this.#structs} structs`\n',
    new: '',
    watchers: [room('RM11')],
  },
  {
    name: 'let only the frames of a room count towards its share',
    file: 'apps/server/src/sync/RoomTurns.ts',
    old: '      this.spend(this.#clock() - beganAtMs)\n',
    new: '      this.spend(0 * beganAtMs)\n',
    watchers: [turns],
  },
  {
    name: 'let a room write for nothing',
    file: 'apps/server/src/sync/LiveRoom.ts',
    old: 'this.turns.charge(() => this.room.commit())',
    new: 'this.room.commit()',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/LiveRoom.test.ts', name: 'SE30' }],
  },
  {
    name: 'let values stand before a value',
    file: 'apps/server/src/sync/updateCheck.ts',
    old: "    if (item.rightOrigin !== null) return 'place of a value'\n",
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/ItemHomes.test.ts', name: 'RM11' }],
  },
  {
    name: 'go on with a change that could not be judged',
    file: 'apps/server/src/sync/Room.ts',
    old: '      if (taken === null) this.#makeShadowAnew()\n',
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/forgedFrames.test.ts', name: 'RM9' }],
  },
  {
    name: 'apply again what is there already',
    file: 'apps/server/src/sync/Room.ts',
    old: 'Y.applyUpdate(doc, check.update, origin)',
    new: 'Y.applyUpdate(doc, update, origin)',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/forgedFrames.test.ts', name: 'RM23' }],
  },
  {
    name: 'let something stand between two that never stood side by side',
    file: 'apps/server/src/sync/placeCheck.ts',
    old: '      left = stepsBetween(struct, transaction.doc, left)\n',
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/placeCheck.test.ts', name: 'RM27' }],
  },
  {
    name: 'let a value have any number of parts',
    file: 'apps/server/src/sync/contentCheck.ts',
    old: '  if (partsOfRecord(fields, mostParts) > mostParts) return `${id}: values: too many parts`\n',
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/forgedFrames.test.ts', name: 'RM11' }],
  },
  {
    name: 'tell where a link stands by a field that it made up',
    file: 'packages/model/src/journey/lock.ts',
    old: "field(id.startsWith('binding:') ? 'fromId' : 'parentId')",
    new: "field('parentId') ?? field('fromId') ?? id.at(-1)",
    watchers: [{ project: 'model', file: 'packages/model/src/journey/lock.test.ts', name: 'JM1' }],
  },
  {
    name: 'take cards out of a locked journey that was put into groups',
    file: 'packages/model/src/document/repair.ts',
    old: 'const JOURNEY_PARENTS_MAX = 20\n',
    new: 'const JOURNEY_PARENTS_MAX = 40\n',
    watchers: [{ project: 'model', file: 'packages/model/src/document/repair.test.ts', name: 'RP2' }],
  },
  {
    name: 'let somebody in as he might before the room was loaded',
    file: 'apps/server/src/sync/Gateway.ts',
    old: '      if (!isAtHand) admission =',
    new: '      if (roomId.data.length === 0 && !isAtHand) admission =',
    watchers: [integration('meetings', 'SE13')],
  },
  {
    name: 'ask what somebody may before his request is all there',
    file: 'apps/server/src/http/apiRoutes.ts',
    old: ', upTo(REQUEST_MAX_BYTES), wholeBody))',
    new: ', upTo(REQUEST_MAX_BYTES)))',
    watchers: [integration('meetings', 'AC8')],
  },
  {
    name: 'forget a room that could not be ended',
    file: 'apps/server/src/sync/RoomRegistry.ts',
    old: "        this.#states.set(id, { kind: 'live', room })\n        if (room.holds === 0) this.#drain(room)\n",
    new: '',
    watchers: [integration('meetings', 'RM28')],
  },
  {
    name: 'erase somebody while versions are put back',
    file: 'apps/server/src/versions/Versions.ts',
    old: '    return this.#turns.take(roomId, async () => {\n      const done = await work()\n      await this.#deps.store.eraseVersions(roomId)\n      return done\n    })\n',
    new: '    return work().then(async (done) => (await this.#deps.store.eraseVersions(roomId), done))\n',
    watchers: [integration('meetings', 'PY5')],
  },
  {
    name: 'let a frame cut up a long list',
    file: 'apps/server/src/sync/updateCheck.ts',
    old: "  if (shifts > limits.shifts) return refuse('invalid-content', `shifts: ${shifts}`)\n",
    new: '',
    watchers: [{ project: 'server', file: 'apps/server/src/sync/ShiftWork.test.ts', name: 'RM11' }],
  },
  {
    name: 'compact one row too many',
    file: 'apps/server/src/storage/SqliteDocuments.ts',
    old: "'DELETE FROM room_update WHERE room_id = ? AND sequence <= ?'",
    new: "'DELETE FROM room_update WHERE room_id = ? AND sequence <= ? + 1'",
    watchers: [contract('storage', 'ST5')],
  },
  {
    name: 'replace a log by what does not read back',
    file: 'apps/server/src/sync/RoomWriter.ts',
    old: '      if (!(await this.#snapshots.readsBack(snapshot))) throw new SnapshotMismatchError()\n',
    new: '      await this.#snapshots.readsBack(snapshot)\n',
    watchers: [integration('compaction', 'RM25')],
  },
  {
    name: 'keep deleted text in snapshots',
    file: 'apps/server/src/sync/storedDocument.ts',
    old: '  const doc = new Y.Doc()\n  try {',
    new: '  const doc = new Y.Doc({ gc: false })\n  try {',
    watchers: [integration('storageFailure', 'RM8')],
  },
  {
    name: 'append with a gap',
    file: 'apps/server/src/storage/StorageContractError.ts',
    old: "    if (sequence !== position.sequence + 1 + index) throw new StorageContractError('append with a gap in the sequence')\n",
    new: '    if (sequence < index) throw new StorageContractError("append with a gap in the sequence")\n',
    watchers: [contract('storage', 'ST3')],
  },
  {
    name: 'ignore the epoch when storing',
    file: 'apps/server/src/storage/StorageContractError.ts',
    old: "  if (position.epoch !== epoch) throw new StorageContractError('append with another epoch')\n",
    new: '',
    watchers: [contract('storage', 'ST4')],
  },
  {
    name: 'believe rows that were changed on disk',
    file: 'apps/server/src/storage/checksum.ts',
    old: '  return checksumOf(roomId, sequence, bytes) === checksum\n',
    new: '  return checksumOf(roomId, sequence, bytes) === checksum || checksum >= 0\n',
    watchers: [contract('damage', '')],
  },
  {
    name: 'give up the batch of a failed commit',
    file: 'apps/server/src/sync/UnsavedEdits.ts',
    old: '    this.#waiting.unshift(update)\n',
    new: '',
    watchers: [integration('storageFailure', 'RM6'), integration('diskFull', 'RM6')],
  },
  {
    name: 'go on after a failed commit without a snapshot',
    file: 'apps/server/src/sync/RoomWriter.ts',
    old: '    if (!this.#recovering.has(room)) this.#recoverLater(room, this.#limits.retryMs)\n',
    new: '    setTimeout(() => this.add(room, 0), this.#limits.retryMs)\n',
    watchers: [
      integration('storageFailure', 'RM6'),
      integration('diskFull', 'RM6'),
      { project: 'tests', file: 'tests/fuzz/fivePeople.test.ts' },
    ],
  },
  {
    name: 'take a failed load for a room that is not there',
    file: 'apps/server/src/sync/RoomRegistry.ts',
    old: "        this.#states.set(roomId, { kind: 'failed', error, retryAtMs: this.#clock() + waitMs, waitedMs: waitMs })\n",
    new: '        this.#states.delete(roomId)\n        if (waitMs > 0) throw new RoomNotFoundError()\n',
    watchers: [integration('storageFailure', 'RM4')],
  },
  {
    name: 'take bytes that make no board for an empty one',
    file: 'apps/server/src/sync/storedDocument.ts',
    old: "  if (board.schemaVersion === null) throw new UnreadableDocumentError('The stored document is not a board')\n",
    new: '',
    watchers: [integration('storageFailure', 'RM4')],
  },
  {
    name: 'seed with an id of its own each time',
    file: 'packages/model/src/document/seed.ts',
    old: '  doc.clientID = SEED_CLIENT_ID\n',
    new: '',
    watchers: [{ project: 'model', file: 'packages/model/src/document/board.test.ts' }],
  },
  {
    name: 'restore under the same epoch',
    file: 'apps/server/src/storage/SqliteDocuments.ts',
    old: "        this.#database.run('UPDATE room SET epoch = ? WHERE id = ?', [newEpoch(), id])\n",
    new: "        if (id === '') this.#database.run('UPDATE room SET epoch = ? WHERE id = ?', [newEpoch(), id])\n",
    watchers: [{ project: 'tests', file: 'tests/fault/backup.test.ts', name: 'OP7, OP8' }],
  },
  {
    name: 'let clients of before a restore write on',
    file: 'apps/server/src/storage/SqliteDocuments.ts',
    old: "'INSERT OR IGNORE INTO room_retired_client (room_id, client_id) SELECT room_id, client_id FROM room_client',",
    new: "'INSERT OR IGNORE INTO room_retired_client (room_id, client_id) SELECT room_id, 1 FROM room_client',",
    watchers: [{ project: 'tests', file: 'tests/fault/backup.test.ts', name: 'OP7, OP8' }],
  },
  {
    name: 'call a log with a gap whole',
    file: 'apps/server/src/inspect/inspectRoom.ts',
    old: '    if (sequence !== last + 1) gaps += 1\n',
    new: '    if (sequence < last) gaps += 1\n',
    watchers: [integration('inspect', 'OP5')],
  },
  // Who may come in.
  {
    name: 'take the token of another room',
    file: 'apps/server/src/access/Sessions.ts',
    old: 'session?.roomId === roomId ? session : null',
    new: 'session',
    also: [
      {
        file: 'apps/server/src/access/Sessions.ts',
        old: `    const room = await this.directory.findRoom(roomId)
    // The link it came in by was renewed: whoever holds the old one is out (F77).
`,
        new: '    const room = await this.directory.findRoom(session.roomId)\n',
      },
      {
        file: 'apps/server/src/access/Sessions.ts',
        old: 'const participants = await this.directory.participantsOf(roomId)',
        new: 'const participants = await this.directory.participantsOf(session.roomId)',
      },
    ],
    watchers: [{ project: 'server', file: 'apps/server/src/access/access.test.ts', name: 'AC3' }],
  },
  {
    name: 'let in by a session that is over',
    file: 'apps/server/src/access/Sessions.ts',
    old: 'session === null || Date.parse(session.expiresAt) <= this.now()',
    new: 'session === null',
    watchers: [{ project: 'server', file: 'apps/server/src/access/access.test.ts', name: 'AC3' }],
  },
  {
    name: 'let in by a link that was renewed',
    file: 'apps/server/src/access/Sessions.ts',
    old: '!sameHash(room.secretHashes[session.right], session.secretHash)',
    new: 'session.secretHash === ""',
    watchers: [{ project: 'server', file: 'apps/server/src/access/access.test.ts', name: 'AC8' }],
  },
  {
    name: 'never ask again whether a session holds',
    file: 'apps/server/src/sync/Gateway.ts',
    old: '      this.#readmitAll()\n',
    new: '',
    watchers: [integration('session', 'SE13')],
  },
  {
    name: 'believe the origin that a page names',
    file: 'apps/server/src/sync/Gateway.ts',
    old: '    if (!isOriginAllowed(request, this.#options.origins)) return refuse(403)\n',
    new: '',
    watchers: [integration('session', 'SE2')],
  },
  {
    name: 'let a page in that is older than the board',
    file: 'apps/server/src/sync/Gateway.ts',
    old: 'const isKnown = schemaVersion >= hold.room.room.schemaVersion',
    new: 'const isKnown = schemaVersion >= 0',
    watchers: [integration('versionsTogether', 'SE32')],
  },
  {
    name: 'open the metrics to everybody',
    file: 'apps/server/src/http/metricsRoute.ts',
    old: 'metrics === null || !isSame(given, metrics.token)',
    new: 'metrics === null || (given.length < 0 && !isSame(given, metrics.token))',
    watchers: [integration('metrics', 'OP1')],
  },
  // What leaves the house.
  {
    name: 'write formulas into files',
    file: 'apps/server/src/exports/formulaGuard.ts',
    old: "  return formulaStart.test(text) ? `'${text}` : text\n",
    new: '  return text\n',
    watchers: [{ project: 'server', file: 'apps/server/src/exports/exports.test.ts', name: 'EX3' }],
  },
  // What the browser says and keeps.
  {
    name: 'say saved because the socket is open',
    file: 'apps/web/src/sync/connectionState.ts',
    old: 'facts.received && facts.proven && facts.waiting.length === 0 && !facts.kept && !facts.pending',
    new: "facts.link === 'open' && !facts.pending",
    watchers: [web('sync/connectionState', '')],
  },
  {
    name: 'count no more what was kept without a connection',
    file: 'apps/web/src/sync/connectionState.ts',
    old: '        kept: hasUnacknowledgedEdits(facts),\n',
    new: '        kept: false,\n',
    watchers: [web('sync/connectionState', '')],
  },
  {
    name: 'go on with a board of another epoch',
    file: 'apps/web/src/sync/Welcome.ts',
    old: "    if (known !== null && known.epoch !== hello.epoch) return 'epoch-changed'\n",
    new: '',
    watchers: [web('sync/Welcome', ''), web('sync/RoomConnection', '')],
  },
]
