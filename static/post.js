export function flatten() { return ''; }
