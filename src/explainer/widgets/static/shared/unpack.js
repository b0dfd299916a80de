// @ts-check

/** Unpack the zlib-packed JSON that Python sent.
 * @param {DataView | Uint8Array} packed
 * @returns {Promise<any>} */
export async function unpack(packed) {
  const bytes =
    packed instanceof DataView
      ? new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
      : packed;
  const stream = new Blob([/** @type {any} */ (bytes)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}
