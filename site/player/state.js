// What a learner has answered, kept in the browser. An item's state is filed under its state key, which changes with
// the item's meaning, and an option is named by its rank among the sorted ids: so an edit of the course never moves
// an old answer to another question or option.

/** @typedef {{ parts: number[], tries: number, first: number }} Answer  chosen ranks; tries; points of the first try, 0 to 1 */
/** @typedef {{ page: string, title: string }} Visit */
/** @typedef {[key: number, parts: number[]]} Choice  an item's state key and its chosen ranks; none where it was left */
/** @typedef {{ answers: Record<string, Answer>, quizzes: Record<string, Choice[]>, last: Visit | null }} State  a quiz begun again has no choices */
/** @typedef {Pick<Storage, "getItem" | "setItem">} Box */

const VERSION = 1;

/** The learner's state in one storage; every read and write survives a storage that is blocked, full or broken. */
export class Store {
  /**
   * @param {Box | null} box
   * @param {string} course the course's id
   */
  constructor(box, course) {
    this.box = box;
    this.name = `course.${course}.${VERSION}`;
    this.state = this.read();
  }

  /** @returns {State} */
  read() {
    try {
      return decode(this.box?.getItem(this.name) ?? null);
    } catch {
      return decode(null);
    }
  }

  /**
   * @param {string} key
   * @returns {Answer | null}
   */
  answer(key) {
    return this.state.answers[key] ?? null;
  }

  /**
   * Keeps an answer. Another tab may have written meanwhile, so the newest state is read first.
   * @param {string} key
   * @param {number[]} parts
   * @param {number} points 0 to 1
   * @returns {Answer}
   */
  put(key, parts, points) {
    const before = this.refresh().answers[key];
    const answer = { parts, tries: (before?.tries ?? 0) + 1, first: before ? before.first : points };
    this.state.answers[key] = answer;
    this.write();
    return answer;
  }

  /**
   * Keeps what was chosen when a quiz was finished; nothing at all when it begins again.
   * @param {string} quiz its id
   * @param {Choice[]} choices
   */
  finish(quiz, choices) {
    this.refresh().quizzes[quiz] = choices;
    this.write();
  }

  /**
   * What was chosen when the quiz was finished, if it asked the same questions then.
   * @param {string} quiz
   * @param {string[]} keys state keys of its items, in order
   * @returns {Choice[] | null}
   */
  finished(quiz, keys) {
    const kept = this.state.quizzes[quiz] ?? [];
    const same = kept.length === keys.length && kept.every(([key], at) => String(key) === keys[at]);
    return kept.length > 0 && same ? kept : null;
  }

  /** @param {Visit} visit */
  visit(visit) {
    this.refresh().last = visit;
    this.write();
  }

  /** @returns {State} */
  refresh() {
    const kept = this.read();
    this.state = {
      answers: { ...this.state.answers, ...kept.answers },
      quizzes: { ...this.state.quizzes, ...kept.quizzes },
      last: kept.last ?? this.state.last,
    };
    return this.state;
  }

  /** @returns {boolean} whether it was kept */
  write() {
    try {
      this.box?.setItem(this.name, encode(this.state));
      return this.box !== null;
    } catch {
      return false;
    }
  }
}

/**
 * @param {State} state
 * @returns {string}
 */
export function encode(state) {
  const answers = Object.keys(state.answers)
    .sort()
    .map((key) => {
      const answer = state.answers[key];
      return answer ? [Number(key), answer.parts, answer.tries, Math.round(answer.first * 100)] : [];
    });
  const quizzes = Object.entries(state.quizzes).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify({ version: VERSION, answers, quizzes, last: state.last });
}

/**
 * Anything that isn't a state of this version is an empty one; a damaged entry is dropped alone.
 * @param {string | null} text
 * @returns {State}
 */
export function decode(text) {
  /** @type {State} */
  const state = { answers: {}, quizzes: {}, last: null };
  /** @type {any} */
  let data = null;
  try {
    data = JSON.parse(text ?? "null");
  } catch {
    return state;
  }
  if (!data || data.version !== VERSION || !Array.isArray(data.answers)) return state;
  for (const entry of data.answers) {
    if (!Array.isArray(entry) || !isCount(entry[0]) || !Array.isArray(entry[1]) || !entry[1].every(isCount)) continue;
    if (!isCount(entry[2]) || !isCount(entry[3]) || entry[3] > 100) continue;
    state.answers[String(entry[0])] = { parts: entry[1], tries: entry[2], first: entry[3] / 100 };
  }
  for (const entry of Array.isArray(data.quizzes) ? data.quizzes : []) {
    if (Array.isArray(entry) && typeof entry[0] === "string" && Array.isArray(entry[1]) && entry[1].every(isChoice)) {
      state.quizzes[entry[0]] = entry[1];
    }
  }
  if (data.last && typeof data.last.page === "string" && typeof data.last.title === "string") {
    state.last = { page: data.last.page, title: data.last.title };
  }
  return state;
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isChoice(value) {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && Array.isArray(value[1]) && value[1].every(isCount);
}
