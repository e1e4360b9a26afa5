// The events of the run. A browser comes back by itself, with the id of the last event it read; the server then goes on from there.

const AGAIN_MS = 5000;

export function listen(heard) {
  let source;
  let over = false;
  const open = () => {
    source = new EventSource('/events');
    source.addEventListener('open', () => heard.connected());
    for (const kind of ['run', 'ordered', 'generation', 'round', 'moment', 'ended'].filter(each => heard[each])) {
      source.addEventListener(kind, event => {
        if (kind === 'ended') over = true;
        heard[kind](JSON.parse(event.data));
      });
    }
    source.addEventListener('dropped', event => heard.lost(JSON.parse(event.data).why));
    source.addEventListener('closing', () => {
      if (over) source.close();
    });
    source.addEventListener('error', () => {
      if (over) {
        source.close();
        return;
      }
      heard.lost('the process does not answer; trying again');
      // refused for good, e.g. as too many read: a browser does not come back from that by itself
      if (source.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_MS);
    });
  };
  open();
}
