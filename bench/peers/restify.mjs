import restify from 'restify';
import { report } from './report.mjs';

/** The floor: restify reads a body and answers. */
const server = restify.createServer({ name: '' });
server.use(restify.plugins.jsonBodyParser());
server.post('/messages', async (request, response) => {
  response.send(200, { id: request.body.type });
});
server.listen(Number(process.env.PORT), '127.0.0.1', report);
