// Written by `python -m explainer types` from explainer.view.sockets; not by hand.

export interface Sockets {
  findings: Mark[];
  frames: Record<string, Frame[]>;
  headlines: Record<string, [string, string]>;
  lists: Record<string, [string, number[]]>;
  article: string[];
  tell: string[];
  marks: Record<string, Record<string, string>>;
  units: number;
  key: [string, string, string][];
  absences: [string, string, string][];
  caution: string;
  lanes: string;
  rules: string;
  placement: Placement;
  odds: [number, number][];
  claims: Record<string, Weight[]>;
}

export interface Mark {
  id: string;
  agent: string;
  domain: string;
  level: "better" | "same" | "unclear" | "worse";
  who: "people" | "animals" | "word";
  through?: string[];
}

export interface Frame {
  width: number;
  height?: number;
  words?: Words[];
  shapes?: Shape[];
  strokes?: Stroke[];
  fields?: Field[];
  stacks?: Stack[];
}

export interface Words {
  x: number;
  y: number;
  text: string;
  size?: number;
  look?: string;
  anchor?: "start" | "middle" | "end";
}

export interface Shape {
  x: number;
  y: number;
  w: number;
  h: number;
  look: string;
  id?: string;
  name?: string;
}

export interface Stroke {
  path: string;
  look: string;
  ends: [string, string];
}

export interface Field {
  x: number;
  y: number;
  dx: number;
  dy: number;
  per: number;
  size: number;
  marks: number[];
  labels?: string[];
}

export interface Stack {
  x: number;
  y: number;
  size: number;
  marks: number[];
}

export interface Placement {
  sockets: [string, string][];
  targets: [string, string][];
  order: ("people" | "animals" | "word")[];
  prompt: string;
  hint: string;
  choose: string;
  answer: string;
  guessed: Record<string, string>;
  held: string;
  over: Record<string, string>;
  back: string;
  again: string;
}

export interface Weight {
  head: string;
  findings?: number[];
}
