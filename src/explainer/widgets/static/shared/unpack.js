// @ts-check

// How what Python packed begins; a page that unpacks by itself hands it over plain.
const ZLIB = 0x78;

/** Unpack what Python packed with zlib. @param {DataView | Uint8Array} packed */
export function unpacked(packed) {
  const bytes =
    packed instanceof DataView
      ? new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
      : packed;
  if (bytes[0] !== ZLIB) return new Response(/** @type {any} */ (bytes));
  const stream = new Blob([/** @type {any} */ (bytes)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream);
}

/** Unpack JSON. @param {DataView | Uint8Array} packed @returns {Promise<any>} */
export const unpack = (packed) => unpacked(packed).json();
