// The learner's state: its format, held to vectors that every other reader has to meet, and the store around it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { BitReader, BitWriter, checkSigns } from "../../site/player/state/bits.js";
import { decode, encode } from "../../site/player/state/codec.js";
import { putBack } from "../../site/player/state/merge.js";
import { inSteps, packAnswers, packDrafts, unpackAnswers, unpackDrafts } from "../../site/player/state/packed.js";
import { emptyState } from "../../site/player/state/state.js";
import { Store } from "../../site/player/state/store.js";
import { fullState, numbers, randomState } from "./state_made.mjs";

const vectors = JSON.parse(readFileSync(new URL("state.vectors.json", import.meta.url), "utf-8"));
const plain = (value) => JSON.parse(JSON.stringify(value));

test("check signs, answers and drafts are what the vectors say, both ways", () => {
  for (const one of vectors.check) assert.equal(checkSigns(one.text), one.signs);
  for (const { packed, answers } of vectors.answers) {
    assert.equal(packAnswers(answers), packed);
    assert.deepEqual(plain(unpackAnswers(packed)), answers);
  }
  for (const { packed, drafts } of vectors.drafts) {
    assert.equal(packDrafts(drafts), packed);
    assert.deepEqual(plain(unpackDrafts(packed)), drafts);
  }
});

test("answers that take the most room are packed as the vectors say", () => {
  for (const { packed, answers } of vectors.bounds) {
    assert.equal(packAnswers(answers), packed);
    assert.deepEqual(plain(unpackAnswers(packed)), answers);
  }
});

test("points are kept in 32nds, and a part of them is never none or all", () => {
  for (const { points, kept } of vectors.points) assert.equal(inSteps(points), kept);
});

test("whole states are what the vectors say, both ways", () => {
  for (const { text, state } of vectors.states) {
    const read = decode(text, vectors.course);
    assert.deepEqual([read.fault, read.lost], ["", []]);
    assert.deepEqual(plain(read.state), { ...plain(emptyState()), ...state });
    assert.equal(encode(read.state, vectors.course), text);
  }
});

test("the first version's states become this one's", () => {
  for (const { text, state } of vectors.first) {
    const read = decode(text, vectors.course);
    assert.equal(read.fault, "");
    assert.deepEqual(plain(read.state), { ...plain(emptyState()), ...state });
  }
});

test("what is no state is refused, and what is damaged is left out", () => {
  for (const { text, fault } of vectors.refused) {
    const read = decode(text, vectors.course);
    assert.equal(read.fault, fault, String(text).slice(0, 80));
    assert.deepEqual(plain(read.state), plain(emptyState()));
  }
  for (const { text, lost, state } of vectors.repaired) {
    const read = decode(text, vectors.course);
    assert.deepEqual([read.fault, read.lost], ["", lost], text);
    assert.deepEqual(plain(read.state), { ...plain(emptyState()), ...state });
  }
});

test("numbers of any size survive the codes", () => {
  for (const order of [0, 1, 2, 6]) {
    const writer = new BitWriter();
    const values = [0, 1, 2, 3, 7, 8, 63, 64, 1023, 65535, 16777215, 2 ** 24];
    for (const value of values) writer.golomb(value, order);
    const reader = new BitReader(writer.text());
    assert.deepEqual(values.map(() => reader.golomb(order)), values);
  }
  assert.throws(() => new BitReader("AAAAAAAAAAAAAAAA").golomb(0), RangeError);
  assert.throws(() => new BitReader("A B"), RangeError);
});

test("random states survive writing and reading, in whatever order they were made", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const state = randomState(numbers(seed));
    const text = encode(state, "c");
    const read = decode(text, "c");
    assert.deepEqual([read.fault, read.lost], ["", []], `seed ${seed}`);
    assert.deepEqual(plain(read.state), plain(state), `seed ${seed}`);
    for (const part of Object.keys(state)) {
      if (state[part] && typeof state[part] === "object" && part !== "last") state[part] = Object.fromEntries(Object.entries(state[part]).reverse());
    }
    assert.equal(encode(state, "c"), text);
  }
});

test("300 closed items with tries, hints and confidence take at most 2,000 signs", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const usual = packAnswers(fullState(numbers(seed), 300, "usual").answers);
    assert.ok(usual.length <= 2000, `usual: ${usual.length}`);
    const harsh = packAnswers(fullState(numbers(seed), 300, "harsh").answers);
    assert.ok(harsh.length <= 2000, `harsh: ${harsh.length}`);
  }
});

test("a state cut off anywhere is refused, and never gives another answer", () => {
  const state = randomState(numbers(5));
  const text = encode(state, "c");
  for (let length = 0; length < text.length; length += 1) assert.ok(decode(text.slice(0, length), "c").fault, String(length));
  const packed = packAnswers(state.answers);
  for (let length = 1; length < packed.length; length += 1) assert.throws(() => unpackAnswers(packed.slice(0, length)), RangeError);
});

test("a sign changed anywhere gives no foreign entry", () => {
  const state = randomState(numbers(8));
  const whole = plain(state);
  const text = encode(state, "c");
  const parts = Object.keys(whole).filter((part) => part !== "last" && typeof whole[part] === "object");
  for (let at = 0; at < text.length; at += 1) {
    for (const bit of [1, 8, 32]) {
      const turned = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
      const read = plain(decode(turned, "c").state);
      for (const part of parts) for (const [key, entry] of Object.entries(read[part])) assert.deepEqual(entry, whole[part][key], turned.slice(at - 20, at + 20));
    }
  }
});

test("nothing that can be written breaks the reader", () => {
  const random = numbers(3);
  const pieces = ["{", "}", "[", "]", ":", ",", "null", "1e999", "-1", "\"version\":2", "\"answers\":", "\"__proto__\":", "\"A\"", "true", "\"course\":\"c\""];
  for (let run = 0; run < 5000; run += 1) {
    const text = Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join("");
    assert.doesNotThrow(() => decode(text, "c"));
  }
  const deep = "[".repeat(900_000) + "]".repeat(900_000);
  assert.ok(decode(deep, "c").fault);
  assert.deepEqual(decode(`{"version":2,"course":"c","texts":${deep.slice(0, 100_000)}${"]".repeat(100_000)}}`, "c").lost, ["texts"]);
  assert.equal(decode(`{"version":2,"course":"c","texts":"${"x".repeat(5_000_000)}"}`, "c").fault, "too-big");
});

test("names of the language mean nothing in a state", () => {
  const text = `{"version":2,"course":"c","__proto__":{"answers":"x"},"texts":[["__proto__","x"],["constructor","y"],"AAA"]}`;
  const { state, lost } = decode(text, "c");
  assert.deepEqual(lost, ["texts"]);
  assert.equal({}.answers, undefined);
  assert.equal(state.lessons.constructor, undefined);
  assert.equal(state.texts["toString"], undefined);
});

test("what couldn't be read again is not written", () => {
  const state = emptyState();
  state.answers["5"] = { parts: [-1], tries: 1, first: 1, points: 1, hints: 0, sure: 0 };
  state.answers["x"] = { parts: [1], tries: 1, first: 1, points: 1, hints: 0, sure: 0 };
  state.answers["7"] = { parts: [1], tries: 9999, first: 0.3333, points: 2 / 3, hints: 9999, sure: 2 };
  state.cards["one"] = { box: 9, due: 1, seen: 1 };
  state.plans["p"] = { cue: "", act: "", partner: "", date: "soon", kept: "" };
  state.last = { page: "https://elsewhere.example/", title: "x", question: "" };
  const read = decode(encode(state, "c"), "c");
  assert.deepEqual([read.fault, read.lost], ["", []]);
  assert.deepEqual(plain(read.state.answers), { 7: { parts: [1], tries: 4095, first: 11 / 32, points: 21 / 32, hints: 4095, sure: 2 } });
  assert.deepEqual([plain(read.state.cards), plain(read.state.plans), read.state.last], [{}, {}, null]);
});

test("a page to go on with is a page of the site, whatever stands in the text", () => {
  for (const page of ["javascript:alert(1)", "//elsewhere.example/x.html", "../x.html", "/x.html", "data:text/html,x.html", "https://e.example/x.html", "lessons/../../x.html"]) {
    const read = decode(JSON.stringify({ version: 2, course: "c", last: { page, title: "x", question: "" } }), "c");
    assert.deepEqual([read.state.last, read.lost], [null, ["last"]], page);
  }
});

/** A box like the browser's, which may be full or throw. */
function box(room = Infinity) {
  const kept = new Map();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      const others = [...kept].filter(([name]) => name !== key).reduce((sum, [, text]) => sum + text.length, 0);
      if (others + value.length > room) throw new Error("full");
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
  };
}

const ANSWER = { parts: [1], tries: 1, first: 1, points: 1, hints: 0, sure: 0 };
const answer = (key) => (state) => {
  state.answers[key] = { ...ANSWER };
};

test("two tabs that answer in turn lose nothing", () => {
  const shared = box();
  const one = new Store(shared, "c");
  const two = new Store(shared, "c");
  one.change(answer("5"));
  two.change(answer("6"));
  one.change(answer("7"));
  assert.deepEqual(Object.keys(new Store(shared, "c").state.answers), ["5", "6", "7"]);
  assert.deepEqual(Object.keys(new Store(shared, "other").state.answers), []);
});

test("two tabs that answer in the same moment lose nothing", () => {
  const shared = box();
  const one = new Store(shared, "c");
  const two = new Store(shared, "c");
  const before = shared.getItem(one.name);
  one.change(answer("5"));
  // The other tab's process has not yet seen what this one wrote.
  const written = shared.getItem(one.name);
  before === null ? shared.removeItem(one.name) : shared.setItem(one.name, before);
  two.change(answer("6"));
  assert.notEqual(written, null);
  let told = 0;
  one.listen(() => (told += 1));
  one.changedElsewhere();
  two.changedElsewhere();
  assert.equal(told, 1);
  for (const store of [one, two, new Store(shared, "c")]) assert.deepEqual(Object.keys(store.state.answers), ["5", "6"]);
});

/** Two tabs of one storage, of which the second sees what the first writes only when it is shown. */
function late() {
  const shared = box();
  const kept = new Map();
  const behind = {
    ...shared,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
      shared.setItem(key, value);
    },
  };
  const one = new Store(shared, "c");
  const two = new Store(behind, "c");
  const shown = () => {
    for (const [key, value] of shared.kept) kept.set(key, value);
    two.changedElsewhere();
  };
  return { shared, one, two, shown };
}

test("two tabs that answer several questions each in the same moment lose nothing", () => {
  const { shared, one, two, shown } = late();
  for (const key of ["5", "6", "7"]) one.change(answer(key));
  for (const key of ["8", "9"]) two.change(answer(key));
  one.changedElsewhere();
  shown();
  for (const store of [one, two, new Store(shared, "c")]) assert.deepEqual(Object.keys(store.state.answers), ["5", "6", "7", "8", "9"]);
});

test("a draft that became an answer doesn't come back with another tab's", () => {
  const { shared, one, two, shown } = late();
  const drafted = (key) => (state) => {
    state.drafts[key] = [1];
  };
  const answered = (key) => (state) => {
    delete state.drafts[key];
    answer(key)(state);
  };
  one.change(drafted("5"));
  shown();
  two.change(drafted("8"));
  one.changedElsewhere();
  one.change(answered("5"));
  two.change(answered("8"));
  one.changedElsewhere();
  shown();
  for (const { state } of [one, two, new Store(shared, "c")]) assert.deepEqual([Object.keys(state.drafts), Object.keys(state.answers)], [[], ["5", "8"]]);
});

test("what another tab wrote over comes back with the next answer, told or not", () => {
  const { shared, one, two } = late();
  one.change(answer("5"));
  two.change(answer("8"));
  one.change(answer("6"));
  assert.deepEqual(Object.keys(new Store(shared, "c").state.answers), ["5", "6", "8"]);
});

test("what another tab takes back long after stays taken back", (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  const { shared, one, two, shown } = late();
  one.change(answer("5"));
  t.mock.timers.tick(3000);
  shown();
  one.change(answer("6"));
  shown();
  two.change((state) => delete state.answers["5"]);
  one.changedElsewhere();
  assert.deepEqual(Object.keys(new Store(shared, "c").state.answers), ["6"]);
});

test("putting back touches only what was mine and is as it was before", () => {
  const made = (answers, texts = {}) => Object.assign(emptyState(), { answers, texts });
  const base = made({ 1: 1, 2: 1, 3: 1 }, { a: "x" });
  const mine = made({ 1: 2, 2: 2, 4: 1 }, {});
  const theirs = made({ 1: 1, 2: 3, 3: 1, 5: 1 }, { a: "x" });
  assert.equal(putBack(base, mine, theirs), true);
  assert.deepEqual(plain(theirs.answers), { 1: 2, 2: 3, 4: 1, 5: 1 });
  assert.deepEqual(plain(theirs.texts), {});
  assert.equal(putBack(base, mine, theirs), false);
});

test("a storage that throws, forgets or isn't there keeps the page alive, and says that it keeps nothing", () => {
  const throws = { getItem() { throw new Error("no"); }, setItem() { throw new Error("no"); }, removeItem() { throw new Error("no"); } };
  for (const broken of [throws, null, { ...box(), forgets: true }]) {
    const store = new Store(broken, "c");
    store.change(answer("5"));
    assert.equal(store.state.answers["5"].tries, 1);
    assert.equal(store.keeps, false);
    store.clear();
    assert.deepEqual(Object.keys(store.state.answers), []);
  }
});

test("a full storage keeps what fits, and says so; with room again it keeps all", () => {
  const small = box(400);
  const store = new Store(small, "c");
  store.change(answer("5"));
  assert.equal(store.keeps, true);
  store.change((state) => (state.texts["sheet.one"] = "x".repeat(400)));
  assert.equal(store.keeps, false);
  assert.deepEqual(Object.keys(new Store(small, "c").state.answers), ["5"]);
  store.change((state) => (state.texts["sheet.one"] = "short"));
  assert.equal(store.keeps, true);
});

test("what can't be read is kept aside, once, and the newest three of them", () => {
  for (const [text, fault] of [["nonsense", "damaged"], ['{"version":3}', "newer"], ['{"version":2,"course":"d"}', "other-course"], ['{"version":2,"course":"c","answers":"!"}', "repaired"]]) {
    const shared = box();
    shared.setItem("course.c", text);
    assert.equal(new Store(shared, "c").fault, fault);
    const store = new Store(shared, "c");
    assert.deepEqual(store.aside(), [text]);
    store.change(answer("5"));
    const later = new Store(shared, "c");
    assert.deepEqual([later.fault, later.aside(), Object.keys(later.state.answers)], ["", [text], ["5"]]);
  }
  const shared = box();
  for (const text of ["a", "b", "c", "d"]) {
    shared.setItem("course.c", text);
    new Store(shared, "c");
  }
  assert.deepEqual(new Store(shared, "c").aside(), ["d", "c", "b"]);
});

test("a state too big to be copied is moved aside", () => {
  const text = "x".repeat(3_000_000);
  const shared = box(5_000_000);
  shared.setItem("course.c", text);
  const store = new Store(shared, "c");
  assert.equal(store.fault, "too-big");
  store.change(answer("5"));
  assert.equal(store.keeps, true);
  assert.deepEqual(new Store(shared, "c").aside(), [text]);
});

test("a page of an older version doesn't write over what a newer one wrote meanwhile", () => {
  const shared = box();
  const old = new Store(shared, "c");
  old.change(answer("5"));
  shared.setItem("course.c", '{"version":3,"new":1}');
  old.change(answer("6"));
  assert.deepEqual([old.fault, old.keeps], ["newer", false]);
  assert.equal(shared.getItem("course.c"), '{"version":3,"new":1}');
  assert.deepEqual(Object.keys(old.state.answers), ["5", "6"]);
});

test("an export comes back; what it took the place of is kept aside; anything else changes nothing", () => {
  const one = new Store(box(), "c");
  one.change(answer("5"));
  const text = one.export();
  const shared = box();
  const two = new Store(shared, "c");
  two.change(answer("6"));
  const before = two.export();
  for (const [wrong, fault] of [["", "none"], ["x", "damaged"], [text.slice(0, -9), "damaged"], ['{"version":9}', "newer"], [new Store(box(), "d").export(), "other-course"], [text.replace(/"answers":"..../, '"answers":"AAAA'), "damaged"]]) {
    assert.equal(two.import(wrong), fault);
    assert.deepEqual([two.export(), two.aside()], [before, []]);
  }
  assert.equal(two.import(text), "");
  assert.deepEqual(Object.keys(two.state.answers), ["5"]);
  assert.deepEqual(two.aside(), [before]);
  assert.equal(two.import(before), "");
  assert.deepEqual(Object.keys(new Store(shared, "c").state.answers), ["6"]);
});

test("an import for which the present state can't be kept aside is refused", () => {
  const small = box(700);
  const store = new Store(small, "c");
  store.change((state) => (state.texts["a"] = "x".repeat(400)));
  assert.equal(store.import(new Store(box(), "c").export()), "no-room");
  assert.equal(store.state.texts["a"].length, 400);
});

test("clearing leaves nothing of the learner", () => {
  const shared = box();
  shared.setItem("course.c.1", '{"version":1,"answers":[[7,[0],1,100]],"last":null}');
  const store = new Store(shared, "c");
  assert.equal(store.state.answers["7"].tries, 1);
  store.change(answer("5"));
  store.import(store.export());
  store.clear();
  const { seed, since } = store.state;
  assert.deepEqual([...shared.kept.keys()], ["course.c"]);
  assert.deepEqual(plain(new Store(shared, "c").state), { ...plain(emptyState()), seed, since });
});
