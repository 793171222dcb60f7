import type { OpenedRoom } from '../../src/http/contract/my-room.ts'
import { changeMyRoom } from '../api/my-rooms.ts'
import { ChangeRoom } from './change-room.tsx'

/** Renames a room of one's own, or changes its default role: for its admins. */
export function ChangeMyRoom(props: {
  readonly room: OpenedRoom
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { room } = props
  return <ChangeRoom {...props} save={(change) => changeMyRoom(room.id, change)} />
}
