const POLL_MS = 2_000;
const CLOCK_MS = 30_000;

/**
 * Calls `changed` whenever something visible changed in the sandbox: as it says so, or, while that line is down, every
 * two seconds. The clock there goes on without changes, so it is looked at now and then too.
 */
export function listen(changed) {
  let source;
  const connect = () => {
    source = new EventSource("/sandbox/changes");
    source.onopen = changed;
    source.onmessage = changed;
  };
  connect();
  setInterval(() => {
    if (source.readyState === EventSource.OPEN) return;
    changed();
    if (source.readyState === EventSource.CLOSED) connect();
  }, POLL_MS);
  setInterval(changed, CLOCK_MS);
}

/** Runs the work one at a time; calls that come while it runs are answered by one more run. */
export function coalesced(work) {
  let running = null;
  let again = null;
  const run = () => {
    running = work().finally(() => (running = null));
    return running;
  };
  return () => {
    if (!running) return run();
    again ??= running.then(() => {
      again = null;
      return run();
    });
    return again;
  };
}
