/** Names by which the test runners of Python and JavaScript find their files. */
const names = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** What a file has that one of these runners would run. */
const contents =
  /^[ \t]*(?:(?:async )?def test_|class \w*Test|(?:import|from) (?:unittest|pytest)\b|(?:describe|it|test|suite)(?:\.\w+)*\()/m;

/** So much of a file is asked whether it has tests. */
const beginning = 20_000;

/**
 * True for a file of tests: by its name, and by what it has. What comes into a test is the tester's
 * own, and nobody else calls it.
 */
export function isTestFile(path: string, text: string): boolean {
  return names.test(path) && contents.test(text.slice(0, beginning));
}
