// @ts-check

/** Unpack what Python packed with zlib. @param {DataView | Uint8Array} packed */
export function unpacked(packed) {
  const bytes =
    packed instanceof DataView
      ? new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
      : packed;
  const stream = new Blob([/** @type {any} */ (bytes)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream);
}

/** Unpack JSON. @param {DataView | Uint8Array} packed @returns {Promise<any>} */
export const unpack = (packed) => unpacked(packed).json();
