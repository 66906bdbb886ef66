type Given<Members> = { readonly [Key in keyof Members]?: NonNullable<Members[Key]> };

/** The members that are not null: in the manifest, what does not apply is not there. */
export function given<Members extends object>(members: Members): Given<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null),
  ) as Given<Members>;
}
