/** `room 1 (Guest), room 2 (Admin)` */
export function roomsAndRoles(
  rooms: readonly { readonly room: string; readonly role: string }[],
): string {
  return rooms.map(({ room, role }) => `${room} (${role})`).join(', ')
}
