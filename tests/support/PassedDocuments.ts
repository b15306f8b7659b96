import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'

/** A real store with a layer around it that changes nothing: what a test does otherwise, it says in a class of its own. */
export class PassedDocuments implements RoomStorage {
  protected readonly inner: RoomStorage

  constructor(inner: RoomStorage) {
    this.inner = inner
  }

  loadDocument(...args: Parameters<RoomStorage['loadDocument']>): ReturnType<RoomStorage['loadDocument']> {
    return this.inner.loadDocument(...args)
  }

  append(...args: Parameters<RoomStorage['append']>): Promise<void> {
    return this.inner.append(...args)
  }

  compact(...args: Parameters<RoomStorage['compact']>): Promise<void> {
    return this.inner.compact(...args)
  }

  replaceDocument(...args: Parameters<RoomStorage['replaceDocument']>): Promise<number> {
    return this.inner.replaceDocument(...args)
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.inner.roomsWithLog(...args)
  }
}
