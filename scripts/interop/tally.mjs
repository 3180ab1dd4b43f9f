// Counts and prints what a check has looked at.
let passed = 0;
let failed = 0;

/** Runs one check; what it returns is printed beside its name. */
export async function check(name, body) {
  try {
    const seen = await body();
    passed++;
    console.log(`ok      ${name}${seen === undefined ? '' : `: ${seen}`}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${error?.message ?? JSON.stringify(error)}`);
  }
}

export function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

export function truth(value, what) {
  if (!value) throw new Error(what);
}

/** Prints the closing line and sets the exit code. */
export function close() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
