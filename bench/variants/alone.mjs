// The article with nothing in it; measured twice a round, so that the second shows what is only noise.
export const alone = { name: 'alone', label: 'page alone' };
export const again = { name: 'again', label: 'page alone, again' };
