/** A part of the gate. */
export interface Stage {
  name: string;
  command: string;
  /** Cores that it keeps busy. */
  cores: 1 | 2;
  /** Stages that must have passed before. */
  needs: readonly string[];
}

/** The parts of `npm test`, in the order in which they start. */
export const STAGES: readonly Stage[] = [
  { name: "setup", command: "npm run test:setup", cores: 2, needs: [] },
  { name: "types", command: "npm run test:types", cores: 1, needs: [] },
  { name: "lint", command: "npm run test:lint", cores: 1, needs: [] },
  { name: "unused", command: "npm run test:unused", cores: 1, needs: [] },
  { name: "data", command: "npm run test:data", cores: 1, needs: [] },
  { name: "import", command: "npm run import -- --check", cores: 1, needs: [] },
  // The type check and the build both write Astro's types.
  { name: "build", command: "npm run build", cores: 1, needs: ["types"] },
  { name: "unit", command: "npm run test:unit", cores: 2, needs: ["setup"] },
  { name: "browsers", command: "npm run test:browsers", cores: 2, needs: ["setup", "build"] },
  { name: "lighthouse", command: "npm run test:lighthouse", cores: 2, needs: ["setup", "build"] },
  { name: "engines", command: "npm run test:engines", cores: 1, needs: ["setup", "build"] },
];
