// Tracks as people know them.

export const track = each => each.title ? each.title + (each.artist ? ' – ' + each.artist : '') : each.uri || 'track ' + each.track;
