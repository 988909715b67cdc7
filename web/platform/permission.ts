/** Calls `changed` when the person gives or takes back the right to ask where the phone is; never for how it stands now. */
export function watchPermission(permissions: Permissions | undefined, changed: (state: PermissionState) => void): void {
  if (permissions === undefined) return;
  permissions.query({ name: 'geolocation' }).then(
    (status) => status.addEventListener('change', () => changed(status.state)),
    () => undefined, // A browser that does not know the name tells of no change.
  );
}
