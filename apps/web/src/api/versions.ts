import { Restored, Version, VersionList, VersionView } from '@samenreis/model/api/versions'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from './answer.ts'
import { client } from './client.ts'

const versions = client.api.v1.rooms[':roomId'].versions

/** Earlier versions of the board, newest first. Facilitators only. @throws ProblemError */
export function readVersions(roomId: RoomId, signal: AbortSignal): Promise<VersionList> {
  return readAnswer(versions.$get({ param: { roomId } }, { init: { signal } }), VersionList)
}

/** Keeps the board as it is now, under a name. Facilitators only. @throws ProblemError */
export function nameVersion(roomId: RoomId, name: string): Promise<Version> {
  return readAnswer(versions.$post({ param: { roomId }, json: { name } }), Version)
}

/** What stood on the board. Facilitators only. @throws ProblemError `not-found` when its time is over */
export function readVersion(roomId: RoomId, versionId: string): Promise<VersionView> {
  return readAnswer(versions[':versionId'].$get({ param: { roomId, versionId } }), VersionView)
}

/** Makes the board that version, for everybody. Facilitators only. @throws ProblemError `not-found` */
export function restoreVersion(roomId: RoomId, versionId: string): Promise<Restored> {
  return readAnswer(versions[':versionId'].restorations.$post({ param: { roomId, versionId } }), Restored)
}
