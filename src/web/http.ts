/** Node's own client. An import by name would load all that its module offers, a second client among it, which takes as long as a start. */
export const { request } = process.getBuiltinModule('node:http');
