/**
 * The object with a gate before it: reading or setting anything it does not have throws
 * `the Chromium shell has no NAME.KEY` instead of giving `undefined`.
 */
export function exactly<T extends object>(name: string, target: T): T {
  const refuse = (key: string | symbol): never => {
    throw new Error(`the Chromium shell has no ${name}.${String(key)}`);
  };
  return new Proxy(target, {
    get(object, key, receiver) {
      if (!isProbe(key) && !(key in object)) refuse(key);
      return Reflect.get(object, key, receiver);
    },
    set(object, key, value) {
      if (!isProbe(key) && !(key in object)) refuse(key);
      return Reflect.set(object, key, value);
    },
  });
}

/** Keys the language and its libraries ask of any object: promises, serialisers, printers. */
function isProbe(key: string | symbol): boolean {
  return typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key === 'asymmetricMatch';
}
