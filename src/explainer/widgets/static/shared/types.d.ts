// Names for what scripts hand to each other. Rows of the payload are lists, told apart by their
// places here and nowhere else; all further parts of the payload are `any`, until it has named
// fields.

export type Filter =
  | "receptor"
  | "action"
  | "domain"
  | "direction"
  | "evidence"
  | "verdict"
  | "origin"
  | "people";

/** What is shown, as words. */
export type State = Record<Filter | "lens" | "focus" | "panel" | "row" | "view", string> & {
  also: string[];
};

/** Places of rows and nodes that stand out; `listed` are rows that no line can draw. */
export type Shown = { rows: number[]; nodes: number[]; isOverview: boolean; listed: number[] };

export type Source = [short: string, citation: string, address: string];
export type Item = [
  id: string,
  label: string,
  kind: string,
  voice: string,
  second: string,
  full: string,
  names: string[],
];
export type Pair = [start: number, end: number, kind: string, voice: string];
export type Row = [pair: number, look: string, done: string, line: number, ...filters: number[]];
export type Line = [
  text: string,
  voice: string,
  badge: string,
  caveat: string,
  sources: number[],
  row: string,
];
/** A row that no line draws: kind, the nodes it speaks of, where it ends, what it says, its line,
 * filters. */
export type Undrawn = [
  kind: string,
  nodes: number[],
  end: string,
  says: string,
  line: number,
  ...filters: number[],
];
export type Card = [
  facts: string[],
  sections: [heading: string, voice: string, lines: number[]][],
  sources: number[],
  about: Record<string, string>,
  hazards: number[],
  elsewhere: [database: number, identifier: string][],
];
/** What rows say: table and name of a sign, sign of what was done, number of rows. */
export type Said = [table: string, look: string, done: string, count: number];
export type Measures = [x: number, y: number, width: number, height: number];

/** What Python sends, made ready by `prepare`. */
export interface Picture {
  nodes: Item[];
  pairs: Pair[];
  rows: Row[];
  undrawn: Undrawn[];
  lines: Line[];
  sources: Source[];
  cards: Card[];
  databases: [name: string, page: string][];
  standings: [start: number, end: number, standing: string][];
  against: [domain: number, verdict: string][];
  voices: Record<string, string[]>;
  choices: Record<string, [word: string, name: string][]>;
  sockets: import("./sockets.js").Sockets;
  // biome-ignore lint/suspicious/noExplicitAny: the payload has no named fields yet
  [part: string]: any;
}

/** How the picture is laid out, for a wide page or a narrow one. */
export interface Form {
  size: [width: number, height: number];
  boxes: Measures[];
  lines: string[];
  bands: [id: string, title: string, voice: string, box: Measures][];
  bundles: [line: string, kind: string, count: number][];
  legend: [table: string, name: string, x: number, y: number, word: string][];
}

/** What a widget is given by anywidget, or by a saved page. */
export interface Model {
  // biome-ignore lint/suspicious/noExplicitAny: a trait holds what Python put there
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, hear: () => void): void;
  off(event: string, hear: () => void): void;
  widget_manager: { get_model(name: string): Promise<Model> };
}
export type Context = { model: Model; el: HTMLElement };

/** What panels and controls may ask of the Explorer. */
export interface Act {
  name: string;
  set(part: Partial<State>): void;
  undo(): void;
  redo(): void;
  reset(): void;
  say(text: string): void;
  download(name: string, content: BlobPart, type: string): void;
  memory<T extends object>(key: string, fresh: T): T;
  redraw(key: string): void;
  /** Draw all of it anew. */
  refresh(key?: string): void;
  /** Put one of the article's receptors somewhere, as with the hand. */
  place(socket: string, target: string): void;
}
export type Panel = (picture: Picture, state: State, shown: Shown, act: Act) => Node[];
