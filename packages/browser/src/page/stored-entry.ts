/** An entry of a storage, as JSON. What is refused or damaged is taken for absent; nothing throws. */
export interface Entry<T> {
  read(): T | undefined;
  /** Undefined removes it. */
  write(value: T | undefined): void;
}

/** An entry whose value `isRight` recognises: other code, and other versions, write to the same place. */
export function storedEntry<T>(
  storage: () => Storage,
  key: string,
  isRight: (value: T) => boolean,
): Entry<T> {
  return {
    read() {
      try {
        const value: T = JSON.parse(storage().getItem(key) ?? "null");
        return value && isRight(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        if (value) storage().setItem(key, JSON.stringify(value));
        else storage().removeItem(key);
      } catch {
        // No storage: it lives as long as the page.
      }
    },
  };
}
