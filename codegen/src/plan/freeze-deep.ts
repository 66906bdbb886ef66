/** Freezes plain data all the way down; what is frozen already is left alone, so shared parts cost nothing. */
export function freezeDeep<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) freeze(value);
  return value;
}

function freeze(value: object): void {
  Object.freeze(value);
  for (const key in value) {
    const member: unknown = Reflect.get(value, key);
    if (typeof member === "object" && member !== null && !Object.isFrozen(member)) freeze(member);
  }
}
