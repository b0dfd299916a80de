// @ts-check
// What comes first: on a phone the picture, and below it the buttons; elsewhere the buttons.

const PHONE = 600; // pixels; as in the style sheet

/** Set the controls above the answer, or below the picture. They stand there in the document too,
 * so that the keyboard meets them in the order in which they are seen.
 * @param {HTMLElement} root @param {number} room its width
 * @param {HTMLElement} head the answer above the picture
 * @param {HTMLElement} stage @param {HTMLElement[]} controls in their order */
export function arrange(root, room, head, stage, controls) {
  const isPhone = room > 0 && room < PHONE && root.dataset.depth !== "map";
  const [first] = controls;
  const isThere = isPhone ? first.previousElementSibling === stage : first.parentElement === root;
  if (isThere) return;
  if (controls.some((one) => one.contains(document.activeElement))) return; // it is in hand
  if (isPhone) stage.after(...controls);
  else head.before(...controls);
}
